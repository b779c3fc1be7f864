"""What a view holds, and for each triple that is no claim, what it follows from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.dataset import Held, HeldClaim, HeldStatement, Iris, Triple, fingerprint
from graph.dataset.facts import classes_of
from graph.dataset.quads import written
from ontology import PROV, RDF, SHZ


@dataclass
class Ledger:
    """Triples of a view, and the derivations of those that no claim or statement says itself."""

    iris: Iris
    triples: set[Triple] = field(default_factory=set)
    derivations: set[Triple] = field(default_factory=set)

    def claim(self, claim: HeldClaim) -> None:
        """Take over a claim as it stands."""
        self.triples.add((claim.subject, claim.predicate, claim.object))

    def statement(self, statement: HeldStatement) -> None:
        """Take over a statement: what it is, what it says, what leads to it."""
        node = statement.node
        self.triples.update((node, RDF.type, kind) for kind in classes_of(statement.type))
        self.triples.update((node, name, value) for name, value in statement.properties)
        if statement.of:
            self.triples.add((*statement.of, node))

    def derive(
        self, subject: URIRef, predicate: URIRef, value: Node, rule: str, sources: Iterable[Held]
    ) -> None:
        """Add a triple that follows from claims or statements by a rule; without any, it stands
        on the dates of an act alone and has no derivation.
        """
        self.triples.add((subject, predicate, value))
        origins = {(PROV.wasDerivedFrom, source.node) for source in sources}
        if not origins:
            return
        shown = written(value).replace(self.iris.base, "")
        name = fingerprint(self.iris.short(subject), predicate, shown)
        node = self.iris.of("derivation", name)
        self.derivations |= {
            (node, RDF.type, SHZ.Derivation),
            (node, RDF.type, RDF.Statement),
            (node, RDF.subject, subject),
            (node, RDF.predicate, predicate),
            (node, RDF.object, value),
            (node, SHZ.rule, Literal(rule)),
            *((node, *origin) for origin in origins),
        }
