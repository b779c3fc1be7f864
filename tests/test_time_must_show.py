"""What the two acts answer on each day that matters, by the server and by the index alike."""

from __future__ import annotations

import asyncio
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import create_app
from graph.build import build
from graph.hierarchy import Hierarchy
from graph.hierarchy.services import services_of
from graph.store import open_generation

ACTS = Path(__file__).parent.parent / "graph" / "acts"
SPLIT = "west-kazakhstan-akimat-2025-299"
CHANGE = "west-kazakhstan-akimat-2026-28"
SERVICE = "aktobe-akimat-2016-34"
EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
CHILDREN = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
#: Invented for this test: no act tells when № 28 was published.
PUBLISHED, TOLD = "2026-02-27", "2026-12-05"
SUPPLIED = f"""
supplied:   # invented for a test
  "publication:{CHANGE}": {{date: "{PUBLISHED}", recorded: "{TOLD}"}}
"""
Answer = dict[str, Any]


def get(client: httpx.Client, path: str, **asked: str) -> Answer:
    response = client.get(f"/api/{path}", params=asked)
    assert response.status_code == 200, response.text
    answer: Answer = response.json()
    return answer


@pytest.fixture(scope="module")
def moved(client: httpx.Client) -> list[str]:
    """The bodies of items 66 to 68."""
    items = get(client, f"bodies/{CHILDREN}/subordinates", at="2026-11-21")["items"]
    assert len(items) == 3
    return [item["slug"] for item in items]


def above(client: httpx.Client, slug: str, **asked: str) -> Answer:
    """The nearest superior, and how surely; the claims for another."""
    answer = get(client, f"bodies/{slug}/superiors", evidence="true", **asked)
    nearest = answer["items"][0]
    return {
        "superior": nearest["slug"],
        "status": nearest["status"],
        "missing": nearest.get("missing"),
        "clauses": {claim["clause"].partition("/act/")[2] for claim in nearest["claims"]},
        "contested": answer["contested"],
    }


def test_on_the_eve_the_three_stand_under_the_education_department(
    client: httpx.Client, moved: list[str]
) -> None:
    for slug in moved:
        found = above(client, slug, at="2025-12-25")
        assert (found["superior"], found["status"]) == (EDUCATION, "yes")
        assert found["contested"] == []
        assert any(clause.startswith(f"{SPLIT}/point_2__indent_") for clause in found["clauses"])
    tree = get(client, f"bodies/{EDUCATION}/tree", at="2025-12-25")
    sure = {child["slug"]: child for child in tree["children"] if child["status"] == "yes"}
    assert set(sure) == set(moved)
    assert all(child["contested"] == [] for child in sure.values())


@pytest.mark.parametrize("day", ["1990-01-01", "2025-12-24"])
def test_further_back_it_is_not_known_for_want_of_an_earlier_act(
    client: httpx.Client, moved: list[str], day: str
) -> None:
    for slug in moved:
        found = above(client, slug, at=day)
        assert (found["superior"], found["status"]) == (EDUCATION, "not-known")
        assert found["missing"]["date"] == "earlier-act"


@pytest.mark.parametrize("day", ["2025-12-26", "2026-02-17"])
def test_from_the_order_to_its_bound_nobody_knows_which_of_the_two(
    client: httpx.Client, moved: list[str], day: str
) -> None:
    for slug in moved:
        found = above(client, slug, at=day)
        others = {claim["object"].rpartition("/")[2] for claim in found["contested"]}
        assert found["status"] == "not-known"
        assert {found["superior"], *others} == {EDUCATION, CHILDREN}
        assert found["missing"]["date"] == "entry-rule"
        assert found["missing"]["act"].endswith(f"/act/{SPLIT}")
        assert found["missing"]["clause"].endswith(f"/act/{SPLIT}/app_1__note_1")


@pytest.mark.parametrize("day", ["2026-02-18", "2026-11-21", "2030-01-01"])
def test_after_it_they_stand_under_the_new_department_contested_with_both_clauses(
    client: httpx.Client, moved: list[str], day: str
) -> None:
    for slug in moved:
        found = above(client, slug, at=day)
        assert (found["superior"], found["status"]) == (CHILDREN, "yes")
        grounds = {clause.partition("/")[2].rpartition("_")[0] for clause in found["clauses"]}
        assert grounds == {"point_2__indent", "app_1__point_24__item"}
        (listed,) = found["contested"]
        assert listed["basis"] == "list"
        assert listed["object"].endswith(f"/body/{EDUCATION}")
        assert listed["clause"].rpartition("_")[2] in ("66", "67", "68")
        assert "балалардың" in "".join(span["quote"] for span in listed["spans"])


@pytest.mark.parametrize("day", ["2025-06-01", "2025-12-25", "2026-02-16"])
def test_who_was_listed_before_the_wording_is_not_known(
    client: httpx.Client, moved: list[str], day: str
) -> None:
    steps = get(client, f"bodies/{EDUCATION}/subordinates", at=day)["items"]
    listed = [step for step in steps if step["slug"] not in moved]
    assert len(listed) == 67
    assert {step["status"] for step in listed} == {"not-known"}


def test_what_the_list_said_names_the_edition_that_is_missing(hierarchy: Hierarchy) -> None:
    listed = [
        fact
        for fact in hierarchy.record.facts.values()
        if fact.basis == "list" and "/app_1__point_24__item_" in fact.clause
    ]
    assert len(listed) == 70
    for day in (date(2000, 1, 1), date(2025, 12, 26), date(2026, 2, 17)):
        for fact in listed:
            said = fact.at(day)
            assert said.value == "not-known"
            assert said.bound is not None
            assert said.bound.lacks == "earlier-edition"
            assert str(said.missing).endswith(f"/act/{SPLIT}")


@pytest.mark.parametrize(
    ("day", "status", "missing"),
    [
        ("2016-02-03", "no", None),
        ("2016-02-04", "not-known", SERVICE),
        ("2018-07-19", "not-known", SERVICE),
        ("2018-07-20", "yes", None),
        ("2020-02-17", "yes", None),
        ("2020-02-18", "not-known", "aktobe-akimat-2020-55"),
        ("2026-11-20", "not-known", "aktobe-akimat-2020-55"),
        ("2026-11-21", "no", None),
    ],
)
def test_the_repealed_act_by_day(
    client: httpx.Client, day: str, status: str, missing: str | None
) -> None:
    act = get(client, f"acts/{SERVICE}", at=day)
    assert act["status"] == status
    if missing:
        assert act["missing"]["act"].endswith(f"/act/{missing}")
        assert act["missing"]["date"] == "publication-date"


@pytest.mark.parametrize("day", ["2016-03-01", "2018-07-19"])
def test_its_procedure_as_held_is_not_known_before_its_wording(
    hierarchy: Hierarchy, day: str
) -> None:
    (service,) = services_of(hierarchy.at(date.fromisoformat(day)))
    for plan in service.plans:
        assert plan.answer.value == "not-known"
        assert plan.answer.bound is not None
        assert plan.answer.bound.lacks == "earlier-edition"


@pytest.mark.parametrize(
    ("day", "status"),
    [("2025-12-25", "no"), ("2025-12-26", "not-known"), ("2026-02-18", "yes")],
)
def test_the_act_without_a_rule_of_entry_by_day(
    client: httpx.Client, day: str, status: str
) -> None:
    act = get(client, f"acts/{SPLIT}", at=day)
    assert act["status"] == status
    if status == "not-known":
        assert act["missing"]["date"] == "entry-rule"


def test_the_rule_of_entry_and_the_registration_are_gaps(client: httpx.Client) -> None:
    (rule,) = get(client, "findings", rule="entry-missing")["items"]
    assert rule["severity"] == "Gap"
    assert rule["about"][0]["@id"].endswith(f"/act/{SPLIT}")
    (unregistered,) = get(client, "findings", rule="registration-missing")["items"]
    assert unregistered["severity"] == "Gap"
    assert [one["slug"] for one in unregistered["about"]] == [CHILDREN]


@pytest.mark.parametrize(
    ("day", "status"),
    [("2025-12-25", "no"), ("2025-12-26", "not-known"), ("2026-02-18", "yes")],
)
def test_the_new_department_exists_at_the_latest_by_the_act_that_presupposes_it(
    client: httpx.Client, day: str, status: str
) -> None:
    assert get(client, f"bodies/{CHILDREN}", at=day)["status"] == status


def test_lineage_has_the_spin_off_with_its_stated_and_its_read_kind(client: httpx.Client) -> None:
    events = get(client, f"bodies/{CHILDREN}/lineage", at="2026-11-21")["items"]
    (made,) = (event for event in events if event["event"] == "SpinOff")
    assert made["stated_kind"]["code"] == "division"
    assert "бөлу" in made["stated_form"]
    assert made["certainty"] == "Interpreted"
    assert [one["slug"] for one in made["bodies"]["survivor"]] == [EDUCATION]
    assert (made["from"], made["until"]) == ("2025-12-26", "2026-02-18")
    assert get(client, f"bodies/{EDUCATION}", at="2026-11-21")["status"] == "yes"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset with an invented publication date of № 28 that was recorded later."""
    folder = tmp_path_factory.mktemp("acts")
    for file in ACTS.iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    (side,) = folder.glob("*299*.yaml")
    side.write_text(side.read_text("utf-8") + SUPPLIED, "utf-8")
    out = tmp_path_factory.mktemp("told")
    build([folder], out)
    return out


@pytest.fixture(scope="module")
def later(told: Path) -> Hierarchy:
    generation = open_generation(told)
    base, as_of = generation.manifest.base, generation.manifest.as_of
    return Hierarchy.load(generation, base, as_of, generation.dump())


def test_a_date_supplied_later_narrows_what_is_known(later: Hierarchy) -> None:
    listed = next(f for f in later.record.facts.values() if f.clause.endswith("24__item_1"))
    assert later.as_of == date.fromisoformat(TOLD)
    days = [date(2026, 2, 26), date(2026, 2, 27), date(2026, 11, 20)]
    claims = [
        fact
        for fact in later.record.facts.values()
        if fact.basis == "list" and fact.clause == listed.clause
    ]
    for claim in claims:
        assert [claim.at(day).value for day in days] == ["not-known", "yes", "yes"]
        before = date(2026, 12, 4)
        assert [claim.at(day, before).value for day in days] == ["not-known"] * 3


async def answers(dataset: Path, path: str, days: list[dict[str, str]]) -> list[Answer]:
    """What an application over a dataset says to one question, asked several times."""
    transport = httpx.ASGITransport(create_app(dataset))
    async with httpx.AsyncClient(transport=transport, base_url="http://told") as asking:
        return [(await asking.get(path, params=asked)).json() for asked in days]


def test_known_at_before_that_day_still_answers_as_before(
    told: Path, client: httpx.Client, moved: list[str]
) -> None:
    day = "2026-03-01"
    asked = [{"at": day}, {"at": day, "known_at": TOLD}, {"at": day, "known_at": "2026-12-04"}]
    path = f"/api/bodies/{moved[0]}/superiors"
    now, since, before = asyncio.run(answers(told, path, asked))
    assert [one["contested"][0]["status"] for one in (now, since)] == ["yes", "yes"]
    assert before["contested"][0]["status"] == "not-known"
    held = above(client, moved[0], at=day)
    assert held["contested"][0]["status"] == "not-known"
    assert {one["items"][0]["slug"] for one in (now, since, before)} == {held["superior"]}
