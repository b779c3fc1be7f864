"""Terms in small letters that an act defines for its bodies; the bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_russian import FINANCE, RK, deeds

FOREST = "республиканское государственное предприятие «Тасбулак»"
COMPANY = "товарищество с ограниченной ответственностью «Тасбулак»"
CONVERTED = (
    f"1. Реорганизовать {FOREST} (далее - предприятие) путем преобразования в {COMPANY} "
    "(далее – товарищество)."
)
COMPANY_OF = "товарищества с ограниченной ответственностью «Тасбулак»"
OF_FINANCE = f"Министерства финансов {RK}"
EAGLE = "республиканское государственное предприятие «Орлиное»"
ONE, OTHER = "государственное учреждение «Алмалы»", "государственное учреждение «Кокжар»"
BOTH = "1. Создать государственные учреждения «Алмалы» и «Кокжар» (далее – учреждения)."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"Переименовать предприятие в {EAGLE}.", ("Renaming", FOREST, EAGLE)),
        (f"Передать товарищество в ведение {OF_FINANCE}.", ("Transfer", COMPANY, FINANCE)),
        ("Упразднить указанное предприятие.", ("Liquidation", FOREST)),
        (f"Присоединить к товариществу {EAGLE}.", ("Accession", EAGLE, COMPANY)),
        ("Прекратить деятельность предприятия.", ("Liquidation", FOREST)),
    ],
)
def test_a_term_in_small_letters_stands_for_its_body(
    tmp_path: Path, words: str, expected: tuple[str, ...]
) -> None:
    assert deeds(tmp_path, f"{CONVERTED}\n\n2. {words}")[1:] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Ликвидировать предприятия.",
        "Ликвидировать дочернее предприятие.",
        "Передать общество в ведение Министерства финансов Республики Казахстан.",
        "Ликвидировать товарищество с ограниченной ответственностью.",
        "Ликвидировать предприятие здравоохранения.",
        "Передать имущество предприятия в ведение Министерства финансов Республики Казахстан.",
    ],
)
def test_a_common_word_that_is_not_the_term_stands_for_no_body(tmp_path: Path, words: str) -> None:
    assert len(deeds(tmp_path, f"{CONVERTED}\n\n2. {words}")) == 1


def test_a_common_word_before_the_quotes_of_a_name_is_part_of_it(tmp_path: Path) -> None:
    words = f"{CONVERTED}\n\n2. Ликвидировать предприятие «Кокжар» и его имущество."
    assert deeds(tmp_path, words)[1:] == [("Liquidation", "предприятие «Кокжар»")]


def test_a_common_word_that_an_act_does_not_define_stands_for_no_body(tmp_path: Path) -> None:
    assert deeds(tmp_path, f"1. Ликвидировать {FOREST}.\n\n2. Ликвидировать товарищество.") == [
        ("Liquidation", FOREST)
    ]


def test_a_common_word_defined_for_two_bodies_stands_for_neither(tmp_path: Path) -> None:
    twice = (
        f"1. Создать {FOREST} (далее - предприятие).\n\n2. Создать {EAGLE} (далее - предприятие)."
    )
    assert len(deeds(tmp_path, f"{twice}\n\n3. Переименовать предприятие в {COMPANY}.")) == 2


@pytest.mark.parametrize(
    "defined",
    [
        BOTH,
        "1. Создать следующие государственные учреждения (далее - учреждения):\n\n"
        f"   1) {ONE};\n\n   2) {OTHER}.",
    ],
)
def test_a_term_in_the_plural_stands_for_all_bodies_in_the_row(
    tmp_path: Path, defined: str
) -> None:
    words = f"{defined}\n\n2. Передать учреждения в ведение {OF_FINANCE}."
    assert deeds(tmp_path, words)[2:] == [
        ("Transfer", ONE, FINANCE),
        ("Transfer", OTHER, FINANCE),
    ]


def test_several_bodies_take_no_place_that_is_for_one(tmp_path: Path) -> None:
    assert len(deeds(tmp_path, f"{BOTH}\n\n2. Переименовать учреждения в {ONE}.")) == 2


def test_a_term_with_a_form_and_quotes_is_no_other_body(tmp_path: Path) -> None:
    words = (
        "1. Создать в качестве опыта акционерное общество «Корпорация «Тасбулак» (далее - "
        f"АО «КТ»).\n\n2. Реорганизовать АО «КТ» путем присоединения к нему {COMPANY_OF}."
    )
    whole = "акционерное общество «Корпорация «Тасбулак»»"
    assert deeds(tmp_path, words) == [("Establishment", whole), ("Accession", COMPANY, whole)]
