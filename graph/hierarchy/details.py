"""What else is on record of a body: address, identifiers, person, founder, budget, property."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.hierarchy.body import in_language
from graph.hierarchy.facts import Fact
from graph.hierarchy.moment import Moment
from graph.hierarchy.nodes import Node, Nodes
from graph.time import Answer
from ontology import ADMS, LOCN, RDF, SHZ, SKOS

_OBJECT = str(RDF.object)
_WORDS = (str(LOCN.fullAddress), str(SKOS.notation), str(SKOS.prefLabel))
#: Claims and statements on a body that are told one by one, by the name of their field.
DETAILS = {
    "address": str(LOCN.address),
    "identifier": str(ADMS.identifier),
    "named_after": str(SHZ.namedAfter),
    "legal_status": str(SHZ.legalStatus),
    "leads_sphere": str(SHZ.leadsSphere),
    "organises_work_of": str(SHZ.organisesWorkOf),
    "founded_by": str(SHZ.foundedBy),
    "sector_authority": str(SHZ.sectorAuthority),
    "founding_document": str(SHZ.foundingDocument),
    "financed_from": str(SHZ.financedFrom),
    "property_right": str(SHZ.propertyRight),
    "property_ownership": str(SHZ.propertyOwnership),
    "appoints_head_of": str(SHZ.appointsHeadOf),
    "appointed_by": str(SHZ.appointedBy),
    "with_consent_of": str(SHZ.withConsentOf),
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One value of a field: `iri` where it is a thing, `words` what it is called or says."""

    name: str
    iri: str | None
    words: str
    answer: Answer
    fact: Fact


def details_of(moment: Moment, iri: str, language: str = "kk") -> list[Detail]:
    """The details that hold or may hold on the day, in the order of DETAILS; each value once."""
    found: dict[tuple[str, str], Detail] = {}
    for name, predicate in DETAILS.items():
        for detail in _values(moment, name, iri, predicate, language):
            found.setdefault((name, detail.words), detail)
    return list(found.values())


def _values(moment: Moment, name: str, iri: str, predicate: str, language: str) -> Iterator[Detail]:
    record = moment.record
    for fact, said in moment.held([*record.led(iri, predicate), *record.claims(iri, predicate)]):
        if said.value != "no":
            yield _detail(moment, name, fact, said, language)


def _detail(moment: Moment, name: str, fact: Fact, said: Answer, language: str) -> Detail:
    value = next(iter(fact.node.held(_OBJECT)), None)
    if isinstance(value, ox.Literal):
        return Detail(name, None, value.value, said, fact)
    thing = fact.object or fact.iri
    return Detail(name, thing, _words(moment, thing, language), said, fact)


def _words(moment: Moment, thing: str, language: str) -> str:
    code = moment.hierarchy.codes.by_iri.get(thing)
    if code:
        return code.label(language)
    for nodes in (moment.record.view, moment.record.held):
        if words := _labelled(nodes, thing, language):
            return words
    return thing


def _labelled(nodes: Nodes, thing: str, language: str) -> str | None:
    node = nodes.get(thing, Node(thing))
    spoken = (in_language(node.labels(predicate), language) for predicate in _WORDS)
    return next((words for words in spoken if words), None)
