"""Quads in memory and as lines of N-Quads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

Subject = URIRef | BNode
Triple = tuple[Subject, URIRef, Node]
#: Triples by graph; the default graph has no name.
Layers = dict[URIRef | None, set[Triple]]

#: What most words hold none of: looking for it takes a twentieth of the time of `translate`.
_ESCAPED = re.compile(r'[\\"\n\r]')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def written(term: Node) -> str:
    """A term as N-Triples has it."""
    if isinstance(term, URIRef):
        return f"<{term}>"
    if not isinstance(term, Literal):
        return f"_:{term}"
    words = f'"{term.translate(_ESCAPES) if _ESCAPED.search(term) else term}"'
    if term.language:
        return f"{words}@{term.language}"
    return f"{words}^^<{term.datatype}>" if term.datatype else words


def lines_of(graph: URIRef | None, triples: Iterable[Triple]) -> Iterator[bytes]:
    """The quads of one graph as lines in UTF-8, without line ends, in any order."""
    # Terms are shared between triples: each object in memory is written once.
    memory: dict[int, str] = {}
    known = memory.get

    def remembered(term: Node) -> str:
        words = memory[id(term)] = written(term)
        return words

    end = " ." if graph is None else f" <{graph}> ."
    for triple in triples:
        yield (" ".join([known(id(term)) or remembered(term) for term in triple]) + end).encode()
