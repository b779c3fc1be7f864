"""The server itself: its address, its patience, what it says when it fails."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from api.app import create_app
from api.evaluator import Evaluator, Limits, Query
from api.problems import RefusalError
from api.server import address, listen, serve
from graph.errors import CallError, DatasetError
from graph.store import STORE, Generation

NUMBERS = " ".join(map(str, range(300)))
SLOW = f"SELECT (COUNT(*) AS ?n) {{ VALUES ?a {{ {NUMBERS} }} VALUES ?b {{ {NUMBERS} }} }}"
# No machine counts to 300 to the power of five while a test waits.
ENDLESS = (
    f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?{v} {{ {NUMBERS} }}' for v in 'abcde')} }}"
)


def test_a_port_in_use_is_told_with_what_to_do(dataset: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CallError, match=rf"port {port} .* in use: .*--port"):
            serve(dataset, port=port)


def test_a_free_port_is_taken_and_told() -> None:
    with listen("127.0.0.1", 0) as listener:
        assert address(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host"])
def test_an_address_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(CallError, match="cannot listen"):
        listen(host, 0)


def test_the_sixth_version_is_written_in_brackets() -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    try:
        listener = listen("::1", 0)
    except CallError:
        pytest.skip("the loopback of this machine has no IPv6")
    with listener:
        assert address(listener).startswith("http://[::1]:")


def test_a_folder_without_a_dataset_says_how_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="shezhire build"):
        create_app(tmp_path)


def test_a_query_that_takes_too_long_is_given_up(generation: Generation) -> None:
    evaluator = Evaluator(generation.path / STORE, [], Limits(workers=1, seconds=0.1))
    with pytest.raises(RefusalError) as told:
        asyncio.run(evaluator.run(Query(ENDLESS), "text/csv"))
    evaluator.close()
    assert told.value.status == 503
    assert told.value.headers == {"Retry-After": "5"}


def test_queries_are_never_run_in_the_loop_of_the_server(generation: Generation) -> None:
    async def both() -> tuple[bytes, bool]:
        evaluator = Evaluator(generation.path / STORE, [], Limits(workers=1))
        running = asyncio.create_task(evaluator.run(Query(SLOW), "text/csv"))
        await asyncio.sleep(0)
        free = not running.done()
        answer = await running
        evaluator.close()
        return answer.whole(), free

    assert asyncio.run(both()) == (b"n\r\n90000\r\n", True)


def test_a_mistake_of_ours_is_not_told_to_strangers(generation: Generation) -> None:
    app = create_app(generation)

    @app.get("/mistake")
    async def mistake() -> None:
        raise ZeroDivisionError("the secret of the house")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.get("/mistake")

    answer = asyncio.run(ask())
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text


def test_pages_run_no_foreign_script(client: httpx.Client) -> None:
    for path in ("/", "/sparql", "/nothing", "/docs"):
        policy = client.get(path, headers={"Accept": "text/html"}).headers[
            "content-security-policy"
        ]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy


def test_reader_and_program_are_told_of_a_fault_each_in_their_way(client: httpx.Client) -> None:
    page = client.get("/body/nobody", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    problem = client.get("/nobody", headers={"Accept": "*/*"})
    assert problem.headers["content-type"] == "application/problem+json"


def test_words_of_a_request_come_back_harmless(client: httpx.Client) -> None:
    evil = "<script>alert(1)</script>"
    for path in (f"/body/{evil}", f"/?q={evil}", f"/sparql?query={evil}"):
        answer = client.get(path, headers={"Accept": "text/html"})
        assert evil not in answer.text


def test_a_store_of_triples_can_be_written_in_every_form() -> None:
    from api.evaluator import triples_bytes
    from api.negotiation import RDF_FORMS

    one = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b#c"), ox.Literal("d", language="kk"))
    for media, form in RDF_FORMS.items():
        (quad,) = ox.parse(triples_bytes([one], media), format=form)
        assert quad.triple == one
