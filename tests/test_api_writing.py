"""Writing: who may, where it goes, what it leaves alone, what becomes of it."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from conftest import TOKEN, running

from api.app import create_app
from api.evaluator import Limits
from api.gate import inspect_update
from api.sparql.using import put_to
from api.writing import WriteToken, read_token
from graph.errors import CallError, QueryError
from graph.store import Generation, faults, open_generation, prepare_working, publish

UPDATE = {"Content-Type": "application/sparql-update"}
TURTLE = {"Content-Type": "text/turtle"}
BEARER = {"Authorization": f"Bearer {TOKEN}"}
INSERT = "INSERT DATA { GRAPH <urn:note> { <urn:a> <urn:b> 'жазба'@kk } }"
ASK = "ASK { GRAPH <urn:note> { <urn:a> <urn:b> 'жазба'@kk } }"


@pytest.fixture
def own(dataset: Path, tmp_path: Path) -> Path:
    """A dataset directory that a test may do anything with."""
    return Path(copytree(dataset, tmp_path / "dataset", symlinks=True))


@contextmanager
def writing(dataset: Path, limits: Limits | None = None) -> Iterator[httpx.Client]:
    """A client that may write, of a server over a dataset directory."""
    app = create_app(dataset, limits, write_token=WriteToken(TOKEN))
    with (
        running(app) as site,
        httpx.Client(base_url=site, timeout=30, headers=BEARER) as client,
    ):
        yield client


def update(client: httpx.Client, words: str, **headers: str) -> httpx.Response:
    return client.post("/sparql", content=words, headers={**UPDATE, **headers})


def ask(client: httpx.Client, query: str) -> bool:
    found = client.get("/sparql", params={"query": query})
    # A worker that was ended is replaced; until the next one has opened the store, 503 says so.
    for _ in range(20):
        if found.status_code != 503:
            break
        time.sleep(0.5)
        found = client.get("/sparql", params={"query": query})
    answer: bool = found.json()["boolean"]
    return answer


@pytest.mark.parametrize(
    ("authorization", "challenge"),
    [
        (None, 'Bearer realm="shezhire"'),
        ("Basic dXNlcjpwYXNz", 'Bearer realm="shezhire"'),
        ("Bearer", 'error="invalid_token"'),
        (f"Bearer {TOKEN[:-1]}", 'error="invalid_token"'),
        (f"Bearer {TOKEN} x", 'error="invalid_token"'),
        ("Bearer қазақша".encode(), 'error="invalid_token"'),
    ],
)
@pytest.mark.parametrize("way", ["direct", "form", "put", "post", "delete"])
def test_who_has_no_token_is_told_what_is_missing(
    writable: httpx.Client, authorization: str | bytes | None, challenge: str, way: str
) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    with httpx.Client(base_url=writable.base_url, headers=headers) as client:
        answer = {
            "direct": lambda: update(client, INSERT),
            "form": lambda: client.post("/sparql", data={"update": INSERT}),
            "put": lambda: client.put("/data?default", content=b"", headers=TURTLE),
            "post": lambda: client.post("/data", content=b"", headers=TURTLE),
            "delete": lambda: client.delete("/data?default"),
        }[way]()
    assert answer.status_code == 401
    assert challenge in answer.headers["www-authenticate"]
    assert TOKEN[:-1] not in answer.text


@pytest.mark.parametrize(
    "field", [f"access_token={TOKEN}", "access_token=", f"key={TOKEN}".replace(" ", "+")]
)
def test_a_token_in_an_address_or_a_form_is_refused(writable: httpx.Client, field: str) -> None:
    answers = [
        writable.post(f"/sparql?{field}", content=INSERT, headers=UPDATE),
        writable.get(f"/sparql?query=ASK%7B%7D&{field}"),
        writable.put(f"/data?default&{field}", content=b"", headers=TURTLE),
        writable.get(f"/data/x?{field}"),
        writable.post(
            "/sparql",
            content=f"update=CLEAR+ALL&{field}",
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        ),
    ]
    for answer in answers:
        assert answer.status_code == 400
        assert TOKEN not in answer.text


def test_a_server_without_a_token_takes_no_writing(client: httpx.Client) -> None:
    for answer in (
        update(client, INSERT, **BEARER),
        client.put("/data?default", content=b"", headers={**TURTLE, **BEARER}),
        client.post("/data", content=b"", headers={**TURTLE, **BEARER}),
        client.delete("/data/x", headers=BEARER),
    ):
        assert answer.status_code == 403
    assert client.options("/data").headers["allow"] == "GET, HEAD, OPTIONS"


def test_each_path_tells_its_methods(writable: httpx.Client) -> None:
    assert writable.options("/sparql").headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert "PUT" in writable.options("/data").headers["allow"]
    # Scripts of other sites may read, and never with a token.
    said = writable.options("/data", headers={"Origin": "http://elsewhere.example"}).headers
    assert "PUT" not in said["access-control-allow-methods"]
    assert "authorization" not in said["access-control-allow-headers"].lower()
    assert "access-control-allow-credentials" not in said
    refused = writable.put("/sparql", content=b"")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")


@pytest.mark.parametrize("secret", ["", "short", "қазақша құпия сөз, ұзын", "x" * 20 + "\n"])
def test_a_token_that_can_be_guessed_or_mistyped_is_none(secret: str) -> None:
    with pytest.raises(CallError, match="at least 16 characters"):
        WriteToken(secret)


def test_the_token_comes_from_a_file_or_the_environment_and_is_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    monkeypatch.setenv("SHEZHIRE_WRITE_TOKEN", "another token of the environment")
    held = read_token(file)
    assert held is not None
    assert held.admits(TOKEN)
    assert not held.admits("another token of the environment")
    assert read_token(None) is None, "no process started later finds it"
    assert TOKEN not in f"{held!r} {held}" + caplog.text
    with pytest.raises(CallError, match="a file with a write token"):
        read_token(tmp_path / "none")


def test_what_is_written_survives_and_the_generation_stays(own: Path) -> None:
    before = open_generation(own)
    with writing(own) as client:
        tag = client.get("/api/bodies").headers["etag"]
        bodies = client.get("/api/bodies").content
        assert update(client, INSERT).status_code == 204
        assert update(client, "CLEAR DEFAULT").status_code == 204
        assert ask(client, ASK)
        mark = client.get("/sparql?query=ASK%7B%7D").headers["shezhire-working-copy-of"]
        assert mark == before.manifest.generation
        assert client.get("/api/bodies").content == bodies
        assert client.get("/api/bodies").headers["etag"] == tag
    with writing(own) as client:
        assert ask(client, ASK)
        assert not ask(client, "ASK { ?s ?p ?o }")
    after = open_generation(own)
    assert after.manifest == before.manifest
    assert not list(faults(after))


def test_what_is_written_is_carried_over_to_a_new_generation(own: Path) -> None:
    old = open_generation(own)
    base = old.manifest.base
    (gone,) = list(
        old.query("SELECT ?b { ?b a <http://www.w3.org/ns/org#FormalOrganization> } LIMIT 1")
    )
    with writing(own) as client:
        assert update(client, INSERT).status_code == 204
        assert update(client, f"DELETE WHERE {{ {gone['b']} ?p ?o }}").status_code == 204
    layers = {None: [], f"{base}graph/claims": []}
    dropped = None
    for quad in old.dump():
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else None
        if graph == f"{base}graph/findings":
            dropped = quad
        else:
            layers.setdefault(graph, []).append(quad)
    new = _republished(own, old, layers)
    folder = prepare_working(new)
    copy = ox.Store.read_only(str(folder / "store"))
    assert copy.query(ASK)
    assert not list(copy.quads_for_pattern(gone["b"], None, None, ox.DefaultGraph()))
    assert next(new.store.quads_for_pattern(gone["b"], None, None, ox.DefaultGraph()))
    assert dropped is not None
    assert dropped not in copy, "what the new generation has no more is not brought back"
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == [folder.name]


def _republished(own: Path, old: Generation, layers: dict[str | None, list[ox.Quad]]) -> Generation:
    """The same dataset with other layers, as a new generation."""
    triples = {
        graph: list(
            rdflib.Graph().parse(
                data=ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES),
                format="nt",
            )
        )
        for graph, quads in layers.items()
    }
    counts = {**old.manifest.counts, "quads": sum(map(len, triples.values()))}
    graphs = {name or "default": len(held) for name, held in triples.items()}
    manifest = replace(old.manifest, generation="", files={}, counts=counts, graphs=graphs)
    publish(own, manifest, triples, {})
    return open_generation(own)


def test_one_server_at_a_time_writes(own: Path) -> None:
    with writing(own), pytest.raises(CallError, match="another server"):
        create_app(own, write_token=WriteToken(TOKEN))


def test_an_update_that_reaches_a_limit_does_nothing(own: Path) -> None:
    many = " ".join(map(str, range(600)))
    slow = (
        f"INSERT DATA {{ <urn:slow> <urn:b> 1 }} ; INSERT {{ <urn:slow> <urn:b> ?n }} WHERE {{"
        f" SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {many} }} VALUES ?b {{ {many} }}"
        f" VALUES ?c {{ {many} }} }} }}"
    )
    with writing(own, Limits(seconds=2)) as client:
        client.get("/sparql?query=ASK%7B%7D")
        answer = update(client, slow)
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        assert not ask(client, "ASK { <urn:slow> ?p ?o }")


@pytest.mark.parametrize(
    "words",
    [
        "LOAD <http://127.0.0.1:9/>",
        "load <file:///etc/passwd> INTO GRAPH <urn:g>",
        "CLEAR ALL;LOAD<http://127.0.0.1:9/>",
        "LOAD SILENT <urn:a> ; LOAD <urn:b>",
        "INSERT {} WHERE { SERVICE <http://x/> {} }",
        "INSERT DATA {" + "[" * 200 + "]" * 200 + "}",
    ],
)
def test_the_gate_refuses_an_update_that_would_fetch_or_nest(words: str) -> None:
    with pytest.raises(QueryError):
        inspect_update(words)


def test_words_that_only_look_like_load_pass() -> None:
    words = "PREFIX load: <urn:> INSERT DATA { load:LOAD <urn:LOAD> 'LOAD <x>' } # LOAD"
    assert inspect_update(words) == words
    silent = "LOAD SILENT <http://x/> INTO GRAPH <urn:g> ; CLEAR DEFAULT"
    assert "x/" not in inspect_update(silent)
    assert inspect_update(silent).endswith("; CLEAR DEFAULT")
    ox.Store().update(inspect_update(silent))


def test_the_dataset_of_the_protocol_is_put_before_each_pattern() -> None:
    words = "DELETE WHERE { ?s ?p 'WHERE {' } ; INSERT { ?s ?p 1 } WHERE { { SELECT * WHERE {} } }"
    put = put_to(words, ["urn:g"], ["urn:n"])
    assert put.count("USING <urn:g> USING NAMED <urn:n> WHERE") == 2
    assert put.count("WHERE {") == 5
    ox.Store().update(put)


def test_a_graph_changes_only_as_the_condition_says(writable: httpx.Client) -> None:
    name = {"graph": "urn:x-shezhire:conditional"}
    writable.delete("/data", params=name)
    first = {**TURTLE, "If-None-Match": "*"}
    one, two = "<urn:a> <urn:b> 1 .", "<urn:a> <urn:b> 2 ."
    assert writable.put("/data", params=name, content=one, headers=first).status_code == 201
    assert writable.put("/data", params=name, content=two, headers=first).status_code == 412
    tag = writable.get("/data", params=name).headers["etag"]
    other = writable.get("/data", params=name, headers={"Accept": "application/n-triples"})
    assert other.headers["etag"] != tag, "one tag for each form"
    matching = {**TURTLE, "If-Match": f'"x", {tag}'}
    assert writable.put("/data", params=name, content=two, headers=matching).status_code == 204
    assert writable.put("/data", params=name, content=one, headers=matching).status_code == 412
    gone = writable.delete("/data", params=name, headers={"If-Match": tag})
    assert gone.status_code == 412
    new = writable.get("/data", params=name).headers["etag"]
    held = writable.get("/data", params=name, headers={"If-None-Match": new})
    assert held.status_code == 304
    assert writable.delete("/data", params=name, headers={"If-Match": new}).status_code == 204


def test_documents_of_the_generation_cannot_be_shadowed(writable: httpx.Client) -> None:
    path = "/data/act/aktobe-akimat-2016-34.ttl"
    for place in (path, "/data/dump.ttl"):
        assert writable.put(place, content=b"", headers=TURTLE).status_code == 409
    assert writable.get(path).status_code == 200


def test_a_graph_without_a_name_gets_one(writable: httpx.Client) -> None:
    made = writable.post("/data", content="<> <urn:b> <#c> .", headers=TURTLE)
    assert made.status_code == 201
    place = made.headers["location"]
    found = writable.get(place, headers={"Accept": "application/n-triples"}).text
    assert found.strip() == f"<{place}> <urn:b> <{place}#c> ."
    assert writable.delete(place).status_code == 204
    assert writable.get(place).status_code == 404


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, b"<urn:a> <urn:b> 1 .", 415),
        ({"Content-Type": "text/html"}, b"", 415),
        ({"Content-Type": "application/trig"}, b"", 415),
        ({"Content-Type": "text/turtle; charset=koi8-r"}, b"", 415),
        ({"Content-Type": "text/turtle"}, b"\xff\xfe", 400),
        ({"Content-Type": "application/rdf+xml"}, b"<rdf:RDF", 400),
        ({"Content-Type": "multipart/form-data"}, b"", 400),
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x--\r\n", 400),
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x\r\n\r\na\r\n--x--\r\n", 415),
    ],
)
def test_what_cannot_be_read_is_refused(
    writable: httpx.Client, headers: dict[str, str], body: bytes, status: int
) -> None:
    answer = writable.put("/data?graph=urn:unread", content=body, headers=headers)
    assert answer.status_code == status
    assert writable.get("/data?graph=urn:unread").status_code == 404


def test_a_form_of_which_one_file_cannot_be_read_changes_nothing(writable: httpx.Client) -> None:
    files = {
        "a": ("a.ttl", "<urn:a> <urn:b> 1 .", "text/turtle"),
        "b": ("b.ttl", "<urn:a> <urn:b", "text/turtle"),
    }
    assert writable.post("/data?graph=urn:unread", files=files).status_code == 400
    assert writable.get("/data?graph=urn:unread").status_code == 404
