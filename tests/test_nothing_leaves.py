"""No query makes the server ask another: a listening catcher hears nothing."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from threading import Thread

import httpx
import pyoxigraph as ox
import pytest
from conftest import running

from api.app import create_app
from api.evaluator import Evaluator, Limits, Query
from api.problems import RefusalError
from api.writing import WriteToken
from graph.errors import QueryError
from graph.store import STORE, Generation

JSON = "application/sparql-results+json"
RESULT = (
    b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:found"}}]}}'
)


class Catcher:
    """Listens, keeps the first line of what it hears, and answers as an endpoint would."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.site = f"http://127.0.0.1:{self.port}"
        self.heard: list[str] = []
        self._thread = Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            client, _ = self._listener.accept()
            with client:
                client.settimeout(2)
                data = b""
                with suppress(TimeoutError):
                    data = client.recv(65536)
                if data.startswith(b"over"):
                    return
                self.heard.append(data.split(b"\r\n")[0].decode())
                client.sendall(self._answer(data))

    def _answer(self, data: bytes) -> bytes:
        if b" /away" in data:
            there = f"Location: {self.site}/elsewhere\r\n"
            return f"HTTP/1.1 307 Away\r\n{there}Content-Length: 0\r\n\r\n".encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {JSON}\r\nContent-Length: {len(RESULT)}\r\n\r\n"
        return head.encode() + RESULT

    def close(self) -> None:
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            last.sendall(b"over")
        self._thread.join()
        self._listener.close()


@pytest.fixture
def catcher() -> Iterator[Catcher]:
    """A server that must hear nothing."""
    catcher = Catcher()
    yield catcher
    catcher.close()


def escaped(words: str) -> str:
    """Each sign as its code point."""
    return "".join(f"\\u{ord(sign):04X}" for sign in words)


def reaching(site: str) -> list[str]:
    """Queries that reach for an address, each in a way of its own."""
    there, within = f"<{site}/x>", "{ ?s ?p ?o }"
    whole = f"PREFIX x: <{site}/> PREFIX : <{site}/> BASE <{site}/> SELECT * "
    services = [
        f"SERVICE {there}",
        f"SERVICE SILENT {there}",
        f"service{there}",
        f"SeRvIcE #\n {there}",
        f"SERVICE # \r\n SILENT # '''\n {there}",
        "SERVICE x:y",
        "SERVICE <y>",
        "SERVICEx:y",
        "SERVICE:y",
        "SERVICESILENTx:y",
        "SERVICE SILENT:y",
        f"SERVICE <{escaped(site)}>",
        f"{escaped('SERVICE')} {there}",
        f"\\u0053ERVICE {there}",
        f"SERV\\u0049CE {there}",
        f"SERVICE <{site}/\\u0078>",
        f"VALUES ?e {{ {there} }} SERVICE ?e",
        f"BIND({there} AS ?e) SERVICE ?e",
        f"?a ?b trueSERVICE {there}",
        "?a ?b trueSERVICEx:y",
        f"?a ?b 1e5SERVICE {there}",
        f"?a ?b 'x'SERVICE {there}",
        f"?a ?b 'x'@enSERVICE {there}",
        f"GRAPH ?g {{}} SERVICE {there}",
        f"{{ SELECT * {{ SERVICE {there} {within} }} }} OPTIONAL",
        f"VALUES ?x {{ '''abc' }} SERVICE {there}",
        f"FILTER(?a<?b#>'''\n) SERVICE {there} {within} #'''\n OPTIONAL",
        f"FILTER(?a<'>') SERVICE {there} {within} #'\n OPTIONAL",
        f"FILTER(?a<<http://a#>) SERVICE {there} {within} #\n OPTIONAL",
        f"FILTER EXISTS {{ SERVICE {there} {within} }} OPTIONAL",
        f"# \r SERVICE {there}",
    ]
    froms = [
        f"FROM {there}",
        f"FROM NAMED {there}",
        f"FROM <{escaped(site)}>",
        "FROM x:y",
        "FROMx:y",
        "FROM <y>",
        "FROM <file:///etc/passwd>",
        "FROM NAMED <file:///etc/passwd>",
    ]
    return [
        *(f"{whole} {{ ?a ?b ?c . {service} {within} }}" for service in services),
        *(f"{whole} {{ {service} {within} }}" for service in services),
        *(f"{whole} {one} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {within} }} }}" for one in froms),
        f"{whole} {{ GRAPH {there} {within} }}",
        f"{whole} {{ ?s <http://www.w3.org/2002/07/owl#imports> {there} }}",
        f"LOAD {there}",
        f"LOAD SILENT {there} INTO GRAPH <g:>",
        f"PREFIX x: <{site}/> LOADx:y",
        f"DESCRIBE {there}",
        f"ASK {{ FILTER({there}('x')) }}",
    ]


def test_the_gate_lets_nothing_through_that_reaches_out(server: str, catcher: Catcher) -> None:
    with httpx.Client(base_url=server) as client:
        for query in reaching(catcher.site):
            answer = client.post("/sparql", data={"query": query})
            assert answer.status_code in (200, 400, 403), query
            if answer.status_code == 200:
                assert b"root:" not in answer.content
        for field in ("default-graph-uri", "named-graph-uri"):
            for graph in (catcher.site, "file:///etc/passwd"):
                asked = {"query": "SELECT * { ?s ?p ?o }", field: graph}
                assert client.post("/sparql", data=asked).status_code == 400
        assert client.get("/data", params={"graph": catcher.site}).status_code == 404
    assert catcher.heard == []


def test_the_engine_could_not_reach_out_without_the_gate(
    generation: Generation, catcher: Catcher
) -> None:
    async def work() -> int:
        evaluator = Evaluator(generation.path / STORE, [], Limits(seconds=2, workers=1))
        refused = 0
        for query in reaching(catcher.site):
            try:
                await evaluator.run(Query(query, base=catcher.site), JSON)
            except (QueryError, RefusalError):
                refused += 1
        evaluator.close()
        return refused

    assert asyncio.run(work()) > 10
    assert catcher.heard == []


def test_a_store_of_many_files_is_asked_and_still_reaches_out_nowhere(
    tmp_path: Path, catcher: Catcher
) -> None:
    # The engine opens 16 files at once and the others as it needs them.
    store = ox.Store(str(tmp_path / "store"))
    for number in range(3):
        triple = ox.NamedNode(f"urn:{number}"), ox.NamedNode("urn:is"), ox.Literal(1)
        store.extend(ox.Quad(*triple, graph) for graph in (ox.DefaultGraph(), triple[0]))
        store.flush()
    del store
    assert len(list((tmp_path / "store").glob("*.sst"))) > 16

    async def work() -> tuple[bytes, int]:
        evaluator = Evaluator(tmp_path / "store", [], Limits(seconds=20, workers=1))
        every = Query("SELECT ?s { ?s ?p 1 }", base=catcher.site)
        told, refused = (await evaluator.run(every, JSON)).whole(), 0
        for query in reaching(catcher.site):
            try:
                await evaluator.run(Query(query, base=catcher.site), JSON)
            except (QueryError, RefusalError):
                refused += 1
        evaluator.close()
        return told, refused

    told, refused = asyncio.run(work())
    assert told.count(b'"uri"') == 3
    assert refused > 10
    assert catcher.heard == []


@pytest.fixture
def opened(dataset: Path, catcher: Catcher) -> Iterator[httpx.Client]:
    """A client of a server that may ask two addresses of the catcher and no other."""
    services = frozenset((f"{catcher.site}/sparql", f"{catcher.site}/away"))
    limits = Limits(seconds=10, workers=1, services=services)
    with running(create_app(dataset, limits)) as site, httpx.Client(base_url=site) as client:
        yield client


def ask(client: httpx.Client, query: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query}, timeout=20)


@pytest.mark.parametrize(
    "service",
    [
        "SERVICE <{}/sparql>",
        "SERVICE SILENT <{}/sparql>",
        "service # that one\n <{}/sparql>",
        "SERVICE x:sparql",
    ],
)
def test_a_named_endpoint_is_asked(opened: httpx.Client, catcher: Catcher, service: str) -> None:
    words = service.format(catcher.site)
    query = f"PREFIX x: <{catcher.site}/> SELECT * {{ {words} {{ ?s ?p 'SERVICE \"' }} }}"
    answer = ask(opened, query)
    assert answer.json()["results"]["bindings"][0]["s"]["value"] == "urn:found"
    assert catcher.heard == ["POST /sparql HTTP/1.1"]


def test_a_redirect_does_not_lead_elsewhere(opened: httpx.Client, catcher: Catcher) -> None:
    answer = ask(opened, f"SELECT * {{ SERVICE <{catcher.site}/away> {{ ?s ?p ?o }} }}")
    assert answer.status_code == 502
    assert answer.headers["content-type"] == "application/problem+json"
    assert catcher.heard == ["POST /away HTTP/1.1"]


def test_no_other_endpoint_is_asked(opened: httpx.Client, catcher: Catcher) -> None:
    for query in reaching(catcher.site):
        assert ask(opened, query).status_code in (200, 400, 403), query
    base = f"BASE <{catcher.site}/> SELECT * {{ SERVICE <sparql> {{ ?s ?p ?o }} }}"
    twice = (
        f"PREFIX x: <{catcher.site}/> PREFIX x: <{catcher.site}/other/>"
        " SELECT * { SERVICE x:sparql { ?s ?p ?o } }"
    )
    for query in (base, twice):
        assert ask(opened, query).status_code == 400
    assert catcher.heard == []


def test_what_an_endpoint_is_asked_for_hides_no_other(
    opened: httpx.Client, catcher: Catcher
) -> None:
    inner = f"SERVICE <{catcher.site}/sparql> {{ SERVICE <{catcher.site}/x> {{ ?s ?p ?o }} }}"
    assert ask(opened, f"SELECT * {{ {inner} }}").status_code == 400
    assert catcher.heard == []


TOKEN = "a-token-of-enough-characters"


def reaching_bodies(site: str) -> list[tuple[str, str]]:
    """Graphs whose words ask a reader to fetch something else, by media type."""
    entity = f'<!DOCTYPE r [<!ENTITY e SYSTEM "{site}/e">]>'
    local = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    described = '<rdf:Description rdf:about="urn:a"><p xmlns="urn:">&e;</p></rdf:Description>'
    imports = "<urn:a> <http://www.w3.org/2002/07/owl#imports>"
    return [
        ("application/ld+json", f'{{"@context": "{site}/context.jsonld", "@id": "urn:a"}}'),
        ("application/ld+json", f'{{"@context": ["{site}/c"], "@id": "urn:a", "name": "b"}}'),
        ("application/ld+json", f'{{"@context": {{"@import": "{site}/c"}}, "@id": "urn:a"}}'),
        ("application/rdf+xml", f"{entity}{rdf}>{described}</rdf:RDF>"),
        ("application/rdf+xml", f"{local}{rdf}>{described}</rdf:RDF>"),
        ("application/rdf+xml", f'<!DOCTYPE r SYSTEM "{site}/d">{rdf}/>'),
        ("text/turtle", f"{imports} <{site}/ontology> ."),
        ("application/n-triples", f"{imports} <{site}/ontology> ."),
    ]


def test_what_is_written_makes_nothing_be_fetched(
    dataset: Path, tmp_path: Path, catcher: Catcher
) -> None:
    own = Path(copytree(dataset, tmp_path / "dataset", symlinks=True))
    app = create_app(own, write_token=WriteToken(TOKEN))
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    with running(app) as site, httpx.Client(base_url=site, timeout=30, headers=bearer) as client:
        for media, words in reaching_bodies(catcher.site):
            headers = {"Content-Type": media}
            put = client.put("/data?graph=urn:g", content=words, headers=headers)
            assert put.status_code in (201, 204, 400), words
            assert "root:" not in client.get("/data?graph=urn:g").text
        service = f"SERVICE <{catcher.site}/s> {{ ?s ?p ?o }}"
        asking = f"INSERT {{ <urn:a> <urn:b> ?s }} WHERE {{ {service} }}"
        for words in (f"LOAD <{catcher.site}/x>", asking):
            headers = {"Content-Type": "application/sparql-update"}
            assert client.post("/sparql", content=words, headers=headers).status_code == 400
    assert catcher.heard == []
