"""Clients that must work as they are: SPARQLWrapper, rdflib, pandas, curl, Comunica."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from conftest import TOKEN

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?body a <http://www.w3.org/ns/org#FormalOrganization> }"
NAMES = """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
SELECT ?body ?name WHERE { ?body a org:FormalOrganization ; skos:prefLabel ?name } ORDER BY ?body"""
BUILD = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5"
COMUNICA = Path(__file__).parent.parent / "build" / "comunica"


def bodies(client: httpx.Client) -> int:
    answer = client.get("/sparql", params={"query": COUNT}).json()
    return int(answer["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("posting", ["urlencoded", "postdirectly"])
def test_sparqlwrapper_asks_in_every_form(
    server: str, client: httpx.Client, method: str, posting: str
) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    asking = wrapper.SPARQLWrapper(f"{server}/sparql")
    asking.setMethod(method)
    asking.setRequestMethod(posting)
    asking.setQuery(COUNT)
    for form in (wrapper.JSON, wrapper.XML, wrapper.CSV, wrapper.TSV):
        asking.setReturnFormat(form)
        found = asking.query().convert()
        written = found.toxml() if form == wrapper.XML else str(found)
        assert str(bodies(client)) in written
    asking.setQuery("ASK {}")
    asking.setReturnFormat(wrapper.JSON)
    assert asking.query().convert()["boolean"] is True
    asking.setQuery(BUILD)
    for form in (wrapper.TURTLE, wrapper.N3, wrapper.RDFXML, wrapper.JSONLD):
        asking.setReturnFormat(form)
        # Its own conversion uses names that rdflib warns about.
        assert asking.query().response.read()


def test_rdflib_reads_and_writes(server: str, client: httpx.Client, writable: httpx.Client) -> None:
    from rdflib import Literal, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore

    store = SPARQLStore(f"{server}/sparql")
    ((count,),) = store.query(COUNT)
    assert int(count) == bodies(client)
    assert len(store.query(BUILD).graph) == 5
    place = str(writable.base_url).rstrip("/") + "/sparql"
    writing = SPARQLUpdateStore(place, place, headers={"Authorization": f"Bearer {TOKEN}"})
    writing.add((URIRef("urn:a"), URIRef("urn:b"), Literal("жазба", lang="kk")))
    assert (URIRef("urn:a"), URIRef("urn:b"), Literal("жазба", lang="kk")) in {
        triple for triple, _ in writing.triples((URIRef("urn:a"), None, None))
    }


def test_pandas_reads_a_table_from_the_address(server: str, client: httpx.Client) -> None:
    pandas = pytest.importorskip("pandas")
    address = f"{server}/sparql?{urlencode({'query': NAMES})}"
    table = pandas.read_csv(address, storage_options={"Accept": "text/csv"})
    assert list(table.columns) == ["body", "name"]
    assert table["body"].nunique() == bodies(client)
    rows = client.get("/sparql", params={"query": NAMES}).json()["results"]["bindings"]
    flat = pandas.json_normalize(rows)
    assert list(flat["name.value"]) == list(table["name"])


def curl(*arguments: str) -> bytes:
    program = shutil.which("curl")
    if program is None:
        pytest.skip("no curl on this machine")
    command = [program, "--silent", "--show-error", "--noproxy", "*", *arguments]
    return subprocess.run(command, check=True, capture_output=True, timeout=30).stdout


def test_curl_asks_and_follows(server: str, client: httpx.Client) -> None:
    place = f"{server}/sparql"
    count = str(bodies(client)).encode()
    assert count in curl(place, "--data-urlencode", f"query={COUNT}", "-H", "Accept: text/csv")
    assert count in curl("-G", place, "--data-urlencode", f"query={COUNT}")
    direct = ("-H", "Content-Type: application/sparql-query", "--data-binary", COUNT)
    assert count in curl(place, *direct)
    packed = curl("--compressed", place, "--data-urlencode", f"query={NAMES}")
    assert len(json.loads(packed)["results"]["bindings"]) >= bodies(client)
    act = f"{server}/id/act/aktobe-akimat-2016-34"
    assert b"<rdf:RDF" in curl("-L", "-H", "Accept: application/rdf+xml", act)
    head = curl("--head", f"{server}/data?default").decode()
    assert "200" in head.splitlines()[0]
    assert "etag" in head.lower()


def test_comunica_asks_as_it_is(server: str, client: httpx.Client) -> None:
    node = shutil.which("node")
    script = COMUNICA / "node_modules/@comunica/query-sparql/bin/query.js"
    if node is None or not script.exists():
        pytest.skip("no Comunica in build/comunica: .ci/run puts it there, by tests/clients")
    command = [node, str(script), f"sparql@{server}/sparql", COUNT, "-t", "text/csv"]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()[-1000:]
    table = io.StringIO(done.stdout.decode())
    assert [line.strip() for line in table if line.strip()] == ["n", str(bodies(client))]
