"""The page of one body: all that the acts say of it on a day, with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fastapi import Response
from fastapi.responses import RedirectResponse

from api.pages.desk import Desk
from api.pages.explorer import Link, mentions
from api.pages.faces import Badge, Face, badge, face, legal_name, named
from api.pages.facts import FactRows, Row, Value
from api.pages.findings import Shown, show
from api.pages.forest import Forest, Item
from api.pages.lineage import History, history_of
from api.pages.powers import Post, Powers, posts_of, powers_of
from api.pages.proof import Proofs, Why
from api.pages.render import render
from api.pages.staffing import Staffing, staffing_of
from graph.hierarchy import Body, Fact, NameForm, names_of
from graph.hierarchy.nodes import Node
from ontology import ADMS, SKOS

_IDENTIFIER, _NOTATION = str(ADMS.identifier), str(SKOS.notation)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the body exists on the day, in words; what is missing; the clause that needs it."""

    value: str
    text: str
    missing: str
    clause: str
    clause_href: str


@dataclass(frozen=True, slots=True)
class Name:
    """A form of its name."""

    words: str
    language: str
    kind: str
    period: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of a body shows."""

    name: str
    language: str
    legal_name: str
    iri: str
    slug: str
    form: Badge | None
    kind: str
    standing: Standing
    trail: tuple[Face, ...]
    rows: tuple[Row, ...]
    contested: tuple[Value, ...]
    prevailing: tuple[Value, ...]
    names: tuple[Name, ...]
    tree: Item | None
    staffing: Staffing | None
    powers: tuple[Powers, ...]
    posts: tuple[Post, ...]
    history: History
    identifiers: tuple[str, ...]
    findings: tuple[Shown, ...]
    mentions: tuple[Link, ...]


def body_page(desk: Desk, slug: str) -> Response:
    """The page at `/body/{slug}`; UnknownThingError for a body that is not on record.

    A body that became another by a decision leads to that one.
    """
    iri = desk.hierarchy.find(slug)
    kept = desk.hierarchy.became(iri, desk.seen.known_at)
    if kept is not None:
        return RedirectResponse(desk.seen.url(f"/body/{kept.rpartition('/')[2]}"), 308)
    page = _page(desk, iri)
    return render("body.html", desk.seen, page=page, section="bodies", release=desk.archive.release)


def _page(desk: Desk, iri: str) -> Page:
    body, language = desk.moment.body(iri), desk.seen.say.language
    proofs = Proofs(desk.hierarchy, desk.seen)
    rows, names = FactRows(desk, proofs), names_of(desk.moment, iri)
    record = desk.hierarchy.record
    proofs.gather([*record.about(iri), *record.under(iri), *(form.fact for form in names)])
    name, of_name = named(body, language)
    return Page(
        name,
        of_name,
        legal_name(body, language),
        iri,
        body.slug,
        badge(body.form, desk.seen, desk.abbreviations),
        body.kind.label(language) if body.kind else "",
        standing_of(desk, proofs, body),
        tuple(_trail(desk, iri)),
        rows.of(iri),
        _contested(rows, body),
        _prevailing(rows, body),
        tuple(_names(proofs, names)),
        _branch(desk, iri),
        staffing_of(desk, proofs, iri),
        powers_of(desk, proofs, iri),
        posts_of(desk, proofs, iri),
        history_of(desk, proofs, iri),
        tuple(_identifiers(desk, iri)),
        show(desk, (one for one in desk.archive.reports if iri in one.about)),
        tuple(mentions(desk, iri)),
    )


def standing_of(desk: Desk, proofs: Proofs, body: Body) -> Standing:
    """Whether the body exists on the day of the visit, and what keeps that from being known."""
    say, value, bound = desk.seen.say, body.answer.value, body.answer.bound
    missing = proofs.lack(bound) or say("answer.why_unknown") if value == "not-known" else ""
    clause = bound.clause if bound and value == "not-known" else ""
    return Standing(
        value,
        say(f"answer.exists_{value}", **say.cases("day", desk.seen.at)),
        missing,
        proofs.place(clause) if clause else "",
        proofs.text_href(clause) if clause else "",
    )


def _trail(desk: Desk, iri: str) -> list[Face]:
    above = [step.body for step in desk.moment.superiors(iri)]
    within = desk.moment.body(iri).within
    if within:
        above = [desk.moment.body(within), *(s.body for s in desk.moment.superiors(within))]
    return [face(body, desk.seen, desk.abbreviations) for body in reversed(above)]


def _contested(rows: FactRows, body: Body) -> tuple[Value, ...]:
    """The superiors that other clauses name, each with those clauses."""
    others = [fact for fact in body.standing.others if fact.object != body.standing.superior]
    by_object = {fact.object: [f for f in others if f.object == fact.object] for fact in others}
    return tuple(rows.value(one, facts) for one, facts in by_object.items())


def _prevailing(rows: FactRows, body: Body) -> tuple[Value, ...]:
    standing = body.standing
    return (rows.value(standing.superior, standing.facts),) if standing.superior else ()


def _names(proofs: Proofs, forms: Iterable[NameForm]) -> Iterator[Name]:
    """Each name once, with all clauses that give it for the same period."""
    told: dict[tuple[str, str, str, str], list[Fact]] = {}
    for form in forms:
        kind = proofs.code("name-kinds", form.kind)
        key = form.words, form.language, kind, proofs.period(form.fact.bounds)
        told.setdefault(key, []).append(form.fact)
    for key, facts in told.items():
        yield Name(*key, proofs.of(facts))


def _branch(desk: Desk, iri: str) -> Item | None:
    """What stands under the body, as the explorer shows it; None where nothing does."""
    (tree,) = Forest(desk, desk.seen, "kind").trees(iri)
    return tree if tree.children else None


def _identifiers(desk: Desk, iri: str) -> list[str]:
    node = desk.hierarchy.record.seen(iri)
    things = (desk.hierarchy.record.seen(one) for one in node.all(_IDENTIFIER))
    return [words for thing in things if (words := _identifier(thing))]


def _identifier(thing: Node) -> str:
    return thing.first(_NOTATION) or ""
