"""The text of an act laid over its file: each part with its words and where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyoxigraph as ox

from graph.errors import UnknownThingError
from graph.hierarchy import Hierarchy
from graph.hierarchy.facts import local_name
from graph.hierarchy.nodes import Node, Nodes, read_nodes, text_of
from ontology import ELI, OA, PROV, SHZ

_PARTS, _KIND, _ID = str(ELI.has_part), str(ELI.type_subdivision), str(ELI.id_local)
_POSITION, _NUMBER, _TEXT = str(SHZ.position), str(SHZ.number), str(SHZ.text)
_SPAN, _SELECTOR, _SOURCE = str(PROV.wasDerivedFrom), str(OA.hasSelector), str(OA.hasSource)
_START, _END, _EXACT, _ORDER = str(OA.start), str(OA.end), str(OA.exact), str(SHZ.readingOrder)
_FILE, _SHA, _RECORDED = str(SHZ.fileName), str(SHZ.sha256), str(SHZ.recordedFrom)
_PLACES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?graph ?file ?node ?start ?end WHERE {
  GRAPH ?graph {
    ?node prov:wasDerivedFrom ?span .
    ?span oa:hasSource ?file ; oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
  }
}
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as the file has them, and the place of their first character."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """The place after the last character."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class PartText:
    """A part of an act: `text` made whole, `pieces` of the file in reading order."""

    iri: str
    eid: str
    kind: str
    number: str
    level: int
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class ActText:
    """One edition of an act with the file that it was read from."""

    act: str
    language: str
    file: str
    file_name: str
    sha256: str
    recorded: date | None
    parts: tuple[PartText, ...]

    @cached_property
    def _places(self) -> list[tuple[int, str]]:
        return sorted((piece.start, part.iri) for part in self.parts for piece in part.pieces)

    def clause_at(self, place: int) -> str:
        """The part of which a character of the file is, by its IRI; the act before the first."""
        found = bisect_right(self._places, place, key=lambda one: one[0])
        return self._places[found - 1][1] if found else self.act


def edition(editions: Iterable[str], *wanted: str) -> str:
    """The first language wanted in which there is an edition; else the first in which one is."""
    held = sorted(editions)
    return next((language for language in wanted if language in held), held[0])


def read_text(hierarchy: Hierarchy, act: str, *languages: str) -> ActText:
    """The edition of an act in the first of the languages in which it is held, or in another;
    UnknownThingError for none.
    """
    editions = hierarchy.texts.get(act)
    if not editions:
        raise UnknownThingError("text of act", hierarchy.record.path(act).partition("/")[2])
    chosen = edition(editions, *languages)
    nodes = read_nodes(hierarchy.source, editions[chosen])
    file = next((node for node in nodes.values() if _SHA in node.values), Node(""))
    return ActText(
        act,
        chosen,
        file.iri,
        file.first(_FILE) or "",
        file.first(_SHA) or "",
        file.day(_RECORDED),
        tuple(_parts(nodes, act, 0)),
    )


def _parts(nodes: Nodes, above: str, level: int) -> Iterator[PartText]:
    children = [nodes[iri] for iri in nodes[above].all(_PARTS) if iri in nodes]
    for node in sorted(children, key=lambda node: node.number(_POSITION) or 0):
        yield _part(nodes, node, level)
        yield from _parts(nodes, node.iri, level + 1)


def _part(nodes: Nodes, node: Node, level: int) -> PartText:
    spans = sorted(
        (nodes[iri] for iri in node.all(_SPAN) if iri in nodes),
        key=lambda span: span.number(_ORDER) or 0,
    )
    return PartText(
        node.iri,
        node.first(_ID) or "",
        local_name(node.first(_KIND) or ""),
        node.first(_NUMBER) or "",
        level,
        node.first(_TEXT) or "",
        tuple(_piece(nodes, span) for span in spans),
    )


def _piece(nodes: Nodes, span: Node) -> Piece:
    selectors = [nodes[iri] for iri in span.all(_SELECTOR)]
    start = next(place for one in selectors if (place := one.number(_START)) is not None)
    return Piece(start, next(words for one in selectors if (words := one.first(_EXACT))))


def fact_places(hierarchy: Hierarchy, file: str) -> dict[tuple[int, int], list[str]]:
    """Where in a file facts were read: for each range the IRIs of their nodes, sorted."""
    given = {
        ox.Variable("file"): ox.NamedNode(file),
        ox.Variable("graph"): ox.NamedNode(hierarchy.record.iri("graph/claims")),
    }
    found: dict[tuple[int, int], set[str]] = {}
    for node, start, end in _rows(hierarchy, given):
        found.setdefault((start, end), set()).add(node)
    return {place: sorted(nodes) for place, nodes in sorted(found.items())}


def _rows(
    hierarchy: Hierarchy, given: dict[ox.Variable, ox.NamedNode]
) -> Iterator[tuple[str, int, int]]:
    for row in hierarchy.source.query(_PLACES, substitutions=given):
        yield text_of(row["node"]), int(text_of(row["start"])), int(text_of(row["end"]))
