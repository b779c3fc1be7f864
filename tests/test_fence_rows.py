"""Rows of unnumbered lists between fences, whose lines an old page had broken; all invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Literal
from test_deeds_russian import RK, read
from test_formats_marked import said

from graph.model import ActClaims, Mention
from ontology import SHZ

HEAD = (
    "1. Утвердить перечень организаций Комитета рек согласно приложению.\n\n"
    f"```\nПриложение\nк постановлению Правительства\n{RK}\nот 5 мая 2021 года № 33\n```\n\n"
)
ROWS = f"""```
Перечень организаций, находящихся в ведении
Комитета рек {RK}
Ивовый центр изучения рек Госкамыша
{RK} г. Рудный
Мостовой центр изучения рек Госкамыша
{RK} г. Лисаковск
Центр по обследованию мостов на право
выдачи речных карт
Госкамыша {RK} г. Рудный
Издательское предприятие
"КАМЫШ" Госкамыша Республики
Казахстан г. Рудный
```
"""


def rows(act: ActClaims) -> list[tuple[str, str]]:
    found = []
    for one in act.statements:
        if one.key.startswith("entry/"):
            values = dict(one.properties)
            body, number = values[SHZ.entryFor], values[SHZ.position]
            assert isinstance(body, Mention)
            assert isinstance(number, Literal)
            found.append((str(number), body.whole))
    return found


def test_rows_that_end_with_seats_tell_where_each_ends(tmp_path: Path) -> None:
    assert rows(read(tmp_path, HEAD + ROWS)) == [
        ("1", f"Ивовый центр изучения рек Госкамыша {RK}"),
        ("2", f"Мостовой центр изучения рек Госкамыша {RK}"),
        ("3", f"Центр по обследованию мостов на право выдачи речных карт Госкамыша {RK}"),
        ("4", f"Издательское предприятие «КАМЫШ» Госкамыша {RK}"),
    ]


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        ("1. Институт рек имени И.О.\nОйдана", "1. Институт рек имени И.О. Ойдана"),
        ("1. Музей рек имени\nИ.О. Ойдана", "1. Музей рек имени И.О. Ойдана"),
    ],
)
def test_a_name_goes_on_behind_initials(lines: str, row: str) -> None:
    assert said(f"```\n{lines}\n2. Центр рек\n```\n") == [row, "2. Центр рек"]


def test_a_name_with_two_quotes_before_and_none_behind_goes_to_the_end(tmp_path: Path) -> None:
    points = (
        "1. В постановление Правительства Республики Казахстан от 5 мая 2001 года N 5:\n\n"
        "Перечень акционерных обществ, утвержденный указанным постановлением, дополнить строкой, "
        "порядковый номер 19, следующего содержания:\n\n"
        '"19. ОАО "Компания "Мост и время (Bridge and time)".\n'
    )
    named = {body for _, body in rows(read(tmp_path, points))}
    assert named == {"ОАО «Компания «Мост и время (Bridge and time)»»"}


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (
            '3 Ивовый центр рек город Рудный\n4 Мостовой центр\n"Ива" город Рудный',
            ["3 Ивовый центр рек город Рудный", '4 Мостовой центр "Ива" город Рудный'],
        ),
        (
            '"30а-1 Центр рек г. Рудный\n30а-2 Центр мостов\nи троп г. Рудный\n'
            '30а-3 Центр карт г. Рудный";\nзаголовок изложить в следующей редакции:',
            [
                '"30а-1 Центр рек г. Рудный',
                "30а-2 Центр мостов и троп г. Рудный",
                '30а-3 Центр карт г. Рудный";',
                "заголовок изложить в следующей редакции:",
            ],
        ),
        (
            '1. "Өзендер тізбесі туралы"\nҚазақстан\nРеспубликасы Үкіметінің 1996 жылғы '
            "5 мамырдағы N 7\n\nP960007_\n\nқаулысына\n(Қазақстан Республикасының ПҮКЖ-ы, "
            "1996 ж., N 2, 5-құжат):",
            [
                '1. "Өзендер тізбесі туралы" Қазақстан Республикасы Үкіметінің 1996 жылғы '
                "5 мамырдағы N 7 қаулысына (Қазақстан Республикасының ПҮКЖ-ы, 1996 ж., N 2, "
                "5-құжат):",
            ],
        ),
    ],
)
def test_lines_of_a_row_and_of_a_lead_are_whole(lines: str, paragraphs: list[str]) -> None:
    assert said(f"```\n{lines}\n```\n") == paragraphs


def test_rows_of_a_list_without_numbers_begin_with_what_the_body_is(tmp_path: Path) -> None:
    words = f"""```
ПЕРЕЧЕНЬ организаций, подведомственных
Комитету рек {RK}
Казахский государственный театр музыкальной и речной
комедии им.
М.Ивова
Центральный государственный музей рек и мостов им. Ыхласа
Государственный музей камыша
Казенное предприятие "Научный и проектный
Институт мостов"
Областные управления рек
Управление мостами и берегами
Государственная речная библиотека (на праве хозяйственного ведения)
Фирма звукозаписи "Волна"
```
"""
    assert rows(read(tmp_path, HEAD + words)) == [
        ("1", "Казахский государственный театр музыкальной и речной комедии им. М.Ивова"),
        ("2", "Центральный государственный музей рек и мостов им. Ыхласа"),
        ("3", "Государственный музей камыша"),
        ("4", "казенное предприятие «Научный и проектный Институт мостов»"),
        ("5", "Управление мостами и берегами"),
        ("6", "Государственная речная библиотека"),
        ("7", "Фирма звукозаписи «Волна»"),
    ]


def test_names_that_begin_alike_in_one_paragraph_are_rows(tmp_path: Path) -> None:
    committee = f"Комитет рек {RK}"
    places = ("городу Рудному", "Акмолинской области", "Жамбылской области")
    row = " ".join(f"{committee} по {place}" for place in places)
    head = HEAD + f"ПЕРЕЧЕНЬ\n\nтерриториальных органов\n\nКомитета рек {RK}\n\n{row}\n"
    assert rows(read(tmp_path, head)) == [
        (str(number), f"{committee} по {place}") for number, place in enumerate(places, 1)
    ]


def test_a_heading_names_the_owner_by_what_it_is(tmp_path: Path) -> None:
    words = (
        f"Перечень предприятий, по отношению к которым Комитет рек {RK} является уполномоченным "
        'органом\n\n1. Республиканское государственное предприятие "Камыш"\n\n'
        '2. Республиканское государственное предприятие "Ива"\n'
    )
    assert [number for number, _ in rows(read(tmp_path, HEAD + words))] == ["1", "2"]
