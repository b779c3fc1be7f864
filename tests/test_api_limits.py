"""The limits of a query: what is cut says so, what cannot say so is refused, what breaks shows."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread

import httpx
import pyoxigraph as ox
import pytest
from conftest import running

from api.app import create_app
from api.evaluator import Evaluator, Limits, Query
from api.negotiation import RDF_FORMS, RESULT_FORMS
from api.problems import RefusalError
from graph.store import STORE, Generation

TABLE = "SELECT ?s ?o {{ ?s ?p ?o }} LIMIT {}"
GRAPH = "CONSTRUCT {{ ?s ?p ?o }} {{ ?s ?p ?o }} LIMIT {}"
ROWS = 50
TABLES = sorted(set(RESULT_FORMS) - {"application/json"})
GRAPHS = sorted(set(RDF_FORMS) - {"application/json"})
JSON = "application/sparql-results+json"
MANY = " ".join(map(str, range(2000)))
VALUES = " ".join(f"VALUES ?{name} {{ {MANY} }}" for name in "abc")
LONG = f"SELECT (COUNT(*) AS ?n) {{ {VALUES} }}"
WIDE = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?b"


@pytest.fixture(scope="module")
def small(dataset: Path) -> Iterator[httpx.Client]:
    """A client of a server that gives little."""
    limits = Limits(seconds=20, rows=ROWS, size=1_000_000, workers=1)
    with running(create_app(dataset, limits)) as site, httpx.Client(base_url=site) as client:
        yield client


def ask(client: httpx.Client, query: str, media: str) -> httpx.Response:
    return client.post("/sparql", data={"query": query}, headers={"Accept": media})


def parsed(media: str, content: bytes) -> int:
    """Rows or triples that a reader of this form finds."""
    if media in RESULT_FORMS:
        if media == "text/csv":
            return content.count(b"\r\n") - 1
        solutions = ox.parse_query_results(content, format=RESULT_FORMS[media])
        assert isinstance(solutions, ox.QuerySolutions)
        return len(list(solutions))
    return len({quad.triple for quad in ox.parse(content, format=RDF_FORMS[media])})


@pytest.mark.parametrize(
    ("media", "query"), [*((m, TABLE) for m in TABLES), *((m, GRAPH) for m in GRAPHS)]
)
def test_an_answer_of_just_so_many_rows_is_whole(
    small: httpx.Client, media: str, query: str
) -> None:
    answer = ask(small, query.format(ROWS), media)
    assert answer.status_code == 200
    assert "shezhire-truncated" not in answer.headers
    assert parsed(media, answer.content) == ROWS


@pytest.mark.parametrize(
    ("media", "query"),
    [*((m, TABLE) for m in TABLES if m != JSON), *((m, GRAPH) for m in GRAPHS)],
)
def test_a_form_that_cannot_say_that_it_was_cut_is_refused(
    small: httpx.Client, media: str, query: str
) -> None:
    answer = ask(small, query.format(ROWS + 1), media)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert f"at most {ROWS} rows" in answer.json()["detail"]


@pytest.mark.parametrize("media", [JSON, "application/json"])
def test_json_is_cut_after_a_whole_row_and_says_so(small: httpx.Client, media: str) -> None:
    answer = ask(small, TABLE.format(10_000), media)
    assert answer.headers["shezhire-truncated"] == "rows"
    assert "Shezhire-Truncated" in answer.headers["access-control-expose-headers"]
    said = answer.json()
    assert (said["truncated"], said["limit"]) == (True, "rows")
    assert len(said["results"]["bindings"]) == ROWS
    assert said["results"] == {
        "bindings": ask(small, TABLE.format(ROWS), media).json()["results"]["bindings"]
    }


def worked(generation: Generation, limits: Limits, *asked: tuple[str, str]) -> list[object]:
    """What comes of queries, one after the other, in processes of their own."""

    async def work() -> list[object]:
        evaluator = Evaluator(generation.path / STORE, [], limits)
        found: list[object] = []
        try:
            for query, media in asked:
                try:
                    found.append(await evaluator.run(Query(query), media))
                except RefusalError as error:
                    found.append(error)
        finally:
            evaluator.close()
        return found

    return asyncio.run(work())


ALL = "SELECT * { ?s ?p ?o }"


def test_bytes_are_bounded_too(generation: Generation) -> None:
    limits = Limits(size=200_000, workers=1)
    build = "CONSTRUCT WHERE { ?s ?p ?o }"
    cut, *others = worked(
        generation, limits, (ALL, JSON), (ALL, "text/csv"), (build, "application/n-triples")
    )
    assert cut.truncated == "bytes"  # type: ignore[attr-defined]  # whatever comes of a query
    body: bytes = cut.whole()  # type: ignore[attr-defined]  # the same
    assert 150_000 < len(body) < 200_200
    assert parsed(JSON, body) > 100
    assert body.startswith(b'{"truncated":true,"limit":"bytes","head":')
    assert [other.status for other in others] == [400, 400]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [10, 40, 100])
def test_not_even_one_row_may_fit(generation: Generation, size: int) -> None:
    (told,) = worked(generation, Limits(size=size, workers=1), (ALL, JSON))
    if isinstance(told, RefusalError):
        assert told.status == 400
    else:
        assert parsed(JSON, told.whole()) == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "words", ['},{"', '"}},{"s":', "a\nb", "<result>", 'x","y', "\\", "[{", "]}}", ""]
)
@pytest.mark.parametrize("media", TABLES)
def test_what_looks_like_a_row_inside_of_a_value_is_none(
    generation: Generation, words: str, media: str
) -> None:
    """Three rows of values that look like the ends of rows, with room for three and for two."""
    literal = str(ox.Literal(words))
    query = f"SELECT * {{ VALUES (?s ?t) {{ ({literal} {literal}) (1 {literal}) ({literal} 2) }} }}"
    (whole,) = worked(generation, Limits(rows=3, workers=1), (query, media))
    assert whole.truncated == ""  # type: ignore[attr-defined]  # whatever comes of a query
    (less,) = worked(generation, Limits(rows=2, workers=1), (query, media))
    if media == JSON:
        assert parsed(media, less.whole()) == 2  # type: ignore[attr-defined]  # the same
    else:
        assert isinstance(less, RefusalError)


@pytest.mark.parametrize(
    ("limits", "query", "told"),
    [
        (Limits(seconds=2, workers=1), LONG, "at most 2 s"),
        (Limits(cpu=0.3, workers=1), LONG, "0.3 s of the processor"),
        (Limits(memory=40_000_000, workers=1), WIDE, "40000000 bytes of memory"),
    ],
)
def test_each_limit_ends_its_query_and_the_next_is_answered(
    generation: Generation, limits: Limits, query: str, told: str
) -> None:
    ended, answer = worked(generation, limits, (query, JSON), ("ASK {}", JSON))
    assert isinstance(ended, RefusalError)
    assert ended.status == 503
    assert told in str(ended)
    assert "Retry-After" in ended.headers
    assert b"true" in answer.whole()  # type: ignore[attr-defined]  # whatever comes of a query


def test_who_finds_nobody_free_is_told_so(generation: Generation) -> None:
    async def crowd() -> list[object]:
        evaluator = Evaluator(generation.path / STORE, [], Limits(seconds=1.5, workers=1))
        asked = (evaluator.run(Query(LONG), JSON) for _ in range(40))
        told = await asyncio.gather(*asked, return_exceptions=True)
        evaluator.close()
        return list(told)

    told = asyncio.run(crowd())
    assert all(isinstance(one, RefusalError) and one.status == 503 for one in told)
    assert sum("a busy one" in str(one) for one in told) == 39


def test_a_store_that_is_not_there_is_told_and_not_tried_for_ever(tmp_path: Path) -> None:
    async def work() -> tuple[object, list[int]]:
        evaluator = Evaluator(tmp_path / "none", [], Limits(workers=1))
        evaluator.start()
        told = await asyncio.gather(evaluator.run(Query("ASK {}"), JSON), return_exceptions=True)
        await asyncio.sleep(0.3)
        pids = evaluator.pids
        evaluator.close()
        return told[0], pids

    told, pids = asyncio.run(work())
    assert isinstance(told, RefusalError)
    assert told.status == 503
    assert len(pids) <= 2


def relay(site: str, many: int, listener: socket.socket) -> None:
    """Passes on one request, and so many bytes of its answer; then hangs up."""
    host, port = site.removeprefix("http://").split(":")
    with closing(listener), closing(listener.accept()[0]) as client:
        with closing(socket.create_connection((host, int(port)))) as server:
            server.sendall(client.recv(100_000))
            got = b""
            while len(got) < many and (piece := server.recv(many - len(got))):
                got += piece
        client.sendall(got)


@pytest.mark.parametrize("packed", ["identity", "gzip"])
@pytest.mark.parametrize(
    ("media", "query"), [*((m, TABLE) for m in TABLES), *((m, GRAPH) for m in GRAPHS)]
)
def test_a_stream_that_breaks_is_no_answer_in_any_form(
    server: str, media: str, query: str, packed: str
) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    thread = Thread(target=relay, args=(server, 10_000, listener))
    thread.start()
    headers = {"Accept": media, "Accept-Encoding": packed}
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(address, params={"query": query.format(5000)}, headers=headers)
    thread.join()


def test_a_worker_that_opens_its_store_slowly_is_waited_for_by_many_queries(
    generation: Generation,
) -> None:
    """A process takes longer to open its store than a query may: none is ended for that."""

    async def asked() -> tuple[list[int], bytes]:
        evaluator = Evaluator(generation.path / STORE, [], Limits(seconds=0.02, workers=1))
        pids: list[int] = []
        try:
            while len(pids) < 1000:
                with suppress(RefusalError):
                    answer = await evaluator.run(Query("ASK { ?s ?p ?o }"), "text/csv")
                    return pids, answer.whole()
                pids += evaluator.pids
            raise AssertionError("no query was answered")
        finally:
            evaluator.close()

    pids, answer = asyncio.run(asked())
    assert len(pids) > 1
    assert answer == b"true"
    # While none was ready, it was always the same that was waited for.
    assert len(set(pids[:2])) == 1


def test_the_page_of_a_query_is_not_made_of_all_that_the_endpoint_may_tell(
    client: httpx.Client,
) -> None:
    # The page is made in the process that answers everybody; data is only passed on by it.
    long = 'BIND(REPLACE("0123456789", ".", "0123456789") AS ?a) BIND(CONCAT(?a, ?a, ?a) AS ?long)'
    rows = f"SELECT ?s ?long {{ ?s ?p ?o {long} }} LIMIT 20000"
    graph = f"CONSTRUCT {{ ?s ?p ?long }} WHERE {{ ?s ?p ?o {long} }} LIMIT 20000"
    for query in (rows, graph):
        asked = {"params": {"query": query}, "headers": {"Accept": "text/html"}}
        assert len(client.get("/sparql", **asked).content) < 2_000_000
        assert client.get("/sparql", params={"query": query}).status_code == 200
    assert re.search(
        r"\d+\+",
        client.get(
            "/sparql", params={"query": rows, "lang": "en"}, headers={"Accept": "text/html"}
        ).text,
    )
