"""Claims and statements as triples, each with its evidence and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from rdflib import URIRef

from graph.dataset.evidence import EvidenceWriter, day_literal
from graph.dataset.held import Held, HeldClaim, HeldStatement
from graph.dataset.quads import Triple
from graph.dataset.record import Record
from graph.time import Chronicle, act_bounds
from ontology import RDF, SHZ, code, superclasses

Fact = HeldClaim | HeldStatement


def facts_by_act(record: Record) -> dict[str, list[Fact]]:
    """What is held, and what was, by the key of the act that says it."""
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact in (*record.claims, *record.statements, *record.earlier):
        told[fact.act.key].append(fact)
    return told


def fact_triples(facts: Iterable[Fact], writer: EvidenceWriter) -> set[Triple]:
    """Claims and statements, each with its evidence and its period."""
    triples: set[Triple] = set()
    for fact in facts:
        if isinstance(fact, HeldClaim):
            _claim(fact, triples)
        else:
            _statement(fact, triples)
            _echo(fact, writer, triples)
        _evidence(fact, writer, triples)
    return triples


def _claim(claim: HeldClaim, into: set[Triple]) -> None:
    node = claim.node
    into.add((node, RDF.type, SHZ.Claim))
    into.add((node, RDF.type, RDF.Statement))
    into.add((node, RDF.subject, claim.subject))
    into.add((node, RDF.predicate, claim.predicate))
    into.add((node, RDF.object, claim.object))
    if claim.basis:
        into.add((node, SHZ.subordinationBasis, code("subordination-bases", claim.basis)))


@cache
def classes_of(own: URIRef) -> tuple[URIRef, ...]:
    """A class with the standard ones above it, for tools that do not reason."""
    standard = {one for one in superclasses(own) if one not in SHZ}
    return tuple(sorted({own, *standard}))


def _statement(statement: HeldStatement, into: set[Triple]) -> None:
    node = statement.node
    into.update((node, RDF.type, kind) for kind in classes_of(statement.type))
    into.update((node, name, value) for name, value in statement.properties)
    if statement.of:
        into.add((*statement.of, node))


def _evidence(held: Held, writer: EvidenceWriter, into: set[Triple]) -> None:
    writer.evidence(held.node, held.evidence, held.act.key, held.document.source, into)
    writer.period(held.node, held.history, into)
    if held.until:
        into.add((held.node, SHZ.recordedUntil, day_literal(held.until)))


def _echo(held: HeldStatement, writer: EvidenceWriter, into: set[Triple]) -> None:
    """The words of the other edition, after those of the first."""
    if held.echo:
        document, evidence = held.echo
        before = len(held.evidence.ranges)
        writer.spans(held.node, document.source, evidence.ranges, into, before)


def period_of_act(key: str, chronicle: Chronicle, writer: EvidenceWriter) -> set[Triple]:
    """An act is in force for a period of its own; its wording may change within it."""
    triples: set[Triple] = set()
    days = [day for day in chronicle.days() if day >= chronicle.recorded[key]]
    history = [(day, act_bounds(chronicle.acts[key], chronicle.known(day))) for day in days]
    writer.period(writer.iris.act(key), history, triples)
    return triples
