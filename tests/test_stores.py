"""The same answers whatever holds the dataset: the embedded store, or an engine of others."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import elsewhere
import httpx
import pytest
from conftest import running
from w3c_answers import said_as, same

from api.app import create_app
from api.elsewhere import Endpoint, fetch_generation
from api.evaluator import Limits
from api.server import serve
from graph.errors import CallError, DatasetError
from graph.store import Generation
from ontology import PREFIXES

GOLDEN = tomllib.loads((Path(__file__).parent / "golden/stores/queries.toml").read_text("utf-8"))
HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
REST = (
    "bodies?limit=200",
    "bodies/terekti-kolledzhi?evidence=true",
    "bodies/batys-kazakstan-oblysynyn-bilim-baskarmasy/tree",
    "bodies/batys-kazakstan-oblysynyn-bilim-baskarmasy/staff",
    "acts",
    "findings",
)


@dataclass
class Held:
    """An engine that holds the dataset, and a server over it."""

    name: str
    client: httpx.Client
    fetched: Generation
    url: str


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def held(
    request: pytest.FixtureRequest, generation: Generation, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Held]:
    folder = tmp_path_factory.mktemp(request.param)
    with getattr(elsewhere, request.param)(generation, folder) as url:
        endpoint = Endpoint(url, 300.0, 50_000_000)
        fetched = fetch_generation(endpoint, folder / "fetched")
        app = create_app(fetched, Limits(seconds=30.0), store=endpoint)
        with running(app) as site, httpx.Client(base_url=site, timeout=60) as client:
            yield Held(request.param, client, fetched, url)


def test_all_quads_come_over_unchanged(held: Held, generation: Generation) -> None:
    assert set(held.fetched.dump()) == set(generation.dump())
    assert held.fetched.manifest.acts == generation.manifest.acts
    assert held.fetched.manifest.graphs == generation.manifest.graphs
    assert held.fetched.manifest.as_of == generation.manifest.as_of


@pytest.mark.parametrize("path", REST)
def test_rest_answers_alike(held: Held, client: httpx.Client, path: str) -> None:
    assert said(held.client, path) == said(client, path)


def said(client: httpx.Client, path: str) -> Any:
    """An answer without the names of its server and its generation."""
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 200
    found = json.loads(answer.text.replace(str(client.base_url).rstrip("/"), ""))
    found.pop("generation")
    return found


@pytest.mark.parametrize("name", GOLDEN)
def test_queries_are_answered_alike(held: Held, client: httpx.Client, name: str) -> None:
    golden = GOLDEN[name]
    ours, theirs = (asked(one, golden["words"]) for one in (client, held.client))
    assert ours.status_code == 200
    alike = theirs.status_code == 200 and same(
        *(said_as(a.content, a.headers["content-type"]) for a in (ours, theirs))
    )
    if reason := golden.get("differs", {}).get(held.name):
        assert not alike, f"{held.name} no longer differs: {reason}"
        pytest.xfail(reason)
    assert alike, theirs.text[:1000]


def asked(client: httpx.Client, words: str, accept: str = "*/*") -> httpx.Response:
    headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
    return client.post("/sparql", content=HEAD + words, headers=headers)


@pytest.mark.parametrize(
    "media",
    ["text/csv", "text/tab-separated-values", "application/sparql-results+xml", "text/turtle"],
)
def test_all_forms_are_served_whatever_the_engine_knows(held: Held, media: str) -> None:
    words = GOLDEN["built" if media == "text/turtle" else "values"]["words"]
    answer = asked(held.client, words, media)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    assert answer.content
    assert asked(held.client, words, "image/png").status_code == 406


def test_the_gate_stands_before_the_engine(held: Held) -> None:
    service = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    assert asked(held.client, service).status_code == 400
    assert asked(held.client, "CLEAR ALL").status_code == 403
    assert asked(held.client, "SELECT * { ?s ?p }").status_code == 400
    unknown = {"query": "ASK {}", "default-graph-uri": "urn:none"}
    assert held.client.get("/sparql", params=unknown).status_code == 400


def test_answers_are_not_kept_for_the_store_may_change(held: Held) -> None:
    answer = held.client.get("/sparql", params={"query": "ASK {}"})
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


MANY = "SELECT ?act { GRAPH ?g { ?act a eli:LegalResourceSubdivision } }"


@pytest.mark.parametrize(
    ("limits", "size", "cut_by"),
    [
        pytest.param(Limits(rows=10), 50_000_000, "rows", id="rows"),
        pytest.param(Limits(size=20_000), 50_000_000, "bytes", id="bytes"),
        pytest.param(Limits(), 20_000, "bytes", id="bytes of the engine"),
    ],
)
def test_longer_answers_of_a_store_elsewhere_are_cut_or_refused_as_our_own_are(
    held: Held, limits: Limits, size: int, cut_by: str
) -> None:
    app = create_app(held.fetched, limits, store=Endpoint(held.url, 60.0, size))
    with running(app) as site, httpx.Client(base_url=site, timeout=60) as client:
        many = asked(client, MANY)
        assert many.status_code == 200
        assert many.headers["shezhire-truncated"] == cut_by
        told = json.loads(many.content)
        assert list(told)[:2] == ["truncated", "limit"]
        assert told["limit"] == cut_by
        assert len(told["results"]["bindings"]) >= 10
        for form in ("text/csv", "text/tab-separated-values", "application/sparql-results+xml"):
            assert asked(client, MANY, form).status_code == 400
        graph = "CONSTRUCT { ?act a eli:LegalResource } WHERE { GRAPH ?g { ?act ?p ?o } }"
        assert asked(client, graph).status_code == 400
        assert "shezhire-truncated" not in asked(client, f"{MANY} LIMIT 2").headers


def test_a_store_that_is_not_there_is_told(generation: Generation, tmp_path: Path) -> None:
    nowhere = f"http://127.0.0.1:{elsewhere.free_port()}/query"
    endpoint = Endpoint(nowhere, 1.0, 1000)
    with pytest.raises(DatasetError.__mro__[1], match="an answer of a SPARQL endpoint"):
        fetch_generation(endpoint, tmp_path)
    with running(create_app(generation, store=endpoint)) as site:
        answer = httpx.get(f"{site}/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 502
    with pytest.raises(CallError, match="expected the http"):
        Endpoint("file:///etc/passwd", 1.0, 1000)


def test_a_store_elsewhere_is_not_written_to(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("a token for tests alone")
    with pytest.raises(CallError, match="--store or a write token"):
        serve(tmp_path, write_token_file=token, store="http://127.0.0.1:9/")
