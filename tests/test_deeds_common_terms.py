"""Terms in small letters that an act defines stand for their bodies where a deed is ordered."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import ARCHIVE, COMPANY, LIBRARY, SPORT, WATER, act, dative, deeds

FOUNDED = f"1. {COMPANY} (бұдан әрі – серіктестік) құрылсын."
MADE = ("Establishment", set(), {COMPANY})
TWO = f"1. {LIBRARY} (бұдан әрі - мекеме) және {WATER} (бұдан әрі - кәсіпорын) құрылсын."

USES = [
    ("Серіктестік таратылсын.", ("Liquidation", {COMPANY}, set())),
    ("2024 жылғы 1 сәуірден бастап серіктестік таратылсын.", ("Liquidation", {COMPANY}, set())),
    (f"{WATER} заңнамада белгіленген тәртіппен серіктестікке қосу жолымен қайта "
     "ұйымдастырылсын.", ("Accession", {WATER}, {COMPANY})),
    (f"Серіктестік оған {WATER}н қосу жолымен қайта ұйымдастырылсын.",
     ("Accession", {WATER}, {COMPANY})),
    (f"Осы серіктестік {ARCHIVE} болып қайта аталсын.", ("Renaming", {COMPANY}, {ARCHIVE})),
]  # fmt: skip


@pytest.mark.parametrize(("use", "deed"), USES)
def test_a_term_that_the_act_defines_is_its_body(
    use: str, deed: tuple[str, set[str], set[str]], tmp_path: Path
) -> None:
    assert deeds(act(tmp_path, FOUNDED, f"2. {use}")) == [MADE, deed]


OTHERS = [
    "Жауапкершілігі шектеулі серіктестік таратылсын.",
    "Серіктестіктер таратылсын.",
    "Серіктестігі таратылсын.",
    "Еншілес серіктестік құрылсын.",
]


@pytest.mark.parametrize("other", OTHERS)
def test_a_longer_name_or_another_number_is_not_the_term(other: str, tmp_path: Path) -> None:
    assert deeds(act(tmp_path, FOUNDED, f"2. {other}")) == [MADE]


def test_a_word_that_no_clause_before_defines_is_no_body(tmp_path: Path) -> None:
    undefined = act(tmp_path, f"1. {COMPANY} құрылсын.", "2. Серіктестік таратылсын.")
    assert deeds(undefined) == [MADE]
    later = act(tmp_path, "1. Серіктестік таратылсын.", FOUNDED.replace("1.", "2."))
    assert deeds(later) == [MADE]


def test_a_term_that_two_clauses_give_to_different_bodies_is_nobody(tmp_path: Path) -> None:
    twice = act(
        tmp_path,
        f"1. {ARCHIVE} (бұдан әрі – мекеме) құрылсын.",
        f"2. {SPORT} (бұдан әрі – мекеме) құрылсын.",
        "3. Мекеме таратылсын.",
    )
    assert [kind for kind, _, _ in deeds(twice)] == ["Establishment", "Establishment"]


def test_two_terms_of_one_clause_have_each_its_body(tmp_path: Path) -> None:
    read = act(tmp_path, TWO, "2. Мекеме кәсіпорынға қосу жолымен қайта ұйымдастырылсын.")
    assert deeds(read)[2:] == [("Accession", {LIBRARY}, {WATER})]


def test_a_plural_stands_for_the_bodies_in_a_row_before_it(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        f"1. {ARCHIVE} және {LIBRARY} (бұдан әрі – мекемелер) құрылсын.",
        f"2. Мекемелер {dative(SPORT)} қосу жолымен қайта ұйымдастырылсын.",
    )
    assert deeds(read)[2:] == [("Accession", {ARCHIVE, LIBRARY}, {SPORT})]
    ended = act(
        tmp_path,
        f"1. {ARCHIVE} және {LIBRARY} (бұдан әрі – мекемелер) құрылсын.",
        "2. Мекемелер таратылсын.",
    )
    expected = [("Liquidation", {ARCHIVE}, set()), ("Liquidation", {LIBRARY}, set())]
    assert deeds(ended)[2:] == expected
