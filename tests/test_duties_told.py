"""Duties in words of their own; the bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import test_deeds_kazakh as kazakh
import test_deeds_russian as russian

from graph.model import ActClaims, Mention
from ontology import SHZ

RU = "Министерство помола Республики Казахстан"
RU_TO = "Министерству помола Республики Казахстан"
KK = "Қазақстан Республикасының Диірмен министрлігі"


def duties(read: ActClaims) -> list[tuple[str, str]]:
    """The clause of each duty and who performs it."""
    found = []
    for one in read.statements:
        who = dict(one.properties).get(SHZ.performedBy)
        if one.key.startswith("duty/"):
            found.append((one.evidence.clause, who.whole if isinstance(who, Mention) else ""))
    return found


@pytest.mark.parametrize(
    "words",
    [
        "(Диірменов Б.) сформировать уставный капитал предприятия.",
        "в месячный срок решить вопрос трудоустройства работников.",
        "установить контроль за целевым использованием средств.",
    ],
)
def test_who_is_addressed_has_a_duty_in_any_words(tmp_path: Path, words: str) -> None:
    read = russian.read(tmp_path, f"1. {RU_TO} {words}")
    assert duties(read) == [("point_1", RU)]
    assert not read.unread


def test_items_are_duties_of_whom_the_words_above_address(tmp_path: Path) -> None:
    items = "1) утвердить устав предприятия;\n\n2) сформировать его капитал."
    read = russian.read(tmp_path, f"1. {RU_TO}:\n\n{items}")
    assert duties(read) == [("point_1__item_1", RU), ("point_1__item_2", RU)]
    assert not read.unread


@pytest.mark.parametrize(
    "words",
    [
        "создать рабочую группу из своих сотрудников.",
        "передать имущество учреждений на баланс школ.",
        "и его учреждения в области помола.",
    ],
)
def test_what_may_be_a_deed_or_says_no_verb_is_no_duty(tmp_path: Path, words: str) -> None:
    read = russian.read(tmp_path, f"1. {RU_TO} {words}")
    assert not duties(read)
    assert [one.clause for one in read.unread] == ["point_1"]


@pytest.mark.parametrize(
    "words",
    [
        "заңнамада белгіленген тәртіппен күзет аймағын белгілесін.",
        "өз актілерін осы қаулыға сәйкес келтірсін.",
        "осы қаулыдан туындайтын іс-шараларды жүзеге асырсын.",
    ],
)
def test_a_kazakh_verb_that_orders_ends_a_duty(tmp_path: Path, words: str) -> None:
    read = kazakh.act(tmp_path, f"1. {KK} {words}")
    assert duties(read) == [("point_1", KK)]
    assert not read.unread


@pytest.mark.parametrize(
    "words",
    [
        "туралы ереженің жобасын.",
        "жанынан жұмыс тобын құрсын.",
        "жайғасатын орын белгіленсін.",
        "мүлікті мекемелердің теңгеріміне берсін.",
    ],
)
def test_a_kazakh_noun_passive_or_deed_is_no_duty(tmp_path: Path, words: str) -> None:
    read = kazakh.act(tmp_path, f"1. {KK} {words}")
    assert not duties(read)
    assert [one.clause for one in read.unread] == ["point_1"]
