"""What stands around the text of each page is no text, and a paragraph goes on over its end."""

from __future__ import annotations

from datetime import date

import pytest

from graph.act import read_act
from graph.formats import read_lines
from graph.model import SideFile, Source

REQUISITES = "Постановление акимата города Ак от 3 марта 2014 года № 7"
SIDE = SideFile(date(2026, 1, 1), "ru", requisites=REQUISITES)


def kept(text: str) -> list[str]:
    """The lines of a text that are read."""
    return [text[line.start : line.end] for line in read_lines(Source("act.txt", text, ""))]


@pytest.mark.parametrize("number", ["{}", "- {} -", "стр. {}", "{} из 9", "{}-бет", "— {} —"])
@pytest.mark.parametrize("at_top", [False, True])
def test_numbers_of_pages_are_no_text(number: str, at_top: bool) -> None:
    pages = []
    for page in range(1, 4):
        around = number.format(page).center(60)
        words = f"{'абв'[page - 1]} Слова страницы.\n{page + 5}. Школа № 5\n{page * 2}"
        pages.append(f"{around}\n\n{words}" if at_top else f"{words}\n\n{around}\n")
    text = "\f".join(pages)
    lines = [
        (f"{'абв'[page - 1]} Слова страницы.", f"{page + 5}. Школа № 5", str(page * 2))
        for page in range(1, 4)
    ]
    assert kept(text) == [line for page in lines for line in page]


def test_a_line_that_stands_over_the_pages_is_no_text() -> None:
    pages = [
        "О мерах\nПервое",
        *(f"База  {n}\n\n{n}\nСлова {w}" for n, w in zip("2345", "абвг", strict=True)),
    ]
    assert kept("\n\f".join(pages)) == ["О мерах", "Первое", *(f"Слова {w}" for w in "абвг")]


@pytest.mark.parametrize(
    "text",
    [
        "а\n\fмекемесі;\nб\n\fмекемесі;\nв\n\fмекемесі;\n",
        "а\n\fМекемесі.\nб\n\fМекемесі.\nв\n",
        "Всего\n12\n\fИтого\n40",
        "Слова\n\n7\n\nещё слова\n8\n",
        "Лимит 12\n\fЛимит 14",
        "1\n",
    ],
)
def test_numbers_that_count_no_pages_are_text(text: str) -> None:
    assert kept(text) == [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("rest", ["комитета рек.", "Комитета рек.", "«Диірмен»."])
@pytest.mark.parametrize("turn", ["\n\n     1\n\f", "\n\f", "\n\f\n\n", "\n     1\n\n\n\f"])
def test_a_paragraph_goes_on_over_the_end_of_a_page(rest: str, turn: str) -> None:
    text = (
        "О мерах\n\n      Акимат города Ак ПОСТАНОВЛЯЕТ:\n      1. Упразднить управление по делам "
        f"{turn}{rest}\n      2. Второе.\n\n      Аким города А. Иванов\n\n     2\n\f"
    )
    parts = {
        part.eid: part.text.string for part in read_act(Source("act.txt", text, ""), SIDE).walk()
    }
    assert parts["point_1"] == f"Упразднить управление по делам {rest}"
    assert parts["point_2"] == "Второе."
