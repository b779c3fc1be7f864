"""Where bodies came from and what became of them: events, and who succeeds to whose rights."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.hierarchy.body import in_language
from graph.hierarchy.codes import Code
from graph.hierarchy.facts import Fact, local_name
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.moment import Moment
from graph.time import Answer
from ontology import RDF, SHZ

#: What a body may be in an event, in the order of the model's table.
ROLES = ("survivor", "ended", "created", "transferred", "fromBody", "toBody", "renamed")
_ROLE_IRIS = {role: str(SHZ[role]) for role in ROLES}
#: Roles through which one body comes out of another; a transfer makes no kin.
_KIN = ("survivor", "ended", "created")
_TYPE, _FORM, _STATED = str(RDF.type), str(SHZ.statedForm), str(SHZ.statedKind)
_ORDERED_BY, _OLD, _NEW = str(SHZ.orderedBy), str(SHZ.oldName), str(SHZ.newName)
_PREDECESSOR, _SUCCESSOR = str(SHZ.predecessor), str(SHZ.successor)
_SCOPE, _APPORTIONED, _HELD = str(SHZ.scope), str(SHZ.apportionedBy), str(SHZ.isHeld)


@dataclass(frozen=True, slots=True)
class Event:
    """A change: its kind as read, the words and the kind as stated, and the bodies by role."""

    kind: str
    stated_form: str | None
    stated_kind: Code | None
    ordered_by: str
    roles: dict[str, tuple[str, ...]]
    answer: Answer
    fact: Fact
    names: tuple[str | None, str | None] = (None, None)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day on which it can have taken effect."""
        bounds = self.fact.bounds
        first, last = bounds.starts_not_before, bounds.starts_not_after
        return first.day if first else None, last.day if last else None


@dataclass(frozen=True, slots=True)
class Succession:
    """Who succeeds to whose rights: `instrument` divides them, `instrument_held` if it is here."""

    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    scope: str | None
    instrument: str | None
    instrument_held: bool
    answer: Answer
    fact: Fact


@dataclass(frozen=True, slots=True)
class Lineage:
    """The events and successions that a body, or a body it is kin to, takes part in.

    `today` are the bodies in which it goes on, on the day of the question: itself, while it is or
    may be there; else what came after it, through any chain of ended ones.
    """

    events: tuple[Event, ...]
    successions: tuple[Succession, ...]
    kin: tuple[str, ...]
    today: tuple[str, ...] = ()


def events_of(moment: Moment, iri: str) -> list[Event]:
    """The events in which a body takes any part, the earliest first."""
    return _in_time(_event(moment, fact) for fact in _facts_of(moment, moment.body(iri).iri))


def lineage_of(moment: Moment, iri: str, depth: int | None = None) -> Lineage:
    """Events through any number of generations, in both directions; a cycle is gone round once."""
    kin, ahead = {moment.body(iri).iri: 0}, deque([iri])
    events: dict[str, Event] = {}
    while ahead:
        body = ahead.popleft()
        if depth is not None and kin[body] >= depth:
            continue
        for fact in _facts_of(moment, body):
            event = events.setdefault(fact.iri, _event(moment, fact))
            for other in _kin_in(event, body):
                if other not in kin:
                    kin[other] = kin[body] + 1
                    ahead.append(other)
    successions = {s.fact.iri: s for one in kin for s in successions_of(moment, one)}
    return Lineage(
        _in_time_tuple(events.values()),
        tuple(successions.values()),
        tuple(kin),
        tuple(heirs_of(moment, iri)),
    )


def heirs_of(moment: Moment, iri: str) -> list[str]:
    """The bodies in which a body goes on, nearest first; none where no act says what came after.

    What ended goes on in what its end made or left, and in its successors; a spin-off from what
    goes on leads nowhere else. A cycle is gone round once.
    """
    found, seen, ahead = [], {iri}, deque([iri])
    while ahead:
        body = ahead.popleft()
        if body not in moment.hierarchy.natures or moment.existence(body).value != "no":
            found.append(body)
            continue
        fresh = [one for one in _after(moment, body) if one not in seen]
        seen.update(fresh)
        ahead.extend(fresh)
    return found


def _after(moment: Moment, body: str) -> Iterator[str]:
    """What came after a body by the events that ended it, and by successions to its rights."""
    for event in _in_time(_event(moment, fact) for fact in _facts_of(moment, body)):
        if body in event.roles.get("ended", ()) and event.answer.value != "no":
            yield from (*event.roles.get("survivor", ()), *event.roles.get("created", ()))
    for one in successions_of(moment, body):
        if body in one.predecessors and one.answer.value != "no":
            yield from one.successors


def _kin_in(event: Event, body: str) -> list[str]:
    members = [one for role in _KIN for one in event.roles.get(role, ())]
    return members if body in members else []


def _in_time_tuple(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(_in_time(events))


def successions_of(moment: Moment, iri: str) -> list[Succession]:
    """The successions in which a body is predecessor or successor."""
    record = moment.record
    facts = record.statements(_PREDECESSOR, iri) + record.statements(_SUCCESSOR, iri)
    unique = {fact.iri: fact for fact in facts if fact.known(moment.known)}
    return [_succession(moment, unique[name]) for name in sorted(unique)]


def changes(hierarchy: Hierarchy, first: date, last: date, known: date | None) -> list[Event]:
    """All events that may have taken effect from `first` to `last`, both included."""
    moment = hierarchy.at(last, known)
    facts = (f for f in hierarchy.events if f.known(known))
    return [e for e in _in_time(_event(moment, fact) for fact in facts) if _touches(e, first, last)]


def _touches(event: Event, first: date, last: date) -> bool:
    begins, ends = event.days
    return (begins is None or begins <= last) and (ends is None or ends >= first)


def _facts_of(moment: Moment, iri: str) -> Iterator[Fact]:
    """Events on which a statement or a claim about the event gives the body a role."""
    seen = set()
    for role in _ROLE_IRIS.values():
        for fact in moment.record.statements(role, iri):
            if fact.iri not in seen and fact.known(moment.known):
                seen.add(fact.iri)
                yield fact
    for claim in moment.record.parts(iri):
        event = moment.record.facts.get(claim.subject)
        if event and event.iri not in seen and event.known(moment.known):
            seen.add(event.iri)
            yield event


def _event(moment: Moment, fact: Fact) -> Event:
    node = fact.node
    return Event(
        local_name(_kind(fact)),
        in_language(node.labels(_FORM), "kk"),
        moment.hierarchy.codes.get(node.first(_STATED)),
        node.first(_ORDERED_BY) or fact.clause,
        {role: bodies for role in ROLES if (bodies := _bodies(moment, fact, _ROLE_IRIS[role]))},
        fact.at(moment.day, moment.known),
        fact,
        (in_language(node.labels(_OLD), "kk"), in_language(node.labels(_NEW), "kk")),
    )


def _kind(fact: Fact) -> str:
    """The class of an event that the model names, not the general ones beside it."""
    own = [one for one in fact.node.all(_TYPE) if one.startswith(str(SHZ._NS))]
    return next((one for one in own if one != str(SHZ.Event)), "")


def _bodies(moment: Moment, fact: Fact, role: str) -> tuple[str, ...]:
    stated = set(fact.node.texts(role))
    read = {claim.object for claim in moment.record.claims(fact.iri, role)}
    return tuple(sorted(stated | read, key=moment.hierarchy.rank))


def _succession(moment: Moment, fact: Fact) -> Succession:
    node, rank = fact.node, moment.hierarchy.rank
    instrument = in_language(node.labels(_APPORTIONED), "kk") or node.first(_APPORTIONED)
    thing = moment.record.held.get(instrument or "")
    return Succession(
        tuple(sorted(node.all(_PREDECESSOR), key=rank)),
        tuple(sorted(node.all(_SUCCESSOR), key=rank)),
        in_language(node.labels(_SCOPE), "kk"),
        instrument,
        bool(thing and thing.first(_HELD) == "true"),
        fact.at(moment.day, moment.known),
        fact,
    )


def _in_time(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda e: (e.fact.start, e.days[1] or date.max, e.fact.iri))
