"""What an act says: mentions of bodies, claims and statements with what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rdflib import Literal, URIRef

from graph.model.text import Range


class Certainty(StrEnum):
    """How sure a claim is: the act says it, we read it so, or a person confirmed it."""

    STATED = "Stated"
    INTERPRETED = "Interpreted"
    CONFIRMED = "Confirmed"


class When(StrEnum):
    """Which period a claim speaks of, relative to the clause it was read from."""

    EFFECT = "effect"  # from the day the clause (as worded) takes effect
    PRESUPPOSED = "presupposed"  # held on the eve of the act; no start is known
    UNTIL_EFFECT = "until-effect"  # held on the eve of the act, ends when the clause takes effect
    ALWAYS = "always"  # no period: what a thing is (its type, the date of an act)


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as an act names it.

    `written` are the repaired words; `whole` the full legal name in the nominative with «…»;
    `own` the name without superiors and legal form; `chain` the superiors printed inside the
    name, outermost first, in the nominative; `form`, `kind` are codes of the code lists;
    `within` is set for an inner unit or a body that only makes sense inside another; `mended` are
    words taken for slips of the pen: each as printed, and as read. `parted`: read from a plural.
    """

    written: str
    whole: str
    own: str
    language: str
    ranges: tuple[Range, ...]
    form: str | None = None
    kind: str | None = None
    chain: tuple[str, ...] = ()
    place: str | None = None
    person: str | None = None
    number: str | None = None
    within: Mention | None = None
    nature: str = "body"  # body | unit | group (a class of bodies, such as "district sections")
    mended: tuple[tuple[str, str], ...] = ()
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing with an IRI of its own: `<base><kind>/<key>`, key in IRI-safe letters."""

    kind: str  # act | clause | statement | place | person | service | system | plan …
    key: str


Object = Mention | Ref | Literal | URIRef
Subject = Mention | Ref


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim rests on: clause, ranges in reading order, certainty, rule, reason, period."""

    clause: str
    ranges: tuple[Range, ...]
    rule: str
    certainty: Certainty = Certainty.STATED
    reason: str | None = None
    when: When = When.EFFECT


@dataclass(frozen=True, slots=True)
class Claim:
    """One binary fact as one clause has it; `basis` is a code of subordination-bases, if any."""

    subject: Subject
    predicate: URIRef
    object: Object
    evidence: Evidence
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact that is a node of its own: an event, a list entry, a competence, a staff line.

    `key` is `<kind>/<rest>`, unique in its act; the IRI is `<base><kind>/<act key>/<rest>`.
    `of` says what leads to it: a subject and the property that points from there to this node.
    """

    key: str
    type: URIRef
    properties: tuple[tuple[URIRef, Object], ...]
    evidence: Evidence
    of: tuple[Subject, URIRef] | None = None
