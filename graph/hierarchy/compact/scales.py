"""What is there on a day, and under whom it stands, by numbers alone: as the record once was."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from graph.hierarchy.compact.columns import BOUNDS, SUBORDINATIONS, SUPERSEDED, Columns
from graph.hierarchy.compact.keeping import keep
from graph.hierarchy.compact.table import Inverse, Table
from graph.time import Four, decide, stretch
from ontology import RDF, SHZ

#: How much each of BASES weighs: an order outweighs a name that carries the superior, and that
#: outweighs a mere list.
_WEIGHTS = (0, 3, 2, 1)
#: A day after all others.
_NEVER = date.max.toordinal()
#: The days of a fact's bounds and whether the first is firm; None for a fact that holds always.
Period = tuple[Four[int], bool] | None


class Event(NamedTuple):
    """What made or ended a body: the first day of which it speaks, and its row."""

    start: int
    row: int
    created: bool
    period: Period


class Claim(NamedTuple):
    """What puts a body under another, whose term is `above`; the strongest sorts last."""

    weight: int
    start: int
    row: int
    above: int
    period: Period


class Ruling(NamedTuple):
    """What the events say: the row of the one that does, and whether it may have come by then."""

    value: str
    row: int
    begun: bool


class Weighing(NamedTuple):
    """The superior of a body: its term, -1 for none, and the row that decides, -1 for none.

    `winners` are the rows of the claims for that superior, `others` of those for others that the
    day does not refute, strongest first.
    """

    value: str
    above: int = -1
    row: int = -1
    winners: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


class Scales:
    """Weighs what the record says as it was on the day `known`, an ordinal; None: as it is now.

    Things are told by their terms, days by their ordinals.
    """

    def __init__(
        self, held: Table, columns: Columns, pointing: Inverse, known: int | None = None
    ) -> None:
        self.held, self.columns, self.pointing, self.known = held, columns, pointing, known
        find = held.terms.find
        self.placing = frozenset(term + 1 for iri in SUBORDINATIONS if (term := find(iri)))
        self.subject, self.object = held.name(str(RDF.subject)), held.name(str(RDF.object))
        self.lives = [(held.name(str(SHZ.created)), True), (held.name(str(SHZ.ended)), False)]
        self.bounded, self.bound = held.name(str(SHZ.boundedBy)), held.name(str(SHZ.boundProperty))
        self._events: dict[int, list[Event]] = {}
        self._claims: dict[int, list[Claim]] = {}
        self._shown: dict[int, list[tuple[int, int]]] = {}

    def there(self, thing: int, day: int) -> str:
        """Whether a thing exists.

        The last event that has begun decides: a body may end and be made anew. A claim about the
        body that holds on the day proves it, unless an event speaks against it.
        """
        said = self.ruling(thing, day)
        if said and said.value != "not-known":
            return said.value
        shown = self.shown(thing)
        place = bisect_right(shown, (day, _NEVER)) - 1
        return "yes" if place >= 0 and day < shown[place][1] else "not-known"

    def ruling(self, thing: int, day: int) -> Ruling | None:
        """What the events say of a thing; None where none is on record."""
        last = None
        events = self.events(thing)
        for event in events:
            if event.start > day:
                break
            last = event
        if last is None:
            first = events[0] if events else None
            return Ruling("no", first.row, False) if first and first.created else None
        if _value(last.period, day) != "yes":
            return Ruling("not-known", last.row, True)
        return Ruling("yes" if last.created else "no", last.row, True)

    def witness(self, thing: int, day: int) -> int | None:
        """The row of the first claim that holds and so shows that the thing is there."""
        for row in self.traces(thing):
            if self.value(row, day) == "yes":
                return row
        return None

    def shown(self, thing: int) -> list[tuple[int, int]]:
        """The stretches of days on which some claim shows the thing, in order, none touching."""
        found = self._shown.get(thing)
        if found is None:
            found = []
            periods = (self.period(row) for row in self.traces(thing))
            for first, end in sorted(stretch(one[0]) if one else (0, _NEVER) for one in periods):
                if found and first <= found[-1][1]:
                    found[-1] = found[-1][0], max(end, found[-1][1])
                elif first < end:
                    found.append((first, end))
            keep(self._shown, thing, found)
        return found

    def traces(self, thing: int) -> Iterator[int]:
        """The rows of the claims on a thing, then of those that put others under it."""
        subjects, objects = self.columns.subjects, self.columns.objects
        for row in self._pointing(thing, self.subject):
            if subjects[row]:
                yield row
        for row in self._pointing(thing, self.object):
            if self.columns.predicates[row] in self.placing and subjects[row] != objects[row]:
                yield row

    def weigh(self, thing: int, day: int) -> Weighing:
        """The superior: the strongest certain claim wins, by what it rests on, then by its start.

        A stronger claim that may have begun by that day makes the answer not known. A claim whose
        answer is no takes no part. What is not there rules nobody, and nobody rules itself.
        """
        claims = [c for c in self.claims(thing) if self._may_rule(c.above, day)]
        alive = [(c, said) for c in claims if (said := _value(c.period, day)) != "no"]
        if not alive:
            return Weighing("no", row=claims[0].row) if claims else Weighing("not-known")
        winner, value = next((pair for pair in alive if pair[1] == "yes"), alive[0])
        decider = winner
        if value == "yes":
            decider = next(c for c, _ in alive if c is winner or _doubts(c, winner, day))
        return Weighing(
            value if decider is winner else "not-known",
            winner.above,
            decider.row,
            tuple(c.row for c, _ in alive if c.above == winner.above),
            tuple(c.row for c, _ in alive if c.above != winner.above),
        )

    def _may_rule(self, thing: int, day: int) -> bool:
        """Whether no event speaks against it: only an event can, since silence refutes nothing."""
        said = self.ruling(thing, day)
        return said is None or said.value != "no"

    def events(self, thing: int) -> list[Event]:
        """What made or ended a thing, in order of time."""
        found = self._events.get(thing)
        if found is None:
            subjects = self.columns.subjects
            found = sorted(
                Event(self.columns.start(row), row, created, self.period(row))
                for name, created in self.lives
                for row in self._pointing(thing, name)
                if not subjects[row]
            )
            keep(self._events, thing, found)
        return found

    def claims(self, thing: int) -> list[Claim]:
        """What puts a thing under others, the strongest first."""
        found = self._claims.get(thing)
        if found is None:
            columns, placing = self.columns, self.placing
            found = [
                Claim(
                    _WEIGHTS[columns.bases[row]],
                    self.columns.start(row),
                    row,
                    columns.objects[row] - 1,
                    self.period(row),
                )
                for row in self._pointing(thing, self.subject)
                if columns.predicates[row] in placing and columns.objects[row] - 1 != thing
            ]
            found.sort(key=_strength, reverse=True)
            keep(self._claims, thing, found)
        return found

    def _pointing(self, thing: int, name: int | None) -> Iterator[int]:
        """The rows of the facts that the record knew and that have the thing by a property."""
        if name is None:
            return
        kinds = self.columns.kinds
        for row in self.pointing.pointing(thing, name):
            if kinds[row] and self.knew(row):
                yield row

    def knew(self, row: int) -> bool:
        """Whether the record held what a row says."""
        until = self.columns.until[row]
        if self.known is None:
            return not until
        return self.columns.since[row] <= self.known and (not until or self.known < until)

    def value(self, row: int, day: int) -> str:
        """Whether a fact holds on a day."""
        return _value(self.period(row), day)

    def period(self, row: int) -> Period:
        """When a fact holds."""
        rows, columns = self.bounds(row), self.columns
        if not any(rows):
            return None
        return columns.days_of(rows), not (rows[0] and columns.loose[rows[0] - 1])

    def bounds(self, row: int) -> array[int]:
        """The four bounds of a fact by their rows plus one."""
        if self.known is not None and self.columns.kinds[row] & SUPERSEDED:
            return self._bounds_then(row)
        return self.columns.bounds[row * len(BOUNDS) : (row + 1) * len(BOUNDS)]

    def _bounds_then(self, row: int) -> array[int]:
        """The bounds that the record held, each at its side."""
        rows, terms = array("I", [0] * len(BOUNDS)), self.held.terms
        for term in self.held.objects_of(row, self.bounded):
            bound = self.held.row_of(term)
            side = None if bound is None else self.held.first(bound, self.bound)
            if bound is not None and side is not None and self.knew(bound):
                rows[BOUNDS.index(terms.text(side))] = bound + 1
        return rows


def _value(period: Period, day: int) -> str:
    return "yes" if period is None else decide(*period, day)[0]


def _strength(claim: Claim) -> tuple[int, int, int]:
    return claim.weight, claim.start, claim.row


def _doubts(claim: Claim, winner: Claim, day: int) -> bool:
    """Whether a stronger claim is for another superior and may hold already."""
    return claim.above != winner.above and claim.start <= day
