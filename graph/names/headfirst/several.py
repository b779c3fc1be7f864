"""Several bodies by one plural noun, and bodies in a row that share what stands above the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.names.headfirst.follow import Follower
from graph.names.headfirst.formed import Formed, Span
from graph.names.headfirst.vocabulary import MOST_ADJECTIVES
from graph.names.tokens import WORD, Token
from graph.words import Inflection, adjective, agreed

#: Adjectives that tell as many bodies apart, at most.
MOST = 30


class Several(Formed):
    """The names in one tokenised text that a plural or a common superior holds together."""

    def _several(self, at: int) -> list[Span]:
        """A body for each adjective before a plural: «Абайский и Жарминский районные суды»."""
        ones = self._ones(at)
        if len(ones) < 2:
            return []
        head = self._plural_head(ones[-1] + 1)
        found = head and self._common_form(ones, head)
        if not head or not found:
            return []
        end = self._after_plural(head)
        between = [self._singular(self.tokens[k], found) for k in range(ones[-1] + 1, head)]
        noun = replace(self.tokens[head], word=found.lemma, mended=True)
        tail = [*between, noun, *self.tokens[head + 1 : end]]
        return [
            Span(
                one,
                one,
                end if one == ones[-1] else one + 1,
                end if one == ones[-1] else one + 1,
                found.case,
                said=(self._singular(self.tokens[one], found), *tail),
            )
            for one in ones
        ]

    def _ones(self, at: int) -> list[int]:
        """The singular adjectives with a capital in a row that begins at `at`."""
        found: list[int] = []
        while at < len(self.tokens) and len(found) < MOST and self._tells_one(at):
            found.append(at)
            at += 1
            joined = at
            while at < min(joined + 2, len(self.tokens)) and self._joins(at):
                at += 1
            if at == joined:
                break
        return found

    def _tells_one(self, at: int) -> bool:
        token = self.tokens[at]
        return token.capital and self.words.is_adjective(token) and bool(self._signs(token, "s-"))

    def _signs(self, token: Token, number: str) -> set[str]:
        """The cases that an adjective may tell in a number."""
        known = adjective(token.word, self.words.language)
        return {one[2:5] for one in known[1] if one.startswith(number)} if known else set()

    def _plural_head(self, at: int) -> int | None:
        """The noun in the plural, a kind or a legal form, that stands behind its adjectives."""
        for k in range(at, min(at + MOST_ADJECTIVES, len(self.tokens))):
            noun = self.words.noun(self.tokens, k)
            if noun is not None:
                patterns = (self.words.kinds, self.words.forms)
                known = any(self.words.pattern(one, self.tokens, k, noun) for one in patterns)
                return k if noun.plural and known else None
            token = self.tokens[k]
            if not self.words.is_adjective(token) or not self._signs(token, "p-"):
                return None
        return None

    def _common_form(self, ones: list[int], head: int) -> Inflection | None:
        """What the plural noun is in the case that the adjectives before it tell."""
        cases = set.intersection(*(self._signs(self.tokens[one], "s-") for one in ones))
        known = self.words.analyses.get(self.tokens[head].word, ())
        return next((one for one in known if one.plural and one.case in cases), None)

    def _after_plural(self, head: int) -> int:
        """The end of what belongs to all of them: the task, a superior, a place."""
        return Follower(self.tracker, head + 1).follow()[0]

    def _singular(self, token: Token, noun: Inflection) -> Token:
        """An adjective before a plural as it stands before one body."""
        word = agreed(token.word, noun.gender, self.words.language)
        return replace(token, word=word, mended=True)

    def _share_superiors(self, spans: list[Span]) -> list[Span]:
        """In a row of bodies of one kind what stands above the last is above all: «Комитет дорог,
        Комитет связи Министерства транспорта».
        """
        shared = list(spans)
        for row in self._rows(spans):
            above = self._superiors_of(spans[row[-1]])
            if above and not any(self._superiors_of(spans[one]) for one in row[:-1]):
                for one in row[:-1]:
                    shared[one] = replace(spans[one], shared=above)
        return shared

    def _rows(self, spans: list[Span]) -> Iterator[list[int]]:
        row: list[int] = []
        for at, span in enumerate(spans):
            if row and not self._follows(spans[row[-1]], span):
                yield row
                row = []
            row.append(at)
        if row:
            yield row

    def _follows(self, one: Span, other: Span) -> bool:
        """Whether a bare name stands in a row with the one before it: same kind, same case."""
        if one.form or other.form or one.shared or one.said or one.case != other.case:
            return False
        between = range(one.end, other.first)
        if not 1 <= len(between) <= 2 or not all(self._joins(k) for k in between):
            return False
        return self._lemma(one) == self._lemma(other) != ""

    def _lemma(self, span: Span) -> str:
        """The head word of a bare name that may have a superior."""
        for at in range(span.first, span.end):
            found = self.tracker.head(at)
            if found is not None:
                return found[1].lemma if found[2].above and not found[2].everywhere else ""
        return ""

    def _superiors_of(self, span: Span) -> tuple[int, int] | None:
        """Where the superiors of a bare name, or its country, begin and end."""
        heads = (at for at in range(span.first, span.name_end) if self.tracker.head(at))
        for at in range(next(heads, span.first) + 1, span.name_end):
            token = self.tokens[at]
            if token.role != WORD:
                continue
            found = self.tracker.head(at) if self.tracker.superior(at) else None
            if found is not None:
                return found[0], span.name_end
            if self.tracker.landmark(at) is not None:
                return at, span.name_end
        return None
