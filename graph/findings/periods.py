"""Facts against time: bodies that act before they are or after they were, repealed texts in use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rdflib import URIRef
from rdflib.term import Node

from graph.dataset import HeldClaim, HeldStatement
from graph.findings.asked import Asked, iris, span, values
from graph.findings.hit import Hit
from graph.findings.lists import subordinations
from ontology import ELI, SHZ

#: What a body does or is given in a statement: it has to be there for it.
_ACTING = (
    SHZ.survivor,
    SHZ.transferred,
    SHZ.toBody,
    SHZ.fromBody,
    SHZ.renamed,
    SHZ.performedBy,
    SHZ.ended,
)
#: Relations of an act to one that it takes to be in force.
_USES = (ELI.based_on, ELI.amends)
Moment = tuple[date, HeldStatement]


def _lives(asked: Asked) -> dict[Node, list[tuple[date, URIRef, HeldStatement]]]:
    """The events that make or end each body, by the day of their act.

    One that an event ends and makes under its own name (in another legal form) lives on.
    """
    found: dict[Node, list[tuple[date, URIRef, HeldStatement]]] = defaultdict(list)
    for statement in asked.record.statements:
        made, over = values(statement, SHZ.created), values(statement, SHZ.ended)
        for role, bodies, against in ((SHZ.created, made, over), (SHZ.ended, over, made)):
            for body in bodies:
                if body not in against:
                    found[body].append((statement.act.day, role, statement))
    return {body: sorted(held, key=lambda one: one[0]) for body, held in found.items()}


def _acts_of(asked: Asked) -> Iterator[tuple[Node, HeldStatement]]:
    for statement in asked.record.statements:
        for role in _ACTING:
            for body in values(statement, role):
                yield body, statement


def acting_before(asked: Asked) -> Iterator[Hit]:
    """Bodies that an act orders something of before the first act that makes them."""
    lives = _lives(asked)
    told: set[Node] = set()
    for body, statement in _acts_of(asked):
        first = next(iter(lives.get(body, ())), None)
        if first and first[1] == SHZ.created and statement.act.day < first[0] and body not in told:
            told.add(body)
            yield _hit(asked, "acting-before", body, statement, first[2])


def acting_after(asked: Asked) -> Iterator[Hit]:
    """Bodies that an act orders something of after another has certainly ended them for good."""
    lives = _lives(asked)
    told: set[Node] = set()
    for body, statement in _acts_of(asked):
        before = [one for one in lives.get(body, ()) if one[0] < statement.act.day]
        if before and before[-1][1] == SHZ.ended and body not in told:
            over = before[-1][2].bounds.starts_not_after
            if over and over.day and over.day < statement.act.day:
                told.add(body)
                yield _hit(asked, "acting-after", body, statement, before[-1][2])


def _hit(asked: Asked, rule: str, body: Node, acting: HeldStatement, event: HeldStatement) -> Hit:
    return Hit(
        rule,
        (span(acting), span(event)),
        iris([body]),
        {"body": asked.names.get(URIRef(str(body)), str(body))},
    )


def used_after_repeal(asked: Asked) -> Iterator[Hit]:
    """Acts that amend an act, or rest on one, after the day on which another repealed it."""
    repeals: dict[Node, list[HeldClaim]] = defaultdict(list)
    for one in asked.by_predicate[ELI.repeals]:
        repeals[one.object].append(one)
    for predicate in _USES:
        for use in asked.by_predicate[predicate]:
            repeal = next((r for r in repeals.get(use.object, ()) if _later(use, r)), None)
            if repeal and use.subject == asked.record.iris.act(use.act.key):
                words = {"act": asked.act_name(str(use.object).rpartition("/")[2])}
                subjects = iris([use.subject, use.object])
                yield Hit("used-after-repeal", (span(use), span(repeal)), subjects, words)


def _later(use: HeldClaim, repeal: HeldClaim) -> bool:
    over = repeal.bounds.starts_not_after
    known = over.day if over and over.day else repeal.act.day
    return use.act.key != repeal.act.key and max(known, repeal.act.day) < use.act.day


def subordination_cycles(asked: Asked) -> Iterator[Hit]:
    """Bodies of which each stands under the next and the last under the first, by live claims."""
    claims = subordinations(asked)
    done: set[URIRef] = set()
    for start in claims:
        way: dict[URIRef, HeldClaim] = {}
        body = start
        while body in claims and body not in way and body not in done:
            way[body] = claims[body][0]
            body = URIRef(str(way[body].object))
        ring = list(way)[list(way).index(body) :] if body in way else []
        done |= set(way)
        if len(ring) > 1:
            names = ", ".join(asked.names.get(one, one) for one in ring)
            spans = tuple(span(way[one]) for one in ring)
            yield Hit("subordination-cycle", spans, tuple(ring), {"bodies": names})
