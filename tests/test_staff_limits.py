"""Limits of staff, by the command line and over HTTP: for whom, how many, by which clause."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from shutil import copy

import httpx
import pytest
from typer.testing import CliRunner

from api import models
from graph.__main__ import app
from graph.build import build

ACTS = Path(__file__).parent / "golden" / "wording" / "acts" / "ru"
#: A day on which the invented act holds, and one before it.
DAY, BEFORE = "2026-11-21", "2020-01-01"
CULTURE, EDUCATION, TOURISM = (
    f"upravlenie-{name}-karagandinskoi-oblasti" for name in ("kultury", "obrazovaniya", "turizma")
)


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of one invented act on limits."""
    acts, out = tmp_path_factory.mktemp("acts"), tmp_path_factory.mktemp("limited")
    for path in ACTS.glob("staff.*"):
        copy(path, acts)
    build([acts], out)
    return out


@pytest.fixture(scope="module")
def asking(
    limited: Path, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    with serve(limited) as site, httpx.Client(base_url=site, timeout=30) as client:
        yield client


def limits(client: httpx.Client, body: str, **asked: str) -> list[models.StaffLimit]:
    answer = client.get(f"/api/bodies/{body}/staff", params={"at": DAY, "lang": "ru", **asked})
    assert answer.status_code == 200, answer.text
    return models.StaffAnswer.model_validate(answer.json()).limits


def test_a_limit_tells_for_whom_how_many_and_by_which_clause(asking: httpx.Client) -> None:
    (limit,) = limits(asking, CULTURE)
    assert limit.limit_of is not None
    assert (limit.limit_of.id.rpartition("/")[2], limit.count) == (CULTURE, 33)
    assert limit.clause.endswith("/point_1")
    assert limit.status == "yes"


def test_half_a_unit_is_told(asking: httpx.Client) -> None:
    assert [one.count for one in limits(asking, TOURISM)] == [12.5]


def test_a_limit_tells_what_is_inside_it_and_the_total_of_its_list(asking: httpx.Client) -> None:
    outer, inner = limits(asking, EDUCATION)
    assert (outer.count, inner.count, inner.text) == (45, 15, "Отдел образования города Темиртау")
    assert inner.within == outer.id
    assert {outer.list_total, inner.list_total} == {76}


def test_a_limit_does_not_hold_before_its_act_nor_before_the_record_knew_it(
    asking: httpx.Client,
) -> None:
    assert not limits(asking, CULTURE, at=BEFORE)
    assert not limits(asking, CULTURE, known_at=BEFORE)


def test_the_command_line_tells_limits(limited: Path) -> None:
    call = ["staff", CULTURE, "-d", str(limited), "--at", DAY, "--lang", "ru"]
    told = CliRunner().invoke(app, [*call, "--format", "json"])
    assert told.exit_code == 0, told.output
    (limit,) = json.loads(told.output)["limits"]
    assert (limit["count"], limit["status"]) == (33, "yes")
    drawn = CliRunner().invoke(app, call)
    assert "лимиты штатной численности" in drawn.output
    assert "point_1" in drawn.output
