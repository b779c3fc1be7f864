"""Decisions on who is who, and what they made of entries, as triples."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef

from graph.dataset.evidence import day_literal
from graph.dataset.iris import Iris, fingerprint
from graph.dataset.quads import Triple
from graph.dataset.record import Record
from graph.register import Decision, Resolution
from ontology import OWL, RDF, SHZ

_SAID = {"merge": OWL.sameAs, "distinct": OWL.differentFrom}


def decision_triples(record: Record) -> Iterator[Triple]:
    """A node for each decision: the entry that gives way, what is said of it, the one that stays;
    who said so, since when and why.
    """
    for one in decisions_of(record):
        node = decision_iri(one, record.iris)
        yield node, RDF.type, SHZ.Decision
        yield node, RDF.type, RDF.Statement
        yield node, RDF.subject, record.iris.body(one.other)
        yield node, RDF.predicate, _SAID[one.verdict]
        yield node, RDF.object, record.iris.body(one.one)
        yield node, SHZ.decidedBy, Literal(one.who)
        yield node, SHZ.reason, Literal(one.why)
        yield node, SHZ.recordedFrom, day_literal(one.when)


def decision_iri(decision: Decision, iris: Iris) -> URIRef:
    """The node of a decision."""
    parts = decision.verdict, decision.one, decision.other, decision.when
    return iris.of("decision", fingerprint(*parts))


def decisions_of(record: Record) -> tuple[Decision, ...]:
    """The decisions that the bodies of a record rest on, in order of the record."""
    return record.bodies.decisions if isinstance(record.bodies, Resolution) else ()


def merged_in(record: Record) -> dict[str, str]:
    """The slugs that gave way, each with the one it became."""
    return record.bodies.merged if isinstance(record.bodies, Resolution) else {}
