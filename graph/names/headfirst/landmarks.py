"""Places and the country among the tokens of a text, where the head comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.names.headfirst.vocabulary import Vocabulary, stem_of
from graph.names.tokens import CLOSE, OPEN, WORD, Token


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place or the country among the tokens; `level` is 0 for the country, -1 for several."""

    first: int
    end: int
    level: int
    noun: int


class Landmarks:
    """Finds places and the country in one tokenised text."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary) -> None:
        self.tokens = tokens
        self.words = words

    def country(self, at: int) -> int | None:
        """The token after the name of the country that begins at `at`, in any case."""
        tokens, base = self.tokens, self.words.base
        word = tokens[at].word
        if word in base.country_short and tokens[at].role == WORD and tokens[at].capital:
            return at + 1
        first = self.words.analyses.get(word)
        for name in base.countries if first else ():
            end = at + len(name)
            if end > len(tokens) or name[-1] != tokens[end - 1].word.rstrip("аеу"):
                continue
            if any(one.lemma == name[0] and not one.plural for one in first or ()):
                return end
        return None

    def landmark(self, at: int) -> Landmark | None:
        """The country or a place that begins at `at`."""
        end = self.country(at)
        if end is not None:
            return Landmark(at, end, 0, at)
        return self._place(at)

    def _place(self, at: int) -> Landmark | None:
        token = self.tokens[at]
        if token.role != WORD:
            return None
        if token.word in self.words.place_short and not token.capital and self.is_sign(at + 1, "."):
            level = self._level(self.words.place_short[token.word])
            end = self.proper_end(at + 2, token)
            return Landmark(at, end, level, at) if end > at + 2 else None
        form = self.words.noun(self.tokens, at)
        depth = self.words.base.levels.get(form.lemma) if form else None
        if depth:
            end = self.proper_end(at + 1, token)
            return Landmark(at, end, depth, at) if end > at + 1 else None
        if token.capital and self.words.is_adjective(token):
            return self._adjectival(at)
        return None

    def _level(self, lemma: str) -> int:
        return self.words.base.levels[lemma]

    def _adjectival(self, at: int) -> Landmark | None:
        """«Акмолинской области», «Аккольское районное» before a head word, and several places in
        a row: «Акмолинской, Карагандинской областям и городу Астане».
        """
        for noun in range(at + 1, min(at + 8, len(self.tokens))):
            token = self.tokens[noun]
            if noun == at + 1 and self.place_noun(token):
                return Landmark(at, noun + 1, self._level(self.place_noun(token)), noun)
            form = self.words.noun(self.tokens, noun)
            if form is not None:
                level = self.words.base.levels.get(form.lemma)
                return self._several(at, noun, level) if level else None
            joins = token.word == "," or token.word in self.words.base.joiners
            if not (joins or self.words.is_adjective(token)):
                return None
        return None

    def _several(self, at: int, noun: int, level: int) -> Landmark:
        form = self.words.noun(self.tokens, noun)
        several = noun > at + 2 or (form is not None and form.plural)
        return Landmark(at, noun + 1, -1 if several else level, noun)

    def place_noun(self, token: Token) -> str:
        """The noun of a place that an adjective stands for: «районное» → район; none is empty."""
        stem = stem_of(token.word, self.words.language)
        return self.words.place_adjectives.get(stem, "")

    def proper_end(self, at: int, noun: Token) -> int:
        """The token after a proper name of a place that begins at `at`, in quotes or without.

        Behind a `noun` in small letters it is no word in capitals: «акимат города ПОСТАНОВЛЯЕТ».
        """
        if at < len(self.tokens) and self.tokens[at].role == OPEN:
            closed = (
                k
                for k in range(at + 1, min(at + 5, len(self.tokens)))
                if self.tokens[k].role == CLOSE
            )
            # «решение акима области «О мерах»»: the title of an act.
            titled = {one.word for one in self.tokens[at + 1 : at + 2]} & self.words.base.stops
            return at if titled else next(closed, at - 1) + 1
        end = at
        while end < len(self.tokens) and self._proper(end, end > at):
            if self.tokens[end].acronym and not noun.acronym:
                break
            end += 1
        return end

    def _proper(self, at: int, later: bool) -> bool:
        token = self.tokens[at]
        if token.role != WORD or (token.capital and token.end - token.start == 1):
            return False
        if later and token.word in self.words.base.titles | self._numbers(token):
            return True
        if not token.capital or token.word in self.words.analyses:
            return False
        return not (later and self.words.is_adjective(token))

    def _numbers(self, token: Token) -> frozenset[str]:
        return (
            frozenset({token.word})
            if token.word.isdigit() and len(token.word) == 1
            else frozenset()
        )

    def is_sign(self, at: int, sign: str) -> bool:
        """Whether a sign stands at `at`, which may lie behind the last token."""
        return at < len(self.tokens) and self.tokens[at].word == sign
