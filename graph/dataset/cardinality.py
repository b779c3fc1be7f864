"""Events with more or fewer bodies than their kind admits: these are kept as reorganisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rdflib import URIRef

from graph.dataset.held import HeldStatement
from ontology import SHZ

#: Class of event → how many survivors, ended and created ones it has: (least, most), None = any.
CARDINALITIES: dict[URIRef, dict[URIRef, tuple[int, int | None]]] = {
    SHZ.Establishment: {SHZ.survivor: (0, 0), SHZ.ended: (0, 0), SHZ.created: (1, 1)},
    SHZ.SpinOff: {SHZ.survivor: (1, None), SHZ.ended: (0, 0), SHZ.created: (1, None)},
    SHZ.Division: {SHZ.survivor: (0, 0), SHZ.ended: (1, 1), SHZ.created: (2, None)},
    SHZ.Merger: {SHZ.survivor: (0, 0), SHZ.ended: (2, None), SHZ.created: (1, 1)},
    SHZ.Accession: {SHZ.survivor: (1, 1), SHZ.ended: (1, None), SHZ.created: (0, 0)},
    SHZ.Liquidation: {SHZ.survivor: (0, 0), SHZ.ended: (1, 1), SHZ.created: (0, 0)},
}


def misses(event: HeldStatement, kind: URIRef) -> Iterator[tuple[URIRef, int]]:
    """The roles of which an event has more or fewer bodies than a kind admits, and how many."""
    for role, (least, most) in CARDINALITIES.get(kind, {}).items():
        found = len({value for name, value in event.properties if name == role})
        if found < least or (most is not None and found > most):
            yield role, found


def as_kept(statements: Iterable[HeldStatement]) -> Iterator[HeldStatement]:
    """The statements, with events that miss the cardinality of their kind as such that fit none.

    Two names of a merger may be those of one body: this is known only when all acts are.
    """
    for one in statements:
        missing = any(misses(one, one.type))
        yield replace(one, type=SHZ.Reorganisation, read_as=one.type) if missing else one
