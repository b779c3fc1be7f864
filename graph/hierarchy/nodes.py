"""The nodes of a graph of the dataset: each thing with its properties, read in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

import pyoxigraph as ox

from ontology import RDF

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_TYPE = str(RDF.type)


class Source(Protocol):
    """Whatever answers a SPARQL query as pyoxigraph's store does."""

    def query(
        self, query: str, *, substitutions: Mapping[ox.Variable, Value] | None = None
    ) -> Any: ...


class Node:
    """A thing by its IRI; values of a property are in no order of their own."""

    __slots__ = ("_values", "iri")

    def __init__(self, iri: str, values: dict[str, list[Value]] | None = None) -> None:
        self.iri = iri
        self._values = {} if values is None else values

    @property
    def values(self) -> dict[str, list[Value]]:
        """All that is said of it, by property."""
        return self._values

    def __bool__(self) -> bool:
        return bool(self.values)

    def held(self, predicate: str) -> Sequence[Value]:
        """The values of one property."""
        return self.values.get(predicate, ())

    def texts(self, predicate: str) -> list[str]:
        """IRIs and literal words of a property."""
        return [text_of(value) for value in self.held(predicate)]

    def all(self, predicate: str) -> list[str]:
        """IRIs and literal words of a property, sorted, so that two readings agree."""
        return sorted(self.texts(predicate))

    def first(self, predicate: str) -> str | None:
        """The only value of a property, or the first by the alphabet."""
        return min(self.texts(predicate), default=None)

    def number(self, predicate: str) -> int | None:
        """A whole number; None where there is none."""
        found = self.first(predicate)
        return int(found) if found is not None else None

    def amount(self, predicate: str) -> int | float:
        """A number that may be a half, as staff units are; 0 where there is none."""
        found = float(self.first(predicate) or 0)
        return int(found) if found.is_integer() else found

    def day(self, predicate: str) -> date | None:
        """A day; None where there is none."""
        found = self.first(predicate)
        return date.fromisoformat(found[:10]) if found else None

    def labels(self, predicate: str) -> dict[str, str]:
        """The words of a property by language ("" where none is marked)."""
        pairs = sorted(
            (value.language or "", value.value)
            for value in self.held(predicate)
            if isinstance(value, ox.Literal)
        )
        return dict(reversed(pairs))

    def has_type(self, *types: str) -> bool:
        """Whether the thing is of one of the classes."""
        return not set(self.texts(_TYPE)).isdisjoint(types)


Nodes = Mapping[str, Node]


def read_nodes(source: Source, graph: str | None = None) -> Nodes:
    """All things of one graph by IRI; `graph` None is the default graph."""
    nodes: dict[str, Node] = {}
    for subject, predicate, value in read_triples(source, graph):
        iri = text_of(subject)
        node = nodes.get(iri)
        if node is None:
            node = nodes[iri] = Node(iri)
        node.values.setdefault(predicate.value, []).append(value)
    return nodes


def read_triples(source: Source, graph: str | None = None) -> Any:
    """All triples of one graph; `graph` None is the default graph."""
    pattern = f"GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    return source.query(f"SELECT ?s ?p ?o WHERE {{ {pattern} }}")


def text_of(value: Value) -> str:
    """The IRI, the label of a blank node, or the words of a literal."""
    return str(value) if isinstance(value, ox.Triple) else value.value
