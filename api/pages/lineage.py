"""The changes of a body and of its kin: as a drawing through time, and as a table of the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup
from pyoxigraph import Literal

from api.drawings import Change, Lane, draw_lineage
from api.pages.desk import Desk
from api.pages.faces import Face, face
from api.pages.proof import Proofs, Why
from graph.hierarchy.lineage import Event, Succession, lineage_of
from ontology import SHZ

#: Lines in one drawing; a transfer of many bodies is one arrow with their number.
_LANES = 12
_WIDE, _NARROW = 760, 344
_ROLES = (
    ("survivor", "role_survivor"),
    ("ended", "role_ended"),
    ("created", "role_created"),
    ("transferred", "role_transferred"),
    ("fromBody", "role_from"),
    ("toBody", "role_to"),
    ("renamed", "role_renamed"),
)


@dataclass(frozen=True, slots=True)
class Role:
    """What became of some bodies in an event."""

    label: str
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """A change as the table has it; `instrument` is a document that a succession rests on."""

    label: str
    roles: tuple[Role, ...]
    stated: str
    stated_kind: str
    when: str
    why: tuple[Why, ...]
    answer: str
    names: tuple[str | None, str | None] = (None, None)
    instrument: str = ""
    instrument_held: bool = True


@dataclass(frozen=True, slots=True)
class History:
    """The changes, and their drawing for wide and for narrow screens.

    `today` are the bodies in which one that has ended goes on, on the day of the page; None for
    one that is or may be there.
    """

    rows: tuple[EventRow, ...]
    wide: Markup
    narrow: Markup
    today: tuple[Face, ...] | None


def history_of(desk: Desk, proofs: Proofs, iri: str) -> History:
    """The changes in which a body or its kin take part, the earliest first."""
    lineage = lineage_of(desk.moment, iri)
    proofs.gather(one.fact for one in lineage.events)
    proofs.gather(one.fact for one in lineage.successions)
    rows = [event_row(desk, proofs, event) for event in lineage.events]
    rows += [_succession_row(desk, proofs, one) for one in lineage.successions]
    title = desk.seen.say("body.lineage_drawing")
    desc = desk.seen.say("body.history_note")
    lanes, days, changes = _plan(desk, iri, lineage.events)
    named = tuple(_short_day(day) for day in days)
    wide, narrow = (
        draw_lineage(lanes, named, changes, title, desc, width, f"lineage-{width}")
        if changes
        else Markup("")
        for width in (_WIDE, _NARROW)
    )
    today = None if lineage.today == (iri,) else _faces(desk, lineage.today)
    return History(tuple(rows), wide, narrow, today)


def change_label(desk: Desk, kind: str) -> str:
    """What a class of events is called in the language of the page."""
    return desk.hierarchy.label(str(SHZ._NS) + kind, desk.seen.say.language)


def _faces(desk: Desk, bodies: Iterable[str]) -> tuple[Face, ...]:
    """The faces of bodies; one that is not on record as a body has none."""
    held = (desk.moment.body(one) for one in bodies if one in desk.hierarchy.natures)
    return tuple(face(body, desk.seen, desk.abbreviations) for body in held)


def event_row(desk: Desk, proofs: Proofs, event: Event) -> EventRow:
    """A change as tables have it."""
    roles = (
        Role(desk.seen.say(f"body.{label}"), _faces(desk, event.roles[role]))
        for role, label in _ROLES
        if event.roles.get(role)
    )
    label = change_label(desk, event.kind)
    stated = event.stated_kind.label(desk.seen.say.language) if event.stated_kind else ""
    return EventRow(
        capital(label),
        tuple(roles),
        event.stated_form or "",
        stated if stated.lower() != label.lower() else "",
        proofs.period(event.fact.bounds.without_end()),
        proofs.of([event.fact]),
        event.answer.value,
        event.names,
    )


def _succession_row(desk: Desk, proofs: Proofs, one: Succession) -> EventRow:
    say = desk.seen.say
    roles = (
        Role(say("body.role_predecessor"), _faces(desk, one.predecessors)),
        Role(say("body.role_successor"), _faces(desk, one.successors)),
    )
    return EventRow(
        capital(change_label(desk, "LegalSuccession")),
        roles,
        one.scope or "",
        "",
        proofs.period(one.fact.bounds.without_end()),
        proofs.of([one.fact]),
        one.answer.value,
        instrument=_instrument(desk, one),
        instrument_held=one.instrument_held,
    )


def _instrument(desk: Desk, one: Succession) -> str:
    if not one.instrument or not one.instrument.startswith("http"):
        return one.instrument or ""
    held = desk.hierarchy.record.held.get(one.instrument)
    values = [one for some in (held.values.values() if held else ()) for one in some]
    return next((one.value for one in values if isinstance(one, Literal) and one.language), "")


def capital(words: str) -> str:
    """Words with a capital letter at their head."""
    return words[:1].upper() + words[1:]


def _plan(
    desk: Desk, iri: str, events: tuple[Event, ...]
) -> tuple[tuple[Lane, ...], tuple[date, ...], tuple[Change, ...]]:
    """What the drawing needs: lanes, the days that are its columns, the changes between lanes."""
    days = sorted({day for event in events for day in event.days if day})
    groups = _grouped(iri, events)
    bodies = dict.fromkeys([b for event, _ in groups for b in _lane_bodies(iri, event)] or [iri])
    lanes = tuple(_lane(desk, one, iri) for one in list(bodies)[:_LANES])
    known = {lane.key for lane in lanes}
    changes = (_change(desk, event, moved, days, known) for event, moved in groups)
    return lanes, tuple(days), tuple(change for change in changes if change)


def _grouped(iri: str, events: tuple[Event, ...]) -> list[tuple[Event, int]]:
    """Events to draw; transfers by one clause between the same two bodies are one arrow."""
    found: dict[tuple[object, ...], tuple[Event, int]] = {}
    for event in events:
        ends = event.roles.get("fromBody"), event.roles.get("toBody"), event.ordered_by
        own = iri in event.roles.get("transferred", ())
        key = ("move", *ends) if event.kind == "Transfer" and not own else (event.fact.iri,)
        first, number = found.get(key, (event, 0))
        found[key] = first, number + len(event.roles.get("transferred", ()))
    return list(found.values())


def _lane_bodies(iri: str, event: Event) -> list[str]:
    roles = ("survivor", "ended", "fromBody", "renamed", "created", "toBody")
    found = [body for role in roles for body in event.roles.get(role, ())]
    return [*found, iri] if iri in event.roles.get("transferred", ()) else found


def _lane(desk: Desk, body: str, focus: str) -> Lane:
    shown = face(desk.moment.body(body), desk.seen, desk.abbreviations)
    return Lane(body, shown.name, shown.href, body == focus)


def _change(
    desk: Desk, event: Event, moved: int, days: list[date], lanes: set[str]
) -> Change | None:
    first, last = event.days
    start = first or last
    if start is None:
        return None
    sources, targets, kind = _ends(event)
    label = change_label(desk, event.kind)
    if kind == "move" and moved > 1:
        label += f" · {desk.seen.say.count('count.bodies', moved)}"
    return Change(
        days.index(start),
        kind,
        capital(label),
        tuple(one for one in sources if one in lanes),
        tuple(one for one in targets if one in lanes),
        tuple(one for one in event.roles.get("ended", ()) if one in lanes),
        days.index(last) if last else None,
        event.fact.certainty == "Interpreted",
        tuple(one for one in event.roles.get("transferred", ()) if one in lanes),
    )


def _ends(event: Event) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    roles = event.roles
    if event.kind == "Transfer":
        return roles.get("fromBody", ()), roles.get("toBody", ()), "move"
    sources = roles.get("survivor", ()) + roles.get("ended", ()) + roles.get("renamed", ())
    if roles.get("created"):
        return sources, roles["created"], "merge" if roles.get("ended") else "branch"
    return roles.get("ended", ()) or sources, roles.get("survivor", ()), "mark"


def _short_day(day: date) -> str:
    return f"{day:%d.%m.%Y}"
