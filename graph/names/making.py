"""Makes namings of the spans in one text, whatever the order of words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from graph.model import Mention, Range, Source, Text
from graph.names.lexicon import Lexicon
from graph.names.naming import Naming
from graph.names.tokens import SIGN, Token


class Formed(Protocol):
    """A legal form in the text."""

    @property
    def code(self) -> str: ...


class Spanning(Protocol):
    """A name among the tokens: from `first` to `end`, with its legal form."""

    @property
    def first(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def case(self) -> str: ...
    @property
    def form(self) -> Formed | None: ...


class Parts(Protocol):
    """One name taken apart; the stretch of each superior, outermost first."""

    tokens: Sequence[Token]

    @property
    def superiors(self) -> tuple[tuple[int, int], ...]: ...
    def superior_name(self, start: int, end: int) -> str: ...
    def own_name(self) -> str: ...
    def kind(self) -> str | None: ...
    def place(self) -> str | None: ...
    def person(self) -> str | None: ...
    def number(self) -> str | None: ...


SpanT = TypeVar("SpanT", bound=Spanning)
PartsT = TypeVar("PartsT", bound=Parts)


class Maker(ABC, Generic[SpanT, PartsT]):
    """Makes the namings of one text; `read_name` reads a superior by its name."""

    def __init__(
        self,
        text: Text,
        source: Source,
        tokens: Sequence[Token],
        words: Lexicon,
        read_name: Callable[[str, str], Mention],
    ) -> None:
        self.text = text
        self.source = source
        self.tokens = tokens
        self.words = words
        self.read_name = read_name

    @abstractmethod
    def _spans(self) -> list[SpanT]:
        """Where names stand, in order."""

    @abstractmethod
    def _all(self, first: int, end: int) -> SpanT:
        """The span of tokens that are nothing but a name."""

    @abstractmethod
    def _parts(self, span: SpanT) -> PartsT:
        """The name of a span taken apart."""

    @abstractmethod
    def _whole(self, parts: PartsT, span: SpanT) -> str:
        """The name with its legal form in full, in the nominative singular."""

    def namings(self) -> list[Naming]:
        """Every body named, in order."""
        return [self.naming(span) for span in self._spans()]

    def whole(self) -> Naming:
        """The naming of a text that is nothing but a name."""
        tokens = self.tokens
        first, end = 0, len(tokens)
        if end > 2 and tokens[0].word[0].isdigit() and tokens[1].word in (".", ")"):
            first = 2
        while end > first and tokens[end - 1].role == SIGN and tokens[end - 1].word != ")":
            end -= 1
        for span in self._spans():
            if span.first <= first and span.end >= end - 1:
                return self.naming(span)
        return self.naming(self._all(first, end))

    def naming(self, span: SpanT) -> Naming:
        """The naming of a span."""
        parts = self._parts(span)
        superiors = tuple(self._superior(parts, *stretch) for stretch in parts.superiors)
        start, end = self._bounds(self.tokens[span.first : span.end])
        return Naming(self._mention(parts, span, start, end), start, end, span.case, superiors)

    def _superior(self, parts: PartsT, first: int, end: int) -> Mention:
        start, stop = self._bounds(parts.tokens[first:end])
        mention = self.read_name(parts.superior_name(first, end), self.words.language)
        return replace(
            mention,
            written=self.text.string[start:stop],
            ranges=self._ranges(start, stop),
            mended=self._mended(parts.tokens[first:end]),
        )

    def _mended(self, tokens: Sequence[Token]) -> tuple[tuple[str, str], ...]:
        """The words that were taken for slips, as printed and as read."""
        return tuple(
            (self.text.string[one.start : one.end], one.word) for one in tokens if one.slip
        )

    def _bounds(self, tokens: Sequence[Token]) -> tuple[int, int]:
        return (tokens[0].start, tokens[-1].end) if tokens else (0, 0)

    def _ranges(self, start: int, end: int) -> tuple[Range, ...]:
        return self.text.ranges(self.source, start, end) if self.source.text else ()

    def _mention(self, parts: PartsT, span: SpanT, start: int, end: int) -> Mention:
        return Mention(
            written=self.text.string[start:end],
            whole=self._whole(parts, span),
            own=parts.own_name(),
            language=self.words.language,
            ranges=self._ranges(start, end),
            form=span.form.code if span.form else None,
            kind=parts.kind(),
            chain=tuple(parts.superior_name(*stretch) for stretch in parts.superiors),
            place=parts.place(),
            person=parts.person(),
            number=parts.number(),
            mended=self._mended(self.tokens[span.first : span.end]),
        )
