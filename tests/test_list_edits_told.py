"""Rows that a clause tells by bare numbers, by paragraphs, or in a list that a section is called
after; all acts are invented."""

from __future__ import annotations

import pytest
from test_list_edits_rows import owners, read, rows

from ontology import SHZ

FORMED = "республиканское государственное предприятие на праве хозяйственного ведения"


def numbers(words: str, language: str) -> list[str]:
    edits = (one for one in read(words, language).statements if one.type == SHZ.Edit)
    told = (value for one in edits for name, value in one.properties if name == SHZ.editedRow)
    return [str(value) for value in told]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("ru", "строки 3, 5-1 и 7 исключить;", ["3", "5-1", "7"]),
        ("ru", "строки с 5 по 7 исключить;", ["5", "6", "7"]),
        ("ru", "строку 4 исключить;", ["4"]),
        ("kk", "3, 5-1 және 7-жолдар алып тасталсын;", ["3", "5-1", "7"]),
        ("kk", "4-жол алып тасталсын;", ["4"]),
    ],
)
def test_rows_are_told_by_bare_numbers(language: str, words: str, told: list[str]) -> None:
    assert numbers(words, language) == told


@pytest.mark.parametrize(
    ("language", "words", "names"),
    [
        (
            "ru",
            "абзацы четвертый, пятый изложить в следующей редакции:\n\n"
            f"«{FORMED} «Маяк»;\n\n{FORMED} «Центр карт».»;",
            [f"{FORMED} «Маяк»", f"{FORMED} «Центр карт»"],
        ),
        (
            "ru",
            f"дополнить абзацем шестым следующего содержания:\n\n«{FORMED} «Маяк»»;",
            [f"{FORMED} «Маяк»"],
        ),
        (
            "kk",
            "төртінші, бесінші абзацтары мынадай редакцияда жазылсын:\n\n"
            "«Маяк» республикалық мемлекеттік кәсіпорны;\n\n"
            "«Карта орталығы» республикалық мемлекеттік кәсіпорны.»;",
            [
                "«Маяк» республикалық мемлекеттік кәсіпорны",
                "«Карта орталығы» республикалық мемлекеттік кәсіпорны",
            ],
        ),
        (
            "kk",
            "мынадай мазмұндағы алтыншы абзацпен толықтырылсын:\n\n"
            "«Маяк» республикалық мемлекеттік кәсіпорны;»;",
            ["«Маяк» республикалық мемлекеттік кәсіпорны"],
        ),
    ],
)
def test_the_paragraphs_of_a_list_are_its_rows(language: str, words: str, names: list[str]) -> None:
    """What numbers they have no clause says: none is told."""
    assert rows(words, language) == [("", name) for name in names]
    assert numbers(words, language) == []


def test_the_first_paragraph_given_may_lead_to_the_rest() -> None:
    words = (
        "абзацы четвертый, пятый изложить в следующей редакции:\n\n"
        f"«Государственное учреждение «Управление троп»:\n\n{FORMED} «Маяк».»;"
    )
    assert rows(words) == [("", f"{FORMED} «Маяк»")]
    assert owners(words) == ["Управление троп"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", f"абзац второй пункта 3 изложить в следующей редакции:\n\n«{FORMED} «Маяк».»;"),
        (
            "kk",
            "3-тармақтың екінші абзацы мынадай редакцияда жазылсын:\n\n"
            "«Маяк» республикалық мемлекеттік кәсіпорны;»;",
        ),
    ],
)
def test_the_paragraph_of_a_point_is_no_row(language: str, words: str) -> None:
    assert rows(words, language) == []


@pytest.mark.parametrize(
    ("language", "words", "names"),
    [
        (
            "ru",
            "в подразделе «Комитет порогов» раздела «Перечень государственных учреждений, "
            "находящихся в ведении Министерства туризма и его ведомств»:\n\n"
            "строки 4 и 5 изложить в следующей редакции:\n\n"
            "«4. Центральный госпиталь Комитета порогов Министерства туризма Республики "
            "Казахстан.\n\n5\\. Горный госпиталь Комитета порогов Министерства туризма Республики "
            "Казахстан.»;",
            ["Центральный госпиталь", "Горный госпиталь"],
        ),
        (
            "kk",
            "«Туризм министрлігі мен оның ведомстволарының қарамағындағы мемлекеттік "
            "мекемелердің тізбесі» деген бөлімнің «Табалдырық комитеті» деген кіші бөлімінде:\n\n"
            "4 және 5-жолдар мынадай редакцияда жазылсын:\n\n"
            "«4. Қазақстан Республикасы Туризм министрлігі Табалдырық комитетінің орталық "
            "госпиталі.\n\n5\\. Қазақстан Республикасы Туризм министрлігі Табалдырық комитетінің "
            "таулы госпиталі.»;",
            ["орталық госпиталі", "таулы госпиталі"],
        ),
    ],
)
def test_a_section_may_be_a_list_with_sections(language: str, words: str, names: list[str]) -> None:
    """Its name stands in quotes, behind that of its part or before it."""
    found = rows(words, language)
    assert [number for number, _ in found] == ["4", "5"]
    assert all(name in whole for name, (_, whole) in zip(names, found, strict=True))
    edited = [
        dict(one.properties)
        for one in read(words, language).statements
        if one.type == SHZ.Edit and SHZ.editedRow in dict(one.properties)
    ]
    listed = {"ru": "Перечень государственных учреждений", "kk": "тізбесі"}[language]
    assert [listed in str(one[SHZ.editedList]) for one in edited] == [True]
    assert ["омитет" in str(one[SHZ.section]) for one in edited] == [True]
