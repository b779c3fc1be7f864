"""The RDF of text and claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.dataset.decided import decision_triples
from graph.dataset.evidence import EvidenceWriter
from graph.dataset.facts import Fact, fact_triples, facts_by_act, period_of_act
from graph.dataset.iris import Iris, fingerprint
from graph.dataset.quads import Layers, Triple
from graph.dataset.record import Held, HeldClaim, HeldStatement, Record, make_record
from graph.dataset.sorting import Sorted
from graph.dataset.text import file_triples, text_triples
from graph.model import ActClaims

__all__ = [
    "Held",
    "HeldClaim",
    "HeldStatement",
    "Iris",
    "Layers",
    "Record",
    "Sorted",
    "Triple",
    "build_dataset",
    "fingerprint",
    "in_parts",
    "make_record",
]


def in_parts(record: Record) -> Iterator[Layers]:
    """The graphs of text (one for each edition) and what each act gives to the graph of claims, act
    by act, so that no more than one is in memory; what no act says comes last.

    Nothing has its type in two parts but the bounds of periods, which are alike in each.
    """
    facts = facts_by_act(record)
    for several in _together(record.acts):
        yield _part(record, several, [f for key in _keys(several) for f in facts.pop(key, ())])
    yield {record.iris.graph("claims"): set(decision_triples(record))}


def _together(acts: Iterable[ActClaims]) -> list[list[ActClaims]]:
    """The editions of each act; with those of another that was read from the same bytes."""
    groups: dict[str, list[ActClaims]] = {}
    for held in acts:
        one, other = (groups.get(name, []) for name in _names(held))
        group = [*one, *(other if other is not one else ()), held]
        groups.update((name, group) for each in group for name in _names(each))
    return list({id(group): group for group in groups.values()}.values())


def _names(held: ActClaims) -> tuple[str, str]:
    return held.act.key, held.document.source.sha256


def _keys(editions: Iterable[ActClaims]) -> list[str]:
    return list(dict.fromkeys(held.act.key for held in editions))


def _part(record: Record, editions: list[ActClaims], facts: list[Fact]) -> Layers:
    claims = fact_triples(facts, writer := EvidenceWriter(record.iris))
    for key in _keys(editions):
        claims |= period_of_act(key, record.chronicle, writer)
    layers, told = Layers(), defaultdict[str, set[str]](set)
    for held in editions:
        claims.update(file_triples(held, record.iris))
        key = held.act.key
        graph = record.iris.graph(f"text/{key}/{held.document.language}")
        layers[graph] = text_triples(held, EvidenceWriter(record.iris), told[key])
        told[key] |= {part.eid for part in held.document.walk()}
    layers[record.iris.graph("claims")] = claims
    return layers


def build_dataset(record: Record) -> Layers:
    """The same graphs, all in memory."""
    layers: Layers = defaultdict(set)
    for part in in_parts(record):
        for graph, triples in part.items():
            layers[graph] |= triples
    return dict(layers)
