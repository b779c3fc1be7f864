"""The pages over acts other than the two: told by side files, in two languages, all invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest

from graph.build import build

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
