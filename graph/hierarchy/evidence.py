"""The words of the acts behind a fact: where they stand in which file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from graph.hierarchy.facts import local_name
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.nodes import text_of

_SPANS = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX shz: <https://w3id.org/shezhire/ns#>
SELECT ?node ?order ?file ?start ?end ?quote WHERE {
  VALUES ?node { %s }
  GRAPH ?graph {
    ?node prov:wasDerivedFrom ?span .
    ?span shz:readingOrder ?order ; oa:hasSource ?file ; oa:hasSelector ?position, ?words .
    ?position oa:start ?start ; oa:end ?end .
    ?words oa:exact ?quote .
  }
}
"""
#: Nodes asked for at once, and nodes whose places are kept.
_AT_ONCE, _KEPT = 500, 20_000
#: A place as it is kept: reading order, file, start, end, quote.
Place = tuple[int, str, int, int, str]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file: characters from 0, `end` not included; `quote` is what stands there.

    `act` and `clause` are IRIs, `file` is the name of the file, `sha256` of its bytes.
    """

    act: str
    clause: str
    file: str
    sha256: str
    start: int
    end: int
    quote: str


def spans_of(hierarchy: Hierarchy, node: str, clause: str) -> list[Span]:
    """The spans that a claim, a statement or a part of an act was read from, in reading order."""
    places = hierarchy.places.get(node)
    if places is None:
        places = hierarchy.places[node] = _read(hierarchy, [node])[node]
    act = act_of(hierarchy, clause)
    return [
        Span(act, clause, hierarchy.files.get(file, ""), local_name(file), start, end, quote)
        for _, file, start, end, quote in places
    ]


def fetch_spans(hierarchy: Hierarchy, nodes: Iterable[str]) -> None:
    """Reads the spans of many nodes at once, for `spans_of` to find at hand."""
    wanted = [node for node in dict.fromkeys(nodes) if node not in hierarchy.places]
    if len(hierarchy.places) + len(wanted) > _KEPT:
        hierarchy.places.clear()
    for start in range(0, len(wanted), _AT_ONCE):
        hierarchy.places.update(_read(hierarchy, wanted[start : start + _AT_ONCE]))


def _read(hierarchy: Hierarchy, nodes: list[str]) -> dict[str, list[Place]]:
    found: dict[str, set[Place]] = {node: set() for node in nodes}
    named = " ".join(str(ox.NamedNode(node)) for node in nodes)
    for node, order, *place, quote in hierarchy.source.query(_SPANS % named):
        file, start, end = map(text_of, place)
        held = (int(text_of(order)), file, int(start), int(end), text_of(quote))
        found[text_of(node)].add(held)
    return {node: sorted(places) for node, places in found.items()}


def act_of(hierarchy: Hierarchy, clause: str) -> str:
    """The act that a clause is part of: `act/<key>/<eId>` belongs to `act/<key>`."""
    parts = hierarchy.record.path(clause).split("/")
    return hierarchy.record.iri("/".join(parts[:2]))
