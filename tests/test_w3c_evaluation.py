"""Queries and updates of the W3C suite, through the whole stack: HTTP, gate, worker, engine."""

from __future__ import annotations

import tomllib

import httpx
import pyoxigraph as ox
import pytest
from w3c_answers import Dataset, base_of, expected_of, quads_of, said_as, same, table_of
from w3c_manifests import HERE, MF, QT, UT, Case, all_cases

KNOWN = tomllib.loads((HERE / "exceptions.toml").read_text("utf-8"))
EVALUATED = ("QueryEvaluationTest", "CSVResultFormatTest")
POSITIVE = ("PositiveSyntaxTest11", "PositiveUpdateSyntaxTest11")
NEGATIVE = ("NegativeSyntaxTest11", "NegativeUpdateSyntaxTest11")


@pytest.fixture
def empty(writable: httpx.Client) -> Dataset:
    """The dataset of the server, with nothing in it."""
    dataset = Dataset(writable)
    dataset.empty()
    return dataset


def check(case: Case, passed: bool) -> None:
    """A known exception must fail still: the list of them may only shrink."""
    if case.name in KNOWN:
        assert not passed, f"{case.name} passes: take it out of exceptions.toml"
        pytest.xfail(KNOWN[case.name])
    assert passed


def fill(dataset: Dataset, case: Case) -> None:
    """The data of a query: the files of its default graph, and those of its named graphs."""
    action = case.value(case.node, MF.action)
    assert action is not None
    for file in case.values(action, QT.data):
        dataset.fill(case.path(file))
    for file in case.values(action, QT.graphData):
        dataset.fill(case.path(file), str(file))


@pytest.mark.parametrize("case", all_cases(*EVALUATED))
def test_a_query_is_answered_as_the_suite_says(empty: Dataset, case: Case) -> None:
    action, result = case.value(case.node, MF.action), case.value(case.node, MF.result)
    assert action is not None
    assert result is not None
    fill(empty, case)
    query, wanted = case.path(case.value(action, QT.query)), case.path(result)
    accept = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}.get(wanted.suffix, "*/*")
    answer = empty.query(query.read_text("utf-8"), base_of(query), accept)
    check(case, answer.status_code == 200 and _as_wanted(answer, wanted))


def _as_wanted(answer: httpx.Response, wanted) -> bool:
    if wanted.suffix == ".csv":
        return table_of(answer.content) == table_of(wanted.read_bytes())
    media = answer.headers["content-type"]
    return same(said_as(answer.content, media), expected_of(wanted))


@pytest.mark.parametrize("case", all_cases("UpdateEvaluationTest"))
def test_an_update_does_what_the_suite_says(empty: Dataset, case: Case) -> None:
    action, result = case.value(case.node, MF.action), case.value(case.node, MF.result)
    assert action is not None
    assert result is not None
    for file in case.values(action, UT.data):
        empty.fill(case.path(file))
    for graph in case.values(action, UT.graphData):
        empty.fill(case.path(case.value(graph, UT.graph)), case.label(graph))
    update = case.path(case.value(action, UT.request))
    answer = empty.update(update.read_text("utf-8"), base_of(update))
    wanted = set()
    for file in case.values(result, UT.data):
        wanted |= set(quads_of(case.path(file)))
    for graph in case.values(result, UT.graphData):
        name = ox.NamedNode(case.label(graph) or "")
        quads = quads_of(case.path(case.value(graph, UT.graph)))
        wanted |= {ox.Quad(*quad.triple, name) for quad in quads}
    check(case, answer.status_code == 204 and same(empty.quads(), wanted))


@pytest.mark.parametrize("case", all_cases(*POSITIVE, *NEGATIVE))
def test_what_is_well_formed_is_told_from_what_is_not(empty: Dataset, case: Case) -> None:
    path = case.path(case.value(case.node, MF.action))
    send = empty.update if path.suffix == ".ru" else empty.query
    answer = send(path.read_text("utf-8"), base_of(path))
    # Well-formed, yet it names a graph that is not there: 409.
    wanted = (200, 204, 409) if case.kind in POSITIVE else (400,)
    check(case, answer.status_code in wanted)
