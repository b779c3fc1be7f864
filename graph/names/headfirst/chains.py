"""A name without quotes followed from its head word over superiors to the country or a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.names.headfirst.vocabulary import MOST_ADJECTIVES, Pattern, Vocabulary, stem_of
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token
from graph.words import Inflection

#: Words between two landmarks (superiors, places, the country) of one name, at most.
LONGEST_STEP = 20
#: Superiors that one name holds, at most.
MOST_SUPERIORS = 8
#: Words of a bracket inside a name, at most.
LONGEST_BRACKET = 8


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


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place or the country among the tokens; `level` is 0 for the country, -1 for several."""

    first: int
    end: int
    level: int
    noun: int


class Tracker:
    """Follows names in one tokenised text."""

    def __init__(self, tokens: Sequence[Token], words: Vocabulary) -> None:
        self.tokens = tokens
        self.words = words

    # ------------------------------------------------------------- heads

    def head(self, at: int) -> tuple[int, Inflection, Pattern] | None:
        """A head word in the singular at `at`: where its adjectives begin, its form, its kind."""
        found = self.words.noun(self.tokens, at)
        if found is None or found.plural:
            return None
        kind = self.words.pattern(self.words.kinds, self.tokens, at)
        return (self.adjectives(at, found), found, kind) if kind else None

    def adjectives(self, at: int, form: Inflection) -> int:
        """Where the adjectives begin that agree with the noun at `at`; `at` if none does."""
        first = at
        while first > max(0, at - MOST_ADJECTIVES) and self._agrees(first - 1, form):
            first -= 1
        while first < at and not self.tokens[first].capital:
            first += 1
        return first

    def _agrees(self, at: int, form: Inflection) -> bool:
        return self.words.is_adjective(self.tokens[at]) and not self.words.stops(self.tokens[at])

    def superior(self, at: int) -> bool:
        """Whether a head word in the genitive at `at` stands above what is before it."""
        found = self.head(at)
        if found is None or found[1].case != "gen":
            return False
        first, _, kind = found
        if not kind.above or kind.office:
            return False
        return self.tokens[first].capital or kind.small or self._small_superior(at)

    def _small_superior(self, at: int) -> bool:
        """A head word with a small letter between words that can only be above: «школа отдела
        образования города …».
        """
        before = self.tokens[at - 1] if at else None
        if before is None or (self.words.is_adjective(before)):
            return False
        following = self.tokens[at + 1 : at + 2]
        if not following or following[0].role != WORD or not self.fits(at + 1):
            return False
        return any(self.landmark(k) for k in range(at + 1, min(at + 5, len(self.tokens))))

    # ------------------------------------------------------------- landmarks

    def country(self, at: int) -> int | None:
        """The token after the name of the country that begins at `at`, in any case."""
        tokens, base = self.tokens, self.words.base
        if tokens[at].role == WORD and tokens[at].capital and tokens[at].word in base.country_short:
            return at + 1
        for name in base.countries:
            end = at + len(name)
            if end > len(tokens) or name[-1] != tokens[end - 1].word.rstrip("аеу"):
                continue
            first = self.words.analyses.get(tokens[at].word, ())
            if any(one.lemma == name[0] and not one.plural for one in first):
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
        if token.word in self.words.place_short and not token.capital and self._is(at + 1, "."):
            level = self._level(self.words.place_short[token.word])
            end = self._proper_end(at + 2)
            return Landmark(at, end, level, at) if end > at + 2 else None
        form = self.words.noun(self.tokens, at)
        depth = self.words.base.levels.get(form.lemma) if form else None
        if depth:
            end = self._proper_end(at + 1)
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

    def _proper_end(self, at: int) -> int:
        """The token after a proper name of a place that begins at `at`, in quotes or without."""
        if at < len(self.tokens) and self.tokens[at].role == OPEN:
            closed = (
                k
                for k in range(at + 1, min(at + 5, len(self.tokens)))
                if self.tokens[k].role == CLOSE
            )
            return next(closed, at - 1) + 1
        end = at
        while end < len(self.tokens) and self._proper(end, end > at):
            end += 1
        return end

    def _proper(self, at: int, later: bool) -> bool:
        token = self.tokens[at]
        if token.role != WORD:
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

    # ------------------------------------------------------------- names

    def chain(self, at: int) -> Chain | None:
        """The name without quotes whose head word stands at `at`; None when nothing tells whose
        or what body it is (an abbreviation alone may be a defined term: «Комитет УИС»).
        """
        found = self.head(at)
        if found is None:
            return None
        first, form, kind = found
        if not (self.tokens[first].capital or kind.small):
            return None
        start = at + 1 + len(kind.after)
        end, landed, above = Follower(self, start).follow()
        if not (kind.bare or above):
            return None
        named = end > start and not self.tokens[start].acronym
        if not landed and not named and first == at:
            return None
        if kind.small and not self.tokens[first].capital and not landed:
            return None
        return Chain(first, at, end, form, kind, landed) if end > start or first < at else None

    def fits(self, at: int) -> bool:
        """Whether a word may stand in the genitive."""
        word = self.tokens[at].word
        return not word.endswith(self.words.not_genitive) and not self.leaves(at)

    def leaves(self, at: int) -> bool:
        """Whether a word shows that the sentence has gone on after the name."""
        word = self.tokens[at].word
        if self.words.stops(self.tokens[at]) or (word[0].isdigit() and len(word) > 2):
            return True
        return word not in self.words.analyses and word.endswith(self.words.outside)

    def _is(self, at: int, sign: str) -> bool:
        return at < len(self.tokens) and self.tokens[at].word == sign

    def bracket(self, at: int) -> int | None:
        """The token after a bracket that opens at `at` and holds another name of the body."""
        inside = range(at + 1, min(at + LONGEST_BRACKET, len(self.tokens)))
        for k in inside:
            token = self.tokens[k]
            if token.word == ")":
                named = any(self.words.noun(self.tokens, i) for i in range(at + 1, k))
                return k + 1 if named else None
            if token.role != WORD or self.words.stops(token):
                return None
        return None


class Follower:
    """One walk along a name from the token after its head word."""

    def __init__(self, tracker: Tracker, at: int) -> None:
        self.tracker = tracker
        self.tokens = tracker.tokens
        self.words = tracker.words
        self.at = self.end = at
        #: The last landmark was a place or the country: only a superior or «по» goes on.
        self.closed = False
        #: Something was passed over that only a superior or the country makes part of the name.
        self.loose = False
        #: Words may stand in any case: after a preposition.
        self.free = False
        self.landed = False
        self.above = 0

    def follow(self) -> tuple[int, bool, bool]:
        """The end of the name, whether a landmark was reached, whether a superior was."""
        while self.at < len(self.tokens) and self.at - self.end <= LONGEST_STEP:
            if not self._step():
                break
        return self.end, self.landed or self.above > 0, self.above > 0

    def _step(self) -> bool:
        token = self.tokens[self.at]
        if token.role == SIGN:
            return self._sign(token)
        if token.role != WORD:
            return False
        if self.tracker.superior(self.at):
            return self.above < MOST_SUPERIORS and self._superior()
        mark = self.tracker.landmark(self.at)
        if mark is not None and not (self.closed and mark.level):
            return self._land(mark)
        if self.closed and not self._goes_on():
            return False
        return self._word()

    def _superior(self) -> bool:
        """A superior, unless it stands in a row with the body itself."""
        before = self.tokens[self.at - 1]
        if (
            self.at > self.end
            and self.at - 1 >= self.end
            and (before.word == "," or before.word in self.words.base.joiners)
        ):
            return False
        self.above += 1
        self.closed = self.free = False
        return self._accept(self.at + 1)

    def _accept(self, end: int) -> bool:
        self.at = self.end = end
        self.loose = False
        return True

    def _land(self, mark: Landmark) -> bool:
        self.landed, self.closed, self.free = True, True, False
        return self._accept(mark.end)

    def _goes_on(self) -> bool:
        """After a place or the country: an adjective of a superior, or a task or place of work."""
        word = self.tokens[self.at].word
        if word in self.words.base.across:
            following = self.tokens[self.at + 1 : self.at + 2]
            return bool(following) and not self.words.stops(following[0])
        if word in self.words.base.joiners:
            return self._joined_place()
        return self.tokens[self.at].capital and self.words.is_adjective(self.tokens[self.at])

    def _joined_place(self) -> bool:
        mark = self.tracker.landmark(self.at + 1) if self.at + 1 < len(self.tokens) else None
        across = any(
            token.word in self.words.base.across for token in self.tokens[self.end - 8 : self.end]
        )
        return across and mark is not None and mark.level != 0

    def _sign(self, token: Token) -> bool:
        if token.word == "(" and self.at == self.end:
            closed = self.tracker.bracket(self.at)
            return closed is not None and self._accept(closed)
        following = self.tokens[self.at + 1 : self.at + 2]
        if not following or following[0].role != WORD or self.closed:
            return False
        if token.word == ",":
            self.loose = True
            self.at += 1
            return True
        if token.word == "." and len(self.tokens[self.at - 1].word) <= 2:
            self.at += 1
            return True
        return False

    def _word(self) -> bool:
        tracker, at = self.tracker, self.at
        word = self.tokens[at].word
        phrase = next((one for one in self.words.inside if self._stands(one)), None)
        if phrase is not None:
            self.free, self.closed = True, False
            self.at += len(phrase)
            self.end = self.end if self.loose else self.at
            return True
        if word in self.words.base.across:
            following = self.tokens[at + 1 : at + 2]
            if not following or following[0].role != WORD or tracker.leaves(at + 1):
                return False
            self.free, self.closed = True, False
            self.at += 1
            return True
        if word in self.words.base.joiners:
            self.at += 1
            return self._joined()
        if tracker.leaves(at) or self._another(at):
            return False
        if word in self.words.prepositions:
            self.loose = self.free = True
            self.at += 1
            return True
        fits = self.free or tracker.fits(at)
        self.closed = False
        self.at += 1
        if fits and not self.loose:
            self.end = self.at
        elif not fits:
            self.loose = True
        return True

    def _stands(self, phrase: tuple[str, ...]) -> bool:
        words = self.tokens[self.at : self.at + len(phrase)]
        return tuple(token.word for token in words) == phrase

    def _joined(self) -> bool:
        following = self.tokens[self.at : self.at + 1]
        return bool(following) and following[0].role == WORD

    def _another(self, at: int) -> bool:
        """A head word with a capital that stands beside the name, not above it."""
        return self.tokens[at].capital and self.tracker.head(at) is not None
