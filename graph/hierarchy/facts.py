"""What the record holds: claims and statements with their period, read from their nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.hierarchy.compact import BASES, BOUNDS, SUPERSEDED, Columns, Table
from graph.hierarchy.compact.keeping import keep
from graph.hierarchy.nodes import Node, Nodes
from graph.time import ALWAYS, Answer, Bounds, BoundValue, Lack, Reason, answer
from ontology import SHZ

_CERTAINTY, _REASON, _CLAUSE = str(SHZ.certainty), str(SHZ.readingReason), str(SHZ.clause)
_RULE = str(SHZ.rule)
_FROM, _UNTIL = str(SHZ.recordedFrom), str(SHZ.recordedUntil)
_BOUNDED_BY, _PROPERTY = str(SHZ.boundedBy), str(SHZ.boundProperty)
_DATE, _WHY = str(SHZ.boundDate), str(SHZ.boundReason)
_MISSING, _LACKS = str(SHZ.missing), str(SHZ.lacks)
#: The fields of `Bounds`, by their names in RDF.
_FIELDS = dict(
    zip(
        BOUNDS,
        ("starts_not_before", "starts_not_after", "ends_not_before", "ends_not_after"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class HeldBound:
    """A bound with the days from and until which the record held it (None: since ever, still)."""

    name: str
    value: BoundValue
    since: date | None
    until: date | None

    def known(self, at: date | None) -> bool:
        """Whether the record held it on that day; None stands for the record as it is now."""
        return _known(self.since, self.until, at)


class Fact:
    """A claim or a statement node: what it says, how surely, by which clause, and when.

    `subject`, `predicate`, `object` are set for claims only; `node` holds the properties of a
    statement. `basis` is what a subordination rests on (`order`, `name`, `list`), else "".
    `bounds` are those held now and name clauses and acts by IRI. All is read when asked for.
    """

    __slots__ = ("_bounds", "_facts", "_iri", "_node", "_object", "row")

    def __init__(self, facts: Facts, row: int) -> None:
        self._facts = facts
        self.row = row
        self._iri: str | None = None
        self._node: Node | None = None
        self._object: str | None = None
        self._bounds: Bounds | None = None

    def __repr__(self) -> str:
        return f"Fact({self.iri})"

    def __eq__(self, other: object) -> bool:
        """Facts of two records are equal if they are called so and held for the same time."""
        if not isinstance(other, Fact):
            return NotImplemented
        if self._facts is other._facts:
            return self.row == other.row
        return (self.iri, self.bounds) == (other.iri, other.bounds)

    def __hash__(self) -> int:
        return hash(self.iri)

    def within(self, facts: Facts) -> bool:
        """Whether it is one of these: rows of two records tell nothing of one another."""
        return self._facts is facts

    @property
    def iri(self) -> str:
        """Its IRI; facts of one record sort by it and by `row` alike."""
        if self._iri is None:
            self._iri = self._facts.table.iri(self.row)
        return self._iri

    @property
    def node(self) -> Node:
        """All that its node says."""
        if self._node is None:
            self._node = self._facts.table.node(self.row)
        return self._node

    @property
    def subject(self) -> str:
        """What a claim is about."""
        return self._facts.text(self._facts.columns.subjects[self.row])

    @property
    def predicate(self) -> str:
        """The property of a claim."""
        return self._facts.text(self._facts.columns.predicates[self.row])

    @property
    def object(self) -> str:
        """The value of a claim: an IRI, or words."""
        if self._object is None:
            self._object = self._facts.text(self._facts.columns.objects[self.row])
        return self._object

    @property
    def certainty(self) -> str:
        """`Stated`, `Interpreted` or `Confirmed`."""
        return local_name(self.node.first(_CERTAINTY) or "")

    @property
    def reason(self) -> str | None:
        """Why it was read so, by the code of the list `reading-reasons`."""
        return local_name(self.node.first(_REASON) or "") or None

    @property
    def clause(self) -> str:
        """The clause that says it."""
        return self.node.first(_CLAUSE) or ""

    @property
    def rule(self) -> str | None:
        """The rule that read it."""
        return self.node.first(_RULE)

    @property
    def basis(self) -> str:
        """What a subordination rests on."""
        return BASES[self._facts.columns.bases[self.row]]

    @property
    def bounds(self) -> Bounds:
        """When it holds, as the record has it now."""
        if self._bounds is None:
            self._bounds = self._facts.bounds(self.row)
        return self._bounds

    @property
    def superseded(self) -> tuple[HeldBound, ...]:
        """All bounds that the record ever held; empty unless it once held others."""
        return self._facts.superseded(self.row)

    @property
    def recorded_from(self) -> date | None:
        """Since when the record holds it."""
        return _day(self._facts.columns.since[self.row])

    @property
    def recorded_until(self) -> date | None:
        """Until when the record held it; None if it still does."""
        return _day(self._facts.columns.until[self.row])

    def known(self, at: date | None) -> bool:
        """Whether the record held it on that day; None stands for the record as it is now."""
        since, until = self._facts.columns.since[self.row], self._facts.columns.until[self.row]
        if at is None:
            return not until
        day = at.toordinal()
        return since <= day and (not until or day < until)

    def at(self, day: date, known: date | None = None) -> Answer:
        """Whether it holds on a day, as far as was known on another."""
        return answer(self.bounds_known(known), day)

    def bounds_known(self, at: date | None) -> Bounds:
        """The bounds as the record held them on a day."""
        if at is None or not self._facts.columns.kinds[self.row] & SUPERSEDED:
            return self.bounds
        return _bounds(bound for bound in self.superseded if bound.known(at))

    @property
    def start(self) -> date:
        """The first day of which it speaks; the beginning of time where no day is held."""
        return _day(self._facts.columns.start(self.row)) or date.min


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


class Facts(Mapping[str, Fact]):
    """Every claim and statement of the graph of claims, in order of IRI; not the bounds."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self.table, self.columns = table, columns
        self._made: dict[int, Fact] = {}
        self._held: dict[int, HeldBound] = {}
        self._bounds: dict[tuple[int, ...], Bounds] = {}

    def __len__(self) -> int:
        return sum(1 for kind in self.columns.kinds if kind)

    def __iter__(self) -> Iterator[str]:
        return (self.table.iri(row) for row, kind in enumerate(self.columns.kinds) if kind)

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and self.row(iri) is not None

    def __getitem__(self, iri: str) -> Fact:
        row = self.row(iri)
        if row is None:
            raise KeyError(iri)
        return self.at(row)

    def row(self, iri: str) -> int | None:
        """The row of a fact; None for what is none."""
        row = self.table.row(iri)
        return row if row is not None and self.columns.kinds[row] else None

    def at(self, row: int) -> Fact:
        """The fact of a row."""
        found = self._made.get(row)
        if found is None:
            found = keep(self._made, row, Fact(self, row))
        return found

    def text(self, held: int) -> str:
        """The term that a column holds; "" for none."""
        return self.table.terms.text(held - 1) if held else ""

    def bounds(self, row: int) -> Bounds:
        """The bounds of a fact; those of many facts are the same."""
        rows = tuple(self.columns.bounds[row * len(BOUNDS) : (row + 1) * len(BOUNDS)])
        found = self._bounds.get(rows)
        if found is None:
            held = (self.held(one - 1) for one in rows if one)
            found = keep(self._bounds, rows, _bounds(held))
        return found

    def superseded(self, row: int) -> tuple[HeldBound, ...]:
        """All bounds that the record ever held of a fact, if it once held others."""
        if not self.columns.kinds[row] & SUPERSEDED:
            return ()
        name = self.table.name(_BOUNDED_BY)
        rows = map(self.table.row_of, self.table.objects_of(row, name))
        return tuple(self.held(one) for one in rows if one is not None)

    def held(self, row: int) -> HeldBound:
        """The bound of a row."""
        found = self._held.get(row)
        if found is None:
            found = keep(self._held, row, _held(self.table.node(row)))
        return found


def _known(since: date | None, until: date | None, at: date | None) -> bool:
    if at is None:
        return until is None
    return (since is None or since <= at) and (until is None or at < until)


def read_bounds(node: Node, nodes: Nodes, known: date | None = None) -> Bounds:
    """The period of a thing that is no claim, such as an act, as the record held it on a day."""
    held = (_held(nodes[bound]) for bound in node.texts(_BOUNDED_BY))
    return _bounds(bound for bound in held if bound.known(known))


def _bounds(held: Iterable[HeldBound]) -> Bounds:
    """A fact without any bound has no period to keep: it holds always."""
    values = {bound.name: bound.value for bound in held}
    if not values:
        return ALWAYS
    first, last, ends, ended = (values.get(name) for name in _FIELDS.values())
    return Bounds(first, last, ends, ended)


def _held(bound: Node) -> HeldBound:
    lacks = bound.first(_LACKS)
    value = BoundValue(
        bound.day(_DATE),
        Reason(local_name(bound.first(_WHY) or "")),
        "",
        bound.first(_CLAUSE) or "",
        bound.first(_MISSING),
        Lack(local_name(lacks)) if lacks else None,
    )
    name = _FIELDS[bound.first(_PROPERTY) or ""]
    return HeldBound(name, value, bound.day(_FROM), bound.day(_UNTIL))


def local_name(iri: str) -> str:
    """The last part of an IRI, which is its code."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
