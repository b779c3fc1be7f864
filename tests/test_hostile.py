"""A server among hostile queries: they end, it goes on. `bench/hostile.py` prints all of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

HOUSE = Path(__file__).parent.parent
sys.path.insert(0, str(HOUSE / "bench"))

from hostile import (  # noqa: E402  bench is no package
    BOMBS,
    DEPTHS,
    PROCESSES,
    Outcome,
    ask,
    at_once,
    hostile_server,
    nestings,
    settled,
    watched,
)
from measure import Server, family, free_port, serving  # noqa: E402  bench is no package

LIMIT = 1.0
DIRECT = {"Content-Type": "application/sparql-query"}
PLAIN = "SELECT * { ?s ?p ?o } LIMIT 10"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are read from /proc")


@pytest.fixture(scope="module")
def victim(dataset: Path) -> Iterator[Server]:
    """A server of its own, in a process of its own."""
    port = free_port()
    with serving(hostile_server(dataset, port, LIMIT), port, "/health") as server:
        yield server


def lives(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be counted does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def ended(pids: set[int], number: int, seconds: float = 20.0) -> bool:
    """Whether so many of these processes end in time."""
    end = time.monotonic() + seconds
    while sum(not lives(pid) for pid in pids) < number:
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def answered(server: Server, seconds: float = 60.0) -> bool:
    """Whether the server is up in time."""
    end = time.monotonic() + seconds
    while not server.answers("/health"):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def answered_soon(server: Server, seconds: float = 30.0) -> bool:
    """Whether a client that asks again when it is told to is answered."""
    end = time.monotonic() + seconds
    while ask(server, "plain", PLAIN).status != 200:
        if time.monotonic() > end:
            return False
    return True


def well_ended(outcome: Outcome, grace: float) -> bool:
    """Within its limit and a grace, with an answer or with words about why there is none."""
    allowed = {400: True, 413: True, 503: True, 200: False}
    return outcome.seconds < LIMIT + grace and allowed.get(outcome.status) == outcome.told


def test_nesting_bombs_and_their_end(victim: Server) -> None:
    """One test, because all of it is one story: nothing that came before may be felt after."""
    before, number = settled(victim), victim.process.pid
    with watched(victim) as quiet:
        time.sleep(1)
    # A machine that is slow, or busy with other things, is so for whoever asks for nothing.
    slowness = max(1.0, quiet.worst(0.99) / 0.02)
    bombs = list(BOMBS.items())
    with watched(victim) as watch:
        ends = [ask(victim, *one) for depth in DEPTHS for one in nestings(depth).items()]
        alone = [ask(victim, *one) for one in bombs]
        crowd = at_once(victim, bombs[:4]) + at_once(victim, bombs[4:8])
    assert [one for one in [*ends, *alone, *crowd] if not well_ended(one, slowness)] == []
    assert {one.status for one in [*alone, *crowd]} == {503}
    assert watch.failed == 0
    assert watch.worst(0.99) < 0.1 * slowness
    assert victim.process.poll() is None
    assert victim.process.pid == number
    assert answered_soon(victim)
    assert settled(victim) < before * 1.1
    assert len(family(number)) == PROCESSES


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_the_server(dataset: Path, end: signal.Signals) -> None:
    port = free_port()
    process = subprocess.Popen(hostile_server(dataset, port, 30.0), stderr=subprocess.DEVNULL)
    server = Server(process, port)
    assert answered(server)
    workers = family(process.pid)[1:]
    assert len(workers) == PROCESSES - 1
    links = [server.connection() for _ in range(4)]
    for link in links:
        link.request("POST", "/sparql", BOMBS["VALUES product"], DIRECT)
    time.sleep(0.5)
    process.send_signal(end)
    if end == signal.SIGTERM:
        for link in links:
            link.close()
    process.wait(timeout=60)
    assert ended(set(workers), len(workers))
    for link in links:
        link.close()


def test_a_killed_worker_is_replaced(victim: Server) -> None:
    assert ask(victim, "plain", PLAIN).status == 200
    before = family(victim.process.pid)[1:]
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert ended(set(before), len(before))
    assert answered_soon(victim)
    assert not set(before) & set(family(victim.process.pid))


def test_a_client_that_goes_away_has_its_query_ended(dataset: Path) -> None:
    port = free_port()
    with serving(hostile_server(dataset, port, 60.0), port, "/health") as server:
        ask(server, "plain", PLAIN)
        before = set(family(server.process.pid)[1:])
        links = [server.connection() for _ in range(4)]
        for link in links:
            link.request(
                "POST",
                "/sparql",
                BOMBS["VALUES product"],
                {"Content-Type": "application/sparql-query"},
            )
        running = f"http://127.0.0.1:{port}/metrics"
        while "shezhire_queries_running 4.0" not in httpx.get(running).text:
            time.sleep(0.05)
        time.sleep(0.3)
        for link in links:
            link.close()
        assert ended(before, 4)
        assert ask(server, "plain", PLAIN).status == 200
