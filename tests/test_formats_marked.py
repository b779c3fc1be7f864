"""Markdown and HTML become paragraphs whose words stand in the file as it is."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import NotAnActError
from graph.formats import Block, Role, read_marked, read_source
from graph.language import load
from graph.model import Source
from graph.repair import repair


def blocks(text: str, name: str = "act.md") -> list[Block]:
    marked = read_marked(Source(name, text, ""))
    assert marked is not None
    return marked.blocks


def said(text: str, name: str = "act.md") -> list[str]:
    paragraphs, _ = repair(Source(name, text, ""), load("ru"))
    return [
        " | ".join(cell.string for row in one.rows for cell in row) or one.text.string
        for one in paragraphs
    ]


def test_marks_of_markdown_tell_the_roles() -> None:
    text = "# Об акте\n\n1\\. Пункт.\n\n## Глава\n\n> *Приложение*\n\n**Министр**\n"
    roles = [(block.role, words) for block, words in zip(blocks(text), said(text), strict=True)]
    assert roles == [
        (Role.TITLE, "Об акте"),
        (Role.PLAIN, "1. Пункт."),
        (Role.HEADING, "Глава"),
        (Role.ASIDE, "Приложение"),
        (Role.STRONG, "Министр"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<a id="p1"></a>\n\n1\\. Пункт.\n', ["1. Пункт."]),
        ('<a id="p1"></a>1. Пункт.\n', ["1. Пункт."]),
        ("---\ntitle: x\n---\n# Акт\n", ["Акт"]),
        ("Слова **и слова** \\* [акта](http://x/y).\n", ["Слова и слова * акта."]),
        ("A &laquo;B&raquo;&nbsp;&amp; C &unknown; D\n", ["A «B» & C &unknown; D"]),
        ("первая\nвторая  \nтретья\n", ["первая вторая третья"]),
        ("1) первое;\n2) второе.\n", ["1) первое;", "2) второе."]),
        ("по ст.\n311) и далее.\n", ["по ст. 311) и далее."]),
        ("1. Пункт:\n*Министр*\n", ["1. Пункт:", "Министр"]),
        ("Слова.\n\n***\n\n   ### ______\n\nЕщё.\n", ["Слова.", "Ещё."]),
        ("## раздел 1: дополнить:\n", ["раздел 1: дополнить:"]),
        ("1. Одно\n2. Два\n3. Три\n\n4. Ещё", ["1. Одно", "2. Два", "3. Три", "4. Ещё"]),
        ("_Министр_\n\n__А. Б.__\n", ["Министр", "А. Б."]),
        ("1. Одно.\nДва\n3. Три.", ["1. Одно.", "Два", "3. Три."]),
    ],
)
def test_markup_is_no_word(text: str, words: list[str]) -> None:
    assert said(text) == words


def test_a_sentence_set_as_a_heading_is_none() -> None:
    assert blocks("## раздел 1: дополнить:\n")[0].role is Role.PLAIN
    page = "<h3>раздел 1:<br>дополнить:</h3><h3>Перечень</h3>"
    assert [one.role for one in blocks(page, "act.html")] == [Role.PLAIN, Role.HEADING]


@pytest.mark.parametrize(
    "text",
    [
        "<table>\n<tr>\n<td>1)</td>\n<td>Имя\nдругое</td>\n</tr>\n<tr><td>2)</td><td>x</td></tr></table>",
        "<table><tr><td>1)<td>Имя другое<tr><td>2)<td>x",
        "| 1) | Имя другое |\n|---|---|\n| 2) | x |\n",
    ],
)
def test_rows_and_cells_of_a_table_are_told(text: str) -> None:
    (table,) = blocks(text)
    assert [len(row) for row in table.rows] == [2, 2]
    assert said(text) == ["1) | Имя другое | 2) | x"]


@pytest.mark.parametrize(
    "text",
    [
        "| | Приложение 1 к приказу |\n| --- | --- |\n",
        "<table>\n<tr>\n<td></td>\n<td>Приложение 1\nк приказу</td>\n</tr>\n</table>",
        "<table><tr><td>&nbsp;</td><td>Приложение 1<br/>к приказу</td></tr></table>",
    ],
)
def test_a_table_that_only_sets_words_to_the_right_is_none(text: str) -> None:
    (block,) = blocks(text)
    assert block.role is Role.ASIDE
    assert said(text) == ["Приложение 1 к приказу"]


def test_words_around_the_cells_of_a_table_are_kept() -> None:
    assert said("до <table>между<tr><td>в ячейке</td></tr></table>\nпосле") == [
        "до",
        "между",
        "в ячейке",
        "после",
    ]


PAGE = """<!DOCTYPE html>
<html><head><title>Акт - Adilet</title><script>var a = "<p>нет</p>";</script></head>
<body><div class="header"><ul><li>Меню</li></ul></div>
<h1>О мерах</h1><span class="status status_new">Новый</span>
<div class="container_alpha slogan"><p>Приказ Министра от 1 марта 2019 года № 5.</p></div>
<div class="container_gamma text text_new"><article>
<p id="z1">&nbsp;&nbsp; 1. Создать &laquo;<a href="x">Центр</a>&raquo;
 в городе.</p><h3>Глава 1</h3>
<p align="right">Приложение<br>к приказу</p>
<table><tr><td>&nbsp;</td><td>Утверждено<br/>приказом</td></tr></table>
<table><tr><td><p>1</p></td><td><p>Имя</p></td></tr></table>
<table><tr><td><i>Министр</i></td><td><b>А. Б.</b></td></tr></table>
<p><b>Министр</b> подписал</p>
</article></div><div class="container_omega aftertext"><p>Подвал</p></div></body></html>"""


def test_the_parts_of_a_page_of_the_portal_are_told_from_its_frame() -> None:
    found = [(one.role, words) for one, words in zip(blocks(PAGE), said(PAGE), strict=True)]
    assert found == [
        (Role.TITLE, "О мерах"),
        (Role.PLAIN, "Новый"),
        (Role.PLAIN, "Приказ Министра от 1 марта 2019 года № 5."),
        (Role.PLAIN, "1. Создать «Центр» в городе."),
        (Role.HEADING, "Глава 1"),
        (Role.ASIDE, "Приложение к приказу"),
        (Role.ASIDE, "Утверждено приказом"),
        (Role.TABLE, "1 | Имя"),
        (Role.STRONG, "Министр А. Б."),
        (Role.PLAIN, "Министр подписал"),
    ]


def test_a_character_written_as_a_reference_is_quoted_in_whole() -> None:
    source = Source("act.html", PAGE, "")
    paragraphs, _ = repair(source, load("ru"))
    text = paragraphs[3].text
    start = text.string.index("«")
    quotes = [source.quote(one) for one in text.ranges(source, start, len("1. Создать «Центр»"))]
    assert quotes == ["&laquo;", "Центр", "&raquo;"]


def test_of_another_page_all_is_read_but_its_frame() -> None:
    page = "<html><body><nav>Меню</nav><p>Первое</p><p>Второе</p><footer>Конец</footer></body>"
    assert said(page, "act.html") == ["Первое", "Второе"]


def test_a_line_that_is_set_in_begins_a_paragraph_of_an_old_page() -> None:
    page = (
        "<p>{0}1. Создать:<br>{0}«Первое<br/>\n{0}<font>второе&raquo;<br>{0}«Третье»<br>\n"
        "      за ним</p><p align=right>Приложение<br>{0}«к приказу»</p>"
    )
    expected = ["1. Создать:", "«Первое второе»", "«Третье» за ним", "Приложение «к приказу»"]
    for blank in ("\u00a0\u00a0\u00a0 ", "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ", "&#160;&ensp;&emsp;"):
        assert said(page.format(blank), "act.html") == expected


def test_broken_lines_of_an_old_page_are_read_as_those_between_fences() -> None:
    rule = "-" * 40
    rows = [f"{n}. Управление по делам района {n}   {10 + n}" for n in range(1, 5)]
    words = ["1. Утвердить перечень учреждений в ведении\n<b>Комитета</b> по делам:", *rows]
    lines = f"\n{rule}\n".join(["2. Второе;", *words, ""])
    page = f"<article><p>О мерах</p><pre>\n{lines}</pre><p>3. Третье.</p></article>"
    fenced = f"О мерах\n\n```\n{lines}```\n\n3. Третье.\n"
    assert said(page, "act.html") == said(fenced)
    assert [one.role for one in blocks(page, "act.html")].count(Role.TABLE) == 1


@pytest.mark.parametrize(
    "title",
    ["404 Not Found", "Ошибка 403", "502 Bad Gateway", "Страница не найдена", "Бет табылмады"],
)
def test_the_page_of_an_error_is_named_and_refused(tmp_path: Path, title: str) -> None:
    path = tmp_path / "act.html"
    path.write_text(f"<html><head><title>{title}</title></head><body><p>x</p></body></html>")
    with pytest.raises(NotAnActError, match=f"the page of an error: «{title}»"):
        read_source(path)


@given(st.text(alphabet="аб1.)*#>|<>/tdr& ;\\[](\n\t\"'=-_`!", max_size=120))
def test_no_text_breaks_the_readers_and_every_span_lies_in_it(text: str) -> None:
    for name in ("act.md", "act.html"):
        for block in blocks(text, name):
            cells = [cell for row in block.rows for cell in row]
            for start, end in [span for spans in (*block.lines, *cells) for span in spans]:
                assert 0 <= start < end <= len(text)


@given(st.lists(st.text(alphabet="абв 1.)", min_size=1, max_size=30), max_size=8))
def test_no_letter_of_plain_markdown_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = [span for block in blocks(text) for line in block.lines for span in line]
    joined = "".join(text[start:end] for start, end in spans)
    assert joined.replace(" ", "") == text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize("piece", ["<p ", "<p class=", "<p a='", '<p a="x', "&amp", "[a](", "<!--"])
def test_unfinished_marks_take_linear_time(piece: str) -> None:
    for name in ("act.md", "act.html"):
        start = process_time()
        blocks(piece + "слова и ещё слова " * 20_000 + piece * 2_000, name)
        assert process_time() - start < 5
