"""A name without quotes: adjectives, the head word, and all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.names.headfirst.follow import Follower
from graph.names.headfirst.heads import Heads
from graph.names.headfirst.vocabulary import Pattern
from graph.words import Inflection


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
    """Follows names in one tokenised text."""

    def chain(self, at: int, *, above: bool = False) -> Chain | None:
        """The name without quotes whose head word stands at `at`; None when nothing tells whose
        or what body it is (an abbreviation alone may be a defined term: «Комитет УИС»). `above`:
        it is known to stand above another name, so it may begin with a small letter.
        """
        found = self.head(at)
        if found is None:
            return None
        first, form, kind = found
        if not (self.tokens[first].capital or kind.small or above):
            return None
        start = at + 1 + len(kind.after)
        end, landed, superior = Follower(self, start).follow()
        if not (kind.bare or superior):
            return None
        named = end > start and not self.tokens[start].acronym
        if not landed and not named and first == at:
            return None
        if kind.small and not self.tokens[first].capital and not landed:
            return None
        return Chain(first, at, end, form, kind, landed) if end > start or first < at else None
