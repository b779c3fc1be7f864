"""All that the dataset says, indexed both ways: what is said of a thing, what points to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import networkx as nx

from graph.errors import DatasetError
from graph.hierarchy.facts import Fact, read_facts
from graph.hierarchy.nodes import Node, Nodes, Source, read_nodes, text_of
from ontology import SHZ

#: The claims that say who is superior: of any body, and of a district or city section.
SUBORDINATIONS = (str(SHZ.subordinateTo), str(SHZ.territorialBodyOf))
_NODE = Node("")


@dataclass(frozen=True)
class Record:
    """The view, the facts, and the ways between them.

    `view` is the default graph, `held` the graph of claims (properties of things that carry no
    evidence themselves). `orders` has an edge from a body to each superior that any claim names,
    keyed by the claim; edges carry the fact as `fact`.
    """

    base: str
    view: Nodes
    held: Nodes
    facts: dict[str, Fact]
    about: dict[tuple[str, str], list[Fact]] = field(default_factory=dict)
    pointing: dict[tuple[str, str], list[Fact]] = field(default_factory=dict)
    orders: nx.MultiDiGraph[str] = field(default_factory=nx.MultiDiGraph)

    def seen(self, iri: str) -> Node:
        """A thing as the view has it; a node without properties where it has nothing."""
        return self.view.get(iri, _NODE)

    def claims(self, subject: str, predicate: str) -> list[Fact]:
        """The claims on one property of a thing."""
        return self.about.get((subject, predicate), [])

    def statements(self, predicate: str, thing: str) -> list[Fact]:
        """The statements that name a thing by one of their properties."""
        return self.pointing.get((predicate, thing), [])

    def iri(self, path: str) -> str:
        """The IRI of a path such as `body/x`."""
        return self.base + path

    def is_body(self, iri: str) -> bool:
        """Whether an IRI is one of a body, a unit or a group."""
        return iri.startswith(f"{self.base}body/")

    def path(self, iri: str) -> str:
        """What an IRI has after the base; the whole IRI for things of others."""
        return iri.removeprefix(self.base)


def read_record(source: Source, base: str) -> Record:
    """The record of a dataset; DatasetError when its graph of claims is empty."""
    held = read_nodes(source, f"{base}graph/claims")
    facts = {fact.iri: fact for fact in read_facts(held)}
    if not facts:
        raise DatasetError("claims in the graph of claims", "none", f"{base}graph/claims")
    record = Record(base, read_nodes(source), held, facts)
    record.about.update(_about(facts))
    record.pointing.update(_pointing(facts))
    for fact in facts.values():
        if fact.predicate in SUBORDINATIONS and fact.subject != fact.object:
            record.orders.add_edge(fact.subject, fact.object, fact.iri, fact=fact)
    return record


def _about(facts: dict[str, Fact]) -> dict[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts.values():
        if fact.subject:
            found[fact.subject, fact.predicate].append(fact)
    return dict(found)


def _pointing(facts: dict[str, Fact]) -> dict[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts.values():
        if not fact.subject:
            for predicate, values in fact.node.values.items():
                for value in values:
                    found[predicate, text_of(value)].append(fact)
    return dict(found)
