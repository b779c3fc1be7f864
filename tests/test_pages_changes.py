"""The page of changes, the day on the page of a body, and drawings to take away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import httpx
import pytest
from rdflib import RDFS, Graph

DEPARTMENT = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
CHILD = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
SPLIT = "from=2025-12-25&to=2026-02-19"


@pytest.fixture(scope="module")
def reader(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, headers={"Accept": "text/html"}) as client:
        yield client


@pytest.mark.parametrize(
    ("language", "new", "moved"),
    [
        ("kk", "Жаңа", "Жоғары тұрған органы өзгергені"),
        ("ru", "Новые", "Сменили вышестоящий орган"),
        ("en", "New", "Under another superior"),
    ],
)
def test_two_days_show_what_differs_with_its_clauses(
    reader: httpx.Client, language: str, new: str, moved: str
) -> None:
    page = reader.get(f"/changes?{SPLIT}&lang={language}").text
    assert f"{new} <span" in page
    assert f"{moved} <span" in page
    assert page.count("бөлу жолымен қайта құрылсын") == 1
    assert f"/body/{CHILD}" in page


def test_a_body_has_one_name_in_all_lines(reader: httpx.Client) -> None:
    page = reader.get(f"/changes?{SPLIT}").text
    assert ">балалардың құқықтарын қорғау басқармасы</a>" not in page


def test_without_days_all_events_are_told_the_latest_first(reader: httpx.Client) -> None:
    page = reader.get("/changes?lang=en").text
    assert page.index(">Transfer<") < page.index(">Spin-off<")
    assert "format=atom" in page


def test_a_form_as_stated_is_told_only_where_it_is_read_otherwise(reader: httpx.Client) -> None:
    page = reader.get("/changes?lang=en").text
    assert page.count("Form as stated") == 1
    assert "Form as stated: division; read as: spin-off" in page


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("from=2026-01-01", "Give both days"),
        ("from=2026-01-02&to=2026-01-01", "cannot be after"),
        ("from=x&to=2026-01-01", "year-month-day"),
    ],
)
def test_days_that_cannot_be_meant_are_told(reader: httpx.Client, asked: str, told: str) -> None:
    assert told in reader.get(f"/changes?lang=en&{asked}").text


def test_one_branch_alone_can_be_compared_by_words_of_its_name(reader: httpx.Client) -> None:
    by_slug = reader.get(f"/changes?{SPLIT}&under={CHILD}&lang=en").text
    by_words = reader.get(f"/changes?{SPLIT}&under=балалардың құқықтарын қорғау басқармасы&lang=en")
    assert "Under another superior" in by_slug
    assert by_words.text.count("<li>") == by_slug.count("<li>")
    assert reader.get("/changes?under=xyzzy").status_code == 400


def test_the_day_can_be_changed_on_the_page_of_a_body(reader: httpx.Client) -> None:
    page = reader.get("/body/terekti-kolledzhi?lang=ru").text
    form = page.partition('<form class="on-day')[2].partition("</form>")[0]
    assert 'name="at"' in form
    assert 'value="ru"' in form
    assert "2025-01-01" in reader.get("/body/terekti-kolledzhi?at=2025-01-01").text
    assert 'role="alert"' in reader.get("/body/terekti-kolledzhi?at=yesterday").text


@pytest.mark.parametrize("path", ["tree.svg", "lineage.svg"])
def test_drawings_are_files_that_stand_alone(reader: httpx.Client, path: str) -> None:
    answer = reader.get(f"/body/{DEPARTMENT}/{path}")
    root = ET.fromstring(answer.text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "var(" not in answer.text
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize(("form", "begins"), [("mermaid", "flowchart BT"), ("dot", "digraph")])
def test_the_branch_is_drawn_for_other_programs(
    reader: httpx.Client, form: str, begins: str
) -> None:
    lines = reader.get(f"/body/{DEPARTMENT}/tree.{form}").text.splitlines()
    assert lines[0].startswith(begins)
    assert sum("->" in line or "-->" in line for line in lines) == 67


def test_a_table_of_the_branch_has_a_row_a_body(reader: httpx.Client) -> None:
    rows = reader.get(f"/body/{DEPARTMENT}/tree.csv").text.splitlines()
    assert len(rows) == 1 + 68
    assert reader.get("/body/no-such-body/tree.csv").status_code == 404


@pytest.mark.parametrize(
    ("language", "words"), [("kk", "сақталған"), ("ru", "сохранился"), ("en", "survivor")]
)
def test_readers_of_the_ontology_get_a_page_with_every_term(
    reader: httpx.Client, language: str, words: str
) -> None:
    led = reader.get(f"/ns?lang={language}")
    assert (led.status_code, led.headers["location"]) == (303, f"/vocabulary?lang={language}")
    page = reader.get(led.headers["location"]).text
    terms = Graph().parse(data=reader.get("/ns", headers={"Accept": "text/turtle"}).text)
    own = [str(term) for term in terms.subjects(RDFS.isDefinedBy, None)]
    assert len(own) > 100
    assert all(f'id="{term.rpartition("#")[2]}"' in page for term in own if "#" in term)
    assert words in page


def test_a_name_that_several_clauses_give_is_told_once(reader: httpx.Client) -> None:
    page = reader.get(f"/body/{DEPARTMENT}?lang=en").text
    names = page.partition('class="name-list"')[2].partition("</ul>")[0]
    told = [
        (words, meta)
        for words, meta in re.findall(
            r'class="said words"[^>]*>([^<]*)<.*?<p class="meta">([^<]*)</p>', names, re.DOTALL
        )
    ]
    assert told
    assert len(told) == len(set(told))
