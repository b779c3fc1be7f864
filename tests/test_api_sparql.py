"""The SPARQL 1.1 Protocol as clients speak it, and what is refused before it is run."""

from __future__ import annotations

import json
from contextlib import suppress
from urllib.parse import quote

import httpx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from api.gate import DEEPEST, LONGEST, inspect
from api.problems import RefusalError
from graph.errors import QueryError
from graph.store import Generation

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
BUILD = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3"
DESCRIBE = "DESCRIBE <https://w3id.org/shezhire/id/act/aktobe-akimat-2016-34>"
DIRECT = {"Content-Type": "application/sparql-query"}
CLAIMS = "https://w3id.org/shezhire/id/graph/claims"
GRAPHS = {CLAIMS}


def ask(client: httpx.Client, query: str, accept: str = "*/*") -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept})


@pytest.mark.parametrize(
    ("accept", "media", "begins"),
    [
        ("*/*", "application/sparql-results+json", b'{"head"'),
        ("application/json", "application/json", b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv", b"n\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", b"?n\n"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml", b"<"),
        ("text/turtle, */*;q=0.1", "application/sparql-results+json", b'{"head"'),
    ],
)
def test_a_table_comes_in_the_form_asked_for(
    client: httpx.Client, accept: str, media: str, begins: bytes
) -> None:
    answer = ask(client, COUNT, accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    assert answer.content.startswith(begins)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("*/*", ox.RdfFormat.TURTLE),
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/sparql-results+json, application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
@pytest.mark.parametrize("query", [BUILD, DESCRIBE])
def test_triples_come_in_the_form_asked_for(
    client: httpx.Client, accept: str, form: ox.RdfFormat, query: str
) -> None:
    answer = ask(client, query, accept)
    assert answer.status_code == 200
    assert len(list(ox.parse(answer.content, format=form))) >= 3


def test_yes_or_no(client: httpx.Client) -> None:
    assert ask(client, "ASK { ?s ?p ?o }").json()["boolean"] is True
    assert ask(client, "ASK { <x:> ?p ?o }").json()["boolean"] is False
    assert b"<boolean>true</boolean>" in ask(client, "ASK { }", "text/xml").content


@pytest.mark.parametrize("query", [COUNT, BUILD])
def test_a_form_that_cannot_be_served_is_refused(client: httpx.Client, query: str) -> None:
    assert ask(client, query, "image/png").status_code == 406


def test_three_ways_to_ask_give_one_answer(client: httpx.Client) -> None:
    by_get = ask(client, COUNT)
    by_form = client.post("/sparql", data={"query": COUNT})
    direct = client.post("/sparql", content=COUNT, headers=DIRECT)
    assert by_get.json() == by_form.json() == direct.json()


def test_what_clients_add_is_not_heeded(client: httpx.Client) -> None:
    added = {"query": COUNT, "format": "xml", "output": "csv", "results": "table"}
    assert client.get("/sparql", params=added).json()["head"]["vars"] == ["n"]
    assert client.post("/sparql", data=added).json()["head"]["vars"] == ["n"]


def test_the_dataset_of_a_query_can_be_named(client: httpx.Client, generation: Generation) -> None:
    size = generation.manifest.graphs[CLAIMS]
    ways = [
        client.get("/sparql", params={"query": COUNT, "default-graph-uri": CLAIMS}),
        client.post(
            f"/sparql?default-graph-uri={quote(CLAIMS, safe='')}", content=COUNT, headers=DIRECT
        ),
        ask(client, COUNT.replace("WHERE", f"FROM <{CLAIMS}> WHERE")),
        ask(
            client,
            "BASE <https://w3id.org/shezhire/> PREFIX g: <id/graph/> "
            + COUNT.replace("WHERE", "FROM g:claims WHERE"),
        ),
    ]
    for answer in ways:
        assert int(answer.json()["results"]["bindings"][0]["n"]["value"]) == size
    named = {"query": COUNT, "named-graph-uri": CLAIMS}
    empty = client.get("/sparql", params=named).json()
    assert empty["results"]["bindings"][0]["n"]["value"] == "0"


def test_updates_are_refused(client: httpx.Client) -> None:
    update = "INSERT DATA { <a:> <b:> <c:> }"
    kind = {"Content-Type": "application/sparql-update"}
    for answer in (
        client.post("/sparql", content=update, headers=kind),
        client.post("/sparql", data={"update": update}),
        client.get("/sparql", params={"update": update}),
        ask(client, update),
        ask(client, "LOAD <file:///etc/passwd>"),
    ):
        assert answer.status_code == 403
        assert "read-only" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("SELECT * WHERE { ?s ?p }", 1, 25),
        ("SELECT *\nWHERE {\n  ?s ?p", 3, 8),
        ("SELECT * WHERE { ?s nothing:here ?o }", 1, 28),
        ("SELECT * WHERE {\n SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 2, 2),
        ("SELECT * FROM <http://x/> WHERE { ?s ?p ?o }", 1, 15),
        ("ASK { FILTER (" + "(" * 200 + "1" + ")" * 201 + " }", 1, DEEPEST + 13),
    ],
)
def test_a_malformed_query_is_told_where_it_breaks(
    client: httpx.Client, query: str, line: int, column: int
) -> None:
    answer = ask(client, query)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["line"] == line
    assert abs(told["column"] - column) <= 8
    assert told["expected"]
    assert told["found"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/sparql?query=", 400),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", 400),
        ("/sparql?query=%FF", 400),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=http://x/", 400),
        ("/sparql?" + "a=b&" * 200 + "query=ASK%7B%7D", 400),
    ],
)
def test_a_wrong_call_is_a_client_error(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_a_wrong_body_is_a_client_error(client: httpx.Client) -> None:
    text = {"Content-Type": "text/plain"}
    assert client.post("/sparql", content=COUNT, headers=text).status_code == 415
    assert client.post("/sparql", content=b"\xff\xfe", headers=DIRECT).status_code == 400
    large = client.post("/sparql", content=b" " * 1_100_000, headers=DIRECT)
    assert large.status_code == 413
    assert client.post("/sparql", data={"nothing": "x"}).status_code == 400
    assert client.put("/sparql", content=b"x").status_code == 405


def test_without_a_query_people_get_the_editor_and_programs_the_description(
    client: httpx.Client, generation: Generation
) -> None:
    page = client.get("/sparql", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert "unsafe-inline" not in page.headers["content-security-policy"]
    for accept in ("*/*", "application/ld+json", "application/n-quads", "application/rdf+xml"):
        answer = client.get("/sparql", headers={"Accept": accept})
        assert b"sparql-service-description" in answer.content
    described = Graph().parse(data=client.get("/sparql").text, format="turtle")
    names = {str(o) for o in described.objects() if "/graph/" in str(o)}
    assert names >= {name for name in generation.manifest.graphs if name != "default"}


def test_rdflib_asks_as_it_is(server: str) -> None:
    store = SPARQLStore(f"{server}/sparql", returnFormat="json")
    (row,) = store.query(COUNT)
    assert int(row[0]) > 1000


def test_a_query_that_was_answered_has_a_tag(client: httpx.Client) -> None:
    first = ask(client, COUNT)
    tag = {"If-None-Match": first.headers["etag"]}
    assert client.get("/sparql", params={"query": COUNT}, headers=tag).status_code == 304


# The gate alone


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("select * {}", "SELECT"),
        ("# SELECT\nASK {}", "ASK"),
        ("PREFIX ask: <http://x/SELECT#> CONSTRUCT WHERE {}", "CONSTRUCT"),
        ('BASE <x:> DESCRIBE <a> # "', "DESCRIBE"),
    ],
)
def test_the_form_is_the_first_word_after_the_prologue(query: str, form: str) -> None:
    assert inspect(query, GRAPHS) == form


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> {} }",
        "SELECT * { service silent ?x {} }",
        "SELECT * { ?s ?p 1e5SERVICE <http://x/> {} }",
        "SELECT * { ?s ?p trueSERVICE <http://x/> {} }",
        "SELECT * { ?s ?p 'x'SERVICE <http://x/> {} }",
        "SELECT * { ?s ?p <a\\u0041#> . SERVICE <http://x/> {} }",
        'SELECT * { ?s ?p "a\\u0022" SERVICE <http://x/> {} "\\u0022" }',
        "SELECT * { # \n SERVICE <http://x/> {} }",
        "SELECT * FROM <file:///etc/passwd> {}",
        "SELECT * FROM NAMED <http://x/> {}",
        "SELECT * FROM <\\u0068ttp://x/> {}",
        "PREFIX x: <http://x/> SELECT * FROM x:y {}",
        "SELECT * FROM y:z {}",
        "ASK { FILTER (" + "!" * 1000 + "true) }",
        "ASK { FILTER (" + "- " * 1000 + "1) }",
        "ASK " + "{" * 200 + "}" * 200,
        "ASK { }" + " " * LONGEST,
        "",
        "HELLO",
    ],
)
def test_the_gate_refuses(query: str) -> None:
    with pytest.raises(QueryError):
        inspect(query, GRAPHS)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a <x:SERVICE> }",
        'SELECT * { ?s ?p "SERVICE" }',
        "SELECT * { ?s ?p '''it's a SERVICE''' }",
        "PREFIX service: <x:> SELECT * { ?s service:SERVICE ?o }",
        "SELECT * { ?s ?p ?o # SERVICE\n }",
        f"SELECT * FROM <{CLAIMS}> FROM NAMED <{CLAIMS}> {{}}",
        "SELECT * { ?s ?p ?o FILTER (?o < 3 && ?o > 1) }",
    ],
)
def test_the_gate_lets_plain_queries_through(query: str) -> None:
    assert inspect(query, GRAPHS) == "SELECT"


@given(st.text(max_size=200))
def test_the_gate_never_breaks(query: str) -> None:
    with suppress(QueryError, RefusalError):
        assert inspect(query, GRAPHS) in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


@given(st.text(max_size=30), st.sampled_from(["'", '"', "'''", '"""']))
def test_a_query_hidden_in_a_string_is_no_query(words: str, mark: str) -> None:
    literal = json.dumps(words)[1:-1].replace("'", "\\'")
    inspect(f"SELECT * {{ ?s ?p {mark}{literal} SERVICE {mark} }}", GRAPHS)
