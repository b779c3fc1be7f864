"""Why a fact is in the view: the claims and statements behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.hierarchy.facts import Fact
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.nodes import Node, text_of
from ontology import PROV, RDF, SHZ

_SUBJECT, _PREDICATE, _OBJECT = str(RDF.subject), str(RDF.predicate), str(RDF.object)
_FROM, _RULE = str(PROV.wasDerivedFrom), str(SHZ.rule)
#: A claim of the narrower property speaks for the wider one too.
_NARROWER = {str(SHZ.subordinateTo): str(SHZ.territorialBodyOf)}


@dataclass(frozen=True, slots=True)
class Ground:
    """One fact behind an answer; `derived_by` is the rule that led from it, where one did."""

    fact: Fact
    derived_by: str | None = None


def why(
    hierarchy: Hierarchy,
    subject: str,
    predicate: str | None = None,
    value: str | None = None,
    known: date | None = None,
) -> list[Ground]:
    """The grounds of `subject predicate value`, in order of IRI; each left out matches all.

    `value` is an IRI or the words of a literal. A statement grounds its own properties and the
    property that leads to it. What the record did not hold on the day `known` is no ground.
    """
    grounds = {fact.iri: Ground(fact) for fact in _direct(hierarchy, subject, predicate, value)}
    for node in _derivations(hierarchy, subject, predicate, value):
        for source in node.all(_FROM):
            fact = hierarchy.record.facts.get(source)
            if fact:
                grounds.setdefault(source, Ground(fact, node.first(_RULE)))
    return [grounds[name] for name in sorted(grounds) if grounds[name].fact.known(known)]


def _direct(
    hierarchy: Hierarchy, subject: str, predicate: str | None, value: str | None
) -> list[Fact]:
    record = hierarchy.record
    names = {predicate, _NARROWER.get(predicate or "", predicate)}
    claims = [
        fact
        for fact in record.about(subject)
        if (predicate is None or fact.predicate in names) and value in (None, fact.object)
    ]
    own = record.facts.get(subject)
    if own and not own.subject and _says(own.node, predicate, value):
        claims.append(own)
    return claims + _led_to(hierarchy, subject, predicate, value)


def _says(node: Node, predicate: str | None, value: str | None) -> bool:
    """Whether a node has the property, with that value; None stands for any."""
    named = [predicate] if predicate else list(node.values)
    words = (text_of(held) for name in named for held in node.held(name))
    return any(value is None or word == value for word in words)


def _led_to(
    hierarchy: Hierarchy, subject: str, predicate: str | None, value: str | None
) -> list[Fact]:
    """Statements to which a property of the subject leads, such as its name forms."""
    node = hierarchy.record.held.get(subject)
    if node is None:
        return []
    named = [predicate] if predicate else list(node.values)
    targets = (text_of(held) for name in named for held in node.held(name))
    facts = hierarchy.record.facts
    return [facts[one] for one in targets if one in facts and value in (None, one)]


def _derivations(
    hierarchy: Hierarchy, subject: str, predicate: str | None, value: str | None
) -> list[Node]:
    return [
        node
        for node in hierarchy.record.reasons(subject)
        if predicate in (None, node.first(_PREDICATE))
        and (value is None or value == node.first(_OBJECT))
    ]
