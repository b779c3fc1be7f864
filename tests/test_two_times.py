"""Every question that has a day takes both times, and says which days it was asked for."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from telling import told

from graph.__main__ import main
from graph.store import Generation

EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
SERVICE = (
    "mektepke-deiingi-tarbie-men-okytu-bastauysh-"
    "negizgi-orta-zhalpy-orta-tekhnikalyk-zhane-kasiptik"
)
PATHS = [
    "/api/bodies",
    "/api/bodies?q=білім",
    "/api/bodies?form=kmm",
    *(
        f"/api/bodies/{EDUCATION}{part}"
        for part in (
            "",
            *("/superiors", "/subordinates", "/tree", "/lineage", "/staff"),
            *("/competences", "/names", "/history"),
        )
    ),
    "/api/changes?from=2016-01-01&to=2026-11-21",
    "/api/diff?from=2025-12-25&to=2026-11-21",
    "/api/acts",
    "/api/acts/aktobe-akimat-2016-34",
    "/api/acts/aktobe-akimat-2016-34/text",
    "/api/services",
    f"/api/services/{SERVICE}",
    f"/api/why?subject={EDUCATION}",
    "/api/findings",
]


def asked(client: httpx.Client, path: str, **days: date) -> dict[str, object]:
    sign = "&" if "?" in path else "?"
    words = "&".join(f"{name}={day}" for name, day in days.items())
    answer = client.get(f"{path}{sign}{words}")
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


@pytest.mark.parametrize("path", PATHS)
def test_a_question_takes_both_times_and_says_them(client: httpx.Client, path: str) -> None:
    day, known = date(2026, 3, 1), date(2026, 11, 21)
    found = asked(client, path, at=day, known_at=known)
    assert (found["at"], found["known_at"]) == (str(day), str(known))


@pytest.mark.parametrize("path", PATHS)
def test_before_anything_was_recorded_nothing_is_answered_yes(
    client: httpx.Client, generation: Generation, path: str
) -> None:
    recorded = min(act.recorded for act in generation.manifest.acts)
    known = recorded - timedelta(days=1)
    found = asked(client, path, at=date(2026, 3, 1), known_at=known)
    assert found.get("status", "not-known") == "not-known"
    items = found.get("items")
    assert isinstance(items, list | None)
    assert not [one for one in items or () if isinstance(one, dict) and one.get("status") == "yes"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", ["at", "known_at"])
@pytest.mark.parametrize("day", ["1899-12-31", "2201-01-01", "2026-02-30", "yesterday"])
def test_a_day_that_cannot_be_asked_about_is_told(
    client: httpx.Client, path: str, name: str, day: str
) -> None:
    answer = client.get(f"{path}{'&' if '?' in path else '?'}{name}={day}")
    assert answer.status_code == 400
    assert name in answer.text


CHILDREN = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
#: Every command that answers at a day, asked of a body whose beginning is not held.
COMMANDS = {
    "tree": ("tree", CHILDREN),
    "staff": ("staff", CHILDREN),
    "lineage": ("lineage", CHILDREN),
    "why": ("why", CHILDREN, "superior"),
    "search": ("search", "құқықтарын қорғау басқармасы"),
}
#: Between the order and the day on which a copy prints it as in force.
BETWEEN = "2026-01-10"
ACT = "https://w3id.org/shezhire/id/act/west-kazakhstan-akimat-2025-299"


def lacks(answer: Any) -> list[dict[str, str]]:
    """What the answers inside an answer lack, of whatever depth."""
    if isinstance(answer, list):
        return [one for part in answer for one in lacks(part)]
    if not isinstance(answer, dict):
        return []
    own = [answer["missing"]] if answer.get("missing") else []
    return own + [one for part in answer.values() for one in lacks(part)]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_both_times_and_tells_what_is_missing(
    dataset: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    days = ("--at", BETWEEN, "--known-at", "2026-11-21", "--dataset", dataset)
    found = json.loads(told(capsys, monkeypatch, *COMMANDS[command], *days, "--format", "json"))
    assert (found["at"], found["known_at"]) == (BETWEEN, "2026-11-21")
    missing = [one for one in lacks(found) if one["date"]]
    assert missing
    assert all(one["clause"].startswith(ACT) for one in missing)
    drawn = told(capsys, monkeypatch, *COMMANDS[command], *days, "--lang", "ru")
    said = [line for line in drawn.splitlines() if line.startswith("неизвестно: не хватает")]
    assert said
    assert all("west-kazakhstan-akimat-2025-299/" in line for line in said)


@pytest.mark.parametrize("command", COMMANDS)
def test_before_anything_was_recorded_a_command_answers_nothing_yes(
    dataset: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    days = ("--at", BETWEEN, "--known-at", "2026-11-20", "--dataset", dataset)
    if command in ("why", "search"):
        monkeypatch.setattr(sys, "argv", ["shezhire", *COMMANDS[command], *map(str, days)])
        with pytest.raises(SystemExit):
            main()
        assert " да" not in capsys.readouterr().out
        return
    found = told(capsys, monkeypatch, *COMMANDS[command], *days, "--format", "json")
    assert '"status": "yes"' not in found


def test_a_diff_of_the_days_between_tells_what_its_changes_lack(
    dataset: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("diff", "2025-12-25", BETWEEN, "--known-at", "2026-11-21", "--dataset", dataset)
    found = json.loads(told(capsys, monkeypatch, *asked, "--format", "json"))
    assert found["known_at"] == "2026-11-21"
    assert {one["status"] for one in found["items"]} == {"not-known"}
    assert all(one["missing"]["clause"].startswith(ACT) for one in found["items"])
    drawn = told(capsys, monkeypatch, *asked, "--lang", "en")
    assert "not known: the " in drawn


def test_an_export_takes_both_times(
    dataset: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("export", "--format", "csv", dataset, "--at", "2026-03-01")
    now = told(capsys, monkeypatch, *asked, "--known-at", "2026-11-21")
    assert now == told(capsys, monkeypatch, *asked)
    assert now != told(capsys, monkeypatch, *asked, "--known-at", "2026-11-20")
