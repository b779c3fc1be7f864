"""What is contested is marked wherever it is told, with every clause that it is between."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import product
from pathlib import Path
from typing import Any

import httpx
import pytest
from telling import INVENTED, told

from graph.build import build
from graph.store import Generation, open_generation

ACTS = Path(__file__).parent.parent / "graph" / "acts"
LISTED = "oblystyk-otbasy-ulgisindegi-balalar-auyly"
EDUCATION = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
CHILDREN = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"
ACT = "west-kazakhstan-akimat-2025-299"
ORDER, LIST = f"{ACT}/point_2__indent_1", f"{ACT}/app_1__point_24__item_66"
DUTY, SAME_DUTY = (
    f"{ACT}/app_1__point_13__item_2__para_5",
    f"{ACT}/app_2__point_13__item_2__para_1",
)
NOW, EVE = "2026-11-21", "2025-12-25"
#: Invented: closes what is contested of one of three institutions, later than the acts were held.
CLOSED = f"""
- rule: superior-competing
  body: {LISTED}
  reason: "Тізім ескірген."
  by: "Сынақ"
  recorded: "2026-12-01"
"""
#: Invented: an office is renamed two years before it is made.
OFFICE = '"Батыс Қазақстан облысының {} басқармасы" мемлекеттік мекемесі'
ORDERS = (
    ("2012 жылғы 10 қаңтардағы", "1", f"{OFFICE} {OFFICE} болып қайта аталсын."),
    ("2014 жылғы 11 наурыздағы", "2", f"{OFFICE} құрылсын."),
)
TITLE = "Мемлекеттік мекемелер"
NAMES = (("өнер", "мәдениет"), ("мәдениет",))


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Act № 299 with another printed total (varied for this test), a waiver, two invented acts."""
    folder = tmp_path_factory.mktemp("contested")
    for file in ACTS.glob("wko-2025-299*"):
        shutil.copy(file, folder)
    act = folder / "wko-2025-299.kk.txt"
    act.write_text(act.read_text("utf-8").replace("Барлығы 81", "Барлығы 82"), "utf-8")
    (folder / "waivers.yaml").write_text(CLOSED, "utf-8")
    for (day, number, order), names in zip(ORDERS, NAMES, strict=True):
        file = folder / f"order-{number}.kk.txt"
        file.write_text(
            INVENTED.format(title=TITLE, day=day, number=number, order=order.format(*names)),
            "utf-8",
        )
        file.with_suffix(".yaml").write_text('recorded: "2026-11-21"\nlanguage: "kk"\n', "utf-8")
    assert build([folder], folder / "out").complete
    return folder / "out"


@pytest.fixture(scope="module")
def asked(
    serve: Callable[[Path], AbstractContextManager[str]], varied: Path
) -> Iterator[httpx.Client]:
    with serve(varied) as url, httpx.Client(base_url=url, timeout=60) as client:
        yield client


def get(client: httpx.Client, path: str, **asked: str) -> Any:
    answer = client.get(path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def clauses(found: dict[str, Any]) -> set[str]:
    """The clauses of a finding, each with words."""
    assert all(span["quote"] for span in found["spans"])
    return {span["clause"].partition("/act/")[2] for span in found["spans"]}


def rules(item: dict[str, Any]) -> set[str]:
    return {one["rule"] for one in item.get("findings", ())}


def test_a_superior_is_contested_with_both_clauses(client: httpx.Client) -> None:
    paths = (f"/api/bodies/{LISTED}", f"/api/bodies/{CHILDREN}/subordinates")
    for path, day in product(paths, ("2026-02-18", NOW)):
        found = get(client, path, at=day)
        one = next((i for i in found.get("items", ()) if i["slug"] == LISTED), found)
        (finding,) = one["findings"]
        assert finding["rule"] == "superior-competing"
        assert clauses(finding) == {ORDER, LIST}
    assert not get(client, f"/api/bodies/{LISTED}", at=EVE).get("findings")
    assert not get(client, f"/api/bodies/{CHILDREN}", at=NOW).get("findings")


def test_a_duty_of_two_bodies_is_contested_in_both(client: httpx.Client) -> None:
    for slug, own, other in ((EDUCATION, DUTY, SAME_DUTY), (CHILDREN, SAME_DUTY, DUTY)):
        items = get(client, f"/api/bodies/{slug}/competences", at=NOW)["items"]
        (item,) = (one for one in items if one["clause"].endswith(f"/{own}"))
        (finding,) = item["findings"]
        assert (finding["rule"], clauses(finding)) == ("competence-shared", {DUTY, SAME_DUTY})
        (rival,) = item["contested"]
        assert rival["clause"].endswith(f"/{other}")
        assert sum("findings" in one for one in items) == 3


def test_what_is_contested_can_be_asked_in_sparql(generation: Generation) -> None:
    query = """SELECT ?rule (COUNT(?fact) AS ?n) WHERE { GRAPH ?g {
        ?finding shz:contests ?fact ; shz:findingRule ?rule } } GROUP BY ?rule ORDER BY ?rule"""
    rows = generation.query(query, prefixes={"shz": "https://w3id.org/shezhire/ns#"})
    found = {row["rule"].value.rpartition("/")[2]: int(row["n"].value) for row in rows}
    assert (found["competence-shared"], found["superior-competing"]) == (6, 12)


def test_a_total_that_is_not_the_sum_is_contested(asked: httpx.Client) -> None:
    staff = get(asked, f"/api/bodies/{EDUCATION}/staff", at=NOW)
    assert (staff["stated_total"], staff["table_total"]) == (82, 81)
    assert rules(staff) == {"total-mismatch"}
    assert rules(get(asked, f"/api/bodies/{EDUCATION}", at=NOW)["staff"]) == {"total-mismatch"}


def test_a_body_that_acts_before_it_exists_is_contested(asked: httpx.Client) -> None:
    hits = get(asked, "/api/bodies", q="мәдениет басқармасы", at=NOW)["items"]
    body = next(one for one in hits if "findings" in one)
    (finding,) = body["findings"]
    assert finding["rule"] == "acting-before"
    both = {"west-kazakhstan-akimat-2012-1/point_1", "west-kazakhstan-akimat-2014-2/point_1"}
    assert clauses(finding) == both
    events = get(asked, f"/api/bodies/{body['slug']}/history", at=NOW)["items"]
    assert [rules(one) for one in events] == [{"acting-before"}] * 2
    why = get(asked, "/api/why", subject=events[0]["@id"], at=NOW)["items"]
    assert all(rules(one) == {"acting-before"} for one in why)


def test_what_is_waived_is_contested_no_more_but_was_as_known_before(asked: httpx.Client) -> None:
    path = f"/api/bodies/{LISTED}"
    assert not get(asked, path, at=NOW, known_at="2026-12-01").get("findings")
    assert rules(get(asked, path, at=NOW, known_at="2026-11-30")) == {"superior-competing"}
    assert not get(asked, path, at=NOW, known_at="2026-11-20").get("findings")
    others = get(asked, f"/api/bodies/{CHILDREN}/subordinates", at=NOW)["items"]
    assert [bool(rules(one)) for one in others].count(True) == 2


COMMANDS = {
    "tree": ("tree", CHILDREN, "superior-competing", ORDER),
    "why": ("why", LISTED, "superior-competing", LIST),
    "staff": ("staff", EDUCATION, "total-mismatch", f"{ACT}/app_3"),
    "lineage": ("lineage", "мәдениет басқармасы", "acting-before", "2014-2/point_1"),
}
MARKS = {"kk": "даулы: ", "ru": "спорно: ", "en": "contested: "}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", MARKS)
def test_a_command_tells_what_is_contested_and_by_which_clauses(
    varied: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    lang: str,
) -> None:
    name, about, rule, clause = COMMANDS[command]
    asked = (name, about, "--at", NOW, "--known-at", "2026-11-30", "-d", varied, "--lang", lang)
    drawn = told(capsys, monkeypatch, *asked)
    assert any(line.startswith(MARKS[lang]) and clause in line for line in drawn.splitlines())
    found = told(capsys, monkeypatch, *asked, "--format", "json")
    assert f'"rule": "{rule}"' in found
    assert json.loads(found)


def test_a_page_marks_what_is_contested_and_names_the_clauses(asked: httpx.Client) -> None:
    page = asked.get(f"/body/{EDUCATION}", params={"at": NOW, "lang": "en"}).text
    assert page.count('<p class="contest-of">') == 4
    assert "prints a total of 82; its lines add up to 81" in page
    assert page.count("One duty is given word for word to two bodies") >= 3
    days = {"at": NOW, "known_at": "2026-11-20", "lang": "en"}
    assert "contest-of" not in asked.get(f"/body/{EDUCATION}", params=days).text


def test_an_act_says_which_of_its_words_are_contested(client: httpx.Client) -> None:
    parts = get(client, f"/api/acts/{ACT}/text", at=NOW)["items"]
    marked = {one["eid"] for one in parts if any(rules(claim) for claim in one["claims"])}
    assert {clause.rpartition("/")[2] for clause in (ORDER, LIST, DUTY, SAME_DUTY)} <= marked


def test_the_varied_act_is_held(varied: Path) -> None:
    assert len(open_generation(varied).manifest.acts) == 3
