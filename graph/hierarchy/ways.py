"""The ways through a record that questions take again and again, each laid once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from graph.hierarchy.body import in_language
from graph.hierarchy.facts import Fact
from graph.hierarchy.nodes import Node, Source, text_of
from graph.hierarchy.order import printed_order
from graph.hierarchy.record import SUBORDINATIONS, Record
from graph.words import sort_key
from ontology import ELI, ORG, RDF, SHZ, SKOS

_TYPE, _SUBJECT = str(RDF.type), str(RDF.subject)
_UNIT_OF, _UNIT = str(ORG.unitOf), str(ORG.OrganizationalUnit)
_NATURES = {
    str(ORG.FormalOrganization): "body",
    _UNIT: "unit",
    str(SHZ.BodyGroup): "group",
}
_LABEL = str(SKOS.prefLabel)
_TEXTS = f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?part a <{ELI.LegalExpression}> }} }}"
_FILES = f"SELECT ?file ?name WHERE {{ GRAPH ?graph {{ ?file <{SHZ.fileName}> ?name }} }}"
Facts = dict[str, list[Fact]]


def read_natures(record: Record) -> dict[str, str]:
    """What each body is (`body`, `unit`, `group`): as the view has it, or as any claim has it."""
    types: dict[str, set[str]] = defaultdict(set)
    for iri, node in record.view.items():
        types[iri].update(node.all(_TYPE))
    for (subject, predicate), claims in record.about.items():
        if predicate == _TYPE:
            types[subject].update(claim.object for claim in claims)
        elif predicate == _UNIT_OF:
            types[subject].add(_UNIT)
    natures = {iri: _nature(types[iri]) for iri in sorted(types) if record.is_body(iri)}
    return {iri: nature for iri, nature in natures.items() if nature}


def _nature(types: set[str]) -> str:
    return next((_NATURES[type_] for type_ in _NATURES if type_ in types), "")


def read_ranks(record: Record, bodies: Iterable[str]) -> dict[str, int]:
    """The place of each body in the order of the Kazakh alphabet."""

    def key(iri: str) -> tuple[tuple[str, str], str]:
        return sort_key(in_language(record.seen(iri).labels(_LABEL), "kk") or "", "kk"), iri

    return {iri: rank for rank, iri in enumerate(sorted(bodies, key=key))}


def read_units(record: Record) -> Facts:
    """For each body the claims on its inner units: one a unit, in order of clause."""
    found: dict[str, dict[str, Fact]] = defaultdict(dict)
    for (subject, predicate), claims in record.about.items():
        if predicate == _UNIT_OF:
            for claim in sorted(claims, key=lambda claim: printed_order(claim.clause)):
                found[claim.object].setdefault(subject, claim)
    return {body: _printed(units.values()) for body, units in found.items()}


def _printed(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: printed_order(fact.clause))


def read_traces(record: Record) -> Facts:
    """The claims on a thing and on who stands under it: each that holds shows that it exists."""
    found: Facts = defaultdict(list)
    for (subject, predicate), claims in record.about.items():
        found[subject] += claims
        if predicate in SUBORDINATIONS:
            for claim in claims:
                found[claim.object].append(claim)
    return dict(found)


def read_inverse(record: Record) -> dict[tuple[str, str], list[Fact]]:
    """Claims by predicate and object."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for facts in record.about.values():
        for fact in facts:
            found[fact.predicate, fact.object].append(fact)
    return dict(found)


def read_clauses(record: Record) -> Facts:
    """Facts by the clause that they were read from, in order of IRI."""
    found: Facts = defaultdict(list)
    for fact in record.facts.values():
        found[fact.clause].append(fact)
    return dict(found)


def read_roles(record: Record) -> Facts:
    """For each body the claims that give it a part in an event."""
    found: Facts = defaultdict(list)
    for fact in record.facts.values():
        if fact.subject.startswith(record.iri("event/")):
            found[fact.object].append(fact)
    return dict(found)


def read_derived(record: Record) -> dict[str, list[Node]]:
    """What was worked out about each thing, with the facts that it follows from."""
    found: dict[str, list[Node]] = defaultdict(list)
    for iri in sorted(record.derived):
        node = record.derived[iri]
        found[node.first(_SUBJECT) or ""].append(node)
    return dict(found)


def read_files(source: Source) -> dict[str, str]:
    """The name of each source file by its IRI."""
    return {text_of(file): text_of(name) for file, name in source.query(_FILES)}


def read_texts(source: Source, base: str) -> dict[str, dict[str, str]]:
    """For each act held the graphs of its text by language."""
    prefix = f"{base}graph/text/"
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (graph,) in sorted(source.query(_TEXTS), key=str):
        key, _, language = text_of(graph).removeprefix(prefix).rpartition("/")
        found[f"{base}act/{key}"][language] = text_of(graph)
    return dict(found)


def read_days(record: Record) -> list[date]:
    """Every day on which some bound lies, in order: between two of them nothing changes."""
    bounds = (item for fact in record.facts.values() for _, item in fact.bounds.items())
    return sorted({bound.day for bound in bounds if bound.day})


def read_turns(record: Record) -> list[tuple[date, set[str]]]:
    """For each day on which some bound lies, or ever lay, the bodies that it may concern."""
    led, found = _led(record), defaultdict[date, set[str]](set)
    for fact in record.facts.values():
        bounds = [bound for _, bound in fact.bounds.items()]
        bounds += [held.value for held in fact.superseded]
        days = {bound.day for bound in bounds if bound.day}
        concerned = _concerned(record, fact, led) if days else set()
        for day in days:
            found[day] |= concerned
    return sorted((turn for turn in found.items() if turn[1]), key=lambda turn: turn[0])


def read_unsure(record: Record) -> Facts:
    """For each body the events on it whose day is not exact."""
    found: Facts = defaultdict(list)
    for iri, fact in record.facts.items():
        first, last = fact.bounds.starts_not_before, fact.bounds.starts_not_after
        exact = first and last and first.day == last.day
        if iri.startswith(record.iri("event/")) and not fact.subject and not exact:
            for body in _concerned(record, fact, {}):
                found[body].append(fact)
    return dict(found)


def _led(record: Record) -> dict[str, str]:
    """The body from which a property leads to a statement, such as its name form."""
    return {
        text_of(value): iri
        for iri, node in record.held.items()
        if record.is_body(iri)
        for values in node.values.values()
        for value in values
    }


def _concerned(record: Record, fact: Fact, led: dict[str, str]) -> set[str]:
    """The bodies of a fact; with one that began or ended, also those that stood under it."""
    if fact.subject:
        named = {fact.subject, fact.object}
    else:
        named = {text_of(one) for values in fact.node.values.values() for one in values}
        named |= {led.get(fact.iri, "")}
    bodies = {iri for iri in named if record.is_body(iri)}
    below = (record.orders.predecessors(iri) for iri in bodies if iri in record.orders)
    return bodies.union(*below) if fact.iri.startswith(record.iri("event/")) else bodies
