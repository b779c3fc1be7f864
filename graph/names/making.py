"""Makes namings of the spans in one text, whatever the order of words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from graph.model import Mention, Range, Source, Text
from graph.names.lexicon import Lexicon
from graph.names.naming import Naming
from graph.names.tokens import SIGN, Token

#: Names that are kept taken apart, a kilobyte or two each.
_MOST = 8192

#: A superior without its place, and where it stands, in characters from the start of the name.
Above = tuple[Mention, int, int]


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


@dataclass(frozen=True, slots=True)
class Apart:
    """What the words of a name say wherever they stand; superiors outermost first."""

    mention: Mention
    superiors: tuple[Above, ...]


_TAKEN_APART: dict[tuple[object, ...], Apart] = {}

SpanT = TypeVar("SpanT", bound=Spanning)
PartsT = TypeVar("PartsT", bound=Parts)


class Maker(ABC, Generic[SpanT, PartsT]):
    """Makes the namings of one text; `read_name` reads a superior by its name."""

    def __init__(
        self,
        text: Text,
        source: Source,
        tokens: list[Token],
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

    @abstractmethod
    def _shape(self, span: SpanT) -> tuple[object, ...] | None:
        """What a name is taken apart by beside its own words, counted from its first token; None
        if words that stand elsewhere belong to it.
        """

    def naming(self, span: SpanT) -> Naming:
        """The naming of a span."""
        tokens = self.tokens[span.first : span.end]
        start, end = self._bounds(tokens)
        known = self._known(span, tokens, start, end)
        superiors = tuple(
            replace(above, ranges=self._ranges(start + first, start + stop))
            for above, first, stop in known.superiors
        )
        mention = replace(known.mention, ranges=self._ranges(start, end))
        return Naming(mention, start, end, span.case, superiors)

    def _known(self, span: SpanT, tokens: Sequence[Token], start: int, end: int) -> Apart:
        """A name taken apart; acts repeat names, and most of what they say of them."""
        shape = self._shape(span)
        if shape is None:
            return self._apart(span, start, end)
        roles = "".join([token.role[0] for token in tokens])
        key = (self.words.language, self.text.string[start:end], roles, shape)
        known = _TAKEN_APART.get(key)
        if known is None:
            if len(_TAKEN_APART) >= _MOST:
                _TAKEN_APART.clear()
            known = _TAKEN_APART[key] = self._apart(span, start, end)
        return known

    def _apart(self, span: SpanT, start: int, end: int) -> Apart:
        parts = self._parts(span)
        superiors = tuple(self._superior(parts, start, *stretch) for stretch in parts.superiors)
        return Apart(self._mention(parts, span, start, end), superiors)

    def _superior(self, parts: PartsT, begin: int, first: int, end: int) -> Above:
        start, stop = self._bounds(parts.tokens[first:end])
        mention = self.read_name(parts.superior_name(first, end), self.words.language)
        written = self.text.string[start:stop]
        mended = self._mended(parts.tokens[first:end])
        return replace(mention, written=written, mended=mended), start - begin, stop - begin

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
            ranges=(),
            form=(span.form.code or None) if span.form else None,
            kind=parts.kind(),
            chain=tuple(parts.superior_name(*stretch) for stretch in parts.superiors),
            place=parts.place(),
            person=parts.person(),
            number=parts.number(),
            mended=self._mended(self.tokens[span.first : span.end]),
        )
