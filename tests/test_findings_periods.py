"""Findings on time and order: each rule on an example that must fail and one that must pass."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import URIRef
from telling import tell

from graph.dataset import make_record
from graph.findings import find
from graph.model import ActClaims, Claim, Evidence, Mention, Object, Range, Ref, Statement, When
from graph.register import Register
from ontology import BASE, ELI, SHZ

ISSUER = "Қазақстан Республикасының Үкіметі"
NAMES = tuple(f"«{own}» орталығы" for own in ("Арман", "Көктем", "Самал", "Тұмар"))
WHERE = Evidence("point_9", (Range(0, 1),), "invented", when=When.EFFECT)


def act(year: int) -> ActClaims:
    """An act of a year that names four bodies and signs itself into effect on its day."""
    return tell([NAMES], "kk", key=f"government-{year}-1", issuer=ISSUER, day=date(year, 5, 6))


def bodies(held: ActClaims) -> list[Mention]:
    return [claim.subject for claim in held.claims if isinstance(claim.subject, Mention)]


def states(held: ActClaims, kind: URIRef, *terms: tuple[URIRef, Object]) -> ActClaims:
    held.statements.append(Statement(f"event/{len(held.statements)}", kind, terms, WHERE))
    return held


def made(year: int) -> ActClaims:
    held = act(year)
    return states(held, SHZ.Establishment, (SHZ.created, bodies(held)[0]))


def ended(year: int) -> ActClaims:
    held = act(year)
    return states(held, SHZ.Liquidation, (SHZ.ended, bodies(held)[0]))


def busy(year: int) -> ActClaims:
    held = act(year)
    return states(held, SHZ.Duty, (SHZ.performedBy, bodies(held)[0]))


def under(year: int, *pairs: tuple[int, int], basis: str = "order") -> ActClaims:
    """The first of each pair stands under the second."""
    held = act(year)
    named = bodies(held)
    held.claims += [
        Claim(named[one], SHZ.subordinateTo, named[other], WHERE, basis) for one, other in pairs
    ]
    return held


def listed_and_named(year: int) -> ActClaims:
    """The name of a body has one superior, the list of the same act another."""
    held = under(year, (0, 1), basis="name")
    named = bodies(held)
    held.claims.append(Claim(named[0], SHZ.subordinateTo, named[2], WHERE, "list"))
    return held


def says(year: int, predicate: URIRef, other: int) -> ActClaims:
    held = act(year)
    about = (Ref("act", f"government-{year}-1"), Ref("act", f"government-{other}-1"))
    held.claims.append(Claim(about[0], predicate, about[1], WHERE))
    return held


def rules(*acts: ActClaims) -> set[str]:
    record = make_record(acts, Register().resolve(acts), BASE)
    return {one.rule for one in find(record)}


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        ("acting-before", [busy(2010), made(2012)], [made(2010), busy(2012)]),
        ("acting-after", [ended(2010), busy(2030)], [busy(2010), ended(2030)]),
        (
            "used-after-repeal",
            [act(2008), says(2010, ELI.repeals, 2008), says(2030, ELI.based_on, 2008)],
            [act(2008), says(2009, ELI.based_on, 2008), says(2010, ELI.repeals, 2008)],
        ),
        ("subordination-cycle", [under(2010, (0, 1), (1, 0))], [under(2010, (0, 1), (1, 2))]),
        (
            "superior-competing",
            [under(2010, (0, 1)), under(2012, (0, 2), basis="list")],
            [under(2010, (0, 1), (1, 2)), under(2012, (0, 2), basis="list")],
        ),
        (
            "superior-competing",
            [under(2010, (0, 1), (0, 2))],
            [under(2010, (0, 1)), under(2012, (0, 2))],
        ),
        (
            "superior-competing",
            [under(2010, (0, 1)), under(2012, (0, 2), basis="list")],
            [under(2010, (0, 2), basis="list"), under(2012, (0, 1))],
        ),
        (
            "superior-competing",
            [under(2009, (1, 3)), listed_and_named(2010)],
            [under(2010, (0, 1), basis="name"), under(2012, (0, 2), basis="list")],
        ),
    ],
)
def test_a_rule_fails_what_is_wrong_and_passes_what_is_right(
    rule: str, wrong: list[ActClaims], right: list[ActClaims]
) -> None:
    assert rule in rules(*wrong)
    assert rule not in rules(*right)


def test_a_body_made_anew_may_act_again() -> None:
    assert "acting-after" not in rules(ended(2010), made(2012), busy(2030))


def test_an_end_whose_day_is_not_known_ends_nothing() -> None:
    acts = [ended(2010), busy(2011)]
    record = make_record(acts, Register().resolve(acts), BASE)
    (event,) = (one for one in record.statements if one.type == SHZ.Liquidation)
    over = event.bounds.starts_not_after
    unknown = over is None or over.day is None or over.day >= date(2011, 5, 6)
    assert unknown == ("acting-after" not in {one.rule for one in find(record)})
