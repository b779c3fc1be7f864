"""The words of the acts behind a fact: where they stand in which file."""

from __future__ import annotations

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
  GRAPH ?graph {
    ?node prov:wasDerivedFrom ?span .
    ?span shz:readingOrder ?order ; oa:hasSource ?file ; oa:hasSelector ?position, ?words .
    ?position oa:start ?start ; oa:end ?end .
    ?words oa:exact ?quote .
  }
}
"""


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
    named = {ox.Variable("node"): ox.NamedNode(node)}
    rows = [
        (int(text_of(order)), text_of(file), int(text_of(start)), int(text_of(end)), text_of(quote))
        for _, order, file, start, end, quote in hierarchy.source.query(_SPANS, substitutions=named)
    ]
    act = act_of(hierarchy, clause)
    return [
        Span(act, clause, hierarchy.files.get(file, ""), local_name(file), start, end, quote)
        for _, file, start, end, quote in sorted(set(rows))
    ]


def act_of(hierarchy: Hierarchy, clause: str) -> str:
    """The act that a clause is part of: `act/<key>/<eId>` belongs to `act/<key>`."""
    parts = hierarchy.record.path(clause).split("/")
    return hierarchy.record.iri("/".join(parts[:2]))
