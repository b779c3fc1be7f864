"""The pages in a real browser: nothing asked of other hosts, keys, live search, accessibility."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from graph.store import Generation

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")
VENDOR = Path(__file__).parent / "vendor"
AXE = VENDOR / "axe-core" / "axe.min.js"
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed")
#: Keeps the browser itself from asking anything of anyone.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: All that axe finds wrong: the rule, the first place, what would mend it.
CHECK = """(rules) => axe
    .run(rules ? { runOnly: rules } : { resultTypes: ['violations'] })
    .then((found) => found.violations.map(
        (one) => [one.id, one.nodes[0].html.slice(0, 200), one.nodes[0].failureSummary]))"""
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}


@pytest.fixture(scope="module")
def site(server: str) -> str:
    """The address of the server over the two acts."""
    return server.rstrip("/")


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    """Debian's chromium, without a screen."""
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@contextmanager
def opened(
    browser: playwright.Browser, size: str = "wide", **more: object
) -> Iterator[playwright.Page]:
    """A page of a size; what it says on its console or asks of other hosts fails the test."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, **more)
    page, said, foreign = context.new_page(), [], []
    page.on("console", lambda told: said.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: foreign.append(asked.url) if is_foreign(asked.url) else None)
    yield page
    context.close()
    assert said == []
    assert foreign == []


def is_foreign(url: str) -> bool:
    return urlsplit(url).hostname != "127.0.0.1"


def addresses(page: playwright.Page, site: str) -> list[str]:
    """One page of each kind; of the acts the shorter one, which was repealed."""
    page.goto(f"{site}/")
    body = page.locator(".tree .chief a").first.get_attribute("href")
    page.goto(f"{site}/act")
    act = page.locator(".cards h2 a").first.get_attribute("href")
    page.goto(f"{site}/service")
    service = page.locator(".cards h2 a").first.get_attribute("href")
    searched, past = f"/?q={quote('Теректі')}", "/?at=2025-01-01"
    between = "/changes?from=2025-12-25&to=2026-02-19"
    lists = [
        "/",
        searched,
        past,
        "/act",
        "/service",
        "/changes",
        between,
        "/findings",
        "/sparql",
        "/about",
        "/body/x",
    ]
    return [*lists, *(one for one in (body, service, act) if one)]


@pytest.fixture(scope="module")
def pages(browser: playwright.Browser, site: str) -> list[str]:
    """The addresses that every test of all pages looks at, without the language."""
    with opened(browser) as page:
        return addresses(page, site)


def spoken(address: str, language: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


@pytest.mark.parametrize(
    ("size", "language"), [("wide", "kk"), ("narrow", "kk"), ("narrow", "ru"), ("narrow", "en")]
)
def test_no_page_is_wider_than_its_window_nor_asks_anything_of_others(
    browser: playwright.Browser, site: str, pages: list[str], size: str, language: str
) -> None:
    with opened(browser, size) as page:
        for address in (one for one in pages if one != "/body/x"):
            page.goto(site + spoken(address, language), wait_until="domcontentloaded")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= SIZES[size][0], address
            assert page.locator("h1").count() == 1


def test_the_vendored_checker_is_the_one_of_the_lock() -> None:
    lock = json.loads((VENDOR / "lock.json").read_text("utf-8"))
    for package in lock.values():
        for name, digest in package["files"].items():
            assert sha256((VENDOR / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", ["color-contrast"])])
def test_no_page_has_a_fault_that_axe_finds(
    browser: playwright.Browser, site: str, pages: list[str], scheme: str, rules: list[str] | None
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for address in pages if rules is None else pages[-3:]:
        page.goto(site + spoken(address, "ru"))
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        page.add_script_tag(path=AXE)
        assert page.evaluate(CHECK, rules) == [], address
    context.close()


def test_the_tree_is_walked_with_keys(browser: playwright.Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/?lang=en")
        tree = page.locator("[role=tree]").first
        top = tree.locator("[role=treeitem]").first
        assert top.get_attribute("aria-expanded") == "true"
        top.focus()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.parentElement.parentElement.role") == "group"
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false"
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
        page.keyboard.press("End")
        page.keyboard.press("Home")
        assert top.evaluate("one => one === document.activeElement")
        assert page.locator("[role=treeitem][tabindex='0']").count() == len(
            page.locator("[role=tree]").all()
        )
        page.keyboard.press("Enter")
        page.wait_for_url("**/body/**")


def test_typing_filters_the_tree_at_once_and_says_how_many(
    browser: playwright.Browser, site: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/?lang=ru")
        page.fill("#q", "теректи")
        shown = page.locator(".tree a:visible")
        assert sum("Теректі" in words for words in shown.all_inner_texts()) == 3
        assert page.locator(".tree .found").count() == 3
        assert page.locator("[data-filter-result]").inner_text() == "Найдено в дереве: 3"
        page.fill("#q", "жоқ нәрсе")
        assert page.locator(".tree a:visible").count() == 0
        page.fill("#q", "")
        assert page.locator("[data-filter-result]").inner_text() == ""


def test_without_script_every_body_can_be_opened_from_the_lists(
    browser: playwright.Browser, site: str, generation: Generation
) -> None:
    with opened(browser, java_script_enabled=False) as page:
        page.goto(f"{site}/")
        assert page.locator("[role=tree]").count() == 0
        while closed := page.locator(".tree details:not([open]) > summary:visible").all():
            closed[0].locator(".twist").click()
        named = page.locator(".tree [data-body]:visible").count()
        assert named >= generation.manifest.counts["bodies"]


def test_a_reason_opens_beside_its_fact_and_leads_to_the_words_in_the_act(
    browser: playwright.Browser, site: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/?q={quote('Теректі колледжі')}&lang=kk")
        page.click(".cards h3 a >> nth=0")
        why = page.locator(".fact .why").first
        why.locator("summary").click()
        quoted = " ".join(why.locator("blockquote").first.inner_text().split())
        why.locator("figcaption a").first.click()
        page.wait_for_url("**/act/**")
        target = page.locator("mark:target")
        assert quoted in " ".join(target.inner_text().split())
        assert target.evaluate("one => one.getBoundingClientRect().top") < SIZES["wide"][1]


def test_a_query_is_run_in_the_page(browser: playwright.Browser, site: str) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/sparql?lang=en")
        page.click(".examples a[href*='example=bodies&'], .examples a[href$='example=bodies']")
        page.focus("#query")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("[data-table] tbody tr")
        assert page.locator("[data-table] tbody tr").count() > 3
        assert "rows" in page.locator("[data-said]").inner_text()


def test_what_the_day_was_before_the_act_is_not_known(
    browser: playwright.Browser, site: str
) -> None:
    with opened(browser) as page:
        page.goto(f"{site}/?lang=en")
        page.fill("#at", "2025-01-01")
        page.click("form[role=search] button")
        assert "not known" in page.locator(".answer").inner_text()
        assert "No. 299 of 26 December 2025" in page.locator(".answer").inner_text()
        page.locator(".tree .chief a").first.click()
        assert "at=2025-01-01" in page.url
        assert "not known whether it exists" in page.locator(".answer").first.inner_text()


def test_a_result_can_be_saved_and_its_address_shared(
    browser: playwright.Browser, site: str
) -> None:
    with opened(browser, accept_downloads=True) as page:
        page.goto(f"{site}/sparql?lang=en")
        page.fill("#query", "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 600")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("[data-table] tbody tr")
        assert page.locator("[data-table] tbody tr").count() == 500
        assert "The first 500 are shown" in page.locator("[data-said]").inner_text()
        with page.expect_download() as saved:
            page.click("[data-buttons] button:text-is('CSV')")
        assert saved.value.suggested_filename == "result.csv"
        assert len(saved.value.path().read_text("utf-8").splitlines()) == 601
        address = page.url
        page.goto(address)
        assert "LIMIT 600" in page.input_value("#query")
        assert page.locator("[data-table] tbody tr").count() == 500


def test_the_day_of_a_body_is_changed_with_keys_alone(
    browser: playwright.Browser, site: str
) -> None:
    with opened(browser, "narrow") as page:
        page.goto(f"{site}/body/terekti-kolledzhi?lang=en")
        page.focus("#at")
        page.keyboard.type("01012025")
        page.keyboard.press("Enter")
        page.wait_for_url("**at=2025-01-01**")
        assert "not known whether it exists" in page.locator(".answer").inner_text()
