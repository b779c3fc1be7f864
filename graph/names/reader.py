"""Bodies named in a text, in order, each as a mention with its place and case in the text."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graph.model import NOWHERE, Mention, Range, Source, Text
from graph.names import headfirst
from graph.names.lexicon import Lexicon, compiled
from graph.names.naming import Naming
from graph.names.parts import Anatomy
from graph.names.spans import Finder, Span
from graph.names.tokens import OPEN, SIGN, Token, tokenise

_NOWHERE = Source("", "", "")


def text_of(words: str) -> Text:
    """A text that stands in no source."""
    return Text(words, array("I", [NOWHERE]) * len(words))


def read_mentions(text: Text, source: Source, language: str) -> list[Mention]:
    """Every body that a text names, in order, none inside another.

    Never raises on any text; takes time linear in its length.
    """
    return [naming.mention for naming in read_namings(text, source, language)]


def read_namings(text: Text, source: Source, language: str) -> list[Naming]:
    """As `read_mentions`, with the place, the case and the superiors of each."""
    words = compiled(language)
    tokens = tokenise(text.string, words)
    if words.head_first:
        return headfirst.Reader(text, source, tokens, words, read_name).namings()
    reader = _Reader(text, source, tokens, words)
    return [reader.naming(span) for span in Finder(tokens, words).find()]


def read_row(text: Text, source: Source, language: str) -> Naming | None:
    """The body that a row of a list names, where nothing else tells that its words are a name.

    None for a sentence, and in languages that put the form after the name.
    """
    words = compiled(language)
    if not words.head_first:
        return None
    tokens = tokenise(text.string, words)
    return headfirst.Reader(text, source, tokens, words, read_name).row()


def read_name(name: str, language: str, ranges: tuple[Range, ...] = ()) -> Mention:
    """One name that fills the whole of a string, in any case, with or without quotes and form.

    The number of a list row before it and signs around it do not count. `ranges` is where the
    caller knows the words to stand.
    """
    return replace(_read_name(name, language), ranges=ranges)


@lru_cache(maxsize=16384)
def _read_name(name: str, language: str) -> Mention:
    """A name without its place: superiors are read again and again."""
    words = compiled(language)
    tokens = tokenise(name, words)
    if words.head_first:
        reading = headfirst.Reader(text_of(name), _NOWHERE, tokens, words, read_name)
        return reading.whole().mention
    reader = _Reader(text_of(name), _NOWHERE, tokens, words)
    return reader.naming(_whole(tokens, words)).mention


def _whole(tokens: Sequence[Token], words: Lexicon) -> Span:
    """The span of a text that is nothing but a name."""
    first, end = 0, len(tokens)
    if end > 2 and tokens[0].word[0].isdigit() and tokens[1].word in (".", ")"):
        first = 2
    while end > first and tokens[end - 1].role == SIGN and tokens[end - 1].word != ")":
        end -= 1
    for span in Finder(tokens, words).find():
        if span.first <= first and span.end >= end - 1:
            return span
    last = words.inflections.get(tokens[end - 1].word) if end > first else None
    return Span(first, end, end, last.case if last else "nom")


class _Reader:
    """Makes namings of the spans in one text."""

    def __init__(self, text: Text, source: Source, tokens: Sequence[Token], words: Lexicon) -> None:
        self.text = text
        self.source = source
        self.tokens = tokens
        self.words = words

    def naming(self, span: Span) -> Naming:
        """The naming of a span."""
        name = self._name_tokens(span)
        anatomy = Anatomy(self.text.string, name, self.words)
        superiors = tuple(self._superior(anatomy, *stretch) for stretch in anatomy.superiors)
        start, end = self._bounds(self.tokens[span.first : span.end])
        mention = self._mention(anatomy, span, start, end)
        return Naming(mention, start, end, span.case, superiors)

    def _superior(self, anatomy: Anatomy, first: int, end: int) -> Mention:
        start, stop = self._bounds(anatomy.tokens[first:end])
        mention = read_name(anatomy.superior_name(first, end), self.words.language)
        written, ranges = self.text.string[start:stop], self._ranges(start, stop)
        return replace(mention, written=written, ranges=ranges)

    def _bounds(self, tokens: Sequence[Token]) -> tuple[int, int]:
        return (tokens[0].start, tokens[-1].end) if tokens else (0, 0)

    def _name_tokens(self, span: Span) -> list[Token]:
        """The tokens of a name, with those it shares, without words such as «қарамағындағы»."""
        name = [*self.tokens[slice(*(span.shared or (0, 0)))]]
        name += self.tokens[span.first : span.name_end]
        opened = next((at for at, token in enumerate(name) if token.role == OPEN and at), 0)
        for phrase in self.words.under:
            low = opened - len(phrase)
            if low > 0 and tuple(token.word for token in name[low:opened]) == phrase:
                del name[low:opened]
        return name

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

    def _ranges(self, start: int, end: int) -> tuple[Range, ...]:
        return self.text.ranges(self.source, start, end) if self.source.text else ()

    def _whole(self, anatomy: Anatomy, span: Span) -> str:
        """The name and its legal form in full, in the nominative singular."""
        name = anatomy.whole_name(formed=span.form is not None)
        if span.form is None:
            return name
        tokens = self.tokens[span.form.first : span.form.end]
        form = Anatomy(self.text.string, tokens, self.words)
        last = len(tokens) - 1
        before = form.print(0, last, nominative=False)
        return " ".join(
            part for part in (name, before, form.nominative(last, singular=True)) if part
        )
