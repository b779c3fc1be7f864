"""The page of a public service: channels, deadlines, and each route drawn and as a table."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi.responses import HTMLResponse
from markupsafe import Markup
from rdflib import URIRef

from api.drawings import Branch, Step, draw_procedure
from api.pages.desk import Desk
from api.pages.explorer import Link, act_link
from api.pages.facts import FactRows, Row, Value
from api.pages.proof import Proofs, Why
from api.pages.render import render
from graph.hierarchy import Fact
from graph.hierarchy.acts import act_of as act_at
from graph.hierarchy.body import in_language
from graph.hierarchy.order import printed_order
from graph.hierarchy.procedure import Path, Plan, ProcedureStep
from graph.hierarchy.services import Deadline, Service, find_service, labels_of, services_of
from ontology import CPSV, CV, SHZ

_WIDE, _NARROW = 860, 344
#: What a service is tied to, in the order of the page.
_TIES = (
    ("authority", CV.hasCompetentAuthority),
    ("channels", CV.hasChannel),
    ("outputs", CPSV.produces),
    ("legal", CV.hasLegalResource),
)
_ABBREVIATION = str(SHZ.abbreviation)


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a row leads: to a row by its number, "" for the end; a condition where it is one."""

    to: int | None
    condition: str
    interpreted: bool


@dataclass(frozen=True, slots=True)
class System:
    """An information system: its name, and the abbreviation that the act gives it, or ""."""

    name: str
    abbreviation: str

    @property
    def short(self) -> str:
        """The abbreviation; the name where there is none."""
        return self.abbreviation or self.name


@dataclass(frozen=True, slots=True)
class RowShown:
    """A printed row of a procedure."""

    number: int
    label: str
    kind: str
    actor: str
    action: str
    systems: tuple[System, ...]
    minutes: int | None
    turns: tuple[Turn, ...]
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A path through the rows with its minutes and what it ends in."""

    rows: tuple[int, ...]
    minutes: int
    conditions: tuple[str, ...]
    ends: str
    interpreted: bool


@dataclass(frozen=True, slots=True)
class Route:
    """One route: its channel, rows, paths, drawings for wide and narrow screens."""

    id: str
    channel: str
    rows: tuple[RowShown, ...]
    ways: tuple[Way, ...]
    total: int
    wide: Markup
    narrow: Markup
    why: tuple[Why, ...]
    interpreted: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of a service shows."""

    name: str
    language: str
    iri: str
    answer: str
    rows: tuple[Row, ...]
    deadlines: Row
    routes: tuple[Route, ...]
    repealed: tuple[Link, ...]


def services_page(desk: Desk) -> HTMLResponse:
    """The page at `/service`: all services on record."""
    say = desk.seen.say
    items = [
        {
            "name": one.name(say.language),
            "href": desk.seen.url(f"/service/{one.slug}"),
            "answer": one.answer.value,
            "channels": len(one.ties["channels"]),
        }
        for one in services_of(desk.moment)
    ]
    return render(
        "services.html", desk.seen, items=items, section="services", release=desk.archive.release
    )


def service_page(desk: Desk, slug: str) -> HTMLResponse:
    """The page at `/service/{slug}`; UnknownThingError for a service that is not on record."""
    page = _page(desk, find_service(desk.moment, slug, desk.seen.say.language))
    return render(
        "service.html", desk.seen, page=page, section="services", release=desk.archive.release
    )


def _page(desk: Desk, service: Service) -> Page:
    proofs, say = Proofs(desk.hierarchy, desk.seen), desk.seen.say
    rows = FactRows(desk, proofs)
    ties = (Row(say(f"service.{label}"), _tie(rows, service, term)) for label, term in _TIES)
    deadlines = tuple(_deadline(desk, proofs, one) for one in service.deadlines)
    language = say.language if say.language in service.names else "kk"
    return Page(
        service.name(say.language),
        language,
        service.iri,
        service.answer.value,
        tuple(row for row in ties if row.values),
        Row(say("service.deadlines"), deadlines),
        tuple(_route(desk, proofs, plan, i) for i, plan in enumerate(service.plans, 1)),
        tuple(_repealed(desk, proofs, service)),
    )


def _tie(rows: FactRows, service: Service, predicate: URIRef) -> tuple[Value, ...]:
    """What the act ties the service to, each once in order of print, in force or not."""
    claims = rows.desk.hierarchy.record.claims(service.iri, str(predicate))
    found: dict[str, list[Fact]] = {}
    for claim in sorted(claims, key=lambda claim: printed_order(claim.clause)):
        found.setdefault(claim.object, []).append(claim)
    return tuple(rows.value(thing, facts) for thing, facts in found.items())


def _deadline(desk: Desk, proofs: Proofs, one: Deadline) -> Value:
    say = desk.seen.say
    days = say.count("count.working_days", one.working_days)
    words = (
        say("service.deadline_if", days=days, condition=one.condition) if one.condition else days
    )
    return Value(words, say.language, proofs.of([one.fact]), None, one.answer.value)


def _repealed(desk: Desk, proofs: Proofs, service: Service) -> list[Link]:
    """The acts that repealed the act from which the procedure was read."""
    acts = {proofs.act_of(plan.fact.clause) for plan in service.plans}
    found = (act_at(desk.moment, act).inverse.get("repeals", ()) for act in sorted(acts))
    return [act_link(desk, act_at(desk.moment, one)) for some in found for one in some]


def _route(desk: Desk, proofs: Proofs, plan: Plan, number: int) -> Route:
    say = desk.seen.say
    places = {step.iri: i for i, step in enumerate(plan.steps, 1)}
    rows = tuple(_row(desk, proofs, step, places) for step in plan.steps)
    ways = tuple(_way(desk, path, places) for path in plan.paths)
    steps = tuple(_drawn(desk, row, ways) for row in rows)
    channel = _label(desk, plan.channel) if plan.channel else say("service.procedure")
    desc = say("service.desc", steps=say.count("count.steps", len(rows)))
    wide, narrow = (
        draw_procedure(steps, f"{say('service.drawing')}: {channel}", desc, w, f"p{number}-{w}")
        for w in (_WIDE, _NARROW)
    )
    return Route(
        f"route-{number}",
        channel,
        rows,
        ways,
        plan.minutes,
        wide,
        narrow,
        proofs.of([plan.fact]),
        any(turn.interpreted for row in rows for turn in row.turns),
    )


def _row(desk: Desk, proofs: Proofs, step: ProcedureStep, places: dict[str, int]) -> RowShown:
    return RowShown(
        places[step.iri],
        step.number or "",
        step.kind,
        _label(desk, step.actor) if step.actor else "",
        step.action or "",
        tuple(_system(desk, one) for one in step.systems),
        step.minutes,
        tuple(_turns(step, places)),
        proofs.of([step.fact, *(branch.fact for branch in step.branches)]),
    )


def _turns(step: ProcedureStep, places: dict[str, int]) -> list[Turn]:
    found = [
        Turn(places.get(one.next), one.condition or "", one.certainty == "Interpreted")
        for one in step.branches
    ]
    return found or ([Turn(places[step.next], "", False)] if step.next in places else [])


def _way(desk: Desk, path: Path, places: dict[str, int]) -> Way:
    outcomes = [_label(desk, one) for one in path.steps[-1].outcomes]
    return Way(
        tuple(places[step.iri] for step in path.steps),
        path.minutes,
        tuple(one for one in path.conditions if one),
        "; ".join(outcomes),
        path.interpreted,
    )


def _drawn(desk: Desk, row: RowShown, ways: tuple[Way, ...]) -> Step:
    say = desk.seen.say
    sums = sorted({way.minutes for way in ways if way.rows[-1] == row.number})
    end = " / ".join(say.count("count.minutes", one) for one in sums)
    return Step(
        row.number,
        row.label or (say(f"service.kind_{row.kind}") if row.kind else ""),
        row.kind,
        row.action,
        " · ".join(part for part in (row.actor, *(one.short for one in row.systems)) if part),
        say.count("count.minutes", row.minutes) if row.minutes is not None else "",
        tuple(Branch(turn.to, turn.condition, turn.interpreted) for turn in row.turns),
        f"{say('service.end')}: Σ {end}" if end else "",
    )


def _system(desk: Desk, thing: str) -> System:
    nodes = (desk.hierarchy.record.seen(thing), desk.hierarchy.record.held.get(thing))
    short = next((words for node in nodes if node and (words := node.first(_ABBREVIATION))), "")
    return System(_label(desk, thing), short)


def _label(desk: Desk, thing: str) -> str:
    """What an actor, a system, a channel or an output is called."""
    if thing in desk.hierarchy.natures:
        return desk.moment.body(thing).name()
    code = desk.hierarchy.codes.by_iri.get(thing)
    labels = code.labels if code else labels_of(desk.moment, thing)
    if labels:
        return in_language(labels, desk.seen.say.language) or thing
    return thing if not thing.startswith("http") else thing.rpartition("/")[2]
