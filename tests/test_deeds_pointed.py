"""A clause may mean bodies by pointing to the clause that names them."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import ARCHIVE, COMPANY, CULTURE, LIBRARY, SPORT, WATER, act, deeds

MADE = f"1. {ARCHIVE} және {LIBRARY} {SPORT}нің қарамағына берілсін."
COUNT = 2

USES = [
    ("Осы қаулының 1-тармағында көрсетілген мемлекеттік мекемелер қосу және "
     f"{CULTURE} (бұдан әрі - Мекеме) деп қайта атау жолымен қайта ұйымдастырылсын.",
     [("Merger", {ARCHIVE, LIBRARY}, {CULTURE})]),
    (f"Осы қаулының 1-тармағында аталған мекемелер біріктіру жолымен {CULTURE} болып қайта "
     "ұйымдастырылсын.", [("Merger", {ARCHIVE, LIBRARY}, {CULTURE})]),
    ("Осы қаулының 1 - тармағында көрсетілген ұйымдар таратылсын.",
     [("Liquidation", {ARCHIVE}, set()), ("Liquidation", {LIBRARY}, set())]),
]  # fmt: skip


@pytest.mark.parametrize(("use", "expected"), USES)
def test_bodies_of_the_clause_pointed_to_take_part(
    use: str, expected: list[tuple[str, set[str], set[str]]], tmp_path: Path
) -> None:
    assert deeds(act(tmp_path, MADE, f"2. {use}"))[COUNT:] == expected


def test_items_may_be_pointed_to(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. Мыналар құрылсын:\n\n1) {ARCHIVE};\n\n2) {WATER}.",
        "2. Осы қаулының 1-тармағының 2) тармақшасында көрсетілген кәсіпорын "
        f"{COMPANY} болып қайта құру жолымен қайта ұйымдастырылсын.",
    )
    assert ("Conversion", {WATER}, {COMPANY}) in deeds(read)


OTHERS = [
    "Осы қаулының 1-тармағында көрсетілген мекеме таратылсын.",
    "Осы қаулының 1-тармағында көрсетілген кәсіпорындар таратылсын.",
    "Осы қаулының 1-тармағында көрсетілген мекемелерінің филиалдары таратылсын.",
    "Осы қаулының 7-тармағында көрсетілген мекемелер таратылсын.",
    "Осы қаулыға 1-қосымшада көрсетілген мекемелер таратылсын.",
]


@pytest.mark.parametrize("other", OTHERS)
def test_words_that_fit_no_bodies_of_the_clause_mean_nobody(other: str, tmp_path: Path) -> None:
    assert len(deeds(act(tmp_path, MADE, f"2. {other}"))) == COUNT
