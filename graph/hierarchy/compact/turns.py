"""The days on which something of a body may turn: between two of them nothing of it changes."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass

from graph.hierarchy.compact.columns import BOUNDS, SUBORDINATIONS, SUPERSEDED, Columns
from graph.hierarchy.compact.table import Table
from ontology import SHZ


@dataclass(frozen=True, slots=True)
class Turns:
    """For each body, in order of terms: its days from `starts[n]` to `starts[n + 1]` of `days`.

    `bound` are all days on which some bound of the record lies as it is now; `unsure` the bodies
    that take part in an event whose day is not exact, and `events` the row of each such event.
    `grown` are the days on which the record grew or was corrected.
    """

    starts: array[int]
    days: array[int]
    bound: array[int]
    unsure: array[int]
    events: array[int]
    grown: array[int]


def read_turns(table: Table, columns: Columns, bodies: array[int]) -> Turns:
    """The turns of the things whose terms are `bodies`, in this order."""
    return _Reading(table, columns, bodies).turns()


class _Reading:
    def __init__(self, table: Table, columns: Columns, bodies: array[int]) -> None:
        self.table, self.columns, self.bodies = table, columns, bodies
        self.known = frozenset(bodies)
        self.bounded = table.name(str(SHZ.boundedBy))
        self.events = table.rows(table.terms.within("event/"))
        self.lives = {table.name(str(SHZ.created)), table.name(str(SHZ.ended))}
        self.led = self._led()
        self.below = self._below()

    def _led(self) -> dict[int, int]:
        """The body from which a property leads to a statement, such as its name form."""
        rows = [row for body in self.bodies if (row := self.table.row_of(body)) is not None]
        return {term: self.table.subjects[row] for row in rows for _, term in self.table.said(row)}

    def _below(self) -> dict[int, set[int]]:
        """The bodies that any claim ever put under each."""
        found, columns = defaultdict[int, set[int]](set), self.columns
        names = {term + 1 for iri in SUBORDINATIONS if (term := self.table.terms.find(iri))}
        for row, name in enumerate(columns.predicates):
            if name in names and columns.subjects[row] - 1 in self.known:
                found[columns.objects[row] - 1].add(columns.subjects[row] - 1)
        return found

    def turns(self) -> Turns:
        found = defaultdict[int, set[int]](set)
        bound: set[int] = set()
        unsure: list[tuple[int, int]] = []
        for row, kind in enumerate(self.columns.kinds):
            days = {self._day(held) for held in (self._now(row) if kind else ())} - {0}
            bound |= days
            if kind & SUPERSEDED:
                days = days | self._ever(row)
            if days:
                for body in self._concerned(row):
                    found[body] |= days
            if row in self.events and kind and not self._exact(row):
                unsure += ((body, row) for body in self._named(row))
        return self._packed(found, bound, sorted(unsure))

    def _now(self, row: int) -> array[int]:
        return self.columns.bounds[row * len(BOUNDS) : (row + 1) * len(BOUNDS)]

    def _day(self, held: int) -> int:
        """The day of a bound, by its row plus one; 0 for none."""
        return self.columns.dates[held - 1] if held else 0

    def _ever(self, row: int) -> set[int]:
        rows = map(self.table.row_of, self.table.objects_of(row, self.bounded))
        return {self.columns.dates[one] for one in rows if one is not None} - {0}

    def _exact(self, row: int) -> bool:
        """Whether an event, or a claim about one, is of a single day."""
        if self.columns.subjects[row]:
            return True
        first, last = map(self._day, self._now(row)[:2])
        return bool(first) and first == last

    def _concerned(self, row: int) -> set[int]:
        """The bodies of a fact; with one that began or ended, also those that stood under it."""
        bodies = self._named(row)
        if row not in self.events:
            return bodies
        lives = [term for name, term in self.table.said(row) if name in self.lives]
        return bodies.union(*(self.below.get(term, ()) for term in lives))

    def _named(self, row: int) -> set[int]:
        """The bodies that a fact is about."""
        columns = self.columns
        if columns.subjects[row]:
            named = {columns.subjects[row] - 1, columns.objects[row] - 1}
        else:
            named = {term for _, term in self.table.said(row)}
            named.add(self.led.get(self.table.subjects[row], -1))
        return {term for term in named if term in self.known}

    def _packed(
        self, found: dict[int, set[int]], bound: set[int], unsure: list[tuple[int, int]]
    ) -> Turns:
        starts, days = array("I", [0]), array("i")
        for body in self.bodies:
            days.extend(sorted(found.get(body, ())))
            starts.append(len(days))
        return Turns(
            starts,
            days,
            array("i", sorted(bound)),
            array("I", (body for body, _ in unsure)),
            array("I", (row for _, row in unsure)),
            array("i", sorted({*self.columns.since, *self.columns.until} - {0})),
        )
