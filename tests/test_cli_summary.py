"""What a build says at its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.build import BuildReport
from graph.cli.summary import print_report


def report(*not_held: str) -> BuildReport:
    return BuildReport(
        "f00", Path("out"), date(2026, 1, 1), {}, (), (), {}, tuple(not_held), (), (), ()
    )


def said(count: int, language: str, capsys: pytest.CaptureFixture[str]) -> str:
    print_report(report(*(f"government-2001-{number}" for number in range(count))), language)
    return next(line for line in capsys.readouterr().out.splitlines() if "government" in line)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_few_acts_that_are_not_held_are_all_named(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = said(3, language, capsys)
    assert "3" in line
    assert line.endswith("government-2001-0, government-2001-1, government-2001-2")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_of_many_the_summary_says_how_many_and_where_all_are(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = said(400, language, capsys)
    assert "400" in line
    assert "380" in line
    assert line.count("government") == 20
    assert "out/current/report.html" in line
