"""Linked data: every IRI leads somewhere, in the form that is asked for."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import orjson
import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Dataset, Graph, URIRef

from graph.store import Generation
from ontology import ORG, PREFIXES, RDF, SH, SHAPES, SHZ
from shapes import load_description_shapes

EDUCATION = "body/batys-kazakstan-oblysynyn-bilim-baskarmasy"
REPEALED = "act/aktobe-akimat-2016-34"
FORMS = {
    "text/turtle": ("ttl", ox.RdfFormat.TURTLE),
    "application/ld+json": ("jsonld", ox.RdfFormat.JSON_LD),
    "application/n-triples": ("nt", ox.RdfFormat.N_TRIPLES),
    "application/rdf+xml": ("rdf", ox.RdfFormat.RDF_XML),
}


@pytest.mark.parametrize("accept", FORMS)
@pytest.mark.parametrize("path", [EDUCATION, REPEALED])
def test_a_thing_leads_to_its_data(
    client: httpx.Client, generation: Generation, path: str, accept: str
) -> None:
    ending, form = FORMS[accept]
    first = client.get(f"/id/{path}", headers={"Accept": accept})
    assert first.status_code == 303
    assert first.headers["location"] == f"/data/{path}.{ending}"
    assert "Accept" in first.headers["vary"]
    data = client.get(first.headers["location"])
    assert data.headers["content-type"].partition(";")[0] == accept
    triples = list(ox.parse(data.content, format=form))
    subject = ox.NamedNode(generation.manifest.base + path)
    assert any(quad.subject == subject for quad in triples)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        (EDUCATION, f"/{EDUCATION}"),
        (REPEALED, f"/{REPEALED}"),
        (f"{REPEALED}/point_1", f"/{REPEALED}#point_1"),
    ],
)
def test_a_reader_is_led_to_the_page(client: httpx.Client, path: str, page: str) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    first = client.get(f"/id/{path}", headers={"Accept": browser})
    assert (first.status_code, first.headers["location"]) == (303, page)
    assert client.get(page).status_code == 200


def test_a_reader_keeps_the_language_and_the_day(client: httpx.Client) -> None:
    asked = "lang=ru&at=2026-11-20"
    first = client.get(f"/id/{REPEALED}/point_1?{asked}", headers={"Accept": "text/html"})
    assert first.headers["location"] == f"/{REPEALED}?{asked}#point_1"


def test_every_kind_of_thing_answers(client: httpx.Client, generation: Generation) -> None:
    base = generation.manifest.base
    query = "SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s ?p ?o } }"
    kinds = {}
    for (thing,) in generation.query(query):
        if isinstance(thing, ox.NamedNode) and thing.value.startswith(base):
            kinds[thing.value.removeprefix(base).partition("/")[0]] = thing.value
    assert len(kinds) > 10
    for iri in kinds.values():
        path = iri.removeprefix(base).partition("#")[0]
        first = client.get(f"/id/{path}")
        assert first.status_code == 303, path
        assert client.get(first.headers["location"]).status_code == 200, path


def test_a_graph_is_a_thing_too(client: httpx.Client) -> None:
    first = client.get("/id/graph/findings")
    data = client.get(first.headers["location"])
    assert b"shz:Finding" in data.content


@pytest.mark.parametrize("path", ["/id/body/nobody", "/id/", "/data/body/nobody.ttl"])
def test_what_is_not_there_is_not_found(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_unknown_ending_is_not_found(client: httpx.Client) -> None:
    assert client.get(f"/data/{EDUCATION}.exe").status_code == 404
    assert client.get("/data/dump.exe").status_code == 404


@pytest.mark.parametrize("path", ["/ns", "/shapes", "/dataset", "/.well-known/void"])
@pytest.mark.parametrize("accept", FORMS)
def test_vocabulary_shapes_and_description_come_in_every_form(
    client: httpx.Client, path: str, accept: str
) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert len(list(ox.parse(answer.content, format=FORMS[accept][1]))) > 20
    assert client.get(path, headers={"Accept": "image/png"}).status_code == 406


def test_the_vocabulary_tells_of_its_terms(client: httpx.Client) -> None:
    found = Graph().parse(data=client.get("/ns").text, format="turtle")
    assert set(found.predicate_objects(SHZ.subordinateTo))


def test_one_graph_or_the_default_one(client: httpx.Client, generation: Generation) -> None:
    sizes = generation.manifest.graphs
    accept = {"Accept": "application/n-triples"}
    default = client.get("/data?default", headers=accept)
    assert len(default.content.splitlines()) == sizes["default"]
    name = f"{generation.manifest.base}graph/derivations"
    named = client.get("/data", params={"graph": name}, headers=accept)
    assert len(named.content.splitlines()) == sizes[name]
    for path, status in (
        ("/data", 400),
        ("/data?default&graph=x", 400),
        ("/data?graph=http://x/", 404),
        ("/data?graph=default", 400),
    ):
        assert client.get(path).status_code == status


@pytest.mark.parametrize("accept", FORMS)
def test_the_view_is_dumped_in_every_form(client: httpx.Client, accept: str) -> None:
    ending, form = FORMS[accept]
    answer = client.get(f"/data/dump.{ending}")
    assert len(list(ox.parse(answer.content, format=form))) > 1000


def test_the_description_counts_what_is_there(client: httpx.Client, generation: Generation) -> None:
    found = Graph().parse(data=client.get("/dataset").text, format="turtle")
    sizes = generation.manifest.graphs
    counted = {
        str(graph): int(size)
        for graph, size in found.subject_objects(URIRef(PREFIXES["void"] + "triples"))
    }
    assert {name: counted[name] for name in sizes if name != "default"} == {
        name: size for name, size in sizes.items() if name != "default"
    }


def told_by(description: Graph) -> set[str]:
    """The shapes of descriptions that one breaks."""
    _, report, _ = pyshacl.validate(description, shacl_graph=load_description_shapes())
    assert isinstance(report, Graph)
    return {str(shape).removeprefix(SHAPES) for shape in report.objects(None, SH.sourceShape)}


def test_the_description_is_what_catalogues_harvest(client: httpx.Client) -> None:
    described = Graph().parse(data=client.get("/dataset").text, format="turtle")
    shapes = load_description_shapes()
    assert told_by(described) == set()
    for kind in set(shapes.objects(None, SH.targetClass)):
        assert set(described.subjects(RDF.type, kind)), kind
    # Each shape sees what it asks for go.
    for shape, path in shapes.subject_objects(SH.path):
        node_shape = shapes.value(None, SH.property, shape)
        kind = shapes.value(node_shape, SH.targetClass)
        less = Graph()
        for one in described:
            if one[1] != path or (one[0], RDF.type, kind) not in described:
                less.add(one)
        assert str(shape).removeprefix(SHAPES) in told_by(less)


def test_an_answer_is_linked_data_by_its_context(
    client: httpx.Client, generation: Generation
) -> None:
    answer = client.get(f"/api/bodies/{EDUCATION.partition('/')[2]}").json()
    context = client.get(answer["@context"]).json()
    answer["@context"] = context["@context"]
    found = Dataset().parse(data=orjson.dumps(answer), format="json-ld")
    body = URIRef(generation.manifest.base + EDUCATION)
    assert (body, SHZ.subordinateTo, None) in found
    assert (body, ORG.classification, None) in found


@pytest.mark.parametrize("words", ["%", "%5D%C2%B6%25]", 'a"b', "a<b", "\x0bx", "😀[", "{}"])
def test_what_can_be_no_iri_is_unknown(client: httpx.Client, words: str) -> None:
    for path in (f"/id/{quote(words)}", f"/data/{quote(words)}.ttl"):
        assert client.get(path).status_code == 404
