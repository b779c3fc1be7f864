"""Quads in memory and as N-Quads: sorted lines, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

Subject = URIRef | BNode
Triple = tuple[Subject, URIRef, Node]
#: Triples by graph; the default graph has no name.
Layers = dict[URIRef | None, set[Triple]]

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def written(term: Node) -> str:
    """A term as N-Triples has it."""
    if isinstance(term, URIRef):
        return f"<{term}>"
    if not isinstance(term, Literal):
        return f"_:{term}"
    words = f'"{str(term).translate(_ESCAPES)}"'
    if term.language:
        return f"{words}@{term.language}"
    return f"{words}^^<{term.datatype}>" if term.datatype else words


def lines(layers: Layers) -> Iterator[str]:
    """The quads as lines, sorted by code point within the whole, without line ends."""
    return iter(sorted(_lines(layers)))


def _lines(layers: Layers) -> Iterable[str]:
    memory: dict[int, str] = {}
    for graph, triples in layers.items():
        end = " ." if graph is None else f" <{graph}> ."
        for triple in triples:
            yield " ".join([_remembered(term, memory) for term in triple]) + end


def _remembered(term: Node, memory: dict[int, str]) -> str:
    """Terms are shared between triples: each object in memory is written once."""
    known = memory.get(id(term))
    if known is None:
        known = memory[id(term)] = written(term)
    return known
