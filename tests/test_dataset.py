"""The RDF of text and claims, on two invented acts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Literal, URIRef

from graph.dataset import Layers, Record, Sorted, build_dataset, make_record
from graph.dataset.quads import written
from graph.model import ActClaims
from ontology import BASE, OA, PROV, RDF, SHZ, XSD

HERE = Path(__file__).parent
CLAIMS = URIRef(f"{BASE}graph/claims")


def objects(layers: Layers, subject: object, predicate: URIRef) -> list:
    return sorted(o for s, p, o in layers[CLAIMS] if (s, p) == (subject, predicate))


def store_of(layers: Layers) -> ox.Store:
    store = ox.Store()
    store.bulk_load(input=b"\n".join(Sorted.of(layers)), format=ox.RdfFormat.N_QUADS)
    return store


def test_every_quote_equals_the_file_at_its_offsets(record: Record) -> None:
    files = {a.document.source.sha256: a.document.source.text for a in record.acts}
    asked = """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?file ?start ?end ?exact WHERE { GRAPH ?g {
            ?span oa:hasSource ?file ; oa:hasSelector ?p, ?q .
            ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact } }"""
    rows = list(store_of(build_dataset(record)).query(asked))
    assert rows
    for row in rows:
        text = files[row["file"].value.rpartition("/")[2]]
        start, end = int(row["start"].value), int(row["end"].value)
        assert text[start:end] == row["exact"].value


def test_every_fact_has_a_clause_a_rule_a_certainty_and_its_words(record: Record) -> None:
    layers = build_dataset(record)
    for held in (*record.claims, *record.statements):
        for predicate in (SHZ.clause, SHZ.rule, SHZ.release, SHZ.certainty, SHZ.recordedFrom):
            assert len(objects(layers, held.node, predicate)) == 1, (held.node, predicate)
        spans = objects(layers, held.node, PROV.wasDerivedFrom)
        assert len(spans) == len(held.evidence.ranges)


def test_words_from_two_places_have_two_spans_in_reading_order(record: Record) -> None:
    layers = build_dataset(record)
    listed = next(c for c in record.claims if c.basis == "list")
    spans = objects(layers, listed.node, PROV.wasDerivedFrom)
    orders = [objects(layers, span, SHZ.readingOrder)[0].value for span in spans]
    assert sorted(orders) == [1, 2]
    for span in spans:
        assert objects(layers, URIRef(f"{span}#quote"), RDF.type) == [OA.TextQuoteSelector]


def test_bounds_are_plain_dates_and_shared_nodes_with_reasons(record: Record) -> None:
    layers = build_dataset(record)
    moved = next(c for c in record.claims if c.basis == "order")
    starts = objects(layers, moved.node, SHZ.startsNotBefore)
    assert starts == [Literal("2021-04-09", datatype=XSD.date)]
    reasons = {
        str(objects(layers, bound, SHZ.boundReason)[0]).rpartition("/")[2]
        for bound in objects(layers, moved.node, SHZ.boundedBy)
    }
    assert reasons == {"act-date", "copy-in-force"}


def test_what_holds_always_has_no_bound(record: Record) -> None:
    layers = build_dataset(record)
    timeless = next(c for c in record.claims if c.evidence.when == "always")
    assert objects(layers, timeless.node, SHZ.boundedBy) == []


def test_the_order_of_acts_does_not_matter(
    acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]
) -> None:
    forward, backward = (build_dataset(make(order)) for order in (acts, acts[::-1]))
    assert list(Sorted.of(forward)) == list(Sorted.of(backward))


def test_another_base_changes_no_name_below_it(acts: list[ActClaims], record: Record) -> None:
    other = make_record(acts, record.bodies, "https://example.org/kz#")
    assert [str(c.node).removeprefix("https://example.org/kz#") for c in other.claims] == [
        str(c.node).removeprefix(BASE) for c in record.claims
    ]


def test_a_date_supplied_later_keeps_what_was_held_before(
    acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]
) -> None:
    side = acts[1].document.side
    late = (f"effect:{acts[1].act.key}", date(2021, 5, 1), date(2026, 12, 1))
    acts[1].document.side = replace(side, supplied=(late,))
    record = make(acts)
    layers = build_dataset(record)
    moved = next(c for c in record.claims if c.basis == "order")
    assert objects(layers, moved.node, SHZ.startsNotAfter) == [
        Literal("2021-05-01", datatype=XSD.date)
    ]
    untils = [
        objects(layers, b, SHZ.recordedUntil) for b in objects(layers, moved.node, SHZ.boundedBy)
    ]
    assert [Literal("2026-12-01", datatype=XSD.date)] in untils
    before = moved.known(date(2026, 11, 30))
    assert before is not None
    assert before.starts_not_after != moved.bounds.starts_not_after


def test_rdflib_and_oxigraph_read_the_same_quads(record: Record) -> None:
    layers = build_dataset(record)
    count = sum(len(triples) for triples in layers.values())
    text = b"\n".join(Sorted.of(layers)).decode() + "\n"
    assert len(store_of(layers)) == count
    dataset = Dataset()
    dataset.parse(data=text, format="nquads")
    assert len(set(dataset.quads())) == count


def test_two_processes_write_the_same_lines(record: Record) -> None:
    program = """
import sys
from conftest import list_act, order_act, resolve
from graph.dataset import Sorted, build_dataset, make_record
acts = [list_act(), order_act()]
for line in Sorted.of(build_dataset(make_record(acts, resolve(acts), "https://example.org/"))):
    print(line)
"""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{HERE}:{HERE.parent}"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(WORDS, st.sampled_from(["kk", "ru", None]))
def test_any_words_survive_being_written(words: str, language: str | None) -> None:
    line = f"<a:s> <a:p> {written(Literal(words, lang=language))} ."
    (quad,) = ox.parse(line, format=ox.RdfFormat.N_QUADS)
    assert (quad.object.value, quad.object.language) == (words, language)
