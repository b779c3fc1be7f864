"""What keeps one client from harming the others, asked over real connections."""

from __future__ import annotations

import asyncio
import gzip
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from statistics import median
from threading import Thread

import httpx
import pytest
import uvicorn
from fastapi import FastAPI, Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api.app import create_app
from api.guard import Bodies, Budget, Budgets, Patience, charge
from api.guard.budgets import client_of
from api.server import configuration, listen
from graph.store import Generation

SOON = Patience(headers=0.5, body=0.5, reading=0.5, head=4096, connections=40, per_client=30)


@contextmanager
def running(app: FastAPI, patience: Patience = SOON) -> Iterator[tuple[str, int]]:
    """A real server of an application on a free port of the loopback."""
    with listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(configuration(app, patience))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join(timeout=20)


@pytest.fixture(scope="module")
def here(generation: Generation) -> Iterator[tuple[str, int]]:
    app = create_app(generation)

    @app.get("/endless")
    async def endless() -> StreamingResponse:
        return StreamingResponse(iter([b"x" * 65_536] * 1000))

    with running(app) as address:
        yield address


@contextmanager
def connected(address: tuple[str, int], words: bytes = b"") -> Iterator[socket.socket]:
    with socket.create_connection(address, timeout=5) as client:
        client.sendall(words)
        yield client


def ended(client: socket.socket) -> bool:
    """Whether the server closes the connection within the time of the socket."""
    try:
        return client.recv(65_536) == b""
    except ConnectionResetError:
        return True


def dripped(client: socket.socket) -> bool:
    """Whether one more line finds the connection closed."""
    try:
        client.sendall(b"X: y\r\n")
        return client.recv(100) == b""
    except TimeoutError:
        return False
    except (BrokenPipeError, ConnectionResetError):
        return True


def fetched(client: socket.socket) -> bytes:
    """What comes until the connection ends."""
    read = bytearray()
    with suppress(ConnectionResetError):
        while chunk := client.recv(1 << 20):
            read += chunk
    return bytes(read)


def healthy(address: tuple[str, int]) -> float:
    """Seconds that a simple question takes."""
    began = time.perf_counter()
    assert httpx.get(f"http://{address[0]}:{address[1]}/health").status_code == 200
    return time.perf_counter() - began


# ------------------------------------------------------------------------------------- connections


@pytest.mark.parametrize(
    "words",
    [b"", b"GET /health HTTP/1.1\r\nHost: here\r\nX-Never: en"],
    ids=["nothing", "half a header"],
)
def test_a_client_that_never_ends_its_headers_is_let_go(
    here: tuple[str, int], words: bytes
) -> None:
    with connected(here, words) as client:
        assert ended(client)


def test_a_client_that_drips_its_headers_is_let_go(here: tuple[str, int]) -> None:
    with connected(here, b"GET /health HTTP/1.1\r\n") as client:
        client.settimeout(0.1)
        assert any(dripped(client) for _ in range(50))


def test_a_second_request_on_a_connection_has_its_headers_in_time_too(
    here: tuple[str, int],
) -> None:
    with connected(here, b"GET /health HTTP/1.1\r\nHost: here\r\n\r\n") as client:
        assert client.recv(65_536).startswith(b"HTTP/1.1 200")
        client.sendall(b"GET /health HT")
        assert ended(client)


def test_a_connection_serves_many_requests(here: tuple[str, int]) -> None:
    with httpx.Client(base_url=f"http://{here[0]}:{here[1]}") as client:
        assert {client.get("/health").status_code for _ in range(20)} == {200}


def test_headers_without_end_are_refused(here: tuple[str, int]) -> None:
    with connected(here, b"GET /health HTTP/1.1\r\nX: " + b"y" * 5000) as client:
        assert client.recv(65_536).startswith(b"HTTP/1.1 431 ")
        assert ended(client)


def test_a_client_that_does_not_send_its_body_is_let_go(here: tuple[str, int]) -> None:
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n"
        b"Content-Type: application/sparql-query\r\n\r\nASK"
    )
    with connected(here, head) as client:
        answer = client.recv(65_536)
        assert answer == b"" or answer.startswith(b"HTTP/1.1 408 ")


def test_a_client_that_does_not_read_is_let_go(here: tuple[str, int]) -> None:
    with connected(here, b"GET /endless HTTP/1.1\r\nHost: here\r\n\r\n") as client:
        time.sleep(1.5)
        answer = fetched(client)
    # Cut, and to be seen as cut: the last chunk of a whole answer is empty.
    assert len(answer) < 65_536 * 1000
    assert not answer.endswith(b"0\r\n\r\n")


def test_connections_beyond_the_bound_are_closed_and_counted_anew(here: tuple[str, int]) -> None:
    with ExitStack() as stack:
        for _ in range(SOON.per_client):
            stack.enter_context(connected(here))
        assert ended(stack.enter_context(connected(here)))
    # The server hears of each end in its own time.
    for _ in range(100):
        with suppress(httpx.TransportError):
            assert healthy(here)
            break
        time.sleep(0.1)
    assert healthy(here)


def test_two_hundred_half_open_connections_harm_nobody(generation: Generation) -> None:
    with running(create_app(generation), Patience(headers=2)) as address, ExitStack() as stack:
        alone = median(healthy(address) for _ in range(50))
        half = [
            stack.enter_context(connected(address, b"GET / HTTP/1.1\r\nX: ")) for _ in range(200)
        ]
        # As slow as the machine may be: they cost others next to nothing.
        assert median(healthy(address) for _ in range(50)) < 10 * alone
        assert all(map(ended, half))


# ------------------------------------------------------------------------------------------ bodies


def asked(app: FastAPI, *args: object, **kwargs: object) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.request(*args, **kwargs)  # type: ignore[arg-type]

    return asyncio.run(ask())


@pytest.fixture(scope="module")
def small(generation: Generation) -> FastAPI:
    app = create_app(generation)
    app.add_middleware(Bodies, largest=1000, seconds=1)
    return app


QUERY = {"Content-Type": "application/sparql-query"}


def test_a_body_told_to_be_too_large_is_refused_unread(small: FastAPI) -> None:
    answer = asked(small, "POST", "/sparql", content=b"x" * 1001, headers=QUERY)
    assert answer.status_code == 413
    assert answer.json()["expected"] == "at most 1000 bytes"


def test_a_body_in_chunks_is_counted(small: FastAPI) -> None:
    async def chunks():
        for _ in range(100):
            yield b"x" * 100

    answer = asked(small, "POST", "/sparql", content=chunks(), headers=QUERY)
    assert answer.status_code == 413


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br", "gzip, gzip", "x-unheard-of"])
def test_a_packed_body_is_refused(small: FastAPI, packing: str) -> None:
    bomb = gzip.compress(bytes(100_000))
    headers = {**QUERY, "Content-Encoding": packing}
    answer = asked(small, "POST", "/sparql", content=bomb, headers=headers)
    assert answer.status_code == 415
    assert answer.headers["accept-encoding"] == "identity"


def test_a_body_within_the_bound_is_read(small: FastAPI) -> None:
    answer = asked(small, "POST", "/sparql", content=b"ASK { ?s ?p ?o }", headers=QUERY)
    assert answer.json()["boolean"] is True


# ----------------------------------------------------------------------------------------- budgets


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


BUDGET = Budget(cpu=10, cpu_refill=0.5, cpu_debt=5, errors=3, errors_refill=1, errors_debt=2)


def weighed(clock: Clock) -> FastAPI:
    """An application in which one hour of a clock can be spent in a moment."""
    app = FastAPI()

    @app.get("/work")
    async def work(here: float = 0, elsewhere: float = 0, status: int = 200) -> object:
        clock.now += here
        if elsewhere:
            charge(elsewhere)
        return httpx_status(status)

    @app.post("/listen")
    async def hear(request: Request) -> int:
        return len(await request.body())

    @app.get("/health")
    async def health() -> str:
        return "ok"

    app.add_middleware(Budgets, budget=BUDGET, clock=clock)
    return app


def httpx_status(status: int) -> object:
    from starlette.responses import Response

    return Response(status_code=status)


def test_who_overspends_waits_and_is_told_how_long(clock: Clock) -> None:
    app = weighed(clock)
    assert asked(app, "GET", "/work?here=12").status_code == 200
    refused = asked(app, "GET", "/work")
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "4"
    assert refused.headers["content-type"] == "application/problem+json"
    clock.now += 4.1
    assert asked(app, "GET", "/work").status_code == 200


def test_nobody_waits_longer_than_the_debt_allows(clock: Clock) -> None:
    app = weighed(clock)
    asked(app, "GET", "/work?here=1000")
    assert asked(app, "GET", "/work").headers["retry-after"] == "10"


def test_work_of_other_processes_is_charged_instead_of_the_waiting(clock: Clock) -> None:
    app = weighed(clock)
    assert asked(app, "GET", "/work?here=100&elsewhere=1").status_code == 200
    assert asked(app, "GET", "/work?elsewhere=20").status_code == 200
    assert asked(app, "GET", "/work").status_code == 429


def test_mistakes_are_counted_and_forgiven(clock: Clock) -> None:
    app = weighed(clock)
    statuses = [asked(app, "GET", "/work?status=404").status_code for _ in range(5)]
    assert statuses == [404, 404, 404, 404, 429]
    clock.now += 2
    assert asked(app, "GET", "/work").status_code == 200


def test_our_mistakes_are_not_held_against_the_client(clock: Clock) -> None:
    app = weighed(clock)
    statuses = {asked(app, "GET", "/work?status=503").status_code for _ in range(10)}
    assert statuses == {503}


def test_the_watch_is_answered_whatever_was_spent(clock: Clock) -> None:
    app = weighed(clock)
    asked(app, "GET", "/work?here=1000")
    assert asked(app, "GET", "/health").status_code == 200


def test_the_time_that_a_client_takes_to_send_costs_nothing(clock: Clock) -> None:
    async def slowly():
        for _ in range(10):
            clock.now += 10
            yield b"x"

    app = weighed(clock)
    assert asked(app, "POST", "/listen", content=slowly()).json() == 10
    assert asked(app, "GET", "/work").status_code == 200


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:0:0:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
    ],
)
def test_a_client_is_an_address_or_a_network(one: str, other: str, same: bool) -> None:
    assert (client_of({"client": (one, 1)}) == client_of({"client": (other, 1)})) is same


def test_a_request_without_an_address_has_an_account_too() -> None:
    assert client_of({"client": None}) == client_of({})


def test_clients_do_not_pay_for_each_other(clock: Clock) -> None:
    told: list[int] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        clock.now += 100
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body"})

    async def send(message: dict) -> None:
        if message["type"] == "http.response.start":
            told.append(message["status"])

    async def receive() -> dict:
        return {"type": "http.request"}

    async def both() -> None:
        budgets = Budgets(app, Budget(cpu=10, cpu_refill=0.001), clock)
        for host in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
            scope = {
                "type": "http",
                "path": "/",
                "client": (host, 1),
                "headers": [],
                "method": "GET",
            }
            scope |= {"query_string": b"", "server": ("here", 80), "scheme": "http"}
            await budgets(scope, receive, send)  # type: ignore[arg-type]

    asyncio.run(both())
    assert told == [200, 429, 200]


def test_a_client_that_goes_away_is_no_mistake_of_ours(
    here: tuple[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n"
    with connected(here, head + b"Content-Type: application/sparql-query\r\n\r\nASK"):
        time.sleep(0.1)
    time.sleep(0.2)
    assert healthy(here)
    assert not caplog.records


@pytest.mark.parametrize(
    "head",
    [
        "GET /dataset HTTP/1.1\r\n",
        "GET /dataset HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n",
        "GET /dataset HTTP/1.1\r\nHost: a b\r\n",
        'GET /dataset HTTP/1.1\r\nHost: a"><script>\r\n',
        "GET /dataset HTTP/1.1\r\nHost: қ\r\n",
        "GET /dataset HTTP/1.1\r\nHost: [::1\r\n",
        "GET /dataset HTTP/1.1\r\nHost: a:999999\r\n",
        "GET /dataset HTTP/1.1\r\nHost: evil.example/path\r\n",
        "POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n",
        "POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n",
        "POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 30\r\n",
        "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n",
    ],
)
def test_what_two_servers_could_read_in_two_ways_is_refused(server: str, head: str) -> None:
    address = httpx.URL(server)
    with socket.create_connection((address.host, address.port), timeout=60) as connection:
        connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert answer.count(b"HTTP/1.1") == 1
    assert b"location" not in answer.lower()


@pytest.mark.parametrize("host", ["a.example", "[::1]:80", "127.0.0.1:8000", "xn--80a_b-c"])
def test_a_host_of_any_plain_form_is_taken(client: httpx.Client, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


def test_others_are_answered_while_a_long_query_is_looked_at(generation: Generation) -> None:
    """No matter how fast the machine: the longest wait of others is a part of the whole."""
    words = ("ASK { " + "?a ?b 'қ' . " * 7000 + "SERVICE <urn:x> {} }").encode()
    headers = {"Content-Type": "application/sparql-query"}

    async def waits() -> tuple[float, float]:
        transport = httpx.ASGITransport(create_app(generation))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            await client.get("/health")
            began = last = time.perf_counter()
            longest = 0.0
            asked = asyncio.ensure_future(client.post("/sparql", content=words, headers=headers))
            while not asked.done():
                await asyncio.sleep(0)
                now = time.perf_counter()
                last, longest = now, max(longest, now - last)
            assert asked.result().status_code == 400
            return longest, time.perf_counter() - began

    longest, whole = asyncio.run(waits())
    assert longest < whole / 2
