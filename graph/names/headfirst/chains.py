"""A name without quotes: adjectives, the head word, and all that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.names.headfirst.follow import Follower
from graph.names.headfirst.heads import LONGEST_TASK, Heads
from graph.names.headfirst.vocabulary import MOST_ADJECTIVES, Pattern, Vocabulary
from graph.names.tokens import SIGN, WORD, Token
from graph.words import Inflection

#: The number of a body behind its head word.
_NUMBER = re.compile(r"(?:№|n)\s?\d")
#: Tokens between the verb of a deed and a name that it concerns, at most.
LONGEST_DEED = 60


@dataclass(frozen=True, slots=True)
class Chain:
    """A name: tokens from `first` (adjectives) over the head word at `head` to `end`.

    `landed` tells that it reaches a superior, a place or the country.
    """

    first: int
    head: int
    end: int
    form: Inflection
    kind: Pattern
    landed: bool


class Tracker(Heads):
    """Follows names in one tokenised text; `ordered` where it stands under the verb of a deed."""

    def __init__(
        self, tokens: Sequence[Token], words: Vocabulary, *, ordered: bool = False
    ) -> None:
        super().__init__(tokens, words)
        self.ordered = ordered

    def chain(self, at: int, *, above: bool = False) -> Chain | None:
        """The name without quotes whose head word stands at `at`; None when nothing tells whose
        or what body it is (an abbreviation alone may be a defined term: «Комитет УИС»). `above`:
        it is known to stand above another name, so it may begin with a small letter.
        """
        found = self.head(at)
        if found is None:
            return None
        first, form, kind = found
        capital = self.tokens[first].capital
        start = at + 1 + len(kind.after)
        level = self.local(at, form, kind)
        if level is not None and (self.is_ordered(level) or self._verb_behind(at)):
            first = level
        alone = self.ordered and first == 0
        known = capital or kind.small or above or alone or first == level or self._becomes(first)
        small = first if known else self._small_adjectives(at, form)
        numbered = self._numbered(start) and self.is_ordered(at) and not kind.office
        # «преобразовать … в начальную школу»
        told = self._becomes(small) or (kind.placed and self._of_a_place(start, at))
        if not known and (numbered or (small < at and told)):
            first, known = small, True
        if not known and not (kind.placed and self._placed(start)):
            return None
        end, landed, superior = Follower(self, start).follow()
        if not (kind.bare or superior or self.is_ordered(first) or self._verb_at(end)):
            return None
        end = self._abroad(end) if kind.abroad else end
        named = end > start and not self.tokens[start].acronym
        if not landed and not named and first == at:
            return None
        if kind.small and not capital and not landed:
            return None
        if not known and superior:
            return None
        if kind.small and landed and first == at and not (kind.above or kind.office):
            first = self._small_adjectives(at, form)
        return Chain(first, at, end, form, kind, landed) if end > start or first < at else None

    def _of_a_place(self, start: int, at: int) -> bool:
        """Whether a place stands right behind a head word, and the verb of a deed before it:
        «преобразовать финансовое управление города Рудного».
        """
        mark = self.landmark(start) if start < len(self.tokens) else None
        return mark is not None and mark.level > 0 and self.is_ordered(at)

    def _becomes(self, first: int) -> bool:
        """Whether a deed turns another body into the one whose name begins here."""
        into = first > 0 and self.tokens[first - 1].word in self.words.into
        return into and self._verb_before(first)

    def is_ordered(self, first: int) -> bool:
        """Whether the verb of a deed stands before a name in its sentence, or above its text:
        «упразднить Фонд занятости», «преобразовать Театр … в Центр».
        """
        return (self.ordered or self._verb_before(first)) and not self.is_term(first)

    def is_term(self, first: int) -> bool:
        """Whether a bracket gives the words as a short name: «(далее - Речной центр)»."""
        before = self.tokens[max(0, first - 2) : first]
        return any(token.word in self.words.hereafter for token in before)

    def _verb_before(self, at: int) -> bool:
        """Whether the verb of a deed stands before a token in the same sentence."""
        for k in range(at - 1, max(-1, at - LONGEST_DEED), -1):
            word = self.tokens[k].word
            if word in self.words.base.deeds:
                return True
            if self._parts(k):
                return False
        return False

    def _verb_behind(self, at: int) -> bool:
        """Whether the verb of a deed stands behind a token in the same sentence."""
        for k in range(at + 1, min(at + LONGEST_DEED, len(self.tokens))):
            if self.tokens[k].word in self.words.base.deeds:
                return True
            if self._parts(k):
                return False
        return False

    def _verb_at(self, at: int) -> bool:
        """Whether the verb of a deed stands right behind a name: «Фонд занятости упразднить»."""
        return at < len(self.tokens) and self.tokens[at].word in self.words.base.deeds

    def _parts(self, at: int) -> bool:
        """Whether a sign at `at` ends a sentence or a part of one, and no initial or short word."""
        token, before = self.tokens[at], self.tokens[at - 1]
        short = token.word == "." and before.role == WORD and before.end - before.start <= 2
        return token.role == SIGN and token.word in ";:." and not short

    def _small_adjectives(self, at: int, form: Inflection) -> int:
        """Where adjectives in small letters begin: «специализированный экономический суд»."""
        first = at
        while first > max(0, at - MOST_ADJECTIVES):
            before = first - 1 - self.said_again(first - 1, form)
            if not self._agrees(before, form):
                break
            first = before
        return first

    def _numbered(self, at: int) -> bool:
        """Whether the number of a body stands at `at`: «школа № 5»."""
        words = [token.word for token in self.tokens[at : at + 2]]
        return bool(words) and bool(_NUMBER.match("".join(words)))

    def _abroad(self, at: int) -> int:
        """The end of a name with the place abroad that stands at `at`: «в Королевстве Норвегия»."""
        if at + 1 >= len(self.tokens) or self.tokens[at].word not in self.words.abroad:
            return at
        end = at + 1
        while end < len(self.tokens) and self._of_place(end):
            end += 1
        return end if end > at + 1 else at

    def _of_place(self, at: int) -> bool:
        token = self.tokens[at]
        known = self.words.analyses.get(token.word, ())
        place = any(one.lemma in self.words.base.levels for one in known)
        return token.role == WORD and (token.capital or place)

    def _placed(self, start: int) -> bool:
        """Whether a task in the genitive, or behind «по», and then a place follow a head word in
        small letters: «управление образования Павлодарской области», not «управление имуществом
        области».
        """
        across = start < len(self.tokens) and self.tokens[start].word in self.words.base.across
        for at in range(start + across, min(start + LONGEST_TASK, len(self.tokens))):
            mark = self.landmark(at)
            if mark is not None:
                return at > start + across and mark.level > 0
            joins = self.tokens[at].word == "," or self.tokens[at].word in self.words.base.joiners
            goes_on = not self.leaves(at) if across else self.fits(at)
            if not joins and not (self.tokens[at].role == WORD and goes_on):
                return False
        return False
