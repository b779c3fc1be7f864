"""Acts, findings, queries and rules at a day: on the command line and on REST."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from telling import told

from graph.cli.days import days_in
from graph.errors import CallError
from graph.store import Generation
from ontology import read_codelist

REPEALED, LATER = "aktobe-akimat-2016-34", "west-kazakhstan-akimat-2025-299"
EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
ANSWERS = [
    ("2016-02-03", "no", "no"),
    ("2016-02-04", "not-known", "no"),
    ("2018-07-20", "yes", "not-known"),
    ("2020-02-17", "yes", "not-known"),
    ("2020-02-18", "not-known", "not-known"),
    ("2026-11-21", "no", "no"),
]


def get(client: httpx.Client, path: str, **asked: str) -> Any:
    answer = client.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture
def ask(dataset: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def asking(*words: object) -> str:
        return told(capsys, monkeypatch, *words)

    return asking


@pytest.mark.parametrize(("day", "force", "wording"), ANSWERS)
def test_an_act_is_in_force_and_in_a_wording_on_a_day(
    client: httpx.Client, ask: Any, dataset: Path, day: str, force: str, wording: str
) -> None:
    listed = json.loads(ask("acts", dataset, "--at", day, "--format", "json"))["items"]
    for items in (listed, get(client, "/api/acts", at=day)["items"]):
        (act,) = (one for one in items if one["slug"] == REPEALED)
        assert act["status"] == force
        (held,) = (one for one in act["wordings"] if one["clause"].endswith("/app_0"))
        assert (held["act"].rpartition("/")[2], held["status"]) == (
            "aktobe-akimat-2018-332",
            wording,
        )
        assert ("missing" in act) == (force == "not-known")


@pytest.mark.parametrize(
    ("lang", "unknown"), [("kk", "белгісіз: "), ("ru", "неизвестно: "), ("en", "not known: ")]
)
def test_acts_are_listed_in_the_language_asked_for(
    ask: Any, dataset: Path, lang: str, unknown: str
) -> None:
    drawn = ask("acts", dataset, "--at", "2020-03-01", "--lang", lang)
    assert any(line.startswith(unknown) for line in drawn.splitlines())
    assert "aktobe-akimat-2018-332 (" in drawn


def test_acts_that_the_record_did_not_have_yet_are_not_known(ask: Any, dataset: Path) -> None:
    known = ("--at", "2026-11-21", "--known-at", "2026-11-20", "--format", "json")
    items = json.loads(ask("acts", dataset, *known))["items"]
    assert {one["status"] for one in items} == {"not-known"}


def test_findings_of_a_day_are_those_of_acts_in_force_then(
    client: httpx.Client, ask: Any, dataset: Path
) -> None:
    for day, acts in (
        ("2015-01-01", set()),
        ("2019-06-01", {REPEALED}),
        ("2021-01-01", {REPEALED}),
        ("2026-11-21", {LATER}),
    ):
        listed = json.loads(ask("findings", "-d", dataset, "--at", day, "--format", "json"))
        assert {span["act"] for row in listed["items"] for span in row["spans"]} == acts
        rows = get(client, "/api/findings", at=day, limit="1000")["items"]
        assert {span["act"].rpartition("/")[2] for row in rows for span in row["spans"]} == acts
        assert {row["holds"] for row in rows} <= {"yes", "not-known"}
    assert get(client, "/api/findings")["total"] == 62
    assert "holds" in ask("findings", "-d", dataset, "--at", "2026-11-21", "--lang", "en")


def test_a_query_takes_the_days_that_it_asks_for(ask: Any, dataset: Path, tmp_path: Path) -> None:
    query = f"@{Path(__file__).parent.parent / 'api' / 'queries' / 'superior-at.rq'}"
    found = {}
    for day in ("2025-12-25", "2026-11-21"):
        rows = ask("query", dataset, query, "--at", day, "--format", "csv").splitlines()
        found[day] = sum(row.endswith(EDUCATION) for row in rows)
    assert found == {"2025-12-25": 3, "2026-11-21": 67}


def test_a_query_without_a_place_for_the_day_is_refused() -> None:
    with pytest.raises(CallError, match=r"expected \?at in the query"):
        days_in("SELECT * { ?s ?p ?attic }", at=date(2026, 1, 1))


def test_why_tells_the_rule_in_words_with_its_code(client: httpx.Client, ask: Any) -> None:
    labels = {"kk": "бағыныстылық тізбегі", "ru": "цепь подчинения"}
    for lang, label in labels.items():
        asked = {"subject": EDUCATION, "predicate": "shz:under", "lang": lang}
        rules = [one["derived_by"] for one in get(client, "/api/why", **asked)["items"]]
        assert {(one["code"], one["label"]) for one in rules if one} == {("under", label)}


def test_every_rule_of_derivation_has_words(generation: Generation) -> None:
    query = """SELECT DISTINCT ?rule WHERE { GRAPH ?g {
        ?node a <https://w3id.org/shezhire/ns#Derivation> ;
          <https://w3id.org/shezhire/ns#rule> ?rule } }"""
    rules = {row["rule"].value for row in generation.query(query)}
    assert rules
    assert rules <= set(read_codelist("derivation-rules"))
