"""Bodies by one plural head word behind several names: «Ақмола, Ақтөбе облыстарының соттары»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.names.chains import Chain, is_proper
from graph.names.lexicon import Lexicon
from graph.names.plain import is_number, is_plain
from graph.names.tokens import WORD, Token
from graph.words import Inflection, forms, read_ending

#: Cases in which a deed names those with whom something is done.
_CASES = ("nom", "acc", "gen")
#: Words of a task between the last name and the head word, at most.
_LONGEST_TASK = 14
#: Words of one name or place, at most.
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class One:
    """One of several: its tokens in the text, and what they say of it alone."""

    first: int
    end: int
    said: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """Several bodies of one head word: what stands above all, each, what follows each of them."""

    above: tuple[Token, ...]
    first: int
    each: tuple[One, ...]
    rest: tuple[Token, ...]


class Scattered:
    """Finds several names before one plural head word, among the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon, chains: Sequence[Chain]) -> None:
        self.tokens = tokens
        self.words = words
        self._by_end: Mapping[int, Chain] = {one.end: one for one in chains if one.shared is None}

    def head(self, at: int) -> Inflection | None:
        """The plural head word at a token of which several bodies may be named."""
        token = self.tokens[at]
        form = self.words.inflections.get(token.word) if token.role == WORD else None
        if form is None or not form.plural or form.case not in _CASES:
            return None
        kind = self.words.kind([one.word for one in self.tokens[max(0, at - 3) : at + 1]])
        if kind is None or kind.office:
            return None
        known = is_plain(kind) or (kind.bare and form.possessed)
        return form if known else None

    def before_head(self, at: int, limit: int) -> Many | None:
        """The bodies that a plural head word at `at` names; none before the token `limit`."""
        form = self.words.inflections[self.tokens[at].word]
        single = self._single(self.tokens[at], form, "nom")
        many = self._many(at, limit, (single,)) if single else None
        kind = self.words.kind([one.word for one in self.tokens[max(0, at - 3) : at + 1]])
        if many is not None and kind is not None and not kind.bare:
            # Schools of several places are no bodies by their places; those of numbers are.
            numbered = all(is_number(token.word) for one in many.each for token in one.said)
            return many if numbered else None
        return many

    def before_form(self, first: int, limit: int) -> Many | None:
        """The bodies that a plural legal form names whose first word is at `first`."""
        return self._many(first, limit, ())

    def _many(self, end: int, limit: int, head: tuple[Token, ...]) -> Many | None:
        task = self._task(end, limit)
        low = task
        while low > limit and (self._joins(low - 1) or self._of_name(low - 1)):
            low -= 1
        while low < task and self._joins(low):
            low += 1
        each = self._each(low, task)
        rest = self._rest(task, end)
        above = self._by_end.get(low)
        if len(each) < 2 or rest is None or (above is None and self._rules(low - 1, limit)):
            return None
        first = max(above.start, limit) if above else low
        return Many(tuple(self.tokens[first:low]), first, tuple(each), (*rest, *head))

    def _task(self, end: int, limit: int) -> int:
        """Where the small words begin that stand between the last name and token `end`."""
        at = end
        while at > max(limit, end - _LONGEST_TASK) and self._is_small(at - 1):
            at -= 1
        return at

    def _is_small(self, at: int) -> bool:
        token = self.tokens[at]
        small = token.role == WORD and not token.capital and token.word not in self.words.stops
        small = small and not is_number(token.word)
        return small and token.word not in self.words.adjectives and not self._level(at)

    def _level(self, at: int) -> Inflection | None:
        """What the noun of a place at a token is, of one place or of several."""
        form = self.words.inflections.get(self.tokens[at].word)
        noun = form is not None and form.possessed and form.case in ("nom", "gen")
        return form if form and noun and self.words.levels.get(form.lemma) else None

    def _of_name(self, at: int) -> bool:
        return self._is_proper(at) or self._is_level(at)

    def _is_level(self, at: int) -> bool:
        return self.tokens[at].word in self.words.adjectives or self._level(at) is not None

    def _is_proper(self, at: int) -> bool:
        token = self.tokens[at]
        named = is_proper(token, self.words) and token.word.replace("-", "").isalpha()
        return named or is_number(token.word)

    def _joins(self, at: int) -> bool:
        return self.tokens[at].word == "," or self.tokens[at].word in self.words.joiners

    def _rules(self, at: int, limit: int) -> bool:
        """Whether a noun at a token rules what follows it: a superior that is not known."""
        word = self.tokens[at].word if at >= limit and self.tokens[at].role == WORD else ""
        return bool(word) and read_ending(word, self.words.language)[1] == "gen"

    def _each(self, low: int, end: int) -> list[One]:
        """Each of the names from `low` to `end`: all with the noun of their place, or none."""
        found: list[One] = []
        waiting: list[tuple[int, int]] = []
        at = low
        while at < end:
            name = at
            while at < end and self._is_proper(at):
                at += 1
            if not 0 < at - name <= _LONGEST_NAME:
                return []
            noun = at < end and self._is_level(at)
            waiting.append((name, at))
            if noun:
                placed = self._placed(waiting, at)
                if not placed:
                    return []
                found, waiting, at = [*found, *placed], [], at + 1
            if at < end and not self._joins(at):
                return []
            at += at < end
        if found and waiting:
            return []
        return found + [One(*one, tuple(self.tokens[slice(*one)])) for one in waiting]

    def _placed(self, names: Sequence[tuple[int, int]], at: int) -> list[One]:
        """Each name with the noun of its place, which stands behind the last of them at `at`."""
        form = self._level(at)
        if form is not None and form.plural == (len(names) < 2):
            return []
        noun = self._single(self.tokens[at], form, form.case) if form else self.tokens[at]
        ends = [*(end for _, end in names[:-1]), at + 1]
        return [
            One(first, last, (*self.tokens[first:end], noun))
            for (first, end), last in zip(names, ends, strict=True)
            if noun
        ]

    def _rest(self, first: int, end: int) -> tuple[Token, ...] | None:
        """The words of the task as they stand of one body; None where they rule another name."""
        told: list[Token] = []
        for token in self.tokens[first:end]:
            form = self.words.inflections.get(token.word)
            if form and form.plural and form.possessed and form.case == "gen":
                single = self._single(token, form, "gen")
                if single is None:
                    return None
                token = single
            told.append(token)
        return tuple(told)

    def _single(self, token: Token, form: Inflection, case: str) -> Token | None:
        """A plural noun in the third person as it stands of one body, in a case."""
        if not form.plural:
            return token
        for word, told in forms(form.lemma, self.words.language):
            if told.possessed and not told.plural and told.case == case:
                return replace(token, word=word, mended=True)
        return None
