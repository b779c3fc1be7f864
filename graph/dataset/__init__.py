"""The RDF of text and claims."""

from __future__ import annotations

from collections import defaultdict

from graph.dataset.evidence import EvidenceWriter
from graph.dataset.facts import fact_triples
from graph.dataset.iris import Iris, fingerprint
from graph.dataset.quads import Layers, Triple, lines
from graph.dataset.record import Held, HeldClaim, HeldStatement, Record, make_record
from graph.dataset.text import text_triples

__all__ = [
    "Held",
    "HeldClaim",
    "HeldStatement",
    "Iris",
    "Layers",
    "Record",
    "Triple",
    "build_dataset",
    "fingerprint",
    "lines",
    "make_record",
]


def build_dataset(record: Record) -> Layers:
    """The graphs of text (one for each edition) and the graph of claims."""
    writer = EvidenceWriter(record.iris)
    claims = record.iris.graph("claims")
    layers: Layers = {claims: fact_triples(record, writer)}
    told: dict[str, set[str]] = defaultdict(set)
    for held in record.acts:
        graph = record.iris.graph(f"text/{held.act.key}/{held.document.language}")
        layers[graph] = text_triples(held, EvidenceWriter(record.iris), told[held.act.key])
        told[held.act.key] |= {part.eid for part in held.document.walk()}
    return layers
