"""Public services: who provides them, by when, and the steps and paths of each route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import UnknownThingError
from graph.hierarchy.body import in_language
from graph.hierarchy.facts import Fact, local_name
from graph.hierarchy.moment import Moment
from graph.hierarchy.procedure import Plan, plans_of
from graph.time import Answer, together
from ontology import CPSV, CV, DCT, RDF, SHZ, SKOS

_TYPE, _SERVICE = str(RDF.type), str(CPSV.PublicService)
_LABELS = (str(SKOS.prefLabel), str(DCT.title), str(SKOS.altLabel))
_DEADLINE, _DAYS = str(SHZ.conditionalDeadline), str(SHZ.workingDays)
_CONDITION = str(SHZ.condition)
#: Other things that a service is tied to, by the name of the list in the answer.
_TIES = {
    "authorities": str(CV.hasCompetentAuthority),
    "participations": str(CV.hasParticipation),
    "channels": str(CV.hasChannel),
    "outputs": str(CPSV.produces),
    "legal_resources": str(CV.hasLegalResource),
}


@dataclass(frozen=True, slots=True)
class Thing:
    """Anything that a service is tied to: its IRI, its labels by language, the fact behind it."""

    iri: str
    labels: dict[str, str]
    answer: Answer
    fact: Fact

    def label(self, language: str) -> str:
        """Its label; the last part of its IRI where it has none."""
        return in_language(self.labels, language) or local_name(self.iri)


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: a number of working days, under a condition as the act words it."""

    working_days: int
    condition: str | None
    answer: Answer
    fact: Fact


@dataclass(frozen=True, slots=True)
class Service:
    """A service on a day; `ties` are the things it is tied to, by the name of their list."""

    iri: str
    slug: str
    names: dict[str, str]
    answer: Answer
    ties: dict[str, tuple[Thing, ...]]
    deadlines: tuple[Deadline, ...]
    plans: tuple[Plan, ...]

    def name(self, language: str) -> str:
        """Its name; in Kazakh where the language has none."""
        return in_language(self.names, language) or self.slug


def services_of(moment: Moment) -> list[Service]:
    """All services on record, by IRI."""
    found = moment.record.claimed(_TYPE, _SERVICE)
    return [service_of(moment, iri) for iri in sorted({claim.subject for claim in found})]


def find_service(moment: Moment, slug: str, language: str = "kk") -> Service:
    """The service of a slug, also of one made of its name in another language.

    UnknownThingError where there is none.
    """
    iri = moment.record.iri(f"service/{slug}")
    iri = moment.hierarchy.became(iri) or iri
    if not moment.record.claims(iri, _TYPE):
        raise UnknownThingError("service", slug)
    return service_of(moment, iri, language)


def service_of(moment: Moment, iri: str, language: str = "kk") -> Service:
    """A service by its IRI; what its act says in a language, else in Kazakh."""
    deadlines = sorted(_deadlines(moment, iri, language), key=lambda one: one.working_days)
    return Service(
        iri,
        moment.record.path(iri).partition("/")[2],
        labels_of(moment, iri),
        together(said for _, said in moment.held(moment.record.claims(iri, _TYPE))),
        {name: tuple(_things(moment, iri, predicate)) for name, predicate in _TIES.items()},
        tuple(deadlines),
        plans_of(moment, iri, language),
    )


def labels_of(moment: Moment, iri: str) -> dict[str, str]:
    """What a thing is called, by language: a label, else a title, else another name."""
    for node in (moment.record.seen(iri), moment.record.held.get(iri)):
        for predicate in _LABELS:
            if node and (labels := node.labels(predicate)):
                return labels
    return {}


def labelled(moment: Moment, iri: str, language: str) -> str:
    """What anything is called in a language: by its code list, by a label, by its IRI."""
    code = moment.hierarchy.codes.by_iri.get(iri)
    if code:
        return code.label(language)
    return in_language(labels_of(moment, iri), language) or local_name(iri)


def _tied(moment: Moment, iri: str, predicate: str) -> list[tuple[str, Fact]]:
    """What a property ties to a thing: objects of claims, and statements that it leads to."""
    claims = moment.record.claims(iri, predicate)
    node = moment.record.held.get(iri)
    led_to = sorted(set(node.all(predicate)) if node else ())
    facts = moment.record.facts
    return [
        *((claim.object, claim) for claim in claims if claim.object not in facts),
        *((name, facts[name]) for name in led_to if name in facts),
    ]


def _things(moment: Moment, iri: str, predicate: str) -> Iterator[Thing]:
    """The things tied to the service, each once, also when they are so no more."""
    tied = _tied(moment, iri, predicate)
    said = {fact.iri: answer for fact, answer in moment.held([fact for _, fact in tied])}
    seen: set[str] = set()
    for name, fact in tied:
        if name not in seen and fact.iri in said:
            seen.add(name)
            yield Thing(name, labels_of(moment, name), said[fact.iri], fact)


def _deadlines(moment: Moment, iri: str, language: str) -> Iterator[Deadline]:
    facts = [fact for _, fact in _tied(moment, iri, _DEADLINE)]
    for fact, said in moment.held(facts):
        condition = in_language(fact.node.labels(_CONDITION), language)
        yield Deadline(fact.node.number(_DAYS) or 0, condition, said, fact)
