"""Each form of the dataset is read back by a library that knows it."""

import csv
import io
import json
import re
from datetime import date

import networkx as nx
import openpyxl
import pydot
import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from graph.errors import CallError
from graph.exports import COLUMNS, FORMS, Row, export, export_bodies, network, rows
from graph.exports.networks import dot_bytes, mermaid_bytes
from graph.exports.tables import csv_bytes, xlsx_bytes
from graph.hierarchy import Hierarchy, Moment
from graph.store import Generation

ODD = Row("a", '=1+2 «Кіші» "х"; [b] \\', None, None, None, "Орал & Ко", "b", "yes", "urn:a")
TOP = Row("b", "Басқарма, бірінші\nжол", "Басқарма", "ММ", None, None, None, "yes", "urn:b")


@pytest.fixture(scope="module")
def moment(generation: Generation) -> Moment:
    """The bodies as of the day of the generation."""
    hierarchy = Hierarchy.load(generation, generation.manifest.base)
    return hierarchy.at(generation.manifest.as_of)


def test_rows_are_the_bodies_by_the_alphabet(moment: Moment) -> None:
    found = rows(moment)
    assert len({row.slug for row in found}) == len(found)
    assert {row.iri for row in found} <= set(moment.hierarchy.natures)
    slugs = {row.slug for row in found}
    assert {row.superior for row in found if row.superior} <= slugs


def test_csv_is_read_back(moment: Moment) -> None:
    text = export_bodies(moment, "csv").decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["slug"] for row in read] == [row.slug for row in rows(moment)]
    assert set(read[0]) == set(COLUMNS)


def test_csv_keeps_quotes_commas_and_line_breaks() -> None:
    read = list(csv.reader(io.StringIO(csv_bytes([ODD, TOP]).decode("utf-8-sig"), newline="")))
    assert read[1][1] == ODD.name
    assert read[2][1] == TOP.name


def test_workbook_holds_names_and_no_formula(moment: Moment) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(export_bodies(moment, "xlsx"))).active
    assert sheet is not None
    assert sheet.max_row == len(rows(moment)) + 1
    odd = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([ODD]))).active
    assert odd is not None
    assert (odd["B2"].value, odd["B2"].data_type) == (ODD.name, "s")


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_are_read_back(moment: Moment, form: str, read: type) -> None:
    found = read(io.BytesIO(export_bodies(moment, form)))
    made = network(rows(moment))
    assert set(found.nodes) == set(made.nodes)
    assert set(found.edges) == set(made.edges)
    assert {found.nodes[slug]["label"] for slug in found} == {row.name for row in rows(moment)}


@pytest.mark.filterwarnings("ignore:.* deprecated:DeprecationWarning:pydot")
def test_dot_is_read_back(moment: Moment) -> None:
    (read,) = pydot.graph_from_dot_data(export_bodies(moment, "dot").decode()) or []
    made = network(rows(moment))
    assert len(read.get_edges()) == made.number_of_edges()
    (odd,) = pydot.graph_from_dot_data(dot_bytes([ODD, TOP]).decode()) or []
    assert len(odd.get_edges()) == 1


def test_mermaid_has_a_node_for_each_body_and_no_loose_quote() -> None:
    text = mermaid_bytes([ODD, TOP]).decode()
    assert re.findall(r"^  (b\d+) --> (b\d+)$", text, re.MULTILINE) == [("b1", "b2")]
    assert "=1+2 «Кіші» #quot;х#quot;" in text


def test_tree_counts_all_below(moment: Moment) -> None:
    def size(branch: dict) -> int:
        return sum(1 + size(child) for child in branch["children"])

    items = json.loads(export_bodies(moment, "json"))["items"]
    assert items
    assert all(item["total"] == size(item) for item in items)


@pytest.mark.parametrize(("form", "name"), [("ttl", "turtle"), ("jsonld", "json-ld")])
def test_view_is_read_back_by_rdflib(generation: Generation, form: str, name: str) -> None:
    held = sum(1 for _ in generation.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    data = export(generation, form)
    assert len(Graph().parse(data=data, format=name)) == held


def test_dump_holds_every_quad(generation: Generation) -> None:
    data = export(generation, "nq")
    assert sum(1 for _ in ox.parse(data, format=ox.RdfFormat.N_QUADS)) == len(generation.store)
    some = b"".join(data.splitlines(keepends=True)[::50])
    assert len(Dataset(default_union=True).parse(data=some, format="nquads")) > 0


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"xlsx", "ttl", "nq", "jsonld"}))
def test_the_same_bodies_give_the_same_bytes(moment: Moment, form: str) -> None:
    assert export_bodies(moment, form) == export_bodies(moment, form)


def test_a_body_made_later_is_no_row_of_an_earlier_day(moment: Moment) -> None:
    early = rows(moment.hierarchy.at(date(1900, 1, 1)))
    assert {row.status for row in early} == {"not-known"}
    assert 0 < len(early) < len(rows(moment))


def test_rdf_holds_no_other_day(generation: Generation) -> None:
    with pytest.raises(CallError, match="2001-01-01"):
        export(generation, "ttl", date(2001, 1, 1))
