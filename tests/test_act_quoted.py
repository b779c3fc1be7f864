"""Wordings that an act gives for other acts stand apart from what it orders itself."""

from __future__ import annotations

from datetime import date

import pytest

from graph.act import read_act
from graph.model import Document, ProvisionKind, SideFile, Source

DAY = date(2026, 11, 21)
RUSSIAN = "# Об изменениях\n\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n\n"
KAZAKH = "# Өзгерістер туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n"
END = "\n\n**Премьер-Министр Республики Казахстан**\n"


def russian(body: str) -> Document:
    return read_act(Source("act.md", RUSSIAN + body + END, ""), SideFile(DAY, "ru"))


def kazakh(body: str) -> Document:
    end = "\n\n**Қазақстан Республикасының Премьер-Министрі**\n"
    return read_act(Source("act.md", KAZAKH + body + end, ""), SideFile(DAY, "kk"))


def quoted(document: Document) -> list[str]:
    return [
        part.text.string
        for part in document.walk()
        if part.kind is ProvisionKind.QUOTED and part.text.string
    ]


def ordered(document: Document) -> list[tuple[str, str]]:
    kinds = (ProvisionKind.POINT, ProvisionKind.ITEM, ProvisionKind.PARAGRAPH)
    return [(one.eid, one.text.string) for one in document.walk() if one.kind in kinds]


LAST = "2. Настоящее постановление вводится в действие со дня подписания."


def test_a_wording_and_all_its_parts_are_quoted() -> None:
    document = russian(
        "1. В перечне:\n\n   строки 28, 29 изложить в следующей редакции:\n\n"
        "   «28. Центр «Алатау»\n\n   29. Центр «Балбулак»»;\n\n   строку 30 исключить.\n\n" + LAST
    )
    assert [part.eid for part in document.walk()][2:] == [
        "point_1",
        "point_1__para_1",
        "point_1__quoted_1",
        "point_1__quoted_1__para_1",
        "point_1__quoted_1__para_2",
        "point_1__para_2",
        "point_2",
        "signature",
    ]
    assert quoted(document) == ["«28. Центр «Алатау»", "29. Центр «Балбулак»»;"]


@pytest.mark.parametrize(
    "wording",
    [
        "«2. Создать учреждение «Центр».»;",
        '"2. Создать учреждение "Центр";',  # one quote closes two
        "«2. Создать учреждение «Центр»;",
        "2. Создать учреждение «Центр»;",  # the opening quote is lost
        "«2. Создать учреждение «Центр;",  # the closing quotes are lost
        "«2. Создать учреждение:\n\n1) центр;\n\n2) институт.»;",
        "«\n\n<table><tr><td>2</td><td>Создать</td></tr></table>\n\n> *»;*",
        "«Приложение 1\n\nк постановлению\n\nот 1 марта 2019 года № 5\n\n1. Создать.»;",
    ],
)
def test_whatever_its_quotes_a_wording_orders_nothing(wording: str) -> None:
    document = russian(
        "1. Пункт 2 изложить в следующей редакции:\n\n"
        + wording
        + "\n\nпункт 3 исключить.\n\n"
        + LAST
    )
    assert [eid for eid, _ in ordered(document)] == ["point_1", "point_1__para_1", "point_2"]
    assert not any(part.kind is ProvisionKind.APPENDIX for part in document.parts)


def test_a_wording_behind_the_colon_is_parted_from_its_order() -> None:
    document = russian(
        "1. Дополнить подпунктом 5) следующего содержания: «5) создать Центр;».\n\n" + LAST
    )
    assert ordered(document)[0] == ("point_1", "Дополнить подпунктом 5) следующего содержания:")
    assert quoted(document) == ["«5) создать Центр;»."]


@pytest.mark.parametrize(
    "item",
    [
        "«Центр» в «Институт».",
        "«Центр культуры» и «Центр спорта» в «Институт».",
        '"Центр" в "Институт".',
    ],
)
def test_names_behind_a_colon_are_no_wording(item: str) -> None:
    document = russian(f"1. Переименовать:\n\n{item}\n\n{LAST}")
    assert quoted(document) == []
    assert ("point_1__para_1", item) in ordered(document)


def test_a_section_named_in_quotes_is_no_wording() -> None:
    document = kazakh(
        "1. Қаулының тізбесінде:\n\n   «1. Бірінші бөлім» деген бөлімде:\n\n"
        "   31-жол мынадай редакцияда жазылсын:\n\n   «31. Полиция бөлімі.»;\n\n"
        "   «195. Басқарма.\n\n   196. Орталық.»;\n\n   «3. Үшінші» деген бөлімде:\n\n"
        "   52-жол алып тасталсын.\n\n2. Осы қаулы қолданысқа енгізіледі."
    )
    assert quoted(document) == ["«31. Полиция бөлімі.»;", "«195. Басқарма.", "196. Орталық.»;"]
    assert [eid for eid, _ in ordered(document)] == [
        "point_1",
        "point_1__para_1",
        "point_1__para_2",
        "point_1__para_3",
        "point_1__para_4",
        "point_2",
    ]


def test_a_wording_that_the_end_of_the_text_cuts_off_is_a_fault() -> None:
    text = RUSSIAN + "1. Пункт 2 изложить в следующей редакции:\n\n«2. Создать «Центр» для"
    document = read_act(Source("act.md", text, ""), SideFile(DAY, "ru"))
    assert [one.kind for one in document.faults] == ["cut-off"]
