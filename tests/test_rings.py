"""Data that goes round in a circle, or names no body: every way of asking ends and says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import httpx
import pytest
from rdflib import URIRef
from telling import tell
from typer.testing import CliRunner

from graph.build.making import make, manifest_of
from graph.cli import app
from graph.dataset import make_record
from graph.model import ActClaims, Claim, Evidence, Mention, Object, Range, Statement
from graph.register import Register
from graph.store import publish
from ontology import BASE, SHZ

NAMES = ("«Арман» орталығы", "«Көктем» орталығы", "«Самал» орталығы")
ONE, TWO, THREE = "arman-ortalygy", "koktem-ortalygy", "samal-ortalygy"
ISSUER = "Қазақстан Республикасының Үкіметі"
WAYS = ("tree", "superiors", "subordinates", "lineage", "history")
WHERE = Evidence("point_0", (Range(0, 1),), "invented")


def act(year: int, *events: tuple[URIRef, dict[URIRef, int]]) -> ActClaims:
    """An act that names three bodies, and orders events of them by their place."""
    held = tell([NAMES], "kk", key=f"government-{year}-1", issuer=ISSUER, day=date(year, 5, 6))
    named = [claim.subject for claim in held.claims if isinstance(claim.subject, Mention)]
    for number, (kind, roles) in enumerate(events):
        terms: tuple[tuple[URIRef, Object], ...] = tuple((r, named[at]) for r, at in roles.items())
        held.statements.append(Statement(f"event/point_0-{number}", kind, terms, WHERE))
    return held


@pytest.fixture(scope="module")
def rings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first becomes the second and the second the first; all stand under one another; an
    event tells no body.
    """
    out = tmp_path_factory.mktemp("rings")
    first = act(
        2010,
        (SHZ.Conversion, {SHZ.ended: 0, SHZ.created: 1}),
        (SHZ.Liquidation, {}),
    )
    second = act(2012, (SHZ.Conversion, {SHZ.ended: 1, SHZ.created: 0}))
    named = [claim.subject for claim in first.claims if isinstance(claim.subject, Mention)]
    for one, other in ((0, 1), (1, 2), (2, 0)):
        claim = Claim(named[one], SHZ.subordinateTo, named[other], WHERE, "order")
        first.claims.append(claim)
    acts = [first, second]
    record = make_record(acts, Register().resolve(acts), BASE)
    made = make(record, record.chronicle.days()[-1], lambda *_: None)
    files = {"report.json": b'{"findings": []}'}
    publish(out, manifest_of(made), made.quads, files)
    return out


@pytest.fixture(scope="module")
def asked(
    rings: Path, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    with serve(rings) as place, httpx.Client(base_url=place, timeout=10) as client:
        yield client


@pytest.mark.parametrize("slug", [ONE, TWO, THREE])
@pytest.mark.parametrize(
    "way", ["", "/tree", "/superiors", "/subordinates", "/lineage", "/history"]
)
def test_every_question_about_a_body_in_a_ring_ends(
    asked: httpx.Client, slug: str, way: str
) -> None:
    for at in ("2011-01-01", "2026-12-01"):
        answer = asked.get(f"/api/bodies/{slug}{way}?at={at}")
        assert answer.status_code == 200, answer.text


def test_a_ring_of_successors_is_gone_round_once(asked: httpx.Client) -> None:
    for slug in (ONE, TWO):
        events = asked.get(f"/api/bodies/{slug}/lineage?at=2026-12-01").json()["items"]
        kinds = [one["event"] for one in events if "event" in one]
        assert kinds == ["Conversion", "Conversion"]


def test_a_ring_of_superiors_is_gone_round_once(asked: httpx.Client) -> None:
    above = asked.get(f"/api/bodies/{THREE}/superiors?at=2026-12-01").json()["items"]
    slugs = [one["slug"] for one in above]
    assert len(slugs) == len(set(slugs)) <= 2


def test_a_ring_is_a_finding_with_every_clause(asked: httpx.Client) -> None:
    (found,) = asked.get("/api/findings?rule=subordination-cycle").json()["items"]
    assert {one["slug"] for one in found["about"]} == {ONE, TWO, THREE}
    assert len(found["spans"]) == 3
    assert found["severity"] == "Contradiction"


def test_an_event_without_a_body_is_told_and_is_a_finding(asked: httpx.Client) -> None:
    listed = asked.get("/api/changes?from=2009-01-01&to=2027-01-01").json()["items"]
    # A liquidation of nobody fits no kind.
    assert "Reorganisation" in [one["event"] for one in listed]
    found = asked.get("/api/findings?rule=event-cardinality").json()["items"]
    assert [one["message"] for one in found]


def test_what_stands_behind_a_ring_is_shown(asked: httpx.Client) -> None:
    why = asked.get(
        "/api/why", params={"subject": f"{BASE}body/{ONE}", "predicate": "shz:subordinateTo"}
    )
    assert why.status_code == 200
    assert why.json()["items"]
    days = {"from": "2009-01-01", "to": "2026-12-01", "under": ONE}
    assert asked.get("/api/diff", params=days).status_code == 200


def test_pages_of_a_ring_are_shown(asked: httpx.Client) -> None:
    for path in ("/", f"/body/{ONE}", f"/body/{TWO}?at=2011-01-01", "/findings"):
        assert asked.get(path).status_code == 200


def test_a_tree_of_all_shows_a_ring_from_its_first_body(rings: Path) -> None:
    words = ["tree", "-d", str(rings), "--at", "2011-01-01", "--format", "json"]
    told = CliRunner().invoke(app, words).output
    assert all(f'"slug": "{slug}"' in told for slug in (ONE, TWO, THREE))


@pytest.mark.parametrize(
    "words",
    [
        ["tree"],
        ["tree", ONE, "--at", "2011-01-01"],
        ["tree", THREE, "--format", "json"],
        ["lineage", ONE],
        ["lineage", TWO, "--format", "json"],
        ["diff", "2009-01-01", "2026-12-01", "--format", "json"],
        ["diff", "2011-01-01", "2026-12-01", "--under", TWO],
        ["why", ONE],
    ],
)
def test_every_command_on_a_ring_ends(rings: Path, words: list[str]) -> None:
    done = CliRunner().invoke(app, [*words, "-d", str(rings)])
    assert done.exit_code == 0, (done.output, done.exception)
    if "json" in words:
        json.loads(done.output)
