"""Purposes and powers of a body as its regulation prints them, under their headings."""

from __future__ import annotations

from dataclasses import dataclass

from api.pages.desk import Desk
from api.pages.facts import FactRows, Value
from api.pages.proof import Proofs, Why
from graph.hierarchy import Fact
from graph.hierarchy.competences import KINDS, Competence, competences_of
from graph.hierarchy.order import printed_order
from ontology import ORG, SHZ

_POST_IN, _ROLE, _APPOINTED_BY = str(ORG.postIn), str(ORG.role), str(SHZ.appointedBy)


@dataclass(frozen=True, slots=True)
class Power:
    """One item: its number as printed, its words, its ground."""

    number: str
    words: str
    language: str
    answer: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Powers:
    """The items of one kind; `headings` under which the act prints them."""

    kind: str
    label: str
    headings: tuple[str, ...]
    items: tuple[Power, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a regulation sets up, and who appoints to it where that is said."""

    label: str
    appointed_by: tuple[Value, ...]
    why: tuple[Why, ...]


def powers_of(desk: Desk, proofs: Proofs, iri: str) -> tuple[Powers, ...]:
    """The competences by kind, in the order in which regulations print them."""
    found = competences_of(desk.moment, iri)
    proofs.gather(one.fact for one in found)
    groups = ((kind, [one for one in found if one.kind == kind]) for kind in KINDS)
    return tuple(_group(desk, proofs, kind, items) for kind, items in groups if items)


def _group(desk: Desk, proofs: Proofs, kind: str, items: list[Competence]) -> Powers:
    language = desk.seen.say.language
    headings = dict.fromkeys(one.heading(language) for one in items if one.headings)
    shown = tuple(
        Power(
            one.number,
            one.text(language),
            language if language in one.texts else proofs.language_of(one.fact.clause),
            one.answer.value,
            proofs.of([one.fact]),
        )
        for one in items
    )
    return Powers(kind, desk.seen.say(f"competence.{kind}"), tuple(headings), shown)


def posts_of(desk: Desk, proofs: Proofs, iri: str) -> tuple[Post, ...]:
    """The posts in a body, in order of print."""
    facts = desk.hierarchy.record.statements(_POST_IN, iri)
    rows, printed = FactRows(desk, proofs), sorted(facts, key=lambda f: printed_order(f.clause))
    return tuple(
        _post(desk, rows, fact) for fact, said in desk.moment.held(printed) if said.value != "no"
    )


def _post(desk: Desk, rows: FactRows, fact: Fact) -> Post:
    role = desk.hierarchy.codes.get(fact.node.first(_ROLE))
    label = role.label(desk.seen.say.language) if role else desk.seen.say("body.post")
    by = fact.node.texts(_APPOINTED_BY)
    return Post(label, tuple(rows.value(one, ()) for one in by), rows.proofs.of([fact]))
