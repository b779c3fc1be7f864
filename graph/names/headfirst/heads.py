"""Head words of names, and the words that a name may hold, where the head comes first."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names.headfirst.landmarks import Landmarks
from graph.names.headfirst.vocabulary import MOST_ADJECTIVES, Pattern, Vocabulary, stem_of
from graph.names.tokens import WORD, Token
from graph.words import Inflection

#: Words of a bracket inside a name, at most.
LONGEST_BRACKET = 8
#: Words for the task of a superior between its head word and its place, at most.
LONGEST_TASK = 14


#: Where the adjectives of a head word begin, its form, its kind.
Head = tuple[int, Inflection, Pattern]


class Heads(Landmarks):
    """Finds head words in one tokenised text."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary) -> None:
        super().__init__(tokens, words)
        # Names are followed from many words, over the same ones.
        self._heads: dict[int, Head | None] = {}

    def head(self, at: int) -> Head | None:
        """A head word in the singular at `at`."""
        if at not in self._heads:
            self._heads[at] = self._head(at)
        return self._heads[at]

    def _head(self, at: int) -> Head | None:
        found = self.words.noun(self.tokens, at)
        if found is None or found.plural or self._leads(at):
            return None
        kind = self.words.pattern(self.words.kinds, self.tokens, at, found)
        return (self.adjectives(at, found), found, kind) if kind else None

    def _leads(self, at: int) -> bool:
        """Whether a noun says what somebody is to do: «передать в управление управлению рек»."""
        if self.tokens[at].word not in self.words.led_to or self.tokens[at].capital or not at:
            return False
        if self.tokens[at - 1].word not in self.words.into or at + 1 >= len(self.tokens):
            return False
        noun, following = self.words.noun(self.tokens, at + 1), self.tokens[at + 1]
        if noun is not None:
            return noun.case == "dat"
        return self.words.may_be(following, "dat") and not self.words.may_be(following, "gen")

    def adjectives(self, at: int, form: Inflection) -> int:
        """Where the adjectives begin that agree with the noun at `at`; `at` if none does."""
        first = at
        while first > max(0, at - MOST_ADJECTIVES):
            before = first - 1 - self._joins_adjectives(first - 1, form)
            before -= self.said_again(before, form)
            if not self._agrees(before, form) or self._names_place(before):
                break
            first = before
        while first < at and not self.tokens[first].capital:
            first += 1
        return first

    def said_again(self, at: int, form: Inflection) -> int:
        """How many tokens there are to the adjective before a bracket that ends at `at` and says it
        again: «вечерняя (сменная) школа»; 0 without one.
        """
        bracket = [one.word for one in self.tokens[max(0, at - 2) : at + 1]]
        closed = len(bracket) == 3 and (bracket[0], bracket[2]) == ("(", ")")
        both = closed and at > 2 and self._agrees(at - 1, form) and self._agrees(at - 3, form)
        return 3 if both else 0

    def local(self, at: int, form: Inflection, kind: Pattern) -> int | None:
        """Where the adjective of a level stands with which the name of a local body begins in small
        letters: «областное финансовое управление»; None without one.
        """
        first = at
        while kind.local and first > max(0, at - MOST_ADJECTIVES) and self._agrees(first - 1, form):
            first -= 1
            if stem_of(self.tokens[first].word, self.words.language) in self.words.local:
                return first - self._tells_place(first - 1, form)
        return None

    def _tells_place(self, at: int, form: Inflection) -> bool:
        """Whether an adjective with a capital says of which place a local body is: «Лесную районную
        больницу».
        """
        return at >= 0 and self.tokens[at].capital and self._agrees(at, form)

    def begins_local(self, at: int) -> bool:
        """Whether the name of a local body begins at `at`, in small letters and in any case."""
        for k in range(at + 1, min(at + MOST_ADJECTIVES, len(self.tokens))):
            found = self.words.noun(self.tokens, k)
            if found is not None:
                kind = self.words.pattern(self.words.kinds, self.tokens, k, found)
                return kind is not None and self.local(k, found, kind) == at
        return False

    def _joins_adjectives(self, at: int, form: Inflection) -> bool:
        """Whether a joiner stands between an adjective in small letters and one that begins a name:
        «Национальный исторический и природный заповедник».
        """
        if at < 2 or self.tokens[at].word not in self.words.base.joiners:
            return False
        small = not (self.tokens[at - 1].capital or self.tokens[at + 1].capital)
        return small and self._agrees(at - 1, form) and self._agrees(at - 2, form)

    def _agrees(self, at: int, form: Inflection) -> bool:
        token = self.tokens[at]
        return self.words.agrees(token, form) and not self.words.stops(token)

    def _names_place(self, at: int) -> bool:
        """Whether a word is the proper name of a place whose kind stands before it: «города
        Рудного»; a place that an adjective names has none behind it: «Лесной области *Налогового*
        комитета».
        """
        before = self.words.noun(self.tokens, at - 1) if at and self.tokens[at].capital else None
        if before is None or before.plural or before.lemma not in self.words.base.levels:
            return False
        return not (at > 1 and self.tokens[at - 2].capital and self._agrees(at - 2, before))

    def superior(self, at: int) -> bool:
        """Whether a head word in the genitive at `at` stands above what is before it."""
        found = self.head(at)
        if found is None or not self._is_above(found[0], found[1]):
            return False
        first, _, kind = found
        attached = self._attached(first)
        if (kind.office and not attached) or not (kind.above or (kind.bare and attached)):
            return False
        return self.tokens[first].capital or kind.small or self._small_superior(at)

    def _is_above(self, first: int, form: Inflection) -> bool:
        """Whether a case tells it: the genitive, or the locative after «при»."""
        return form.case == "gen" or (form.case == "loc" and self._attached(first))

    def _attached(self, at: int) -> bool:
        """Whether «при» stands before a word."""
        return at > 0 and self.tokens[at - 1].word in self.words.attached

    def _small_superior(self, at: int) -> bool:
        """A head word with a small letter between words that can only be above: «школа отдела
        образования города …».
        """
        before = self.tokens[at - 1] if at else None
        if before is None or (self.words.is_adjective(before) and not self._names_place(at - 1)):
            return False
        if before.word == "," or before.word in self.words.base.joiners:
            return False
        following = self.tokens[at + 1 : at + 2]
        if not following or following[0].role != WORD or not self.fits(at + 1):
            return False
        for k in range(at + 1, min(at + LONGEST_TASK, len(self.tokens))):
            if self.landmark(k) or self._small(k):
                return True
            joins = self.tokens[k].word == "," or self.tokens[k].word in self.words.base.joiners
            across = self.tokens[k].word in self.words.base.across
            if not (joins or across or (self.tokens[k].role == WORD and not self.leaves(k))):
                return False
        return False

    def _small(self, at: int) -> bool:
        """Whether the head word of a kind that is written small stands at `at` in the genitive."""
        found = self.head(at)
        return found is not None and found[2].small and found[1].case == "gen"

    def placeless(self, at: int, begin: int) -> int | None:
        """The end of a superior whose head word stands at `at`, right behind the quotes of a name,
        and which no place tells: «отдела культуры и спорта».
        """
        found = self.head(at)
        if not (found and found[0] == begin and found[2].above and found[1].case == "gen"):
            return None
        end = k = at + 1
        while k < len(self.tokens) and self.tokens[k].role == WORD and not self.leaves(k):
            joins = self.tokens[k].word in self.words.base.joiners
            if not joins and (not self.fits(k) or self.head(k)):
                break
            k += 1
            end = end if joins else k
        return end if end > at + 1 else None

    def fits(self, at: int) -> bool:
        """Whether a word may stand in the genitive."""
        word = self.tokens[at].word
        genitive = word.endswith(self.words.genitive) or not word.endswith(self.words.not_genitive)
        return genitive and not self.leaves(at)

    def leaves(self, at: int) -> bool:
        """Whether a word shows that the sentence has gone on after the name."""
        word = self.tokens[at].word
        if self.words.stops(self.tokens[at]) or (word[0].isdigit() and len(word) > 2):
            return True
        return word not in self.words.analyses and word.endswith(self.words.outside)

    def formed(self, at: int) -> bool:
        """Whether the legal form of another name begins at `at`: one that is not above this."""
        for k in range(at, min(at + MOST_ADJECTIVES, len(self.tokens))):
            noun = self.words.noun(self.tokens, k)
            if noun is not None:
                found = self.words.pattern(self.words.forms, self.tokens, k, noun)
                return found is not None and k - len(found.before) == at and noun.case != "gen"
            if not self.words.is_adjective(self.tokens[k]):
                return False
        return False

    def says_again(self, at: int) -> bool:
        """Whether the bracket at `at` holds another word for the adjective before it, and the name
        goes on: «уголовно-исполнительной (пенитенциарной) системы».
        """
        around = self.tokens[max(0, at - 1) : at + 4]
        if len(around) < 5 or around[3].word != ")" or around[4].role != WORD or around[4].capital:
            return False
        return all(self.words.is_adjective(one) for one in (around[0], around[2]))

    def renames(self, at: int) -> int | None:
        """The token after a bracket at `at` that gives the superior before it another name:
        «… Суде Республики … (аппарата Суда Республики …)».
        """
        closed = self.of_words(at)
        noun = self.words.noun(self.tokens, at + 1) if closed else None
        if closed is None or noun is None or noun.case != "gen" or noun.plural:
            return None
        within = (self.head(k) for k in range(at + 2, closed))
        return closed if any(one and one[1].case == "gen" for one in within) else None

    def of_words(self, at: int) -> int | None:
        """The token after a short bracket at `at` that holds nothing but words."""
        for k in range(at + 1, min(at + LONGEST_BRACKET, len(self.tokens))):
            if self.tokens[k].word == ")":
                return k + 1 if k > at + 1 else None
            if self.tokens[k].role != WORD or self.words.stops(self.tokens[k]):
                return None
        return None

    def _goes_behind(self, opened: int, at: int) -> bool:
        """Whether a name goes on behind a bracket: with whom the body is attached to, or, behind
        its letters, with the country: «Единая служба (ЕС) Республики …».
        """
        if at >= len(self.tokens):
            return False
        letters = opened + 3 == at and self.tokens[opened + 1].acronym
        mark = self.landmark(at) if letters else None
        attached = self.tokens[at].word in self.words.attached
        return attached or (mark is not None and mark.level == 0)

    def bracket(self, at: int) -> int | None:
        """The token after a bracket that opens at `at` and holds another name of the body, or
        other words for its task before whom it is attached to.
        """
        closed = self.of_words(at)
        if closed is None:
            return None
        named = any(self.words.noun(self.tokens, i) for i in range(at + 1, closed - 1))
        return closed if named or self._goes_behind(at, closed) else None
