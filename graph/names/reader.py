"""Bodies named in a text, in order, each as a mention with its place and case in the text."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graph.model import NOWHERE, Mention, Range, Source, Text
from graph.names import headfirst
from graph.names.beginnings import LONGEST, before_quote
from graph.names.lexicon import Lexicon, compiled
from graph.names.making import Maker
from graph.names.naming import Naming
from graph.names.owners import under_both
from graph.names.parts import Anatomy
from graph.names.spans import Finder, Span
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token, stands, tokenise
from graph.words import read_ending

_NOWHERE = Source("", "", "")


def text_of(words: str) -> Text:
    """A text that stands in no source."""
    return Text(words, array("I", [NOWHERE]) * len(words))


def read_mentions(text: Text, source: Source, language: str) -> list[Mention]:
    """Every body that a text names, in order, none inside another.

    Never raises on any text; takes time linear in its length.
    """
    return [naming.mention for naming in read_namings(text, source, language)]


def read_namings(
    text: Text, source: Source, language: str, *, ordered: bool = False
) -> list[Naming]:
    """As `read_mentions`, with the place, the case and the superiors of each; `ordered` tells that
    the text stands under the verb of a deed, which tells bodies of any kind.
    """
    reader = _reader(text, source, compiled(language))
    reader.ordered = ordered
    return reader.namings()


def read_row(text: Text, source: Source, language: str) -> Naming | None:
    """The body that a row of a list names, where nothing else tells that its words are a name.

    `text` has no seat of the body behind its name. None for a sentence, and for several bodies.
    """
    return _reader(text, source, compiled(language)).row()


def read_name(name: str, language: str, ranges: tuple[Range, ...] = ()) -> Mention:
    """One name that fills the whole of a string, in any case, with or without quotes and form.

    The number of a list row before it and signs around it do not count. `ranges` is where the
    caller knows the words to stand.
    """
    return replace(_read_name(name, language), ranges=ranges)


@lru_cache(maxsize=16384)
def _read_name(name: str, language: str) -> Mention:
    """A name without its place: superiors are read again and again."""
    return _reader(text_of(name), _NOWHERE, compiled(language)).whole().mention


def _reader(text: Text, source: Source, words: Lexicon) -> _Reader | headfirst.Reader:
    kind = headfirst.Reader if words.head_first else _Reader
    return kind(text, source, tokenise(text.string, words), words, read_name)


class _Reader(Maker[Span, Anatomy]):
    """Makes namings of the spans in one text, where the head comes last."""

    ordered = False

    def _spans(self) -> list[Span]:
        finder = Finder(self.tokens, self.words, ordered=self.ordered)
        return under_both(finder.find(), self.tokens, self.words)

    def row(self) -> Naming | None:
        """The naming of a text that is known to be nothing but a name; None for a sentence."""
        tokens, words = self.tokens, self.words
        spoken = [token for token in tokens if token.role == WORD]
        stops = words.stops.intersection(one.word for one in spoken)
        if not spoken or stops or len(tokens) > LONGEST:
            return None
        known = words.inflections.get(spoken[-1].word)
        # A word that is not known may be taken for an accusative: кедені.
        case = read_ending(spoken[-1].word, words.language)[1]
        ends = case == "nom" or (case == "acc" and not known) or tokens[-1].role == CLOSE
        begins = spoken[0].capital or spoken[0].word[0].isdigit()
        if not (begins and ends) or (known and known.plural):
            return None
        end = len(tokens)
        while tokens[end - 1].role == SIGN:
            end -= 1
        last = next((one for one in self._spans() if one.end >= end), None)
        if last is not None and (last.form or last.first == 0):
            return self.naming(replace(last, first=0))
        return self.naming(self._all(0, end))

    def _all(self, first: int, end: int) -> Span:
        last = self.words.inflections.get(self.tokens[end - 1].word) if end > first else None
        return Span(first, end, end, last.case if last else "nom")

    def _parts(self, span: Span) -> Anatomy:
        """The tokens of a name, with those it shares, without words such as «қарамағындағы»."""
        name = [*self.tokens[slice(*(span.shared or (0, 0)))]]
        name += span.said or self.tokens[span.first : span.name_end]
        opened = next((at for at, token in enumerate(name) if token.role == OPEN and at), 0)
        between = before_quote(name, opened, 0, self.words)
        after_shared = self.tokens[span.shared[1] :][:3] if span.shared else []
        held = self._is_held(name[between:opened]) or self._is_held(after_shared)
        del name[between:opened]
        return Anatomy(self.text.string, name, self.words, held=held)

    def _is_held(self, between: Sequence[Token]) -> bool:
        """Whether words behind a superior say whose a body is and make no name of both."""
        return any(stands(between, 0, phrase) for phrase in self.words.held)

    def _shape(self, span: Span) -> tuple[object, ...] | None:
        form, first = span.form, span.first
        if span.shared or span.said:
            return None
        if form is None:
            return (span.name_end - first,)
        ahead = form.ahead or (first, first)
        if min(form.first, ahead[0]) < first or max(form.end, ahead[1]) > span.end:
            return None
        of_form = (form.first - first, form.end - first, form.code)
        return span.name_end - first, of_form, ahead[0] - first, ahead[1] - first

    def _mention(self, parts: Anatomy, span: Span, start: int, end: int) -> Mention:
        return replace(super()._mention(parts, span, start, end), parted=bool(span.said))

    def _whole(self, parts: Anatomy, span: Span) -> str:
        """The name and its legal form in full."""
        name = parts.whole_name(formed=span.form is not None)
        if span.form is None:
            return name
        tokens = self.tokens[span.form.first : span.form.end]
        form = Anatomy(self.text.string, tokens, self.words)
        last = len(tokens) - 1
        ahead = self.tokens[slice(*(span.form.ahead or (0, 0)))]
        words = [token.word for token in ahead] + [form.print(0, last, nominative=False)]
        return " ".join(
            part for part in (name, *words, form.nominative(last, singular=True)) if part
        )
