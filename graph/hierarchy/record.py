"""All that the dataset says, asked both ways: what is said of a thing, what points to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.errors import DatasetError
from graph.hierarchy.compact import SUBORDINATIONS, Compact
from graph.hierarchy.facts import Fact, Facts
from graph.hierarchy.nodes import Node, Source
from ontology import RDF, SHZ

__all__ = ["SUBORDINATIONS", "Record", "read_record"]

_SUBJECT, _OBJECT, _CLAUSE = str(RDF.subject), str(RDF.object), str(SHZ.clause)
_NODE = Node("")


class Record:
    """The view, the facts, and the ways between them.

    `view` is the default graph, `held` the graph of claims (properties of things that carry no
    evidence themselves), `derived` the nodes of what was worked out.
    """

    def __init__(self, compact: Compact) -> None:
        self.compact = compact
        self.base = compact.terms.base
        self.view, self.held, self.derived = compact.view, compact.held, compact.derived
        self.facts = Facts(compact.held, compact.columns)

    def seen(self, iri: str) -> Node:
        """A thing as the view has it; a node without properties where it has nothing."""
        return self.view.get(iri, _NODE)

    def about(self, subject: str) -> list[Fact]:
        """All claims about a thing, in order of IRI."""
        return [self.facts.at(row) for row in self._claims(subject, _SUBJECT)]

    def claims(self, subject: str, predicate: str) -> list[Fact]:
        """The claims on one property of a thing."""
        return self._with(self._claims(subject, _SUBJECT), predicate)

    def claimed(self, predicate: str, value: str) -> list[Fact]:
        """The claims that give this value to one property of anything."""
        return self._with(self._claims(value, _OBJECT), predicate)

    def inside(self, iri: str, predicate: str) -> list[Fact]:
        """The claims on one property of anything whose IRI begins so."""
        terms = self.compact.terms
        parts = (terms.text(term) for term in terms.within(self.path(iri)))
        return [fact for part in parts for fact in self.claims(part, predicate)]

    def statements(self, predicate: str, thing: str) -> list[Fact]:
        """The statements that name a thing by one of their properties."""
        subjects = self.compact.columns.subjects
        return [self.facts.at(row) for row in self._rows(thing, predicate) if not subjects[row]]

    def led(self, thing: str, predicate: str) -> list[Fact]:
        """The statements to which a property of a thing leads, in order of IRI."""
        row, table = self.held.row(thing), self.held
        if row is None:
            return []
        led = (table.row_of(term) for term in table.objects_of(row, table.name(predicate)))
        kinds = self.compact.columns.kinds
        return [self.facts.at(one) for one in led if one is not None and kinds[one]]

    def leading(self, statement: str) -> list[str]:
        """The things of which a property leads to a statement, such as the body of a name form."""
        compact, term = self.compact, self.compact.terms.find(statement)
        if term is None:
            return []
        names = range(len(self.held.names))
        found = (row for name in names for row in compact.pointing.pointing(term, name))
        return [self.held.iri(row) for row in found if not compact.columns.kinds[row]]

    def pointed(self, thing: str) -> set[str]:
        """The properties by which anything in the graph of claims has a thing."""
        term, names = self.compact.terms.find(thing), self.held.names
        return set() if term is None else {names[n] for n in self.compact.pointing.names(term)}

    def read_from(self, clause: str) -> list[Fact]:
        """The facts that were read from a clause."""
        return [self.facts.at(row) for row in self._rows(clause, _CLAUSE)]

    def parts(self, body: str) -> list[Fact]:
        """The claims that give a body a part in an event."""
        events = self.compact.terms.within("event/")
        subjects = self.compact.columns.subjects
        rows = self._claims(body, _OBJECT)
        return [self.facts.at(row) for row in rows if subjects[row] - 1 in events]

    def under(self, body: str) -> Iterator[Fact]:
        """The claims that put another body under this one."""
        columns, find = self.compact.columns, self.compact.terms.find
        names = {term + 1 for iri in SUBORDINATIONS if (term := find(iri)) is not None}
        for row in self._claims(body, _OBJECT):
            same = columns.subjects[row] == columns.objects[row]
            if columns.predicates[row] in names and not same:
                yield self.facts.at(row)

    def events(self) -> list[Fact]:
        """All events on record, by IRI."""
        rows = self.held.rows(self.compact.terms.within("event/"))
        return [self.facts.at(row) for row in rows if self.compact.columns.kinds[row]]

    def reasons(self, subject: str) -> list[Node]:
        """What was worked out about a thing, with the facts that it follows from."""
        term, name = self.compact.terms.find(subject), self.derived.name(_SUBJECT)
        if term is None or name is None:
            return []
        return [self.derived.node(row) for row in self.compact.reasons.pointing(term, name)]

    def _with(self, rows: Iterable[int], predicate: str) -> list[Fact]:
        term, held = self.compact.terms.find(predicate), self.compact.columns.predicates
        if term is None:
            return []
        return [self.facts.at(row) for row in rows if held[row] == term + 1]

    def _claims(self, thing: str, side: str) -> Iterator[int]:
        subjects = self.compact.columns.subjects
        return (row for row in self._rows(thing, side) if subjects[row])

    def _rows(self, thing: str, predicate: str) -> Iterable[int]:
        """The facts that have the thing by a property of their node."""
        term, name = self.compact.terms.find(thing), self.held.name(predicate)
        if term is None or name is None:
            return ()
        kinds = self.compact.columns.kinds
        return (row for row in self.compact.pointing.pointing(term, name) if kinds[row])

    def iri(self, path: str) -> str:
        """The IRI of a path such as `body/x`."""
        return self.base + path

    def is_body(self, iri: str) -> bool:
        """Whether an IRI is one of a body, a unit or a group."""
        return iri.startswith(f"{self.base}body/")

    def path(self, iri: str) -> str:
        """What an IRI has after the base; the whole IRI for things of others."""
        return iri.removeprefix(self.base)


def read_record(
    source: Source,
    base: str,
    quads: Iterable[ox.Quad] | None = None,
    index: bytes | None = None,
) -> Record:
    """The record of a dataset; DatasetError when its graph of claims is empty.

    `index` is the one made with the dataset; without it, or where another version made it, one is
    made of `quads`, those of the dataset, or by asking the source, which is slower still.
    """
    compact = Compact.read(index) if index is not None else None
    if compact is None or compact.terms.base != base:
        # Who only serves a dataset need not wait for what makes an index.
        from graph.hierarchy.compact.making import read_compact

        compact = read_compact(source, base, quads)
    if not any(compact.columns.kinds):
        raise DatasetError("claims in the graph of claims", "none", f"{base}graph/claims")
    return Record(compact)
