"""The whole way, from act files to a generation: the two source acts, and acts that are broken."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.build import act_files, build
from graph.errors import CallError, DataError
from graph.hierarchy import Hierarchy
from graph.store import Generation, open_generation, verify
from ontology import BASE, PREFIXES

ACTS = Path(__file__).parent.parent / "graph" / "acts"
DECLARED = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


def rows(generation: Generation, query: str) -> list[tuple[str, ...]]:
    solutions = generation.query(DECLARED + query)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(_value(term) for term in row) for row in solutions]


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""


def test_the_two_acts_make_one_whole_generation(generation: Generation) -> None:
    report = json.loads(generation.file("report.json"))
    assert (report["skipped"], report["violations"]) == ([], [])
    assert [len(act["unread"]) for act in report["acts"]] == [0, 0]
    assert verify(generation.path) == generation.manifest


def test_the_view_is_that_of_the_latest_recorded_day(generation: Generation) -> None:
    assert generation.manifest.as_of == date(2026, 11, 21)
    assert all(act.recorded == date(2026, 11, 21) for act in generation.manifest.acts)


def test_every_quote_equals_its_file_at_its_offsets(generation: Generation) -> None:
    texts = {a.sha256: (ACTS / a.file).read_text("utf-8") for a in generation.manifest.acts}
    spans = rows(
        generation,
        """SELECT ?source ?start ?end ?quote WHERE { GRAPH ?g {
            ?span oa:hasSource ?source ; oa:hasSelector ?position, ?words .
            ?position oa:start ?start ; oa:end ?end . ?words oa:exact ?quote } }""",
    )
    assert len(spans) > 1000
    for source, start, end, quote in spans:
        assert texts[source.rpartition("/")[2]][int(start) : int(end)] == quote


def test_every_claim_and_statement_has_words_of_its_act(generation: Generation) -> None:
    bare = """SELECT ?node WHERE { GRAPH ?g { ?node shz:certainty ?sure ; shz:clause ?clause .
        FILTER NOT EXISTS { ?node a shz:Bound }
        FILTER NOT EXISTS { ?node prov:wasDerivedFrom ?span } } }"""
    assert rows(generation, bare) == []


def test_every_clause_that_evidence_names_is_a_part_of_the_text(generation: Generation) -> None:
    lost = """SELECT DISTINCT ?clause WHERE { GRAPH ?g { ?node shz:clause ?clause }
        FILTER NOT EXISTS { GRAPH ?t { ?clause a ?type } } }"""
    assert rows(generation, lost) == []


def test_every_triple_of_the_view_about_a_body_is_grounded(generation: Generation) -> None:
    lost = """SELECT ?s ?p ?o WHERE { ?s ?p ?o
        FILTER(STRSTARTS(STR(?s), "%sbody/"))
        FILTER NOT EXISTS { GRAPH ?c { ?f rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } }
        FILTER NOT EXISTS { GRAPH ?h { ?s ?p ?o . ?o shz:clause ?clause } } }"""
    assert rows(generation, lost % BASE) == []


def test_every_derivation_follows_from_a_claim_or_a_statement(generation: Generation) -> None:
    lost = """SELECT ?d WHERE { GRAPH ?g { ?d a shz:Derivation }
        FILTER NOT EXISTS {
            GRAPH ?g { ?d prov:wasDerivedFrom ?f } GRAPH ?c { ?f shz:rule ?r } } }"""
    assert rows(generation, lost) == []


def test_every_code_and_term_that_is_used_is_declared(generation: Generation) -> None:
    codes = """SELECT DISTINCT ?code WHERE { { ?s ?p ?code } UNION { GRAPH ?g { ?s ?p ?code } }
        FILTER(STRSTARTS(STR(?code), "https://w3id.org/shezhire/code/"))
        FILTER NOT EXISTS { ?code ?any ?thing } }"""
    terms = """SELECT DISTINCT ?term WHERE {
        { ?s ?term ?o } UNION { ?s a ?term }
        UNION { GRAPH ?g { { ?s ?term ?o } UNION { ?s a ?term } } }
        FILTER(STRSTARTS(STR(?term), STR(shz:))) FILTER NOT EXISTS { ?term a ?kind } }"""
    assert rows(generation, codes) == []
    assert rows(generation, terms) == []


def test_seventy_institutions_are_listed_by_form(generation: Generation) -> None:
    counted = rows(
        generation,
        """SELECT ?code (COUNT(DISTINCT ?b) AS ?n) WHERE { ?entry shz:entryFor ?b .
            ?b rov:orgType/skos:notation ?code } GROUP BY ?code ORDER BY ?code""",
    )
    assert counted == [("kmm", "30"), ("mkqk", "27"), ("mm", "13")]


def test_superiors_are_67_and_3_and_the_three_are_contested(generation: Generation) -> None:
    counted = rows(
        generation,
        """SELECT (COUNT(DISTINCT ?b) AS ?n) (COUNT(DISTINCT ?other) AS ?m) WHERE {
            ?entry shz:entryFor ?b . ?b shz:subordinateTo ?s
            OPTIONAL { ?b shz:competingSuperior ?c BIND(?b AS ?other) } }
            GROUP BY ?s ORDER BY ?n""",
    )
    assert counted == [("3", "3"), ("67", "0")]


def test_staff_is_33_of_81_and_7(generation: Generation) -> None:
    totals = rows(
        generation,
        """SELECT ?own ?all ?stated WHERE { ?table shz:tableOf ?body ; shz:staffTotal ?all ;
            shz:statedTotal ?stated . ?body shz:staffTotal ?own } ORDER BY ?own""",
    )
    assert sorted(totals) == [("33", "81", "81"), ("7", "7", "7")]


def test_competences_are_counted_by_kind(generation: Generation) -> None:
    counted = rows(
        generation,
        """SELECT (COUNT(?c) AS ?n) WHERE { ?c shz:competenceKind ?kind ; shz:holder ?body
            FILTER(!STRENDS(STR(?kind), "goal")) } GROUP BY ?body ?kind""",
    )
    assert sorted(int(n) for (n,) in counted) == [2, 3, 8, 10, 11, 12, 12, 14]


def test_the_repealed_service_is_ended_and_its_rows_are_in_the_claims(
    generation: Generation,
) -> None:
    ended = """SELECT ?s WHERE { ?s a cpsv:PublicService ; adms:status ?ended }"""
    assert len(rows(generation, ended)) == 1
    printed = """SELECT DISTINCT ?step WHERE { GRAPH ?g { ?step a ?kind ; pplan:isStepOfPlan ?plan ;
        shz:maxDuration ?minutes . ?plan shz:channel ?channel } }"""
    assert len(rows(generation, printed)) == 12


def standings(
    hierarchy: Hierarchy, generation: Generation, day: str, query: str
) -> set[tuple[str, str, bool]]:
    """Answer, superior and whether contested, of each body that a query finds."""
    moment = hierarchy.at(date.fromisoformat(day))
    bodies = [moment.body(body) for (body,) in rows(generation, query)]
    return {
        (
            b.standing.answer.value,
            (b.standing.superior or "").rpartition("/")[2],
            bool(b.standing.others),
        )
        for b in bodies
    }


OLD = "batys-kazakstan-oblysynyn-bilim-baskarmasy"
NEW = "batys-kazakstan-oblysynyn-balalardyn-kukyktaryn-korgau-baskarmasy"


@pytest.mark.parametrize(
    ("day", "answer", "superior"),
    [
        ("2025-12-24", "not-known", None),
        ("2025-12-25", "yes", OLD),
        ("2025-12-26", "not-known", None),
        ("2026-02-17", "not-known", None),
        ("2026-02-18", "yes", NEW),
        ("2026-11-21", "yes", NEW),
    ],
)
def test_the_three_moved_institutions_at_a_day(
    hierarchy: Hierarchy, generation: Generation, day: str, answer: str, superior: str | None
) -> None:
    moved = "SELECT DISTINCT ?b WHERE { ?event shz:transferred ?b }"
    for said, above, contested in standings(hierarchy, generation, day, moved):
        assert said == answer
        if superior:
            assert above == superior
        assert contested or day < "2025-12-26"


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2025-12-25", "not-known"), ("2026-02-17", "yes"), ("2026-11-21", "yes")],
)
def test_the_other_listed_institutions_at_a_day(
    hierarchy: Hierarchy, generation: Generation, day: str, answer: str
) -> None:
    listed = """SELECT DISTINCT ?b WHERE { ?entry shz:entryFor ?b
        FILTER NOT EXISTS { ?event shz:transferred ?b } }"""
    assert {said for said, _, _ in standings(hierarchy, generation, day, listed)} == {answer}


def test_a_build_in_another_process_is_the_same_bytes(
    generation: Generation, tmp_path: Path
) -> None:
    folder = tmp_path / "acts"
    folder.mkdir()
    for name in sorted(os.listdir(ACTS), reverse=True):
        shutil.copy(ACTS / name, folder)
    program = (
        "import sys; from pathlib import Path; from graph.build import build;"
        "build([Path(sys.argv[1])], Path(sys.argv[2]))"
    )
    subprocess.run(
        [sys.executable, "-c", program, str(folder), str(tmp_path / "out")],
        env={**os.environ, "PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C"},
        check=True,
    )
    again = open_generation(tmp_path / "out")
    assert again.manifest == generation.manifest
    for name in again.manifest.files:
        assert again.file(name) == generation.file(name), name


def copied(folder: Path, names: Iterable[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for path in ACTS.iterdir():
        if path.name.startswith(tuple(names)):
            shutil.copy(path, folder)
    return folder


def test_a_broken_act_is_told_and_the_other_is_built(tmp_path: Path) -> None:
    folder = copied(tmp_path / "acts", ["aktobe"])
    (folder / "broken.txt").write_bytes("Қаулы\n\xff".encode("latin-1", "replace") + b"\xff")
    (folder / "broken.yaml").write_text('recorded: "2026-11-21"\n')
    report = build([folder], tmp_path / "out")
    (skipped,) = report.skipped
    assert skipped.file == "broken.txt"
    assert "UTF-8" in str(skipped)
    assert not report.complete
    assert report.counts["acts"] == 1
    told = json.loads(open_generation(tmp_path / "out").file("report.json"))
    assert [row["file"] for row in told["skipped"]] == ["broken.txt"]


def test_an_act_without_a_recorded_day_is_refused_with_advice(tmp_path: Path) -> None:
    folder = copied(tmp_path / "acts", ["aktobe"])
    (folder / "aktobe-2016-34.kk.yaml").write_text('language: "kk"\n')
    with pytest.raises(DataError, match="shezhire add"):
        build([folder], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('"published": {date: "2026-03-01", recorded: "2026-12-01"}', "`publication:<act>`"),
        ('"effect:west-kazakhstan-akimat-2026-28": {date: "2026-01-01", recorded: "2026-12-01"}',
         "a day of effect from 2026-02-18 on"),
    ],
)  # fmt: skip
def test_a_supplied_date_that_cannot_be_is_refused(
    tmp_path: Path, given: str, expected: str
) -> None:
    folder = copied(tmp_path / "acts", ["wko"])
    path = folder / "wko-2025-299.kk.yaml"
    path.write_text(f"{path.read_text('utf-8')}supplied:\n  {given}\n", "utf-8")
    with pytest.raises(DataError, match=expected):
        build([folder], tmp_path / "out")


def test_a_second_file_of_one_edition_is_skipped(tmp_path: Path) -> None:
    folder = copied(tmp_path / "acts", ["aktobe"])
    for suffix in ("txt", "yaml"):
        source = folder / f"aktobe-2016-34.kk.{suffix}"
        shutil.copy(source, folder / f"again.{suffix}")
    report = build([folder], tmp_path / "out")
    assert "one file for each edition" in str(report.skipped[0])


def test_a_publication_date_supplied_later_narrows_answers_from_that_day(tmp_path: Path) -> None:
    """The date is invented for this test: no publication date of the amending act is held."""
    folder = copied(tmp_path / "acts", ["wko"])
    given = {"publication:west-kazakhstan-akimat-2026-28": ("2026-02-25", "2026-12-01")}
    side = "".join(
        f'  "{key}": {{date: "{day}", recorded: "{since}"}}\n'
        for key, (day, since) in given.items()
    )
    path = folder / "wko-2025-299.kk.yaml"
    path.write_text(f"{path.read_text('utf-8')}supplied:\n{side}", "utf-8")
    build([folder], tmp_path / "out")
    generation = open_generation(tmp_path / "out")
    assert generation.manifest.as_of == date(2026, 12, 1)
    hierarchy = Hierarchy.load(generation, BASE)
    listed = rows(generation, "SELECT ?b WHERE { ?entry shz:position 66 ; shz:entryFor ?b }")
    ((body,),) = listed
    at = date(2026, 3, 1)
    now, before = (hierarchy.at(at, known).body(body) for known in (None, date(2026, 11, 30)))
    assert [fact.at(at).value for fact in now.standing.others] == ["yes"]
    assert [fact.at(at, date(2026, 11, 30)).value for fact in before.standing.others] == [
        "not-known"
    ]


def test_a_folder_without_acts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="at least one act"):
        build([tmp_path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"missing\.txt"):
        act_files([tmp_path / "missing.txt"])


def test_bodies_in_rdf_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "register.ttl"
    path.write_text("")
    with pytest.raises(CallError, match="not taken over yet"):
        act_files([path])


@pytest.mark.parametrize("base", ["", "id/", "https://example.org", "ftp://example.org/"])
def test_a_base_that_cannot_carry_names_is_refused(tmp_path: Path, base: str) -> None:
    with pytest.raises(CallError, match="base IRI"):
        build([ACTS], tmp_path / "out", base=base)


def test_the_report_page_shows_no_markup_of_an_act(generation: Generation) -> None:
    page = generation.file("report.html").decode()
    assert "<script" not in page
    assert page.count("<article") == len(json.loads(generation.file("report.json"))["findings"])
