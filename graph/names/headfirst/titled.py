"""Names whose kind stands before their quotes: «санаторий «Арман»», «Дирекция «Стройка»»."""

from __future__ import annotations

from graph.names.headfirst.follow import Follower
from graph.names.headfirst.formed import Span
from graph.names.headfirst.scattered import Scattered
from graph.names.headfirst.vocabulary import MOST_ADJECTIVES, Pattern
from graph.names.tokens import CLOSE, WORD
from graph.words import Inflection

#: Words for the task between a head word and the quotes, at most.
LONGEST_TASK = 10
#: Tokens of the name in quotes, at most.
LONGEST_TITLE = 20


class Titled(Scattered):
    """The names in one tokenised text that tell a kind and then stand in quotes."""

    def _titled(self, at: int, limit: int) -> list[Span]:
        """The name whose head word stands at `at`; quotes around the title of an act, or around
        the name of a body with a head word of its own, are no such name.
        """
        found = self.tracker.head(at)
        if found is None or not self._takes_title(found[2]):
            return []
        start = at + 1 + len(found[2].after)
        opened = self._title(start)
        if opened is None or self._is_of_other(opened, plain=opened == start):
            return []
        name_end, end = self._with_superiors(self._closing(opened), opened)
        first = max(limit, self._adjectives_of(at, found[1]))
        return [Span(first, first, name_end, end, found[1].case)]

    def _takes_title(self, kind: Pattern) -> bool:
        return not (kind.everywhere or kind.office or kind.small)

    def _title(self, start: int) -> int | None:
        """The quote that opens behind a head word and the words of its task, but no superior."""
        if start >= len(self.tokens) or self._opens(start):
            return start if start < len(self.tokens) else None
        if not any(map(self._opens, range(start, start + LONGEST_TASK + 1))):
            return None
        end, landed, _ = Follower(self.tracker, start).follow()
        return end if self._opens(end) and end - start <= LONGEST_TASK and not landed else None

    def _is_of_other(self, opened: int, *, plain: bool) -> bool:
        """Whether what the quotes hold is no title of this body, or does not end soon."""
        inside = self.tokens[opened + 1 : opened + 1 + LONGEST_TITLE]
        closes = any(token.role == CLOSE for token in inside)
        if not closes or not inside[0].capital or self.words.stops(inside[0]):
            return True
        return not plain and self._first_head(opened + 1) is not None

    def _first_head(self, first: int) -> int | None:
        """The head word, in the nominative, of a name whose adjectives begin at `first`."""
        for at in range(first, min(first + 6, len(self.tokens))):
            if self.tokens[at].role != WORD or self.form(at) is not None:
                return None
            found = self.tracker.head(at)
            if found is not None:
                begins, form, _ = found
                named = begins == first and self.tokens[first].capital
                return at if named and form.case in ("nom", "acc") else None
        return None

    def _adjectives_of(self, at: int, form: Inflection) -> int:
        """Where the adjectives of a head word begin, in small letters too."""
        first = at
        while first > max(0, at - MOST_ADJECTIVES) and self.tokens[first - 1].role == WORD:
            token = self.tokens[first - 1]
            if not self.words.agrees(token, form) or self.words.stops(token):
                break
            first -= 1
        return first
