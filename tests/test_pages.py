"""The pages for people, as a browser without script gets them, over the acts of the project."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import httpx
import pytest

from api.drawings import Branch, Change, Lane, Step, draw_lineage, draw_procedure
from api.drawings.procedure import side_rows
from api.pages.desk import Archive, Desk
from api.pages.forest import Forest
from api.pages.marking import Mark, letters_of, marked
from api.pages.reading import PartText, Piece
from api.pages.render import environment
from api.pages.texts import LANGUAGES, plural, texts
from api.pages.visit import Visit
from graph.hierarchy import Hierarchy
from graph.store import Generation

ACTS = Path(__file__).parent.parent / "graph" / "acts"
HOSTILE = '"><script>alert(1)</script>'
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


class Page(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.quotes: list[str] = []
        self.marks: dict[str, str] = {}
        self.faults: list[str] = []
        self.words = ""
        self.trees = 0
        self._marks: list[str] = []
        self._skipped = 0
        self._quoted = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held["href"] or ""] if tag == "a" and "href" in held else []
        self.trees += 1 if "data-tree" in held else 0
        self._watch(tag, held)
        if tag == "mark":
            self._marks.append(held.get("id") or "")
            self.marks.setdefault(self._marks[-1], "")
        self._skipped += tag == "ins"
        if tag == "blockquote":
            self.quotes.append("")
            self._quoted += 1

    def _watch(self, tag: str, held: dict[str, str | None]) -> None:
        if tag == "style" or "style" in held or (tag == "script" and "src" not in held):
            self.faults.append(f"inline {tag}: {held}")
        self.faults += [name for name in held if name.startswith("on")]
        for name in ("src", "href", "action"):
            if tag in ("script", "link", "img", "form") and held.get(name, "/")[:1] not in "/#":
                self.faults.append(f"{tag} {held[name]}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._marks.pop()
        self._skipped -= tag == "ins"
        self._quoted -= tag == "blockquote"

    def handle_data(self, data: str) -> None:
        self.words += data
        for name in () if self._skipped else self._marks:
            self.marks[name] += data
        if self._quoted:
            self.quotes[-1] += data


@pytest.fixture(scope="module")
def site(server: str) -> Iterator[httpx.Client]:
    """A reader's client of the server over the two acts."""
    with httpx.Client(base_url=server, headers=BROWSER, timeout=30) as reading:
        yield reading


@pytest.fixture(scope="module")
def crawled(site: httpx.Client) -> dict[str, Page]:
    """Every page that can be reached from the first one, in Kazakh."""
    found: dict[str, Page] = {}
    ahead = ["/?lang=kk"]
    while ahead:
        address = ahead.pop()
        if address in found:
            continue
        answer = site.get(address)
        assert answer.status_code == 200, address
        found[address] = Page(answer.text)
        ahead += [link for link in map(bare, found[address].links) if is_page(link)]
    return found


def bare(link: str) -> str:
    return link.partition("#")[0]


def is_page(link: str) -> bool:
    path = urlsplit(link).path
    places = ("/", "/body/", "/act", "/service", "/findings", "/about", "/sparql")
    ours = path == "/" or any(path.startswith(place) for place in places[1:])
    return link.startswith("/") and ours and "lang=kk" in link and "example=" not in link


def squeezed(words: str) -> str:
    return "".join(words.split())


def find(crawled: dict[str, Page], words: str) -> Page:
    return next(page for address, page in crawled.items() if words in unquote(address))


def some_pages(site: httpx.Client) -> list[str]:
    """One page of each kind, and every act and service."""
    home = Page(site.get("/").text).links
    body = next(link for link in home if "/body/" in link)
    lists = [Page(site.get(f"/{kind}").text).links for kind in ("act", "service")]
    things = [link for links in lists for link in links if re.match(r"/(act|service)/", link)]
    plain = ["/", "/?by=place", "/?by=list", "/act", "/service", "/findings", "/about", "/sparql"]
    return [*plain, body, *dict.fromkeys(map(bare, things))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_answers_in_each_language_and_keeps_to_its_own_files(
    site: httpx.Client, language: str
) -> None:
    for address in some_pages(site):
        answer = site.get(address, params={**dict(httpx.URL(address).params), "lang": language})
        page = Page(answer.text)
        assert answer.status_code == 200, address
        assert f'<html lang="{language}">' in answer.text
        assert page.faults == [], address
        assert answer.headers["content-language"] == language
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_every_page_is_reached_and_every_link_inside_the_site_leads_to_its_place(
    crawled: dict[str, Page],
) -> None:
    assert len(crawled) > 80
    for address, page in crawled.items():
        assert len(page.ids) == len(set(page.ids)), address
        for link in page.links:
            target, _, place = link.partition("#")
            if place and (target or address) in crawled:
                assert unquote(place) in crawled[target or address].ids, (address, link)


def test_without_script_the_tree_is_complete_as_lists(
    site: httpx.Client, generation: Generation
) -> None:
    for by in ("kind", "place", "list"):
        links = Page(site.get("/", params={"by": by}).text).links
        bodies = {urlsplit(link).path for link in links if link.startswith("/body/")}
        units = set(_natures(generation, "org:OrganizationalUnit"))
        assert len(bodies) == generation.manifest.counts["bodies"] + len(units)


def test_branches_of_a_tree_too_large_for_a_page_are_links_to_pages_of_their_own(
    hierarchy: Hierarchy,
) -> None:
    day = date(2026, 11, 21)
    seen = Visit("/", (("lang", "en"),), texts("en"), day, day, None)
    desk = Desk(Archive(hierarchy, lambda _: [], "g"), seen)
    (whole,) = Forest(desk, seen, "list").trees()
    (short,) = Forest(desk, seen, "list", deep=0).trees()
    assert not [child.branch for child in whole.children if child.branch]
    links = {child.branch_label for child in short.children}
    assert links == {"Open branch (3)", "Open branch (67)"}


def _natures(generation: Generation, kind: str) -> list[str]:
    query = f"PREFIX org: <http://www.w3.org/ns/org#> SELECT ?s WHERE {{ ?s a {kind} }}"
    return [row[0].value for row in generation.query(query)]  # type: ignore[union-attr]


@pytest.mark.parametrize("asked", ["Теректі", "теректи"])
def test_search_finds_the_college_with_its_superior_its_form_and_its_act(
    site: httpx.Client, asked: str
) -> None:
    text = site.get("/", params={"q": asked, "lang": "ru"}).text
    card = next(part for part in text.split("<li>") if "Теректі колледжі</a>" in part)
    assert "білім басқармасы" in card
    assert "казённое предприятие" in card
    assert "№ 299 от 26 декабря 2025 года" in card


def test_a_search_without_result_says_so(site: httpx.Client) -> None:
    assert "ничего не найдено" in site.get("/", params={"q": "ъъъъ", "lang": "ru"}).text


def test_before_the_act_nothing_is_known_and_what_is_missing_is_named(site: httpx.Client) -> None:
    hit = site.get("/", params={"q": "Теректі колледжі"}).text
    path = next(urlsplit(link).path for link in Page(hit).links if "kolledzhi" in link)
    page = site.get(path, params={"at": "2025-01-01", "lang": "en"}).text
    assert "On 1 January 2025: not known whether it exists" in page
    assert "№" not in page.split("Missing")[1][:200]
    assert "No. 299 of 26 December 2025" in page.split("Missing")[1][:300]
    today = site.get(path, params={"lang": "en"}).text
    assert "not known whether it exists" not in today


def test_a_day_that_cannot_be_read_is_named_and_the_page_shows_today(site: httpx.Client) -> None:
    answer = site.get("/", params={"at": "yesterday", "lang": "en"})
    assert answer.status_code == 200
    assert "such as 2026-02-18. Given: “yesterday”" in answer.text


@pytest.mark.parametrize("path", ["/body/nobody", "/act/none", "/service/none", "/nowhere"])
def test_what_is_not_there_is_a_page_for_readers_and_a_problem_for_programs(
    site: httpx.Client, path: str
) -> None:
    page = site.get(path, params={"lang": "ru"})
    assert page.status_code == 404
    assert "Вернуться к дереву" in page.text
    if path == "/nowhere":
        answer = site.get(path, headers={"Accept": "application/json"})
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "address",
    [
        f"/?q={quote(HOSTILE)}",
        f"/?at={quote(HOSTILE)}",
        f"/body/{quote(HOSTILE, safe='')}",
        f"/sparql?example={quote(HOSTILE)}",
        f"/sparql?query={quote(HOSTILE)}",
        f"/?lang={quote(HOSTILE)}",
        f"/?by={quote(HOSTILE)}",
    ],
)
def test_hostile_words_of_the_address_are_only_words(site: httpx.Client, address: str) -> None:
    text = site.get(address).text
    assert "<script>alert" not in text
    assert Page(text).faults == []


def test_hostile_words_of_the_data_are_only_words() -> None:
    part = PartText("i", "point_1", "point", "1", 0, HOSTILE, (Piece(0, HOSTILE),))
    step = Step(1, HOSTILE, "condition", HOSTILE, HOSTILE, HOSTILE, (Branch(1, HOSTILE),), HOSTILE)
    lanes = (Lane("a", HOSTILE, HOSTILE), Lane("b", HOSTILE, "/"))
    change = Change(0, "branch", HOSTILE, ("a",), ("b",))
    template = environment().from_string('<a title="{{ words }}">{{ words }}</a>')
    written = (
        marked(part, [Mark(2, 10, True)]),
        draw_procedure((step,), HOSTILE, HOSTILE, 700, "p"),
        draw_lineage(lanes, (HOSTILE,), (change,), HOSTILE, HOSTILE, 700, "l"),
        template.render(words=HOSTILE),
    )
    assert not [text for text in written if "<script" in text]


def test_marked_words_are_the_words_of_the_file(crawled: dict[str, Page]) -> None:
    for name in ("wko-2025-299", "aktobe-2016-34"):
        source = (ACTS / f"{name}.kk.txt").read_text("utf-8")
        page = next(page for page in crawled.values() if f"{name}.kk.txt" in page.words)
        assert len(page.marks) > 90
        for mark, words in page.marks.items():
            start, end = map(int, mark.removeprefix("c").split("-"))
            assert squeezed(words) == squeezed(source[start:end]), mark


def test_every_quote_of_every_body_stands_in_an_act(crawled: dict[str, Page]) -> None:
    source = "".join(squeezed(path.read_text("utf-8")) for path in sorted(ACTS.glob("*.txt")))
    quotes = {q for a, page in crawled.items() if a.startswith("/body/") for q in page.quotes}
    assert len(quotes) > 200
    assert not [words for words in quotes if squeezed(words) not in source]


def test_the_department_shows_its_totals_its_powers_and_its_subordinates(
    crawled: dict[str, Page],
) -> None:
    page = find(crawled, "batys-kazakstan-oblysynyn-bilim-baskarmasy")
    words = " ".join(page.words.split())
    assert "67 бағынысты" in words
    assert "Есептелген сан басылған жиынтыққа тең." in words
    for label, number in (("Құқықтары", 8), ("Міндеттері", 10), ("Функциялары", 11)):
        assert re.search(rf"{label}\s*{number} жазба", words)


def test_a_contested_body_shows_the_words_of_both_clauses(crawled: dict[str, Page]) -> None:
    contested = [page for page in crawled.values() if "Жоғары тұрған органы даулы" in page.words]
    assert len(contested) == 3
    for page in contested:
        assert any("берілсін" in words for words in page.quotes)
        assert "24-тармақ" in page.words


def test_the_service_shows_rows_paths_and_deadlines(crawled: dict[str, Page]) -> None:
    page = find(crawled, "/service/")
    words = " ".join(page.words.split())
    assert "2 жұмыс күні" in words
    assert "6 жұмыс күні" in words
    assert "Барлық жолдардың қосындысы: 20 минут" in words
    for path, minutes in (("→ 6", 10), ("→ 10", 16), ("→ 11", 16)):
        assert re.search(rf"1 → 2 [→ \d]*{path}\D.*?{minutes}", words)


def test_the_language_of_the_reader_is_heard_and_the_switch_keeps_the_page(
    site: httpx.Client,
) -> None:
    heard = site.get("/findings?at=2026-01-01", headers={"Accept-Language": "de, ru;q=0.8"})
    assert '<html lang="ru">' in heard.text
    assert "/findings?at=2026-01-01&amp;lang=en" in heard.text
    assert site.get("/", headers={"Accept-Language": "kk-KZ"}).headers["content-language"] == "kk"
    assert site.get("/?lang=en", headers={"Accept-Language": "ru"}).text.count('lang="en"') > 1
    assert "set-cookie" not in heard.headers


def test_a_query_runs_without_script(site: httpx.Client) -> None:
    query = "SELECT (1 + 1 AS ?two) WHERE {}"
    answer = site.get("/sparql", params={"query": query, "lang": "en"})
    assert "<td>2</td>" in answer.text
    fault = site.get("/sparql", params={"query": "SELECT", "lang": "en"})
    assert fault.status_code == 400
    assert "The query did not run" in fault.text
    data = site.get("/sparql", params={"query": query}, headers={"Accept": "*/*"})
    assert data.json()["results"]["bindings"][0]["two"]["value"] == "2"


def test_every_iri_leads_a_reader_to_a_page(site: httpx.Client, generation: Generation) -> None:
    base = generation.manifest.base
    query = "SELECT (MIN(?s) AS ?one) ?kind WHERE { GRAPH ?g { ?s a ?kind } } GROUP BY ?kind"
    for row in generation.query(query):  # type: ignore[union-attr]
        iri = row[0].value
        if iri.startswith(base) and "#" not in iri:
            answer = site.get(f"/id/{iri.removeprefix(base)}", follow_redirects=True)
            assert answer.status_code == 200, iri
            assert answer.headers["content-type"].startswith("text/html"), iri


def test_files_of_the_page_are_kept_by_content(site: httpx.Client) -> None:
    address = re.search(r'href="(/static/style\.css\?v=\w+)"', site.get("/").text)
    assert address
    answer = site.get(address[1])
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "immutable" in answer.headers["cache-control"]
    assert site.get("/static/../pages/routes.py").status_code == 404


def keys(table: dict[str, object], above: str = "") -> dict[str, str]:
    """The texts of a language by key; the forms of counted nouns differ by language."""
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict) and above != "count.":
            found |= keys(value, f"{above}{name}.")
        else:
            found[f"{above}{name}"] = str(value)
    return found


def test_the_three_languages_have_the_same_texts_with_the_same_fields() -> None:
    kazakh, *others = (keys(dict(texts(language).words)) for language in LANGUAGES)
    cases = {"day.months_of", "day.months_from", "day.months_to"}
    for other in others:
        assert other.keys() == kazakh.keys() - cases
        for key, words in other.items():
            fields = set(re.findall(r"\{(\w+?)(?:_\w+)?\}", words))
            assert fields == set(re.findall(r"\{(\w+?)(?:_\w+)?\}", kazakh[key])), key


@pytest.mark.parametrize(
    ("number", "form"),
    [(1, "one"), (2, "few"), (5, "many"), (11, "many"), (21, "one"), (1.5, "few")],
)
def test_russian_nouns_follow_their_number(number: float, form: str) -> None:
    assert plural("ru", number) == form
    assert set(texts("ru").words["count"]["acts"]) == {"one", "few", "many"}


def test_places_and_days_are_said_in_each_language() -> None:
    eid = "app_1__point_24__item_66"
    said = [texts(language).clause(eid) for language in LANGUAGES]
    assert said == [
        "1-қосымша, 24-тармақ, 66) тармақша",
        "приложение 1, пункт 24, подпункт 66)",
        "appendix 1, point 24, sub-point 66)",
    ]
    assert texts("kk").clause("point_4~2") == "4-тармақ (2-рет басылған)"
    assert texts("kk").cases("day", "2026-02-18")["day_of"] == "2026 жылғы 18 ақпандағы"
    assert texts("ru").day("2026-02-18") == "18 февраля 2026 года"


def test_mended_words_keep_their_places_and_what_was_put_in_is_told_apart() -> None:
    part = PartText(
        "i", "p", "point", "", 0, "ҚАУЛЫ «етеді» бір", (Piece(7, "ҚАУ  ЛЫ етеді\nбір"),)
    )
    letters = letters_of(part)
    assert "".join(letter.sign for letter in letters).split() == ["ҚАУЛЫ", "«етеді»", "бір"]
    assert [letter.sign for letter in letters if letter.place is None] == ["«", "»"]
    text = marked(part, [Mark(15, 20, False), Mark(7, 24, True)])
    assert text.count("<mark") == text.count("</mark>") == 2
    assert '<mark id="c15-20">' in text
    assert '<ins class="mended">«</ins>' in text


def test_marks_that_cross_are_parted() -> None:
    part = PartText("i", "p", "point", "", 0, "abcdef", (Piece(0, "abcdef"),))
    text = marked(part, [Mark(0, 4, False), Mark(2, 6, False)])
    assert text == ('<mark id="c0-4">ab<mark id="c2-6">cd</mark></mark><mark>ef</mark>')


def steps() -> tuple[Step, ...]:
    """A condition that ends one way and goes on the other."""
    return (
        Step(
            1,
            "1-шарт",
            "condition",
            "бар ма?",
            "",
            "1 мин",
            (Branch(2, "жоқ", True), Branch(3, "бар")),
        ),
        Step(2, "1-процесс", "process", "хабарлама", "", "2 мин", (), "3 мин"),
        Step(3, "2-процесс", "process", "нәтиже " * 40, "кеңсе", "2 мин", (), "3 мин"),
    )


@pytest.mark.parametrize("width", [340, 860])
def test_a_procedure_is_drawn_with_a_name_and_nothing_outside_its_frame(width: int) -> None:
    drawing = ElementTree.fromstring(draw_procedure(steps(), "Рәсім", "үш қадам", width, "x"))
    assert [child.text for child in drawing[:2]] == ["Рәсім", "үш қадам"]
    assert drawing.get("aria-labelledby") == "x-title x-desc"
    height = float(drawing.get("height", "0"))
    boxes = list(drawing.iter("rect"))
    assert len(boxes) == 2
    for box in boxes:
        x, y, w, h = (float(box.get(name, "0")) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert x + w <= width
        assert y + h <= height
    assert side_rows(steps()) == {2}


def test_a_lineage_draws_each_body_and_each_change() -> None:
    lanes = (Lane("a", "Бірінші", "/a", True), Lane("b", "Екінші", "/b"), Lane("c", "Үшінші", "/c"))
    changes = (
        Change(0, "branch", "Бөліп шығару", ("a",), ("b",), sure=1),
        Change(0, "move", "Беру", ("a",), ("b",), carried=("c",)),
        Change(1, "mark", "Тарату", ("a",), ended=("a",)),
    )
    text = draw_lineage(lanes, ("2025", "2026"), changes, "Шежіре", "сурет", 500, "y")
    drawing = ElementTree.fromstring(text)
    assert [link.get("href") for link in drawing.iter("a")] == ["/a", "/b", "/c"]
    assert text.count('class="stop"') == 1
    assert text.count('class="life unsure"') == 1
    assert {"Бөліп шығару", "Беру", "Тарату"} <= {t.text for t in drawing.iter("text")}
