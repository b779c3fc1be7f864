"""What differs between two days: on the two acts, and on bodies that are invented."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import httpx
import pytest
from patching import hierarchy_of
from rdflib import URIRef

from graph.dataset import Record
from graph.errors import UnknownThingError
from graph.exports.patch import patch_lines
from graph.hierarchy import Hierarchy
from graph.hierarchy.diff import Change, Diff, diff, reread
from graph.model import ActClaims
from ontology import code

EVE, ORDERED, NOW = date(2025, 12, 25), date(2025, 12, 26), date(2026, 11, 21)
EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
CHILDREN = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
ATOM = "{http://www.w3.org/2005/Atom}"


def between(hierarchy: Hierarchy, first: date, last: date, under: str | None = None) -> Diff:
    above = hierarchy.find(under) if under else None
    return diff(hierarchy.at(first), hierarchy.at(last), above)


def clauses(change: Change) -> set[str]:
    return {fact.clause.partition("/act/")[2].partition("/")[2] for fact in change.causes}


def test_from_the_eve_to_now_one_body_is_new_and_three_moved(hierarchy: Hierarchy) -> None:
    found = between(hierarchy, EVE, NOW)
    assert found.counts == {
        "new": 1,
        "ended": 0,
        "renamed": 3,
        "moved": 3,
        "form": 0,
        "staff": 0,
        "competences": 0,
    }
    assert {change.status for change in found.changes} == {"yes"}
    new = found.changes[0]
    assert (new.body.slug, clauses(new)) == (CHILDREN, {"point_1"})


def test_each_move_names_the_order_and_each_new_name_the_clause_that_prints_it(
    hierarchy: Hierarchy,
) -> None:
    found = between(hierarchy, EVE, NOW)
    moved = [change for change in found.changes if change.kind == "moved"]
    for number, change in enumerate(sorted(moved, key=lambda c: min(clauses(c))), 66):
        assert change.before == hierarchy.find(EDUCATION)
        assert change.after == hierarchy.find(CHILDREN)
        assert f"app_1__point_24__item_{number}" in clauses(change)
        assert any(clause.startswith("point_2__indent_") for clause in clauses(change))
    for change in found.changes:
        assert not change.unexplained


def test_while_the_effect_is_not_held_changes_are_not_known(hierarchy: Hierarchy) -> None:
    for first, last in ((EVE, ORDERED), (ORDERED, date(2026, 2, 18))):
        found = between(hierarchy, first, last)
        assert Counter(change.kind for change in found.changes) == {"new": 1, "moved": 3}
        assert {change.status for change in found.changes} == {"not-known"}


def test_days_of_which_little_is_known_say_so(hierarchy: Hierarchy) -> None:
    found = between(hierarchy, date(1990, 1, 1), date(2000, 1, 1))
    assert found.changes == ()
    assert found.compared == 82
    assert found.undecided == 81
    later = between(hierarchy, date(2026, 3, 1), NOW)
    assert later.undecided == 0
    assert later.uncompared["competences"] > 2


def test_nothing_differs_from_a_day_to_itself(hierarchy: Hierarchy) -> None:
    assert between(hierarchy, NOW, NOW).changes == ()


def test_under_one_body_only_what_stands_there_on_either_day(hierarchy: Hierarchy) -> None:
    below = between(hierarchy, EVE, NOW, CHILDREN)
    assert (below.compared, below.counts["moved"], below.counts["new"]) == (4, 3, 1)
    left = between(hierarchy, EVE, NOW, EDUCATION)
    assert (left.compared, left.counts["moved"], left.counts["new"]) == (71, 3, 0)


def test_a_body_that_nobody_knows_is_told_by_name(hierarchy: Hierarchy) -> None:
    with pytest.raises(UnknownThingError, match="body/nobody"):
        diff(hierarchy.at(EVE), hierarchy.at(NOW), hierarchy.record.iri("body/nobody"))


def test_what_was_made_and_liquidated_between(village: Hierarchy) -> None:
    found = between(village, date(2021, 4, 8), NOW)
    told = {(change.kind, change.body.slug): change for change in found.changes}
    assert set(told) >= {("new", "culture"), ("ended", "koktem"), ("moved", "arman")}
    assert told["ended", "koktem"].after is None
    assert clauses(told["new", "culture"]) == {"point_1"}
    assert clauses(told["ended", "koktem"]) == {"point_3"}


def test_two_days_of_knowledge_are_compared_too(hierarchy: Hierarchy) -> None:
    before = hierarchy.at(NOW, known=date(2026, 1, 1))
    found = diff(before, hierarchy.at(NOW))
    assert found.undecided == found.compared


def test_one_generation_against_another_that_says_the_same(
    hierarchy: Hierarchy, village: Hierarchy
) -> None:
    assert diff(village.at(NOW), village.at(NOW)).changes == ()
    strangers = diff(village.at(NOW), hierarchy.at(NOW))
    kinds = Counter(change.kind for change in strangers.changes)
    assert kinds == {"new": 82, "ended": 3}
    assert all(change.unexplained for change in strangers.changes if change.kind == "ended")


def test_the_patch_takes_away_and_adds_what_is_certain(hierarchy: Hierarchy) -> None:
    lines = list(patch_lines(between(hierarchy, EVE, NOW)))
    assert lines[3] == "TX ."
    assert lines[-1] == "TC ."
    of_moved = [line for line in lines[4:-1] if "shezhire/ns#subordinateTo" in line]
    # Of 68 that stay where they were the superior is certain only since the lists are in force.
    assert Counter(line[0] for line in of_moved) == {"A": 68 + 3, "D": 3}
    unsure = list(patch_lines(between(hierarchy, EVE, ORDERED)))
    assert sum(line.startswith("# not known: ") for line in unsure) == 4


def ask(client: httpx.Client, path: str, **asked: str) -> httpx.Response:
    accept = asked.pop("accept", "application/json")
    return client.get(f"/api/{path}", params=asked, headers={"Accept": accept})


def test_the_server_tells_the_same_with_clauses_and_words(client: httpx.Client) -> None:
    days = {"from": "2025-12-25", "to": "2026-11-21"}
    answer: dict[str, Any] = ask(client, "diff", **days, evidence="true").json()
    assert (answer["total"], answer["compared"], answer["undecided"]) == (7, 82, 70)
    moved = next(item for item in answer["items"] if item["change"] == "moved")
    assert (moved["before"]["slug"], moved["after"]["slug"]) == (EDUCATION, CHILDREN)
    assert all(cause["spans"] for cause in moved["causes"])
    under = ask(client, "diff", **days, under=CHILDREN).json()
    assert (under["under"]["slug"], under["compared"]) == (CHILDREN, 4)


def test_the_server_writes_a_patch_by_accept_and_by_format(client: httpx.Client) -> None:
    days = {"from": "2025-12-25", "to": "2026-11-21"}
    by_accept = ask(client, "diff", **days, accept="application/rdf-patch")
    by_format = ask(client, "diff", **days, format="patch")
    assert by_accept.headers["content-type"].startswith("application/rdf-patch")
    assert by_accept.text == by_format.text
    assert by_accept.text.endswith("TC .\n")


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("diff?from=2026-01-02&to=2026-01-01", 400, "2026-01-01"),
        ("diff?from=1899-12-31&to=2026-01-01", 400, "1900-01-01"),
        ("diff?from=2026-01-01&to=2201-01-01", 400, "2200-12-31"),
        ("diff?from=2026-01-01&to=2026-01-02&under=nobody", 404, "nobody"),
        ("diff?from=2026-01-01", 400, "to"),
        ("changes?from=1899-12-31&to=2026-01-01", 400, "1900-01-01"),
        ("changes?from=2026-01-01&to=2026-01-01&format=rss", 400, "format"),
        ("bodies?at=1899-12-31", 400, "1900-01-01"),
        ("bodies?known_at=2201-01-01", 400, "2200-12-31"),
    ],
)
def test_a_question_that_cannot_be_answered_is_a_problem_not_an_empty_list(
    client: httpx.Client, path: str, status: int, word: str
) -> None:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert word in answer.text


def test_changes_as_an_atom_feed(client: httpx.Client) -> None:
    days = {"from": "2025-12-01", "to": "2026-11-21"}
    answer = ask(client, "changes", **days, accept="application/atom+xml", lang="ru")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.text)
    entries = feed.findall(f"{ATOM}entry")
    items = ask(client, "changes", **days).json()["items"]
    assert {entry.findtext(f"{ATOM}id") for entry in entries} == {item["@id"] for item in items}
    for tag in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{tag}")
        assert all(entry.findtext(f"{ATOM}{tag}") for entry in entries)
    assert feed.findtext(f"{ATOM}updated") == "2026-11-21T00:00:00+05:00"


def test_changes_as_a_json_feed(client: httpx.Client) -> None:
    days = {"from": "2025-12-01", "to": "2026-11-21"}
    answer = ask(client, "changes", **days, accept="application/feed+json")
    assert answer.headers["content-type"].startswith("application/feed+json")
    feed = json.loads(answer.text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) == 4
    assert all(item["url"].startswith(str(client.base_url)[:16]) for item in feed["items"])
    again = client.get(
        answer.url,
        headers={"Accept": "application/feed+json", "If-None-Match": answer.headers["etag"]},
    )
    assert again.status_code == 304


def test_what_only_another_rule_reads_otherwise_is_marked(
    invented: Callable[[], list[ActClaims]], make: Callable[[list[ActClaims]], Record]
) -> None:
    kmm, mm = (code("legal-forms", form) for form in ("kmm", "mm"))

    def reading(rule: str, form: URIRef) -> Hierarchy:
        acts = invented()
        claims = acts[0].claims
        for place, claim in enumerate(claims):
            if claim.object == kmm:
                evidence = replace(claim.evidence, rule=rule)
                claims[place] = replace(claim, object=form, evidence=evidence)
        return hierarchy_of(make(acts), NOW)

    first, same, mended = reading("invented", kmm), reading("invented", mm), reading("mended", mm)
    for other, marked in ((same, False), (mended, True)):
        found = diff(first.at(NOW), other.at(NOW))
        (change,) = found.changes
        assert (change.kind, reread(found, change)) == ("form", marked)
    within = diff(first.at(date(2021, 4, 8)), first.at(NOW))
    assert not any(reread(within, change) for change in within.changes)
