"""Who is there and who stands under whom on a day, by places: no fact need be made to answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from graph.hierarchy.ages import Ages
from graph.hierarchy.compact import VALUES, Compact, Weighing, slot, stood

_NO, _UNKNOWN, _YES = range(len(VALUES))
#: A body on the way down: its place, how far down it is, the place of the one above it.
Way = tuple[int, int, int]


class Levels:
    """The bodies of a record on a day, by their places in its arrays.

    Of the record as it is now all is worked out in the index; as it once was, when it is asked for.
    """

    def __init__(self, compact: Compact, ages: Ages, day: date) -> None:
        self._compact, self._ages = compact, ages
        self._day = day.toordinal()
        self._ways: dict[int, list[Way]] = {}

    def there(self, place: int) -> str:
        """Whether a body is there."""
        return VALUES[self._at(place)[0]]

    def superior(self, place: int | None) -> str | None:
        """The IRI of the body under which one certainly stands; None where it is not certain."""
        _, sure, above = self._at(place) if place is not None else (_NO, _NO, 0)
        if sure != _YES or not above:
            return None
        return self._compact.terms.text(self._compact.bodies.terms[above - 1])

    def ways(self, top: int) -> list[Way]:
        """All that stand, or may stand, under a body: nearest first, then by the alphabet."""
        found = self._ways.get(top)
        if found is None:
            found = self._ways[top] = list(self._descend(top))
        return found

    def _descend(self, top: int) -> Iterator[Way]:
        seen, ahead = {top}, [top]
        depth = 0
        while ahead:
            depth, level, ahead = depth + 1, ahead, []
            for above in level:
                for place in self.directly(above):
                    if place not in seen:
                        seen.add(place)
                        ahead.append(place)
                        yield place, depth, above

    def directly(self, above: int) -> Iterator[int]:
        """The bodies that stand, or may stand, right under one, by the alphabet."""
        stands = self._compact.stands
        named = stands.below[stands.starts[above] : stands.starts[above + 1]]
        if not self._ages.now:
            yield from (place for place in named if self._wins(place, above, *self._at(place)))
            return
        # asked for thousands of bodies: calls of methods would take several times as long
        days, starts, day = self._compact.turns.days, self._compact.turns.starts, self._day
        sures, aboves = stands.sure, stands.above
        for place in named:
            at = bisect_right(days, day, starts[place], starts[place + 1]) + place
            sure = sures[at]
            if sure and (aboves[at] == above + 1 or (sure == _UNKNOWN and self._may(place, above))):
                yield place

    def _wins(self, place: int, above: int, there: int, sure: int, superior: int) -> bool:
        """Whether the body stands, or may stand, under that superior."""
        if there == _NO or sure == _NO:
            return False
        return superior == above + 1 or (sure == _UNKNOWN and self._may(place, above))

    def _may(self, place: int, above: int) -> bool:
        """Whether a claim that is not refuted puts the body under that superior."""
        term, objects = self._compact.bodies.terms[above], self._compact.columns.objects
        return any(objects[row] == term + 1 for row in self.weighing(place).others)

    def weighing(self, place: int) -> Weighing:
        """Who is the superior of a body, by rows and terms."""
        return self._ages.scales.weigh(self._compact.bodies.terms[place], self._day)

    def _at(self, place: int) -> tuple[int, int, int]:
        """Whether a body is there, whether it stands under one, and the place of that plus one."""
        at = slot(self._compact.turns, place, self._day)
        if self._ages.now:
            stands = self._compact.stands
            return stands.there[at], stands.sure[at], stands.above[at]
        kept, terms = self._ages.stood, self._compact.bodies.terms
        found = kept.answers.get(at)
        return found or kept.keep(at, stood(self._ages.scales, terms, place, self._day))
