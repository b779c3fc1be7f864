"""Lines that a page of plain text sets in the middle or to the right stand together, and alone."""

from __future__ import annotations

from datetime import date

import pytest

from graph.act import read_act
from graph.model import SideFile, Source

REQUISITES = "Постановление акимата города Ак от 3 марта 2014 года № 7"
WIDTH = 80


def middle(*lines: str) -> list[str]:
    return [line.center(WIDTH).rstrip() for line in lines]


def right(*lines: str) -> list[str]:
    return [" " * 46 + line for line in lines]


ACTS = {
    "ru": [
        *middle("О переименовании некоторых учреждений, подведомственных управлению", "рек города"),
        *["", "      Акимат города Ак ПОСТАНОВЛЯЕТ:"],
        "      1. Утвердить прилагаемый перечень учреждений, которые находятся в ведении",
        *["управления рек.", "      2. Второе.", "", "      Аким города", "      А. Иванов", ""],
        *right("Приложение 1", "к постановлению акимата", "города Ак", "от 3 марта 2014 года № 7"),
        *right("Приложение 2", "к постановлению акимата", "города Ак", "от 3 марта 2014 года № 7"),
        *middle("Перечень учреждений, которые находятся", "в ведении управления рек города"),
        *["      1. Первая школа.", "      2. Вторая школа."],
    ],
    "kk": [
        *middle("Өзендер басқармасының қарамағындағы кейбір мекемелердің атауын", "өзгерту туралы"),
        *["", "      Ақ қаласының әкімдігі ҚАУЛЫ ЕТЕДІ:"],
        "      1. Өзендер басқармасының қарамағындағы мекемелердің қоса беріліп отырған",
        *["тізбесі бекітілсін.", "      2. Екінші.", "", "      Қала әкімі", "      А. Иванов", ""],
        *right("Ақ қаласы әкімдігінің", "2014 жылғы 3 наурыздағы", "№ 7 қаулысына", "1-қосымша"),
        *right("Ақ қаласы әкімдігінің", "2014 жылғы 3 наурыздағы", "№ 7 қаулысына", "2-қосымша"),
        *middle("Қала өзендері басқармасының қарамағындағы", "мекемелердің тізбесі"),
        *["      1. Бірінші мектеп.", "      2. Екінші мектеп."],
    ],
}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_titles_stamps_and_headings_are_told_by_where_they_stand(language: str) -> None:
    text = "\n".join(ACTS[language]) + "\n"
    side = SideFile(date(2026, 1, 1), language, requisites=REQUISITES)
    parts = {
        part.eid: part.text.string for part in read_act(Source("act.txt", text, ""), side).walk()
    }

    def said(start: int, count: int) -> str:
        return " ".join(line.strip() for line in ACTS[language][start : start + count])

    assert parts["title"] == said(0, 2)
    assert parts["signature"] == said(8, 2)
    assert [parts["app_1__stamp"], parts["app_2__stamp"]] == [said(11, 4), said(15, 4)]
    assert parts["app_2__heading"] == said(19, 2)
    rows = [eid for eid in parts if eid.startswith("app_2__point")]
    assert rows == ["app_2__point_1", "app_2__point_2"]


def test_lines_that_are_set_in_go_on_in_small_letters() -> None:
    lines = [
        "      1. Первое:",
        "      Бюро рек",
        "      и озёр города;",
        "      второе,",
        "      третье;",
    ]
    text = "О мерах\n\n      Акимат города Ак ПОСТАНОВЛЯЕТ:\n" + "\n".join(lines) + "\n"
    side = SideFile(date(2026, 1, 1), "ru", requisites=REQUISITES)
    parts = [part.text.string for part in read_act(Source("act.txt", text, ""), side).walk()]
    assert parts[2:] == ["Первое:", "Бюро рек и озёр города;", "второе,", "третье;"]
