"""Pairs that people decide on: the queue, the file of decisions, what a merge leaves behind."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from graph.build import build
from graph.build.context import words_around
from graph.cli import app
from graph.errors import SideFileError
from graph.register import DECISIONS, Register, read_decisions
from graph.store import open_generation

ACT = """Ақтөбе облысы әкімдігінің 2020 жылғы 5 наурыздағы № {number} қаулысы

{title}

Ақтөбе облысының әкімдігі ҚАУЛЫ ЕТЕДІ:

1. "Ақтөбе облысының балалар{ending} құқығын қорғау орталығы" мемлекеттік мекемесі құрылсын.

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.

Облыс әкімі А. Сынақ
"""
ONE = "aktobe-oblysynyn-balalar-kukygyn-korgau-ortalygy"
OTHER = "aktobe-oblysynyn-balalardyn-kukygyn-korgau-ortalygy"
DECIDED = f"""- verdict: merge
  one: {ONE}
  other: {OTHER}
  by: А. Тексеруші
  why: бір мекеме
  recorded: "2026-12-24"
"""
SAID = ["--by", "А. Тексеруші", "--why", "бір мекеме", "--recorded", "2026-12-24"]


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two invented acts that name one body in two spellings."""
    folder = tmp_path_factory.mktemp("acts")
    for number, ending in (("7", ""), ("8", "дың")):
        text = ACT.format(number=number, ending=ending, title="Мекеме құру туралы")
        (folder / f"act-{number}.txt").write_text(text, "utf-8")
        side = 'recorded: "2026-11-21"\nlanguage: "kk"\n'
        (folder / f"act-{number}.yaml").write_text(side, "utf-8")
    return folder


@pytest.fixture(scope="module")
def first(acts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("first")
    build([acts], out, register=out / "register.json")
    return out


def run(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return done.output


def queue(dataset: Path, *words: object) -> list[dict]:
    return json.loads(run("review", dataset, "--format", "json", *words))["items"]


def test_a_pair_is_shown_with_its_score_and_the_clauses_of_both(first: Path) -> None:
    (row,) = queue(first)
    assert (row["one"]["slug"], row["other"]["slug"]) == (ONE, OTHER)
    assert row["kind"] == "spelling"
    assert 0.9 < row["score"] < 1
    for side in ("one", "other"):
        (seen,) = row[side]["seen"]
        assert "құқығын қорғау орталығы" in seen["words"]
    assert row["id"] in run("review", first)


def test_the_words_shown_are_of_the_edition_and_the_place_that_print_the_name() -> None:
    kazakh = "Арна қаласы мәдениет бөлімінің орталығы құрылсын."
    russian = f"Отдел спорта города {'Арны ' * 60}и центр отдела культуры города Арны создать."
    shown = words_around([kazakh, russian], "отдел культуры города Арны")
    assert "центр отдела культуры города Арны" in shown
    assert shown.startswith("… ")
    assert words_around([kazakh, russian], "Арна қаласы мәдениет бөлімі") == kazakh
    assert words_around([], "отдел") == ""


def test_a_build_tells_how_many_pairs_wait(acts: Path, tmp_path: Path) -> None:
    assert "pairs that may be one body: 1" in run("build", acts, "--out", tmp_path)


def test_a_decision_says_who_when_and_why(first: Path, tmp_path: Path) -> None:
    (row,), file = queue(first), tmp_path / DECISIONS
    run("review", first, "--keep-apart", row["id"], *SAID, "--decisions", file)
    (made,) = read_decisions([file])
    assert (made.verdict, made.who, made.why) == ("distinct", "А. Тексеруші", "бір мекеме")
    assert queue(first, "--decisions", file) == []
    (settled,) = queue(first, "--decisions", file, "--settled")
    assert settled["decision"]["when"] == "2026-12-24"


def test_a_decision_without_a_name_or_a_reason_is_none(first: Path, tmp_path: Path) -> None:
    (row,), file = queue(first), tmp_path / DECISIONS
    done = CliRunner().invoke(app, ["review", str(first), "--accept", row["id"]])
    assert done.exit_code != 0
    assert "--by" in str(done.exception)
    assert not file.exists()


def test_pairs_are_asked_one_by_one(first: Path, tmp_path: Path) -> None:
    file = tmp_path / DECISIONS
    words = ["review", str(first), "--ask", "--decisions", str(file)]
    done = CliRunner().invoke(app, words, input="y\nА. Тексеруші\nбір мекеме\n")
    assert done.exit_code == 0, done.output
    assert [one.verdict for one in read_decisions([file])] == ["merge"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("verdict: x", "a list of decisions"),
        ("- {verdict: melt, one: a, other: b, by: c, why: d, recorded: 2026-01-01}", "a verdict"),
        ("- {verdict: merge, one: a, other: a, by: c, why: d, recorded: 2026-01-01}", "two bodies"),
        ("- {verdict: merge, one: a, other: b, by: c, recorded: 2026-01-01}", "why"),
        ("- {verdict: merge, one: a, other: b, by: c, why: d, recorded: soon}", "recorded"),
    ],
)
def test_a_file_that_is_no_list_of_decisions_says_what_was_expected(
    tmp_path: Path, words: str, expected: str
) -> None:
    file = tmp_path / DECISIONS
    file.write_text(words, "utf-8")
    with pytest.raises(SideFileError, match=expected):
        read_decisions([file])


# ------------------------------------------------------------------ after a merge


@pytest.fixture(scope="module")
def merged(first: Path, acts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset with the decision beside its acts, built upon the register of the first build."""
    folder, out = tmp_path_factory.mktemp("decided"), tmp_path_factory.mktemp("merged")
    for file in acts.iterdir():
        shutil.copy(file, folder)
    (row,) = queue(first)
    run("review", first, "--accept", row["id"], *SAID, "--decisions", folder / DECISIONS)
    shutil.copy(first / "register.json", out)
    build([folder], out, register=out / "register.json")
    return out


@pytest.fixture(scope="module")
def asked(
    merged: Path, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    with serve(merged) as place, httpx.Client(base_url=place, timeout=30) as client:
        yield client


def test_the_register_keeps_both_and_does_not_change(first: Path, merged: Path) -> None:
    files = [(one / "register.json").read_bytes() for one in (first, merged)]
    assert files[0] == files[1]
    assert Register.load(merged / "register.json").entry(OTHER) is not None


def test_the_same_register_and_decisions_give_the_same_bytes(merged: Path, acts: Path) -> None:
    name = open_generation(merged).manifest.generation
    folder = merged / "again"
    folder.mkdir()
    for file in sorted(acts.iterdir(), reverse=True):
        shutil.copy(file, folder)
    (merged / "d.yaml").write_text(DECIDED, "utf-8")
    files = [folder / f"act-{number}.txt" for number in ("8", "7")]
    out, register = merged / "out", merged / "register.json"
    again = build(files, out, register=register, decisions=merged / "d.yaml")
    assert again.generation == name


def test_a_merge_leaves_same_as_and_breaks_no_shape(merged: Path) -> None:
    generation = open_generation(merged)
    said = f"body/{OTHER}> <http://www.w3.org/2002/07/owl#sameAs> "
    dump = gzip.decompress((generation.path / "dump.nq.gz").read_bytes()).decode()
    assert [line for line in dump.splitlines() if said in line and f"body/{ONE}> ." in line]
    assert json.loads(generation.file("report.json"))["violations"] == []


def test_the_old_address_leads_to_the_new_one(asked: httpx.Client) -> None:
    for path, place in (
        (f"/api/bodies/{OTHER}?at=2021-01-01", f"/api/bodies/{ONE}?at=2021-01-01"),
        (f"/api/bodies/{OTHER}/tree", f"/api/bodies/{ONE}/tree"),
        (f"/id/body/{OTHER}", f"/id/body/{ONE}"),
        (f"/body/{OTHER}", f"/body/{ONE}"),
    ):
        answer = asked.get(path)
        assert (answer.status_code, answer.headers["location"]) == (308, place)


def test_both_events_are_in_one_history(asked: httpx.Client) -> None:
    events = asked.get(f"/api/bodies/{ONE}?at=2021-01-01").json()["events"]
    assert [one["event"] for one in events] == ["Establishment", "Establishment"]
    slugs = [one["slug"] for one in asked.get("/api/bodies?at=2021-01-01").json()["items"]]
    assert OTHER not in slugs
    assert ONE in slugs


def test_before_the_decision_they_are_two(asked: httpx.Client) -> None:
    known = "at=2021-01-01&known_at=2026-12-23"
    for slug in (ONE, OTHER):
        answer = asked.get(f"/api/bodies/{slug}?{known}")
        assert answer.status_code == 200
        assert [one["event"] for one in answer.json()["events"]] == ["Establishment"]
    slugs = [one["slug"] for one in asked.get(f"/api/bodies?{known}").json()["items"]]
    assert {ONE, OTHER} <= set(slugs)


def test_on_the_command_line_the_old_name_is_followed_too(merged: Path) -> None:
    told = json.loads(run("lineage", OTHER, "-d", merged, "--format", "json"))
    assert len(told["events"]) == 2
    words = ("lineage", OTHER, "-d", merged, "--known-at", "2026-12-23", "--format", "json")
    assert len(json.loads(run(*words))["events"]) == 1
