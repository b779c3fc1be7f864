"""Brackets in the words of a deed: an appendix, a legal form, a word that says another again."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, appendix, events_of
from test_deeds_russian import read

from graph.model import Source
from graph.names import read_namings, text_of

NOWHERE = Source("", "", "")


@pytest.mark.parametrize(
    ("order", "count"),
    [
        ("Создать государственные учреждения (приложение 2).", 2),
        ("Министерству туризма создать органы с подчиненностью Комитету гор (приложение 2).", 2),
        ("Утвердить перечень (приложение 2) и создать рабочую группу.", 0),
        ("Создать государственные учреждения (приложение 1).", 0),
    ],
)
def test_an_appendix_in_brackets_holds_those_of_whom_the_clause_speaks(
    order: str, count: int, tmp_path: Path
) -> None:
    after = (
        "> *Приложение 2*  \n> *к постановлению*\n\n## Перечень учреждений\n\n"
        "1. Государственное учреждение «Сад».\n\n2. Государственное учреждение «Лес»."
    )
    assert len(list(events_of(read(tmp_path, f"1. {order}\n\n{after}")))) == count


@pytest.mark.parametrize(
    ("order", "count"),
    [
        ("Мемлекеттік мекемелер (2-қосымша) құрылсын.", 2),
        ("Мекемелердің тізбесі (2-қосымша) бекітілсін.", 0),
    ],
)
def test_an_appendix_in_brackets_holds_them_in_kazakh(
    order: str, count: int, tmp_path: Path
) -> None:
    table = "1. «Бақ» мемлекеттік мекемесі.\n\n2. «Орман» мемлекеттік мекемесі."
    after = appendix("2-қосымша", "Мемлекеттік мекемелердің тізбесі", table)
    found = act(tmp_path, f"1. {order}", after=after)
    assert len(list(events_of(found))) == count
    assert "point_1" not in {one.clause for one in found.unread}


@pytest.mark.parametrize(
    ("order", "results"),
    [
        (
            "Создать на базе упраздняемых весовых складов при Министерстве мер Республики "
            "Казахстан Государственный центр гирь (Госгири) и Государственную инспекцию весов "
            "(Госвесы) со статусом государственных предприятий.",
            ["Государственный центр гирь", "Государственная инспекция весов"],
        ),
        ("Создать Центр гирь (Госгири), Комитет весов (Комвес).", ["Центр гирь", "Комитет весов"]),
        ("Создать на базе складов условия для работы Комитета весов.", []),
        ("Создать на базе складов рабочую группу и передать её Комитету весов.", []),
    ],
)
def test_several_are_made_of_those_whom_only_a_kind_tells(
    order: str, results: list[str], tmp_path: Path
) -> None:
    found = list(events_of(read(tmp_path, f"1. {order}")))
    assert [one.kind for one in found] == ["Establishment"] * len(results)
    assert [name for one in found for name in one.results] == results


def test_a_word_in_brackets_behind_a_name_parts_no_names_in_kazakh(tmp_path: Path) -> None:
    order = (
        "«Гір» мемлекеттік мекемесі (Гірмеке), «Таразы» мемлекеттік мекемесі (Таразымеке) және "
        "«Өлшем» мемлекеттік мекемесі таратылсын."
    )
    assert len(list(events_of(act(tmp_path, f"1. {order}")))) == 3


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Создать коммунальное государственное предприятие (на праве хозяйственного ведения) "
            "«Гиря».",
            ["коммунальное государственное предприятие на праве хозяйственного ведения «Гиря»"],
        ),
        ("Создать РГП (на ПХВ) «Гиря».", ["РГП на ПХВ «Гиря»"]),
        # what is in the bracket is no legal form
        ("Создать РГП (на основе весов) «Гиря».", []),
        (
            "Ликвидировать вечернюю (сменную) школу № 7 и среднюю (г. Весы) школу № 8.",
            ["вечерняя (сменная) школа № 7", "школа № 8"],
        ),
        (
            "Объединить государственные учреждения - Гвоздевское и Молоткинское весовые "
            "управления по охране мер.",
            [
                f"государственное учреждение {one} весовое управление по охране мер"
                for one in ("Гвоздевское", "Молоткинское")
            ],
        ),
    ],
)
def test_brackets_and_dashes_amid_a_name_are_read_over(words: str, names: list[str]) -> None:
    assert [one.mention.whole for one in read_namings(text_of(words), NOWHERE, "ru")] == names


@pytest.mark.parametrize(
    ("language", "order", "heading", "rows"),
    [
        (
            "ru",
            "Реорганизовать учреждения согласно приложению путем слияния в учреждение «Мера».",
            "Перечень учреждений, реорганизуемых путем слияния",
            "1. Учреждение «Гиря», г. Весы.\n\n2. Учреждение «Весы», Абайская область, Гирский "
            "район.",
        ),
        (
            "kk",
            "1-қосымшаға сәйкес мемлекеттік мекемелер таратылсын.",
            "Таратылатын мемлекеттік мекемелердің тізбесі",
            "1. «Гір» мемлекеттік мекемесі, Абай қаласы.\n\n2. «Таразы» мемлекеттік мекемесі, Абай "
            "облысы, Гір ауданы.",
        ),
    ],
)
def test_a_body_may_sit_in_a_district_of_a_region(
    language: str, order: str, heading: str, rows: str, tmp_path: Path
) -> None:
    if language == "kk":
        found = act(tmp_path, f"1. {order}", after=appendix("1-қосымша", heading, rows))
    else:
        stamp = f"> *Приложение*  \n> *к постановлению*\n\n## {heading}\n\n{rows}"
        found = read(tmp_path, f"1. {order}\n\n{stamp}")
    assert sum(len(one.originals) for one in events_of(found)) == 2
