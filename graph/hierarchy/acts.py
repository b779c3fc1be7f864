"""Acts: what each says of itself, what others say of it, and whether it is in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.errors import UnknownThingError
from graph.hierarchy.codes import Code
from graph.hierarchy.facts import Fact, read_bounds
from graph.hierarchy.moment import Moment
from graph.hierarchy.nodes import Node
from graph.time import Answer, answer
from ontology import DCT, ELI, RDF, SHZ

_TYPE, _ACT = str(RDF.type), str(ELI.LegalResource)
_KIND, _NUMBER, _DAY = str(ELI.type_document), str(ELI.number), str(ELI.date_document)
_TITLES = (str(ELI.title), str(DCT.title))
_ISSUER, _REALIZED = str(ELI.passed_by), str(ELI.is_realized_by)
_SIGNED_BY, _SIGNED_AS = str(SHZ.signedBy), str(SHZ.signedAs)
_ENTRY, _WORDING = str(SHZ.entryIntoForceRule), str(SHZ.inWordingOf)
#: What acts do to one another, and how each is told from the other side.
RELATIONS = {
    "amends": str(ELI.amends),
    "repeals": str(ELI.repeals),
    "based_on": str(ELI.based_on),
    "cites": str(ELI.cites),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """That a part of an act stands in the wording of another; `answer` is whether it does that day.

    `clause` and `by` are IRIs.
    """

    clause: str
    by: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a day: `answer` tells whether it is in force, `held` whether its text is here.

    `relations` and `inverse` name other acts by IRI: `amends`, `repeals`, `based_on`, `cites`.
    """

    iri: str
    slug: str
    kind: Code | None
    number: str | None
    day: date | None
    title: str | None
    issuer: str | None
    signed_by: str | None
    signed_as: str | None
    entry_rule: Code | None
    held: bool
    answer: Answer
    relations: dict[str, tuple[str, ...]]
    inverse: dict[str, tuple[str, ...]]
    wordings: tuple[Wording, ...]


def acts_of(moment: Moment) -> list[Act]:
    """All acts that the record knows, those held first, then by date and key."""
    acts = [act_of(moment, iri) for iri in _named(moment)]
    return sorted(acts, key=lambda act: (not act.held, act.day or date.max, act.slug))


def find_act(moment: Moment, slug: str) -> Act:
    """The act of a key such as `aktobe-akimat-2016-34`; UnknownThingError where there is none."""
    iri = moment.record.iri(f"act/{slug}")
    if iri not in moment.hierarchy.texts and not moment.record.claims(iri, _TYPE):
        raise UnknownThingError("act", slug)
    return act_of(moment, iri)


def _named(moment: Moment) -> list[str]:
    named = {claim.subject for claim in moment.record.claimed(_TYPE, _ACT)}
    return sorted(named.union(moment.hierarchy.texts))


def act_of(moment: Moment, iri: str) -> Act:
    """An act by its IRI."""
    codes, day = moment.hierarchy.codes, _said(moment, iri, _DAY)
    return Act(
        iri,
        moment.record.path(iri).partition("/")[2],
        codes.get(_said(moment, iri, _KIND)),
        _said(moment, iri, _NUMBER),
        date.fromisoformat(day) if day else None,
        next((title for name in _TITLES if (title := _said(moment, iri, name))), None),
        _said(moment, iri, _ISSUER),
        _said(moment, iri, _SIGNED_BY),
        _said(moment, iri, _SIGNED_AS),
        codes.get(_said(moment, iri, _ENTRY)),
        iri in moment.hierarchy.texts,
        in_force(moment, iri),
        {name: found for name, p in RELATIONS.items() if (found := _others(moment, iri, p))},
        {name: found for name, p in RELATIONS.items() if (found := _by(moment, iri, p))},
        tuple(_wordings(moment, iri)),
    )


def _said(moment: Moment, iri: str, predicate: str) -> str | None:
    """What a claim says; of several, what the act itself says, that is the longest evidence.

    An act that is told by its side file alone makes no such claim: the view has what that says.
    """
    claims = [c for c in moment.record.claims(iri, predicate) if c.known(moment.known)]
    own = [claim for claim in claims if claim.clause.startswith(f"{iri}/")]
    if claims:
        return (own or claims)[0].object
    return moment.record.seen(iri).first(predicate)


def _others(moment: Moment, iri: str, predicate: str) -> tuple[str, ...]:
    return tuple(sorted({claim.object for claim in moment.record.claims(iri, predicate)}))


def _by(moment: Moment, iri: str, predicate: str) -> tuple[str, ...]:
    return tuple(sorted({claim.subject for claim in moment.record.claimed(predicate, iri)}))


def _wordings(moment: Moment, iri: str) -> list[Wording]:
    """Parts that stand in the wording of another act, by clause."""
    claims = moment.held(moment.record.inside(f"{iri}/", _WORDING))
    found = (Wording(c.subject, c.object, _worded(moment, c, said)) for c, said in claims)
    return sorted(found, key=lambda one: (one.clause, one.by))


def _worded(moment: Moment, claim: Fact, said: Answer) -> Answer:
    """No part stands in the wording of an act before the date of that act."""
    day = _said(moment, claim.object, _DAY)
    early = day is not None and moment.day < date.fromisoformat(day)
    return Answer("no", claim.bounds.starts_not_before) if early else said


def in_force(moment: Moment, iri: str) -> Answer:
    """Whether an act is in force; of one not held, or not yet, it is not known."""
    node = moment.record.held.get(iri, Node(iri))
    told = [claim.known(moment.known) for claim in moment.record.claims(iri, _TYPE)]
    if iri not in moment.hierarchy.texts or (told and not any(told)):
        return Answer("not-known")
    return answer(read_bounds(node, moment.record.held, moment.known), moment.day)
