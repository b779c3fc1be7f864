"""Every question that has a day takes both times, and says which days it was asked for."""

from __future__ import annotations

from datetime import date, timedelta

import httpx
import pytest

from graph.store import Generation

EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
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
