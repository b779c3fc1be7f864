"""What changed: all events on record, or what differs between two days, each with its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fastapi.responses import HTMLResponse

from api.pages.desk import Desk
from api.pages.faces import Face, face
from api.pages.lineage import EventRow, event_row
from api.pages.proof import Proofs, Why
from api.pages.render import render
from api.question import parse_day
from graph.errors import CallError
from graph.hierarchy.diff import Change, Diff, diff
from graph.hierarchy.diff.change import KINDS
from graph.hierarchy.lineage import changes

#: So many events or differences a page shows; all of them are in the data.
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A body and what of it differs; `before` and `after` are bodies or words."""

    face: Face
    before: Face | str
    after: Face | str
    sure: bool
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one kind."""

    kind: str
    label: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of changes shows: `groups` between two days, else `events`."""

    first: date | None
    last: date | None
    under: Face | None
    slug: str
    words: str
    groups: tuple[Group, ...]
    events: tuple[EventRow, ...]
    more: int
    compared: int
    undecided: int
    trouble: str


def changes_page(desk: Desk) -> HTMLResponse:
    """The page at `/changes`; with `from` and `to` the differences, under one body with `under`."""
    first, last, trouble = _days(desk)
    found = None
    under = _under(desk)
    if first and last and not trouble:
        known = desk.seen.known_at
        before, after = (desk.hierarchy.at(day, known) for day in (first, last))
        found = diff(before, after, under)
    page = _page(desk, first, last, under, found, trouble)
    return render(
        "changes.html", desk.seen, page=page, section="changes", release=desk.archive.release
    )


def _days(desk: Desk) -> tuple[date | None, date | None, str]:
    """The two days asked for, and what is wrong with them, in words."""
    days: list[date | None] = []
    for name in ("from", "to"):
        given = desk.seen.given(name)
        try:
            days.append(parse_day(given) if given else None)
        except ValueError:
            return None, None, desk.seen.say("explorer.bad_date", given=given)
    first, last = days
    if first and last and first > last:
        return first, last, desk.seen.say("changes.disordered")
    if (first is None) is not (last is None):
        return first, last, desk.seen.say("changes.both_days")
    return first, last, ""


def _under(desk: Desk) -> str | None:
    """The body whose branch is meant: by its slug, or the best that its words find."""
    given = desk.seen.given("under").strip()
    if not given:
        return None
    exact = desk.hierarchy.record.iri(f"body/{given}")
    if exact in desk.hierarchy.natures:
        return exact
    found = desk.archive.find(given)
    if not found:
        raise CallError(desk.seen.say("explorer.results_none", q=given))
    return found[0]


def _page(
    desk: Desk,
    first: date | None,
    last: date | None,
    under: str | None,
    found: Diff | None,
    trouble: str,
) -> Page:
    proofs = Proofs(desk.hierarchy, desk.seen)
    events = (
        []
        if found or under
        else changes(desk.hierarchy, date.min, date.max, desk.seen.known_at)[::-1]
    )
    body = desk.moment.body(under) if under else None
    return Page(
        first,
        last,
        face(body, desk.seen, desk.abbreviations) if body else None,
        body.slug if body else "",
        desk.seen.given("under"),
        tuple(_groups(desk, proofs, found)) if found else (),
        tuple(event_row(desk, proofs, one) for one in events[:_SHOWN]),
        len(events[_SHOWN:]),
        found.compared if found else 0,
        found.undecided if found else 0,
        trouble,
    )


def _groups(desk: Desk, proofs: Proofs, found: Diff) -> Iterator[Group]:
    for kind in KINDS:
        held = [one for one in found.changes if one.kind == kind]
        proofs.gather(fact for one in held[:_SHOWN] for fact in one.causes)
        lines = tuple(_line(desk, proofs, found, one) for one in held[:_SHOWN])
        if lines:
            label = desk.seen.say(f"changes.{kind}")
            yield Group(kind, label, lines, len(held[_SHOWN:]))


def _line(desk: Desk, proofs: Proofs, found: Diff, change: Change) -> Line:
    return Line(
        face(change.body, desk.seen, desk.abbreviations),
        _value(desk, found, change, change.before),
        _value(desk, found, change, change.after),
        change.status == "yes",
        proofs.of(change.causes),
    )


def _value(desk: Desk, found: Diff, change: Change, value: str | None) -> Face | str:
    """A superior by its name, a legal form by its label; else the words; "" for none."""
    if value is None or change.kind in ("new", "ended"):
        return ""
    if change.kind == "moved" and value in desk.hierarchy.natures:
        return face(found.after.body(value), desk.seen, desk.abbreviations)
    code = desk.hierarchy.codes.by_iri.get(value) if change.kind == "form" else None
    return code.label(desk.seen.say.language) if code else value
