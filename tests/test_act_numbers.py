"""Ways of numbering: letters, inserted items, Roman numbers, lists in lists, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.act import read_act
from graph.act.marks import arabic, read_mark
from graph.model import Document, Provision, ProvisionKind, SideFile, Source
from graph.names import text_of

REQUISITES = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 134"
HEAD = {
    "kk": "# Кейбір мәселелер туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n",
    "ru": "# О некоторых вопросах\n\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n\n",
}
#: The same words in Russian: an act is in one language.
IN_RUSSIAN = {
    "қосылған": "добавленное",
    "бірінші": "первое",
    "екінші": "второе",
    "үшінші": "третье",
    "төртінші": "четвертое",
    "бесінші": "пятое",
    "Өкілеттіктері": "Полномочия",
    "құқықтары": "права",
    "міндеттері": "обязанности",
    "бір": "первое",
    "екі": "второе",
    "үш": "третье",
    "төрт": "четвертое",
    "бес": "пятое",
    "Сөз": "Слово",
}


def read(language: str, *paragraphs: str) -> Document:
    words = "\n\n".join(paragraphs)
    for kazakh, russian in IN_RUSSIAN.items() if language == "ru" else ():
        words = words.replace(kazakh, russian).replace(kazakh.capitalize(), russian)
    text = HEAD[language] + words + "\n"
    side = SideFile(date(2026, 1, 1), language, requisites=REQUISITES)
    return read_act(Source("act.md", text, ""), side)


def under(document: Document) -> dict[str, str]:
    """The words of each point and of all under it, by id."""
    return {
        one.eid: one.text.string
        for part in document.parts
        if part.kind in (ProvisionKind.POINT, ProvisionKind.CHAPTER)
        for one in part.walk()
    }


def part(document: Document, eid: str) -> Provision:
    return next(one for one in document.walk() if one.eid == eid)


@pytest.mark.parametrize(
    ("language", "paragraphs"),
    [
        (
            "kk",
            ("1. Мыналар:", "1) құжаттар:", "а) өтініш;", "ә) анықтама;", "б) қолхат;", "2) ақы."),
        ),
        (
            "ru",
            (
                "1. Утвердить:",
                "1) бумаги:",
                "а) заявление;",
                "б) справку;",
                "в) акт;",
                "2) плату.",
            ),
        ),
    ],
)
def test_letters_are_items_under_the_item_that_announces_them(
    language: str, paragraphs: tuple[str, ...]
) -> None:
    found = read(language, *paragraphs)
    letters = ["a", "a~2", "b"] if language == "kk" else ["a", "b", "v"]
    inner = [f"point_1__item_1__item_{letter}" for letter in letters]
    assert list(under(found)) == ["point_1", "point_1__item_1", *inner, "point_1__item_2"]
    assert part(found, inner[0]).number == "а"
    assert part(found, inner[0]).kind is ProvisionKind.ITEM


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_letters_stand_under_the_point_where_no_item_announces_them(language: str) -> None:
    found = read(language, "1. Слово:", "a) бір;", "b) екі;", "c) үш.", "2. Сөз.")
    assert list(under(found)) == [
        "point_1",
        *(f"point_1__item_{letter}" for letter in "abc"),
        "point_2",
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_dashes_after_a_letter_with_a_colon_stand_under_it(language: str) -> None:
    found = read(language, "1. Слово:", "1) бір:", "а) екі:", "- үш;", "- төрт;", "б) бес.")
    inner = "point_1__item_1__item_a"
    assert [one for one in under(found) if one.startswith(f"{inner}__")] == [
        f"{inner}__indent_1",
        f"{inner}__indent_2",
    ]
    assert "point_1__item_1__item_b" in under(found)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("printed", ["2-1) қосылған;", "2)-1 қосылған;", "2\\)-1 қосылған;"])
def test_an_item_put_in_between_has_the_number_of_the_one_before(
    language: str, printed: str
) -> None:
    found = read(language, "1. Слово:", "1) бір;", "2) екі;", printed, "3) үш.")
    items = [eid.rpartition("_")[2] for eid in under(found)][1:]
    assert items == ["1", "2", "2-1", "3"]
    assert under(found)["point_1__item_2-1"] in ("қосылған;", "добавленное;")
    assert not [one for one in found.faults if one.kind.startswith("number-")]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_small_roman_numbers_are_items(language: str) -> None:
    found = read(language, "1. Слово:", "1) бір:", "i) екі;", "ii) үш;", "iii) төрт.", "2) бес.")
    assert [eid.rpartition("_")[2] for eid in under(found)][2:] == ["i", "ii", "iii", "2"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_list_in_an_item_is_told_by_its_numbers_where_nothing_is_set_in(language: str) -> None:
    found = read(
        language,
        "1. Өкілеттіктері:",
        "1) құқықтары:",
        "1) бірінші;",
        "2) екінші.",
        "2) міндеттері:",
        "1) үшінші;",
        "2) төртінші;",
        "3) бесінші.",
        "2. Сөз.",
    )
    first, second = ("point_1__item_1", "point_1__item_2")
    assert list(under(found))[1:-1] == [
        first,
        *(f"{first}__item_{number}" for number in "12"),
        second,
        *(f"{second}__item_{number}" for number in "123"),
    ]
    assert not [one for one in found.faults if one.kind.startswith("number-")]


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("kk", ("I. Жалпы ережелер", "II. Қорытынды ережелер")),
        ("kk", ("I бөлім. Жалпы ережелер", "II бөлім. Қорытынды ережелер")),
        ("ru", ("I. Общие положения", "II. Заключительные положения")),
        ("ru", ("Раздел I. Общие положения", "Раздел II. Заключительные положения")),
    ],
)
def test_roman_numbers_count_chapters(language: str, headings: tuple[str, str]) -> None:
    one, other = (f"## {heading}" for heading in headings)
    found = read(language, one, "1. Бір.", "2. Екі.", other, "3. Үш.")
    chapters = [part for part in found.walk() if part.kind is ProvisionKind.CHAPTER]
    assert [one.eid for one in chapters] == ["chapter_1", "chapter_2"]
    assert [one.number for one in chapters] == ["I", "II"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("I", 1), ("ІІІ", 3), ("IV", 4), ("IX", 9), ("XIV", 14), ("7", 7), ("Абай", 0)],
)
def test_roman_numbers_have_a_value(printed: str, number: int) -> None:
    assert arabic(printed) == number


@given(st.text(max_size=40))
def test_no_paragraph_is_refused(words: str) -> None:
    mark = read_mark(text_of(words))
    assert mark.words.string in words


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_rows_in_one_paragraph_are_parted_where_the_numbers_around_tell(language: str) -> None:
    glued = read(language, "1. Сөз бір.", "2\\. Сөз екі. 3. Сөз үш.", "4. Сөз төрт.")
    assert list(under(glued)) == ["point_1", "point_2", "point_3", "point_4"]


def test_a_number_within_a_row_parts_none_where_the_next_one_goes_on() -> None:
    whole = read("ru", "1. Слово первое.", "2. Слово второе. 3. Слово внутри.", "3. Слово третье.")
    assert list(under(whole)) == ["point_1", "point_2", "point_3"]
