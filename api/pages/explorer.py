"""The first page: the tree of bodies with their numbers, and the search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fastapi.responses import HTMLResponse

from api.pages.desk import Desk
from api.pages.faces import Badge, Face, Flag, badge, face, legal_name
from api.pages.forest import WAYS, Forest, Item
from api.pages.lineage import capital, change_label
from api.pages.proof import Proofs
from api.pages.render import render
from graph.hierarchy import Body
from graph.hierarchy.acts import Act, acts_of
from graph.hierarchy.evidence import act_of
from graph.hierarchy.lineage import Event, changes
from ontology import DCT, ELI

_ANSWERS = ("yes", "not-known", "no")
_RECENT = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A label with a number."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Day:
    """How many bodies exist on the day, and what is missing to know it of the rest."""

    value: str
    tallies: tuple[tuple[str, int], ...]
    missing: tuple[str, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Link:
    """Where to, and in what words."""

    label: str
    href: str
    when: str = ""
    title: str = ""
    language: str = "kk"
    repealed: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A body found by the search."""

    name: str
    language: str
    href: str
    legal_name: str
    form: Badge | None
    kind: str
    place: str
    superior: Face | None
    acts: tuple[Link, ...]
    flags: tuple[Flag, ...]
    ended: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All that the explorer shows."""

    query: str
    by: str
    day: Day | None
    tree: tuple[Item, ...]
    others: tuple[Item, ...]
    results: tuple[Hit, ...]
    forms: tuple[Row, ...]
    changes: tuple[Link, ...]
    acts: tuple[Link, ...]


def explorer(desk: Desk) -> HTMLResponse:
    """The page at `/`; with `q` the results of the search, with `root` one branch."""
    page = _page(desk)
    return render(
        "explorer.html", desk.seen, page=page, section="bodies", release=desk.archive.release
    )


def _page(desk: Desk) -> Page:
    seen = desk.seen
    by = seen.given("by", WAYS[0]) if seen.given("by") in WAYS else WAYS[0]
    query = seen.given("q").strip()
    forest = Forest(desk, seen, by)
    root = desk.hierarchy.find(seen.given("root")) if seen.given("root") else None
    planted = _planted(desk)
    bodies = [iri for iri, nature in desk.hierarchy.natures.items() if nature == "body"]
    return Page(
        query,
        by,
        _day(desk, [desk.moment.body(iri) for iri in bodies]) if seen.asked_day else None,
        () if query else forest.trees(root),
        () if query or root else forest.loose(planted),
        tuple(_hit(desk, iri) for iri in desk.archive.find(query)) if query else (),
        _forms(desk, (desk.moment.body(iri) for iri in planted)),
        _changes(desk),
        tuple(act_link(desk, act) for act in acts_of(desk.moment) if act.held),
    )


def _planted(desk: Desk) -> set[str]:
    """The bodies of the trees of the day."""
    found: set[str] = set()
    for top in desk.moment.roots():
        below = {step.body.iri for step in desk.moment.subordinates(top.body.iri)}
        found |= {top.body.iri, *below} if below else below
    return found


def _forms(desk: Desk, bodies: Iterable[Body]) -> tuple[Row, ...]:
    found = (badge(body.form, desk.seen, {}) for body in bodies)
    counted = Counter(one.label for one in found if one)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return tuple(Row(capital(label), number) for label, number in rows)


def _day(desk: Desk, bodies: list[Body]) -> Day:
    counted = Counter(body.answer.value for body in bodies)
    unknown = [body for body in bodies if body.answer.value == "not-known"]
    missing = dict.fromkeys(text for body in unknown if (text := _lacking(desk, body)))
    value = "not-known" if unknown else "yes" if counted["yes"] else "no"
    tallies = tuple((one, counted[one]) for one in _ANSWERS if counted[one])
    return Day(value, tallies, tuple(missing)[:3], len(unknown))


def _lacking(desk: Desk, body: Body) -> str:
    """What would have to be known to say whether a body exists; "" when nothing is named."""
    return Proofs(desk.hierarchy, desk.seen).lack(body.answer.bound)


def _hit(desk: Desk, iri: str) -> Hit:
    seen, body = desk.seen, desk.moment.body(iri)
    shown, superior = face(body, seen, desk.abbreviations), body.standing.superior
    language = seen.say.language
    return Hit(
        shown.name,
        shown.language,
        shown.href,
        legal_name(body, language),
        shown.form,
        body.kind.label(language) if body.kind else "",
        body.place.label(language) if body.place else "",
        face(desk.moment.body(superior), seen, desk.abbreviations) if superior else None,
        tuple(mentions(desk, iri)),
        shown.flags,
        shown.ended,
    )


def mentions(desk: Desk, iri: str) -> list[Link]:
    """The acts that name a body, each once, leading to the first words that do."""
    proofs = Proofs(desk.hierarchy, desk.seen)
    found: dict[str, Link] = {}
    for fact in desk.hierarchy.record.about(iri):
        act = act_of(desk.hierarchy, fact.clause)
        if fact.subject == iri and act not in found:
            found[act] = Link(proofs.act_label(act), proofs.one(fact).href)
    return list(found.values())


def _changes(desk: Desk) -> tuple[Link, ...]:
    """The latest events; those of one kind with the same outcome are one line."""
    held = changes(desk.hierarchy, date.min, desk.seen.at, desk.seen.known_at)
    groups: dict[tuple[str, str | None], list[Event]] = {}
    for event in reversed(held):
        groups.setdefault((event.kind, event_body(event)), []).append(event)
    return tuple(_change(desk, events) for events in list(groups.values())[:_RECENT])


def _change(desk: Desk, events: list[Event]) -> Link:
    first, body = events[0], event_body(events[0])
    label = capital(change_label(desk, first.kind))
    moved = sum(len(event.roles.get("transferred", ())) for event in events)
    if moved > 1:
        label += f" ({desk.seen.say.count('count.bodies', moved)})"
    when = Proofs(desk.hierarchy, desk.seen).period(first.fact.bounds.without_end())
    if body is None:
        return Link(label, desk.seen.url("/"), when)
    shown = face(desk.moment.body(body), desk.seen, desk.abbreviations)
    return Link(f"{label} → {shown.name}", shown.href, when)


def event_body(event: Event) -> str | None:
    """The body that an event is above all about."""
    roles = ("created", "toBody", "renamed", "transferred", "ended", "survivor")
    return next((event.roles[role][0] for role in roles if event.roles.get(role)), None)


def act_link(desk: Desk, act: Act) -> Link:
    """A link to the page of an act."""
    label = Proofs(desk.hierarchy, desk.seen).act_label(act.iri)
    repealed = "repeals" in act.inverse
    title, language = titled(desk, act.iri)
    return Link(label, desk.seen.url(f"/act/{act.slug}"), "", title, language, repealed)


def titled(desk: Desk, act: str) -> tuple[str, str]:
    """The title of an act with the language it is in: the page's, where an edition has one."""
    node = desk.hierarchy.record.seen(act)
    titles = node.labels(str(ELI.title)) or node.labels(str(DCT.title))
    for language in (desk.seen.say.language, "kk", *titles):
        if language in titles:
            return titles[language], language
    return "", "kk"
