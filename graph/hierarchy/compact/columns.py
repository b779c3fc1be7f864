"""What every question asks of every fact, in columns: no node need be made to answer."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.hierarchy.compact.table import Table
from graph.time import BoundValue, Four, Reason
from ontology import RDF, SHZ

#: The four bounds of a period, in the order of their columns.
BOUNDS = tuple(
    str(SHZ[name])
    for name in ("startsNotBefore", "startsNotAfter", "endsNotBefore", "endsNotAfter")
)
#: What a subordination rests on, by its number in the column.
BASES = ("", "order", "name", "list")
#: The claims that say who is superior: of any body, and of a district or city section.
SUBORDINATIONS = (str(SHZ.subordinateTo), str(SHZ.territorialBodyOf))
#: What `kinds` tells of a row: a fact; one whose bounds the record once held otherwise.
FACT, SUPERSEDED = 1, 2


@dataclass(frozen=True, slots=True)
class Columns:
    """One number for each row of the graph of claims; 0 where there is none.

    `subjects`, `predicates`, `objects` are terms of claims, each plus one; `since` and `until`
    ordinals of days; `bounds` are four for each row, of rows plus one. `dates` are the days of rows
    that are bounds themselves, `loose` marks those beyond which nothing is excluded.
    """

    kinds: array[int]
    subjects: array[int]
    predicates: array[int]
    objects: array[int]
    bases: array[int]
    since: array[int]
    until: array[int]
    bounds: array[int]
    dates: array[int]
    loose: array[int]

    def days(self, row: int) -> Four[int]:
        """The days of the bounds of a fact, as the record is now."""
        return self.days_of(self.bounds[row * len(BOUNDS) : (row + 1) * len(BOUNDS)])

    def days_of(self, bounds: Iterable[int]) -> Four[int]:
        """The days of four bounds, given by their rows plus one."""
        first, begun, ends, ended = (self.dates[row - 1] if row else 0 for row in bounds)
        return first, begun, ends, ended

    def start(self, row: int) -> int:
        """The first day of which a fact speaks, as the record is now; 0 where no day is held."""
        first, begun, *_ = self.days(row)
        return first or begun or 0


def read_columns(table: Table) -> Columns:
    """The columns of the graph of claims."""
    return _Reading(table).columns()


class _Reading:
    """The table on its way into columns; properties that nothing has are at place -1."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.certainty, self.bound_by = self._name(SHZ.certainty), self._name(SHZ.boundedBy)
        self.bound, self.basis = self._name(SHZ.boundProperty), self._name(SHZ.subordinationBasis)
        self.since, self.until = self._name(SHZ.recordedFrom), self._name(SHZ.recordedUntil)
        self.date, self.why = self._name(SHZ.boundDate), self._name(SHZ.boundReason)
        self.triple = [self._name(iri) for iri in (RDF.subject, RDF.predicate, RDF.object)]
        find = table.terms.find
        self.sides = {term: side for side, iri in enumerate(BOUNDS) if (term := find(iri))}
        self.days: dict[int, int] = {}
        self.bases: dict[int, int] = {}
        self.firm: dict[int, bool] = {}

    def _name(self, iri: str) -> int:
        place = self.table.name(str(iri))
        return -1 if place is None else place

    def columns(self) -> Columns:
        rows = len(self.table)
        kinds, bases, loose = (_empty("B", rows) for _ in range(3))
        subjects, predicates, objects = (_empty("I", rows) for _ in range(3))
        since, until, dates = (_empty("i", rows) for _ in range(3))
        bounds = _empty("I", rows * len(BOUNDS))
        said = (kinds, subjects, predicates, objects, bases, since, until)
        columns = Columns(*said, bounds, dates, loose)
        for row in range(rows):
            self._fill(row, dict(self.table.said(row)), columns)
        for row in range(rows):
            if columns.kinds[row]:
                self._bind(row, columns)
        return columns

    def _fill(self, row: int, said: dict[int, int], columns: Columns) -> None:
        days = (
            (columns.since, self.since),
            (columns.until, self.until),
            (columns.dates, self.date),
        )
        for column, name in days:
            if name in said:
                column[row] = self._day(said[name])
        if self.why in said:
            columns.loose[row] = not self._firm(said[self.why])
        if self.certainty not in said or self.bound in said:
            return
        columns.kinds[row] = FACT
        held = (columns.subjects, columns.predicates, columns.objects)
        for column, name in zip(held, self.triple, strict=True):
            column[row] = said.get(name, -1) + 1
        if self.basis in said:
            columns.bases[row] = self._basis(said[self.basis])

    def _bind(self, row: int, columns: Columns) -> None:
        """The bounds that the record holds now; whether it ever held others."""
        table = self.table
        for term in table.objects_of(row, self.bound_by):
            bound = table.row_of(term)
            side = None if bound is None else table.first(bound, self.bound)
            if bound is None or side is None:
                continue
            if columns.since[bound] or columns.until[bound]:
                columns.kinds[row] |= SUPERSEDED
            if not columns.until[bound]:
                columns.bounds[row * len(BOUNDS) + self.sides[side]] = bound + 1

    def _firm(self, term: int) -> bool:
        if term not in self.firm:
            reason = Reason(self.table.terms.text(term).rsplit("/", 1)[-1])
            self.firm[term] = BoundValue(date.min, reason, "", "").firm
        return self.firm[term]

    def _basis(self, term: int) -> int:
        if term not in self.bases:
            local = self.table.terms.text(term).rsplit("/", 1)[-1]
            self.bases[term] = BASES.index(local) if local in BASES else 0
        return self.bases[term]

    def _day(self, term: int) -> int:
        if term not in self.days:
            self.days[term] = date.fromisoformat(self.table.terms.text(term)[:10]).toordinal()
        return self.days[term]


def _empty(code: str, length: int) -> array[int]:
    return array(code, bytes(array(code).itemsize * length))
