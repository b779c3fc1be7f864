"""Stamps, enacting words and requisites in the forms that acts of both languages print."""

from __future__ import annotations

from datetime import date

import pytest

from graph.act import read_act
from graph.act.rules import rules_of
from graph.errors import NotAnActError, SideFileError
from graph.language import load
from graph.model import Document, ProvisionKind, SideFile, Source

DAY = date(2026, 11, 21)
RUSSIAN = "# Об акте\n\nАкимат области {word}\n\n1. Создать учреждение «Центр» в городе.\n\n"
KAZAKH = "# Акт туралы\n\nОблыс әкімдігі {word}\n\n1. «Орталық» мекемесі қаладан құрылсын.\n\n"


def russian(rest: str = "", word: str = "ПОСТАНОВЛЯЕТ:", **side: str) -> Document:
    text = RUSSIAN.format(word=word) + "**Аким А. Иванов**\n\n" + rest
    return read_act(Source("act.md", text, ""), SideFile(DAY, "ru", **side))


def kazakh(rest: str = "", word: str = "ҚАУЛЫ ЕТЕДІ:") -> Document:
    text = KAZAKH.format(word=word) + "**Әкім А. Иванов**\n\n" + rest
    return read_act(Source("act.md", text, ""), SideFile(DAY, "kk"))


def appendices(document: Document) -> list[str]:
    return [one.eid for one in document.walk() if one.kind is ProvisionKind.APPENDIX]


@pytest.mark.parametrize(
    ("stamp", "eids"),
    [
        ("> Приложение 3  \n> к постановлению акимата  \n> от 1 марта 2019 года № 5", ["app_3"]),
        ("> Приложение №2 к приказу  \n> от «__» 2019 года №", ["app_2"]),
        ("> Приложение  \n> к решению маслихата", ["app_1"]),
        ("> УТВЕРЖДЕНО  \n> приказом Министра  \n> от 1 марта 2019 года № 5", ["app_0"]),
        ("Приложение 4\n\nк постановлению акимата\n\nот 1 марта 2019 года № 5", ["app_4"]),
        ("Утвержден постановлением акимата области от 1 марта 2019 года № 5", ["app_0"]),
    ],
)
def test_russian_stamps_open_appendices(stamp: str, eids: list[str]) -> None:
    document = russian(f"{stamp}\n\n## Перечень\n\n1. Первое.\n")
    assert appendices(document) == eids
    assert [one.eid for one in document.walk()][-3:] == [
        f"{eids[0]}__stamp",
        f"{eids[0]}__heading",
        f"{eids[0]}__point_1",
    ]


def test_an_appendix_of_a_document_stands_under_it() -> None:
    document = russian(
        "> Утвержден  \n> постановлением акимата  \n> от 1 марта 2019 года № 5\n\n"
        "## Регламент\n\n1. Первое.\n\n> Приложение 2  \n> к Регламенту «Выдача»\n\n"
        "## Форма\n\n1. А.\n"
    )
    assert appendices(document) == ["app_0", "app_0__app_2"]


@pytest.mark.parametrize(
    ("stamp", "eids"),
    [
        ("> Әкімдіктің 2019 жылғы  \n> 1 наурыздағы № 5  \n> қаулысына  \n> 3-қосымша", ["app_3"]),
        ("> Министрдің 2019 жылғы  \n> № 5 бұйрығының  \n> 2-қосымшасы", ["app_2"]),
        ("> Әкімдіктің 2019 жылғы  \n> № 5 қаулысымен  \n> бекітілген", ["app_0"]),
        ("> Әкімдіктің 2019 жылғы № 5  \n> қаулысына қосымша", ["app_1"]),
    ],
)
def test_kazakh_stamps_open_appendices(stamp: str, eids: list[str]) -> None:
    assert appendices(kazakh(f"{stamp}\n\n## Тізбе\n\n1. Бірінші.\n")) == eids


@pytest.mark.parametrize("word", ["ПОСТАНОВЛЯЕТ :", "**РЕШИЛ**:", "ПРИКАЗЫВАЮ:", "постановляет:"])
def test_russian_enacting_words_end_the_preamble(word: str) -> None:
    assert [one.eid for one in russian(word=word).parts][:3] == ["title", "preamble", "point_1"]


@pytest.mark.parametrize(
    "word", ["ҚАУЛЫ ЕТЕДІ :", "Қ АУЛЫ ЕТЕДІ:", "**ШЕШТІ**:", "БҰЙЫРАМЫН:", "қаулы етеді:"]
)
def test_kazakh_enacting_words_end_the_preamble(word: str) -> None:
    assert [one.eid for one in kazakh(word=word).parts][:3] == ["title", "preamble", "point_1"]


def test_a_text_without_enacting_words_is_an_act_if_its_side_file_says_so() -> None:
    requisites = "Распоряжение Премьер-Министра от 1 марта 2019 года № 5-р"
    assert russian(word="хочет мер.", requisites=requisites).parts
    with pytest.raises(NotAnActError, match="enacting words"):
        russian(word="хочет мер.")


def test_a_side_file_with_requisites_of_another_act_is_refused() -> None:
    printed = "Постановление акимата области от 1 марта 2019 года № 5\n\n"
    text = RUSSIAN.format(word="ПОСТАНОВЛЯЕТ:").replace("\n\nАкимат", f"\n\n{printed}Акимат", 1)
    for number, fits in (("5", True), ("6", False)):
        side = SideFile(DAY, "ru", requisites=f"Постановление от 1 марта 2019 года № {number}")
        if fits:
            assert read_act(Source("act.md", text, ""), side).parts
        else:
            with pytest.raises(SideFileError, match="2019-03-01 № 5"):
                read_act(Source("act.md", text, ""), side)


def test_the_year_of_a_stamp_is_held_against_the_side_file() -> None:
    document = russian(
        "> Приложение  \n> к постановлению  \n> от 1 марта 2018 года № 5\n\n## Перечень\n\n1. А.\n",
        requisites="Постановление акимата от 1 марта 2019 года № 5",
    )
    assert [(one.kind, one.detail) for one in document.faults] == [("stamp-year", "2018 ≠ 2019")]


@pytest.mark.parametrize(
    "signature",
    [
        "Премьер-Министр\n\nРеспублики Казахстан",
        "**Премьер-Министр**\n\n**Б. Сагинтаев**",
        "*Исполняющий обязанности Министра Б. Сагинтаев*",
        "<table><tr><td>Министр</td><td>Б. Сагинтаев</td></tr></table>",
        "Аким области Б.Сагинтаев",
        "*Республики Казахстан*\n\n*Премьер-Министр Б. Ойданов.*",
        "<table><tr><td>Республики Казахстан</td><td></td></tr>"
        "<tr><td>Президент</td><td>Б. Ойданов</td></tr></table>",
        "| Аким области | Б. Ойданов |\n| --- | --- |\n| Секретарь маслихата | В. Сөзбен |",
    ],
)
def test_a_signature_is_told_in_every_print(signature: str) -> None:
    text = RUSSIAN.format(word="ПОСТАНОВЛЯЕТ:") + signature + "\n"
    document = read_act(Source("act.md", text, ""), SideFile(DAY, "ru"))
    assert [one.kind.value for one in document.parts][-2:] == ["point", "signature"]
    assert document.faults == []


def test_who_keeps_the_copy_may_name_its_readers_behind_the_signature() -> None:
    text = RUSSIAN.format(word="ПОСТАНОВЛЯЕТ:") + (
        "Премьер-Министр\n\nРеспублики Казахстан\n\n(Специалисты: Б. Ойдан\n\nВ. Сөзбен)\n"
    )
    document = read_act(Source("act.md", text, ""), SideFile(DAY, "ru"))
    assert [one.kind.value for one in document.parts][-2:] == ["signature", "note"]
    assert document.parts[-2].text.string == "Премьер-Министр Республики Казахстан"
    assert document.faults == []


def test_a_stamp_may_call_the_appendix_approved_by_a_decision() -> None:
    words = "Приложение утвержденное решением областного маслихата от «27» марта 2015 года № 43-250"
    assert rules_of(load("ru")).approved.search(words)
