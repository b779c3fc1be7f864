"""Makes namings of the spans in one text, where the head comes first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.model import Mention, Range, Source, Text
from graph.names.headfirst.finder import Finder, Span
from graph.names.headfirst.parts import Anatomy
from graph.names.headfirst.vocabulary import vocabulary
from graph.names.lexicon import Lexicon
from graph.names.naming import Naming
from graph.names.tokens import SIGN, Token


class Reader:
    """Reads the namings of one text; `read_name` reads a superior by its name."""

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

    def namings(self) -> list[Naming]:
        """Every body named, in order."""
        return [self.naming(span) for span in self._spans()]

    def _spans(self) -> list[Span]:
        return Finder(self.tokens, vocabulary(self.words.language)).find()

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
        return self.naming(Span(first, first, end, end, "nom"))

    def row(self) -> Naming | None:
        """The naming of a text that is known to be nothing but a name; None for a sentence."""
        span = Finder(self.tokens, vocabulary(self.words.language)).row()
        return self.naming(span) if span else None

    def naming(self, span: Span) -> Naming:
        """The naming of a span."""
        name = [
            *self.tokens[span.name : span.name_end],
            *self.tokens[slice(*(span.shared or (0, 0)))],
        ]
        anatomy = Anatomy(self.text.string, name, self.words)
        superiors = tuple(self._superior(anatomy, *stretch) for stretch in anatomy.superiors)
        start, end = self._bounds(self.tokens[span.first : span.end])
        return Naming(self._mention(anatomy, span, start, end), start, end, span.case, superiors)

    def _superior(self, anatomy: Anatomy, first: int, end: int) -> Mention:
        start, stop = self._bounds(anatomy.tokens[first:end])
        mention = self.read_name(anatomy.superior_name(first, end), self.words.language)
        written, ranges = self.text.string[start:stop], self._ranges(start, stop)
        return replace(mention, written=written, ranges=ranges)

    def _bounds(self, tokens: Sequence[Token]) -> tuple[int, int]:
        return (tokens[0].start, tokens[-1].end) if tokens else (0, 0)

    def _ranges(self, start: int, end: int) -> tuple[Range, ...]:
        return self.text.ranges(self.source, start, end) if self.source.text else ()

    def _mention(self, anatomy: Anatomy, span: Span, start: int, end: int) -> Mention:
        return Mention(
            written=self.text.string[start:end],
            whole=self._whole(anatomy, span),
            own=anatomy.own_name(),
            language=self.words.language,
            ranges=self._ranges(start, end),
            form=span.form.code if span.form else None,
            kind=anatomy.kind(),
            chain=tuple(anatomy.superior_name(*stretch) for stretch in anatomy.superiors),
            place=anatomy.place(),
            person=anatomy.person(),
            number=anatomy.number(),
        )

    def _whole(self, anatomy: Anatomy, span: Span) -> str:
        """The legal form in full and the name, in the nominative singular."""
        name = anatomy.whole_name(formed=span.form is not None)
        if span.form is None:
            return name
        form = span.form.phrase or " ".join(
            self.text.string[one.start : one.end]
            for one in self.tokens[span.form.first : span.form.end]
        )
        return f"{form} {name}"
