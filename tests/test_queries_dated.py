"""Any day in SPARQL: each dated question gives the answer of REST, or of the index behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import httpx
import pyoxigraph as ox
import pytest

from api.links import day_literal, questions
from graph.hierarchy import Fact, Hierarchy
from graph.store import Generation

DAYS = [date(2017, 1, 1), date(2019, 1, 1), date(2025, 12, 25), date(2025, 12, 26)]
DAYS += [date(2026, 3, 1), date(2026, 11, 21)]
EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
CHILDREN = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
Rows = list[dict[str, str]]
Ask = Callable[..., Rows]
Get = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(generation: Generation) -> Ask:
    def asking(name: str, **values: str | date) -> Rows:
        bound = {
            key: day_literal(value) if isinstance(value, date) else ox.NamedNode(value)
            for key, value in values.items()
        }
        asked = questions()[name]
        assert set(bound) <= set(asked.variables)
        solutions = generation.query(asked.bound(bound))
        assert isinstance(solutions, ox.QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        return [{n: term.value for n in names if (term := row[n])} for row in solutions]

    return asking


@pytest.fixture(scope="module")
def get(client: httpx.Client) -> Get:
    def getting(path: str, **asked: str | date) -> Any:
        answer = client.get(f"/api/{path}", params={k: str(v) for k, v in asked.items()})
        assert answer.status_code == 200, answer.text
        return answer.json()

    return getting


@pytest.fixture(scope="module")
def bodies(hierarchy: Hierarchy) -> list[str]:
    """Both departments, one that moved, two that did not."""
    moved = [
        step.body.iri for step in hierarchy.at(DAYS[-1]).subordinates(own(hierarchy, CHILDREN))
    ]
    others = hierarchy.at(DAYS[-1]).subordinates(own(hierarchy, EDUCATION))
    return [own(hierarchy, EDUCATION), own(hierarchy, CHILDREN), moved[0], others[0].body.iri]


def own(hierarchy: Hierarchy, slug: str) -> str:
    return hierarchy.find(slug)


def slug(iri: str) -> str:
    return iri.rpartition("/")[2]


def column(rows: Rows, name: str) -> set[str]:
    return {row[name] for row in rows if name in row}


def certain(items: list[dict[str, Any]]) -> set[str]:
    return {item["@id"] for item in items if item["status"] == "yes"}


def test_there_are_twenty_questions_for_any_day() -> None:
    dated = {"at", "from", "known"}
    assert sum(bool(dated & set(asked.variables)) for asked in questions().values()) >= 20


@pytest.mark.parametrize("day", DAYS)
def test_names_and_competences_on_a_day(ask: Ask, get: Get, bodies: list[str], day: date) -> None:
    for body in bodies:
        names = get(f"bodies/{slug(body)}/names", at=day)["items"]
        assert column(ask("names-at", body=body, at=day), "form") == certain(names)
        items = get(f"bodies/{slug(body)}/competences", at=day)["items"]
        rows = ask("competences-at", body=body, at=day)
        assert column(rows, "competence") == certain(items)
        told = {
            r["competence"]: r["status"] for r in ask("competences-status-at", body=body, at=day)
        }
        assert {iri: said for iri, said in told.items() if said != "no"} == {
            item["@id"]: item["status"] for item in items
        }


@pytest.mark.parametrize("day", DAYS)
def test_staff_on_a_day(ask: Ask, get: Get, bodies: list[str], day: date) -> None:
    for body in bodies:
        staff = get(f"bodies/{slug(body)}/staff", at=day)
        held = staff["table"] is not None and staff["status"] == "yes"
        lines = [item["@id"] for item in staff["items"]] if held else []
        assert [row["line"] for row in ask("staff-at", body=body, at=day)] == lines
        totals = [float(row["total"]) for row in ask("staff-total-at", body=body, at=day)]
        assert totals == ([staff["table_total"]] if held else [])


@pytest.mark.parametrize("day", DAYS)
def test_form_place_and_units_on_a_day(
    ask: Ask, hierarchy: Hierarchy, bodies: list[str], day: date
) -> None:
    from ontology import DCT, ROV

    moment = hierarchy.at(day)
    for body in bodies:
        for name, predicate in (("form", ROV.orgType), ("place", DCT.spatial)):
            held = moment.held(hierarchy.record.claims(body, str(predicate)))
            values = {
                f.object for f, said in held if said.value == "yes" and f.bounds.starts_not_after
            }
            assert column(ask(f"{name}-at", body=body, at=day), name) == values
        units = {step.body.iri for step in moment.units(body) if step.answer.value == "yes"}
        assert column(ask("units-at", body=body, at=day), "unit") == units


@pytest.mark.parametrize("day", DAYS)
def test_each_claim_on_a_superior_on_a_day(
    ask: Ask, hierarchy: Hierarchy, bodies: list[str], day: date
) -> None:
    for body in bodies:
        facts = superiors(hierarchy, body)
        rows = ask("superior-claims-at", body=body, at=day)
        assert {r["claim"]: r["status"] for r in rows} == {f.iri: f.at(day).value for f in facts}
        late = [f for f in facts if f.at(day).value == "not-known" and starts_late(f, day)]
        missing = {r["claim"]: r.get("act") for r in ask("missing-at", body=body, at=day)}
        assert {f.iri: f.at(day).missing for f in late} == missing


def starts_late(fact: Fact, day: date) -> bool:
    """Whether what is missing is the day by which it began."""
    return fact.at(day).bound is fact.bounds.starts_not_after


def superiors(hierarchy: Hierarchy, body: str) -> list[Fact]:
    return [f for f in hierarchy.record.facts.values() if f.basis and f.subject == body]


@pytest.mark.parametrize("known", [date(2026, 1, 1), date(2026, 11, 21), date(2027, 1, 1)])
def test_what_was_known_on_a_day(
    ask: Ask, hierarchy: Hierarchy, bodies: list[str], known: date
) -> None:
    day = date(2026, 11, 21)
    for body in bodies:
        facts = [f for f in hierarchy.record.facts.values() if f.subject == body]
        held = {f.iri for f in facts if f.known(known)}
        assert column(ask("claims-known-at", body=body, known=known), "claim") == held
        sure = {
            f.iri for f in facts if f.basis and f.known(known) and f.at(day, known).value == "yes"
        }
        rows = ask("superior-known-at", body=body, at=day, known=known)
        assert column(rows, "claim") == sure


@pytest.mark.parametrize("day", DAYS)
def test_lists_acts_and_steps_on_a_day(ask: Ask, get: Get, hierarchy: Hierarchy, day: date) -> None:
    facts = hierarchy.record.facts
    rows = ask("list-at", at=day)
    assert len(rows) == 70
    for row in [*rows, *ask("procedure-at", at=day)]:
        assert row["status"] == facts[row.get("entry") or row["step"]].at(day).value
    told = {row["act"]: row["status"] for row in ask("acts-at", at=day)}
    acts = {act["@id"]: act["status"] for act in get("acts", at=day)["items"]}
    assert len(told) >= 2
    assert {iri: acts[iri] for iri in told} == told


@pytest.mark.parametrize("day", DAYS)
def test_events_and_successions_by_a_day(ask: Ask, get: Get, bodies: list[str], day: date) -> None:
    for body in bodies:
        lineage = get(f"bodies/{slug(body)}/history", at=day)["items"]
        parts = {
            event["@id"]
            for event in lineage
            if event["status"] == "yes"
            and any(
                body == one["@id"]
                for role, members in event["bodies"].items()
                if role != "fromBody"
                for one in members
            )
        }
        assert column(ask("history-at", body=body, at=day), "event") == parts
    told = get(f"bodies/{CHILDREN}/lineage", at=day)["successions"]
    assert column(ask("succession-at", at=day), "succession") == certain(told)


@pytest.mark.parametrize(
    ("first", "last"), [(DAYS[2], DAYS[5]), (DAYS[2], DAYS[3]), (DAYS[0], DAYS[1])]
)
def test_who_was_made_and_moved_between_two_days(
    ask: Ask, get: Get, first: date, last: date
) -> None:
    told = get("diff", **{"from": first, "to": last})["items"]
    for name, kind in (("created-between", "new"), ("moved-between", "moved")):
        sure = {
            item["body"]["@id"]
            for item in told
            if (item["change"], item["status"]) == (kind, "yes")
        }
        assert column(ask(name, **{"from": first, "to": last}), "body") == sure
