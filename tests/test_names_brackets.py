"""Brackets amid a name: another word for one of its adjectives, another name of its superior."""

from __future__ import annotations

import pytest
from test_claims_lists import read, rows

from graph.model import Source
from graph.names import read_namings, read_row, text_of
from ontology import ORG, SHZ

NOWHERE = Source("", "", "")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "упразднить Комитет горной (высокогорной) службы Министерства туризма Республики "
            "Казахстан;",
            "Комитет горной (высокогорной) службы Министерства туризма Республики Казахстан",
        ),
        (
            "создать Департамент горной (высокогорной) службы по городу Астане.",
            "Департамент горной (высокогорной) службы по городу Астане",
        ),
    ],
)
def test_a_bracket_behind_an_adjective_says_it_again(words: str, name: str) -> None:
    found = [one.mention.whole for one in read_namings(text_of(words), NOWHERE, "ru")]
    assert found[0] == name


def test_bodies_of_a_superior_with_two_names_are_each_a_body() -> None:
    superior = (
        "Қазақстан Республикасы Тау агенттігі жанындағы Шыңдарды қорғау департаментінің "
        "(Қазақстан Республикасы Тау агенттігі аппаратының)"
    )
    listed = (
        "## Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесі\n\n"
        f"1\\. {superior} Ақмола облыстық кеңсесі.\n\n"
        f"2\\. {superior} Алматы облыстық кеңсесі.\n"
    )
    assert rows("kk", listed) == [
        ("1", f"{superior} Ақмола облыстық кеңсесі"),
        ("2", f"{superior} Алматы облыстық кеңсесі"),
    ]


def test_what_a_heading_says_of_its_rows_holds_whatever_their_names_are() -> None:
    """«Ревизионная комиссия» is no list of the members of a commission."""
    listed = (
        "## Перечень создаваемых государственных учреждений\n\n"
        '1\\. Государственное учреждение "Комиссия гор по Акмолинской области".\n\n'
        '2\\. Государственное учреждение "Комиссия гор по Абайской области".\n'
    )
    said = read("ru", listed)
    made = [one for one in said.statements if one.type == SHZ.Establishment]
    assert len(made) == 2
    assert not [one for one in said.statements if one.type in (SHZ.Liquidation, ORG.ChangeEvent)]


@pytest.mark.parametrize(
    "name",
    [
        # another name of a superior
        "Канцелярия Акмолинского областного суда Департамента троп при Верховном Суде Республики "
        "Казахстан (аппарата Верховного Суда Республики Казахстан)",
        # an adjective said again, behind a name in quotes
        "Республиканское государственное предприятие на праве хозяйственного ведения «Ерінбек» "
        "учреждений лыжной (санной) системы",
        # behind it the place where the body works
        "Департамент по борьбе с лавинами (лавинная полиция) по городу Алматы",
    ],
)
def test_the_name_of_a_row_goes_on_over_its_brackets(name: str) -> None:
    listed = (
        "## Перечень организаций, находящихся в ведении Министерства туризма Республики "
        f"Казахстан\n\n1\\. {name}.\n\n2\\. {name};\n"
    )
    assert rows("ru", listed) == [("1", name), ("2", name)]


@pytest.mark.parametrize(
    "behind", ["(ГИГИ)", "(г. Алматы)", "(Алматы)", "(далее - Институт)", "(горная наука)"]
)
def test_a_short_name_or_a_town_in_brackets_is_no_part_of_the_name(behind: str) -> None:
    listed = (
        "## Перечень организаций, находящихся в ведении Министерства туризма Республики "
        f"Казахстан\n\n1\\. Государственный институт горных изысканий {behind}.\n"
    )
    assert rows("ru", listed) == [("1", "Государственный институт горных изысканий")]


@pytest.mark.parametrize(
    ("language", "heading", "name"),
    [
        (
            "ru",
            "Перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан",
            "Частная компания «Ridge Fund «Mountain Ridge (MR)» Ltd»",
        ),
        (
            "ru",
            "Перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан",
            "Частная компания «Mountain Ridge (MR) Company» Ltd",
        ),
        (
            "kk",
            "Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесі",
            "Ridge Fund «Mountain Ridge (MR)» Ltd. жеке компаниясы",
        ),
        (
            "kk",
            "Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесі",
            "«Mountain Ridge (MR) Company» Ltd. жеке компаниясы",
        ),
    ],
)
def test_a_bracket_within_the_quotes_of_a_name_is_of_the_name(
    language: str, heading: str, name: str
) -> None:
    printed = name.replace("Ltd»", "Ltd").replace("Ridge Fund «", "«Ridge Fund «", language == "kk")
    listed = f"## {heading}\n\n1\\. {printed}.\n\n2\\. {printed};\n"
    assert [one for _, one in rows(language, listed)] == [name, name]


def test_a_bracket_behind_the_quotes_of_a_name_says_where_the_body_sits() -> None:
    for words in (
        '«5. Учреждение "Комитет мер" (город Рудный)»;',
        "Учреждение «Комитет мер» (МК).",
    ):
        one = read_row(text_of(words), NOWHERE, "ru")
        assert one is not None
        assert one.mention.whole.endswith("Учреждение «Комитет мер»")
