"""Writing: who may, where it goes, what it leaves alone, what becomes of it."""

from __future__ import annotations

import logging
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from conftest import TOKEN

from api.gate import inspect_update
from api.sparql.using import put_to
from api.writing import WriteToken, read_token
from graph.errors import CallError, QueryError

UPDATE = {"Content-Type": "application/sparql-update"}
TURTLE = {"Content-Type": "text/turtle"}
BEARER = {"Authorization": f"Bearer {TOKEN}"}
INSERT = "INSERT DATA { GRAPH <urn:note> { <urn:a> <urn:b> 'жазба'@kk } }"


def update(client: httpx.Client, words: str, **headers: str) -> httpx.Response:
    return client.post("/sparql", content=words, headers={**UPDATE, **headers})


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
