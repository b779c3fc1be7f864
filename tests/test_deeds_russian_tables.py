"""Deeds in the rows of Russian tables, and words of manner that stand in other places; invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_russian import FINANCE, JUSTICE, RK, SPORT, STAMP, deeds

SALT = "государственное учреждение «Центр соли»"
SUGAR = "государственное учреждение «Центр сахара»"
SUGAR_THERE = SUGAR.replace("учреждение", "предприятие")


def table(*rows: tuple[str, ...]) -> str:
    lines = ("<tr>\n" + "".join(f"<td>{cell}</td>\n" for cell in row) + "</tr>\n" for row in rows)
    return "<table>\n" + "".join(lines) + "</table>\n"


def test_a_table_of_those_handed_over_names_one_in_each_numbered_row(tmp_path: Path) -> None:
    rows = table(
        ("№ п/п", "Перечень учреждений", "Кто передаёт"),
        ("1", "2", "3"),
        ("1", SALT, "Акимат Костанайской области"),
        ("2", SUGAR, "Акимат города Рудного"),
    )
    points = (
        f"1. Передать учреждения в ведение Министерства финансов {RK} согласно приложению 1.\n\n"
        f"{STAMP.format('Приложение 1 к постановлению')}\n\n"
        f"## Перечень учреждений, передаваемых в ведение Министерства финансов {RK}\n\n{rows}"
    )
    assert deeds(tmp_path, points) == [("Transfer", one, FINANCE) for one in (SALT, SUGAR)]


def test_a_table_of_old_and_new_names_renames_row_by_row(tmp_path: Path) -> None:
    rows = table(
        ("№", "Прежнее наименование", "Новое наименование"),
        ("1", SALT, SUGAR),
        ("2", SPORT, SALT),
    )
    points = (
        "1. Переименовать учреждения согласно приложению 1 к настоящему постановлению.\n\n"
        f"{STAMP.format('Приложение 1 к постановлению')}\n\n"
        f"## Перечень переименовываемых учреждений\n\n{rows}"
    )
    assert deeds(tmp_path, points) == [("Renaming", SALT, SUGAR), ("Renaming", SPORT, SALT)]


def test_the_way_that_a_clause_tells_goes_before_a_heading_without_one(tmp_path: Path) -> None:
    points = (
        "1. Реорганизовать путем преобразования государственные учреждения Министерства юстиции "
        f"{RK} в казенные предприятия согласно приложению.\n\n"
        f"{STAMP.format('Приложение к постановлению')}\n\n"
        f"# Перечень реорганизуемых учреждений\n\n1. {SALT} в {SUGAR_THERE}.\n"
    )
    assert deeds(tmp_path, points) == [("Conversion", SALT, SUGAR_THERE)]


def test_an_only_row_under_the_heading_of_its_section_bears_no_number(tmp_path: Path) -> None:
    points = (
        "1. Переименовать юридические лица согласно приложению 1 к настоящему постановлению.\n\n"
        f"{STAMP.format('Приложение 1 к постановлению')}\n\n"
        "## Перечень переименовываемых юридических лиц\n\n## 1. Предприятия\n\n"
        f"1. {SUGAR_THERE} в {SALT}.\n\n## 2. Учреждение\n\n{SPORT} в {SUGAR}.\n"
    )
    assert deeds(tmp_path, points) == [("Renaming", SUGAR_THERE, SALT), ("Renaming", SPORT, SUGAR)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            f"Реорганизовать {SALT} путем преобразования его в {SUGAR_THERE} с передачей соли.",
            ("Conversion", SALT, SUGAR_THERE),
        ),
        (
            f"Реорганизовать {SALT} путем присоединения его к государственному учреждению «Центр "
            "сахара».",
            ("Accession", SALT, SUGAR),
        ),
        (
            f"Реорганизовать {SALT} путем преобразования в высшую научную организацию «Академия "
            f"соли» при Президенте {RK}.",
            ("Conversion", SALT, f"«Академия соли» при Президенте {RK}"),
        ),
        (
            f"Реорганизовать {SALT} путем разделения его на {SUGAR}, {SPORT}.",
            ("Division", SALT, SUGAR, SPORT),
        ),
        (
            f"Принять в республиканскую собственность {SALT} как имущественный комплекс и передать "
            f"в ведение Министерства юстиции {RK}.",
            ("Transfer", SALT, JUSTICE),
        ),
        (
            f"Передать в ведение Министерства юстиции {RK} с имеющейся базой:\n\nГирьское и "
            "Весовое соляные управления по охране соли и её учету;",
            (
                "Transfer",
                "Гирьское соляное управление по охране соли и её учету",
                JUSTICE,
                "Transfer",
                "Весовое соляное управление по охране соли и её учету",
                JUSTICE,
            ),
        ),
    ],
)
def test_words_of_manner_stand_before_or_after_what_is_done(
    tmp_path: Path, words: str, expected: tuple[str, ...]
) -> None:
    assert sum(deeds(tmp_path, f"1. {words}"), ()) == expected


def _appendix(heading: str, *rows: tuple[str, ...]) -> str:
    return f"{STAMP.format('Приложение к постановлению')}\n\n## {heading}\n\n{table(*rows)}"


def test_two_columns_under_words_of_conversion_are_the_old_and_the_new_body(tmp_path: Path) -> None:
    old = "Государственное казенное предприятие на праве оперативного управления «Чабрец»"
    new = "Товарищество с ограниченной ответственностью «Чабрец»"
    points = (
        "1. Реорганизовать государственные предприятия согласно приложению путем преобразования в "
        "товарищества.\n\n"
    ) + _appendix(
        "Перечень реорганизуемых государственных предприятий путем преобразования",
        ("N п/ п", "Наименование предприятий", "Наименование товариществ"),
        ("1", "2", "3"),
        ("1", f"{old}.", f"{new}."),
    )
    (found,) = deeds(tmp_path, points)
    assert [one.lower() for one in found] == ["conversion", old.lower(), new.lower()]


def test_rows_of_what_is_given_to_a_body_that_is_made_are_no_bodies(tmp_path: Path) -> None:
    points = (
        f"1. Создать {SALT} (далее - учреждение).\n\n2. Предоставить учреждению земельные "
        "участки согласно приложению.\n\n"
    ) + _appendix(
        "Экспликация участков, предоставляемых создаваемому государственному учреждению",
        ("N п/п", "Категория земель", "Площадь"),
        ("1", "Земли запаса", "5"),
        ("", "Всего", "5"),
    )
    assert deeds(tmp_path, points) == [("Establishment", SALT)]


def test_a_row_may_say_the_verb_of_its_list_again(tmp_path: Path) -> None:
    points = (
        "1. Реорганизовать учреждения согласно приложению.\n\n2. Настоящее постановление вводится "
        "в действие со дня подписания.\n\n> *Приложение*  \n> *к постановлению Правительства*\n\n"
        "## Перечень реорганизуемых государственных учреждений\n\n"
        f"1. Реорганизовать {SALT} путем выделения из него государственного учреждения «Кристалл»."
    )
    assert deeds(tmp_path, points) == [("SpinOff", SALT, "государственное учреждение «Кристалл»")]


def test_a_comma_stands_between_the_old_and_the_new_name(tmp_path: Path) -> None:
    points = f"1. Переименовать:\n\n1) {SALT}, в {SPORT}."
    assert deeds(tmp_path, points) == [("Renaming", SALT, SPORT)]
