"""Dated questions in SPARQL of a record that was corrected: what was superseded is held no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from api.links import day_literal, questions
from graph.build import build
from graph.hierarchy import Hierarchy
from graph.store import Generation, open_generation
from ontology import BASE

#: Invented: one body in two spellings, and that somebody later said so.
ACT = """Ақтөбе облысы әкімдігінің 2020 жылғы 5 наурыздағы № {number} қаулысы

Мекеме құру туралы

Ақтөбе облысының әкімдігі ҚАУЛЫ ЕТЕДІ:

1. "Ақтөбе облысының білім басқармасы балалар{ending} құқығын қорғау орталығы" мемлекеттік
мекемесі құрылсын.

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.

Облыс әкімі А. Сынақ
"""
ONE = "aktobe-oblysy-balalar-kukygyn-korgau-ortalygy"
OTHER = "aktobe-oblysy-balalardyn-kukygyn-korgau-ortalygy"
DECIDED = f"""- {{verdict: merge, one: {ONE}, other: {OTHER}, by: Сынақ, why: бір мекеме,
  recorded: "2026-12-24"}}
"""
THEN, NOW, DAY = date(2026, 12, 23), date(2026, 12, 24), date(2021, 1, 1)


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """The dataset after the decision, upon the register of the one before it."""
    folder, out = tmp_path_factory.mktemp("acts"), tmp_path_factory.mktemp("corrected")
    for number, ending in (("7", ""), ("8", "дың")):
        act = folder / f"act-{number}.txt"
        act.write_text(ACT.format(number=number, ending=ending), "utf-8")
        act.with_suffix(".yaml").write_text('recorded: "2026-11-21"\nlanguage: "kk"\n', "utf-8")
    build([folder], out, register=out / "register.json")
    (folder / "decisions.yaml").write_text(DECIDED, "utf-8")
    build([folder], out, register=out / "register.json")
    return open_generation(out)


@pytest.fixture(scope="module")
def index(corrected: Generation) -> Hierarchy:
    manifest = corrected.manifest
    return Hierarchy.load(corrected, manifest.base, manifest.as_of, index=corrected.index())


@pytest.fixture(scope="module")
def rest(
    corrected: Generation, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    with serve(corrected.path.parent) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


def rows(corrected: Generation, name: str, **values: str | date) -> list[dict[str, str]]:
    bound = {
        key: day_literal(value) if isinstance(value, date) else ox.NamedNode(value)
        for key, value in values.items()
    }
    solutions = corrected.query(questions()[name].bound(bound))
    names = [variable.value for variable in solutions.variables]
    return [{n: term.value for n in names if (term := row[n])} for row in solutions]


@pytest.mark.parametrize("known", [THEN, NOW])
@pytest.mark.parametrize("slug", [ONE, OTHER])
def test_superiors_as_once_known_are_those_of_rest(
    corrected: Generation, rest: httpx.Client, slug: str, known: date
) -> None:
    found = rows(corrected, "superior-known-at", body=f"{BASE}body/{slug}", at=DAY, known=known)
    days = {"at": str(DAY), "known_at": str(known), "evidence": "true"}
    answer = rest.get(f"/api/bodies/{slug}/superiors", params=days)
    if slug == OTHER and known == NOW:  # it is the other one now
        assert (answer.status_code, found) == (308, [])
        return
    claims = {one["@id"] for item in answer.json()["items"][:1] for one in item["claims"]}
    assert claims == {row["claim"] for row in found}
    assert claims


#: Questions about a body or about all, of the day of the view or of any.
ASKED = [
    name for name, asked in questions().items() if set(asked.variables) <= {"body", "at", "known"}
]


@pytest.mark.parametrize("name", ASKED)
def test_a_question_tells_nothing_that_was_superseded(
    corrected: Generation, index: Hierarchy, name: str
) -> None:
    asked = questions()[name].variables
    about = [{"body": f"{BASE}body/{slug}"} for slug in (ONE, OTHER)] if "body" in asked else [{}]
    days = {key: day for key, day in (("at", DAY), ("known", NOW)) if key in asked}
    for things in about:
        for row in rows(corrected, name, **things, **days):
            facts = [index.record.facts[iri] for iri in row.values() if iri in index.record.facts]
            assert all(fact.known(NOW) for fact in facts), row
