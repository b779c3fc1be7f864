"""All that the dataset says, indexed both ways: what is said of a thing, what points to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import networkx as nx
import pyoxigraph as ox

from graph.errors import DatasetError
from graph.hierarchy.facts import EVIDENCE, Fact, read_facts
from graph.hierarchy.nodes import Node, Nodes, Source, read_nodes, sort_quads, text_of
from ontology import SHZ

#: The claims that say who is superior: of any body, and of a district or city section.
SUBORDINATIONS = (str(SHZ.subordinateTo), str(SHZ.territorialBodyOf))
_NODE = Node("")


@dataclass(frozen=True)
class Record:
    """The view, the facts, and the ways between them.

    `view` is the default graph, `held` the graph of claims (properties of things that carry no
    evidence themselves), `derived` the nodes of what was worked out. `orders` has an edge from a
    body to each superior that any claim names, keyed by the claim, which it carries as `fact`.
    """

    base: str
    view: Nodes
    held: Nodes
    derived: Nodes
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


def read_record(source: Source, base: str, quads: Iterable[ox.Quad] | None = None) -> Record:
    """The record of a dataset; DatasetError when its graph of claims is empty.

    `quads` are those of the dataset, where they are at hand: reading them is several times faster
    than asking for them. Spans are left out: there are many, and `evidence` reads the few that
    are asked for.
    """
    claims, derivations = f"{base}graph/claims", f"{base}graph/derivations"
    if quads is None:
        view, held, derived = (read_nodes(source, name) for name in (None, claims, derivations))
    else:
        nodes = sort_quads(quads, ("", claims, derivations), without=f"{base}span/")
        view, held, derived = nodes[""], nodes[claims], nodes[derivations]
    facts = {fact.iri: fact for fact in read_facts(held)}
    if not facts:
        raise DatasetError("claims in the graph of claims", "none", claims)
    record = Record(base, view, held, derived, facts)
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
                if predicate not in EVIDENCE:
                    for value in values:
                        found[predicate, text_of(value)].append(fact)
    return dict(found)
