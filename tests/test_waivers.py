"""Findings that somebody closed, and the conformance report in the words of SHACL."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest
from rdflib import Graph, Literal
from rdflib.term import Node
from typer.testing import CliRunner

from graph.build import build
from graph.cli import app
from graph.dataset import Record
from graph.errors import SideFileError
from graph.findings import Waiver, find, read_waivers, waived
from graph.hierarchy import Hierarchy
from graph.hierarchy.reports import reports_of
from graph.store import Generation, open_generation
from ontology import RDF, SH

ACTS = Path(__file__).parent.parent / "graph" / "acts"
#: Invented for this test.
CLOSED = """
- rule: path-times
  clause: {clause}
  reason: "Жолдардың уақыты бөлек есептеледі."
  by: "Сынақ"
  recorded: "2026-12-01"
- rule: entry-missing
  body: nobody
  reason: "Ештеңе жаппайды."
  by: "Сынақ"
  recorded: 2026-12-02
"""


@pytest.fixture(scope="module")
def clause(generation: Generation) -> str:
    """A clause on which the rule found something."""
    found = json.loads(generation.file("report.json"))["findings"]
    spans = next(row["spans"] for row in found if row["rule"] == "path-times")
    return f"{spans[0]['act']}/{spans[0]['clause']}"


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory, clause: str) -> Generation:
    """One act in a folder with a file of waivers."""
    folder = tmp_path_factory.mktemp("acts")
    for file in ACTS.glob("aktobe-2016-34*"):
        shutil.copy(file, folder)
    (folder / "waivers.yaml").write_text(CLOSED.format(clause=clause), "utf-8")
    build([folder], folder / "out")
    return open_generation(folder / "out")


def test_a_waived_finding_is_still_shown_with_who_closed_it_and_why(closed: Generation) -> None:
    rows = json.loads(closed.file("report.json"))["findings"]
    (row,) = (row for row in rows if row["status"] == "waived")
    assert row["rule"] == "path-times"
    assert (row["waiver"]["by"], row["waiver"]["recorded"]) == ("Сынақ", "2026-12-01")
    page = closed.file("report.html").decode()
    assert page.count("Жолдардың уақыты бөлек есептеледі.") == 1


def test_a_waiver_that_closes_nothing_is_told(closed: Generation) -> None:
    (idle,) = json.loads(closed.file("report.json"))["idle_waivers"]
    assert (idle["rule"], idle["body"]) == ("entry-missing", "nobody")


def test_the_index_knows_the_status_and_the_waiver(closed: Generation) -> None:
    hierarchy = Hierarchy.load(closed, closed.manifest.base, closed.manifest.as_of, closed.dump())
    (report,) = (one for one in reports_of(hierarchy) if one.status == "waived")
    assert report.waiver is not None
    assert report.waiver.recorded == date(2026, 12, 1)
    assert all(one.waiver is None for one in reports_of(hierarchy) if one.status == "open")


def test_a_waiver_is_shown_from_the_day_on_that_it_is_on_record(
    closed: Generation, serve: Callable[[Path], AbstractContextManager[str]]
) -> None:
    with serve(closed.path) as place, httpx.Client(base_url=place, timeout=30) as asking:
        found = "/api/findings?rule=path-times"
        (row,) = asking.get(found).json()["items"]
        assert row["status"] == "waived"
        assert row["waiver"]["reason"] == "Жолдардың уақыты бөлек есептеледі."
        (row,) = asking.get(f"{found}&known_at=2026-11-30").json()["items"]
        assert (row["status"], row["waiver"]) == ("open", None)
        assert asking.get(f"{found}&known_at=2026-11-01").json()["items"] == []
        words = "Себебі: Жолдардың уақыты бөлек есептеледі."
        assert words in asking.get("/findings?lang=kk").text
        assert words not in asking.get("/findings?lang=kk&known_at=2026-11-30").text


def test_the_command_heeds_the_day_of_a_waiver(closed: Generation) -> None:
    for day, status in (("2026-11-30", "open"), ("2026-12-01", "waived")):
        words = ["findings", "-d", str(closed.path), "--rule", "path-times", "--known-at", day]
        done = CliRunner().invoke(app, [*words, "--format", "json"])
        assert [row["status"] for row in json.loads(done.output)["items"]] == [status]


def test_the_graph_with_a_waiver_breaks_no_shape(closed: Generation) -> None:
    assert json.loads(closed.file("report.json"))["violations"] == []


def results(generation: Generation) -> tuple[Graph, list[Node]]:
    graph = Graph(bind_namespaces="none")
    graph.parse(data=generation.file("report.ttl"), format="turtle")
    return graph, list(graph.subjects(RDF.type, SH.ValidationResult))


def test_the_conformance_report_begins_with_itself_and_lists_its_results_in_order(
    generation: Generation,
) -> None:
    head, report, *results = generation.file("report.ttl").decode().split("\n<")
    assert head == f"@prefix sh: <{SH}> ."
    assert " a sh:ValidationReport ;" in report
    assert results
    assert results == sorted(results)
    assert all(" a sh:ValidationResult ;" in one for one in results)


def test_every_open_finding_is_a_result_of_the_conformance_report(
    closed: Generation, generation: Generation
) -> None:
    for held in (closed, generation):
        rows = json.loads(held.file("report.json"))["findings"]
        graph, found = results(held)
        assert len(found) == sum(row["status"] == "open" for row in rows)
        (top,) = graph.subjects(RDF.type, SH.ValidationReport)
        assert set(graph.objects(top, SH.result)) == set(found)
        assert graph.value(top, SH.conforms) == Literal(False)
        for node in found:
            for needed in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent):
                assert len(list(graph.objects(node, needed))) == 1
            assert len(list(graph.objects(node, SH.resultMessage))) == 3


def waiver(**meant: str) -> Waiver:
    return Waiver("spelling-variants", "себеп", "Сынақ", date(2026, 12, 1), **meant)


def test_a_waiver_fits_by_rule_clause_and_body(record: Record) -> None:
    finding = find(record)[0]
    act, eid, _ = finding.spans[0]
    fitting = replace(waiver(clause=f"{act}/{eid}"), rule=finding.rule)
    assert waived(finding, [fitting], record) is fitting
    assert waived(finding, [replace(fitting, rule="other")], record) is None
    assert waived(finding, [replace(fitting, clause=f"{act}/elsewhere")], record) is None
    assert waived(finding, [replace(fitting, body="nobody")], record) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rule: x", "a list of waivers"),
        ("- [", "YAML"),
        ("- rule: entry-missing", "reason"),
        (
            "- {rule: nonsense, clause: a/b, reason: r, by: b, recorded: 2026-12-01}",
            "a rule of findings",
        ),
        (
            "- {rule: entry-missing, reason: r, by: b, recorded: 2026-12-01}",
            "a clause or a body",
        ),
        (
            "- {rule: entry-missing, clause: a/b, reason: ' ', by: b, recorded: 2026-12-01}",
            "words for `reason`",
        ),
        (
            "- {rule: entry-missing, clause: a/b, reason: r, by: b, recorded: soon}",
            "recorded",
        ),
    ],
)
def test_a_file_that_is_no_list_of_waivers_says_what_was_expected(
    tmp_path: Path, text: str, expected: str
) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(SideFileError, match=expected) as told:
        read_waivers([path])
    assert str(path) in str(told.value)
