"""Bodies named in a text, in order, each as a mention with its place and case in the text."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import NOWHERE, Mention, Range, Source, Text
from graph.names.lexicon import Lexicon, compiled
from graph.names.parts import Anatomy
from graph.names.spans import Finder, Span
from graph.names.tokens import OPEN, SIGN, Token, tokenise

_NOWHERE = Source("", "", "")


@dataclass(frozen=True, slots=True)
class Naming:
    """A body named in a text: from `start` to `end` in its characters, in a case.

    `superiors` are the bodies printed inside the name, outermost first, each with the ranges of
    its own words.
    """

    mention: Mention
    start: int
    end: int
    case: str
    superiors: tuple[Mention, ...] = ()


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
    reader = _Reader(text, source, tokens, words)
    return [reader.naming(span) for span in Finder(tokens, words).find()]


def read_name(name: str, language: str, ranges: tuple[Range, ...] = ()) -> Mention:
    """One name that fills the whole of a string, in any case, with or without quotes and form.

    The number of a list row before it and signs around it do not count. `ranges` is where the
    caller knows the words to stand.
    """
    words = compiled(language)
    text = text_of(name)
    tokens = tokenise(name, words)
    reader = _Reader(text, _NOWHERE, tokens, words)
    return replace(reader.naming(_whole(tokens, words)).mention, ranges=ranges)


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
        superiors = tuple(
            self._mention(Anatomy(self.text.string, name[start:end], self.words), name[start:end])
            for start, end in anatomy.superiors
        )
        printed = self.tokens[span.first : span.end]
        chain = tuple(one.whole for one in superiors)
        mention = self._mention(anatomy, printed, span=span, chain=chain)
        start, end = (printed[0].start, printed[-1].end) if printed else (0, 0)
        return Naming(mention, start, end, span.case, superiors)

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

    def _mention(
        self,
        anatomy: Anatomy,
        printed: Sequence[Token],
        span: Span | None = None,
        chain: tuple[str, ...] | None = None,
    ) -> Mention:
        start, end = (printed[0].start, printed[-1].end) if printed else (0, 0)
        return Mention(
            written=self.text.string[start:end],
            whole=self._whole(anatomy, span),
            own=anatomy.own_name(),
            language=self.words.language,
            ranges=self._ranges(start, end),
            form=span.form.code if span and span.form else None,
            kind=anatomy.kind(),
            chain=self._chain(anatomy) if chain is None else chain,
            place=anatomy.place(),
            person=anatomy.person(),
            number=anatomy.number(),
        )

    def _chain(self, anatomy: Anatomy) -> tuple[str, ...]:
        return tuple(anatomy.print(start, end) for start, end in anatomy.superiors)

    def _ranges(self, start: int, end: int) -> tuple[Range, ...]:
        return self.text.ranges(self.source, start, end) if self.source.text else ()

    def _whole(self, anatomy: Anatomy, span: Span | None) -> str:
        """The name and its legal form in full, in the nominative singular."""
        name = anatomy.whole_name(formed=span is not None and span.form is not None)
        if span is None or span.form is None:
            return name
        tokens = self.tokens[span.form.first : span.form.end]
        form = Anatomy(self.text.string, tokens, self.words)
        last = len(tokens) - 1
        before = form.print(0, last, nominative=False)
        return " ".join(
            part for part in (name, before, form.nominative(last, singular=True)) if part
        )
