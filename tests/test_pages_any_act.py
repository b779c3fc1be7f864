"""The pages over acts other than the two: told by side files, in two languages, all invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest

from graph.build import build
from graph.words import sort_key

READER, DATA = {"Accept": "text/html"}, {"Accept": "application/json"}
SIDE = 'act_code: "77"\nrecorded: "2026-11-21"\nlanguage: "{language}"\nrequisites: "{head}"\n'
HEAD = "Постановление Правительства Республики Казахстан от 10 января 2019 года № 5"
ACTS = {
    "kk": """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Қазақстан Республикасы Мысал министрлігі Үлгі комитетінің «Арман» орталығы»
республикалық мемлекеттік мекемесі құрылсын.

2. Қазақстан Республикасы Қаржы министрлігі 120 бірлік бөлсін.

3. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.

*Премьер-Министр А. Мысалов*
""",
    "ru": """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Создать республиканское государственное учреждение «Центр «Арман» Комитета образцов
Министерства примеров Республики Казахстан».

2. Министерству финансов Республики Казахстан выделить 121 единицу.

3. Настоящее постановление вводится в действие со дня подписания.

*Премьер-Министр А. Мысалов*
""",
}
Serve = Callable[[Path], AbstractContextManager[str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("acts")
    for language, text in ACTS.items():
        (folder / f"mysal.{language}.md").write_text(text, "utf-8")
        side = SIDE.format(language=language, head=HEAD)
        (folder / f"mysal.{language}.yaml").write_text(side, "utf-8")
    out = folder / "out"
    build(sorted(folder.glob("*.md")), out)
    with serve(out) as address, httpx.Client(base_url=address, headers=READER) as client:
        yield client


def test_a_body_that_stands_in_the_name_of_another_alone_breaks_no_page(
    site: httpx.Client,
) -> None:
    home = site.get("/?lang=ru")
    assert home.status_code == 200
    named = site.get("/?q=Мысал министрлігі").text
    assert "Қазақстан Республикасы Мысал министрлігі" in named
    found = site.get("/api/bodies", params={"q": "Мысал министрлігі"}, headers=DATA).json()["items"]
    assert found
    assert found[0]["kind"]["code"] == "ministry"


def test_an_act_in_two_languages_counts_once_and_as_two_editions(site: httpx.Client) -> None:
    counts = site.get("/ready", headers=DATA).json()["counts"]
    assert (counts["acts"], counts["editions"]) == (1, 2)
    assert len(site.get("/api/acts", headers=DATA).json()["items"]) == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_act_whose_particulars_stand_in_its_side_file_has_its_page(
    site: httpx.Client, language: str
) -> None:
    listed = site.get(f"/act?lang={language}").text
    assert 'href="/act/government-2019-5' in listed
    page = site.get(f"/act/government-2019-5?lang={language}")
    assert page.status_code == 200
    assert "5" in page.text.split("<h1>")[1].split("</h1>")[0]
    said = site.get("/api/acts/government-2019-5", headers=DATA).json()
    assert (said["number"], said["date"]) == ("5", "2019-01-10")


def names_in(page: str, kind: str) -> list[str]:
    return re.findall(rf'<li class="{kind}[^>]*>.*?<a [^>]*>([^<]*)</a>', page, re.DOTALL)


def test_what_an_act_says_is_shown_in_the_language_of_the_page_where_it_is_held(
    site: httpx.Client,
) -> None:
    said = {"kk": "бірлік бөлсін", "ru": "выделить", "en": "бірлік бөлсін"}
    for language, words in said.items():
        page = site.get(f"/act/government-2019-5?lang={language}").text
        assert words in page.partition('class="act-text"')[2]
        assert page.count('hreflang="ru"') == 3  # the language of the page twice, the text once
    other = site.get("/act/government-2019-5?lang=kk&text=ru").text
    assert 'class="act-text" lang="ru"' in other
    assert "выделить" in other


def test_each_quote_of_a_finding_has_its_language_and_leads_to_its_text(
    site: httpx.Client,
) -> None:
    page = site.get("/findings?lang=kk").text
    told = page[page.index("120; орысша – 121") :].partition("</article>")[0]
    assert re.findall(r'<blockquote class="law" lang="(\w+)"', told) == ["kk", "ru"]
    assert "text=ru#point_2" in told
    assert "(орысша мәтін)" in told


def test_a_fact_of_both_editions_is_quoted_in_the_language_of_the_page_first(
    site: httpx.Client,
) -> None:
    found = site.get("/api/bodies", params={"q": "Арман"}, headers=DATA).json()["items"]
    page = site.get(f"/body/{found[0]['slug']}?lang=ru").text
    lineage = page.partition('id="lineage"')[2].partition("</section>")[0]
    assert re.findall(r'<blockquote class="law" lang="(\w+)"', lineage)[:2] == ["ru", "kk"]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_trees_stand_in_the_order_of_the_names_that_are_shown(
    site: httpx.Client, language: str
) -> None:
    page = site.get(f"/?lang={language}").text
    tops = names_in(page, "top")
    assert tops == sorted(tops, key=lambda name: sort_key(name, "kk"))
