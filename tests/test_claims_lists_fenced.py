"""Lists in the lines of an old page: under regions, and right under the last point of a text; all
acts are invented."""

from __future__ import annotations

import pytest
from test_claims_lists import owners, read, rows

from ontology import SHZ

RU = "Перечень\nорганизаций, находящихся в ведении\nМинистерства туризма Республики Казахстан\n"
KK = "Қазақстан Республикасы Туризм министрлігінің\nқарамағындағы ұйымдардың\nтізбесі\n"


def fenced(*lines: str) -> str:
    return "```\n" + "\n".join(lines) + "\n```\n"


def sections(language: str, listed: str) -> list[str]:
    told = (dict(one.properties) for one in read(language, listed).statements)
    return [str(one.get(SHZ.section)) for one in told if SHZ.entryFor in one]


def test_a_region_over_numbered_rows_is_no_part_of_a_name() -> None:
    lines = (
        "Акмолинская область\n1. Акмолинский колледж троп и менеджмента\nАтырауская область\n"
        "2. Атырауский политехнический колледж\nг.Алматы\n3. Алматинский колледж троп"
    )
    assert rows("ru", fenced(RU + lines)) == [
        ("1", "Акмолинский колледж троп и менеджмента"),
        ("2", "Атырауский политехнический колледж"),
        ("3", "Алматинский колледж троп"),
    ]
    told = ["Акмолинская область", "Атырауская область", "г.Алматы"]
    assert sections("ru", fenced(RU + lines)) == told


def test_the_same_in_kazakh() -> None:
    lines = (
        "Ақмола облысы\n1. Ақмола соқпақ колледжі\n2. Көкшетау колледжі\nАтырау облысы\n"
        "3. Атырау политехникалық колледжі\nАлматы қаласы\n4. Алматы соқпақ колледжі"
    )
    assert rows("kk", fenced(KK + lines)) == [
        ("1", "Ақмола соқпақ колледжі"),
        ("2", "Көкшетау колледжі"),
        ("3", "Атырау политехникалық колледжі"),
        ("4", "Алматы соқпақ колледжі"),
    ]
    assert sections("kk", fenced(KK + lines))[2:] == ["Атырау облысы", "Алматы қаласы"]


def test_a_region_behind_a_row_is_no_part_of_its_name_either() -> None:
    """It says where the body sits, where none stands over the first row."""
    lines = "1. Колледж троп и менеджмента\nАтырауская область\n2. Колледж гор\n"
    assert rows("ru", fenced(RU + lines)) == [
        ("1", "Колледж троп и менеджмента"),
        ("2", "Колледж гор"),
    ]


@pytest.mark.parametrize("composed", ["состав", "систему"])
def test_a_list_may_stand_right_under_the_last_point_of_a_text(composed: str) -> None:
    words = f"""## Положение о Комитете троп

1\\. Комитет троп Республики Казахстан (Казтроп) является центральным исполнительным органом.

```
2. Комитет издает журнал "Тропа" по вопросам гор.
Перечень
организаций, входящих в {composed} Комитета троп
Республики Казахстан
Головные организации Комитета троп
Республики Казахстан
Бюро гор, г. Алматы
Центр мониторинга троп, г. Алматы
```
"""
    assert rows("ru", words) == [(None, "Бюро гор"), (None, "Центр мониторинга троп")]
    assert owners("ru", words) == {"Комитет троп Республики Казахстан"}


def test_what_a_clause_approves_is_no_list_of_what_follows() -> None:
    words = """## Положение о Комитете троп

1\\. Утвердить прилагаемые:

перечень организаций, находящихся в ведении Комитета троп Республики Казахстан;

Бюро гор, г. Алматы
"""
    assert rows("ru", words) == []


def test_the_bodies_of_a_composition_are_listed_in_kazakh_too() -> None:
    words = (
        "## Қазақстан Республикасы Соқпақ комитетінің құрамына кіретін ұйымдардың тізбесі\n\n"
        "1. Тау бюросы\n"
    )
    assert rows("kk", words) == [("1", "Тау бюросы")]
    assert owners("kk", words) == {"Қазақстан Республикасы Соқпақ комитеті"}


def test_a_body_may_stand_in_its_row_with_others() -> None:
    lines = (
        "Научный центр троп (НЦТроп) с дочерними предприятиями\nБюро гор\n"
        "Центр мониторинга троп\nДирекция музея гор"
    )
    assert [name for _, name in rows("ru", fenced(RU + lines))][:1] == ["Научный центр троп"]
