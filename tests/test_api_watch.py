"""What the server tells those who watch it: metrics, lines of a log, names of requests."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import httpx
import pytest
from conftest import running

from api.app import create_app
from api.evaluator import Limits
from api.watch import Log
from graph.store import Generation

HERE = Path(__file__).parent
SECRET = "Құпия іздеу"


@pytest.fixture
def lines() -> list[str]:
    return []


async def answered(generation: Generation, log: Log, *paths: str, **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(create_app(generation, log=log), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        for path in paths:
            answer = await client.get(path, headers=headers)
    return answer


def ask(generation: Generation, log: Log, *paths: str, **headers: str) -> httpx.Response:
    return asyncio.run(answered(generation, log, *paths, **headers))


def test_every_answer_has_a_name_that_stands_in_the_log(
    generation: Generation, lines: list[str]
) -> None:
    log = Log("all", write=lines.append)
    answer = ask(generation, log, "/api/bodies?limit=1")
    (noted,) = map(json.loads, lines)
    assert noted["id"] == answer.headers["x-request-id"]
    assert (noted["method"], noted["route"], noted["status"]) == ("GET", "/api/bodies", 200)
    assert noted["milliseconds"] > 0


def test_a_name_that_came_with_the_request_is_kept(generation: Generation) -> None:
    answer = ask(generation, Log(), "/health", **{"X-Request-ID": "from-the-proxy.1"})
    assert answer.headers["x-request-id"] == "from-the-proxy.1"


@pytest.mark.parametrize("evil", ["a b", "x" * 65, '"}{"', ""])
def test_a_name_that_is_not_plain_is_replaced(generation: Generation, evil: str) -> None:
    answer = ask(generation, Log(), "/health", **{"X-Request-ID": evil})
    assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["x-request-id"])


def test_the_log_holds_no_word_of_what_was_asked(generation: Generation, lines: list[str]) -> None:
    query = quote(f'ASK {{ ?s ?p "{SECRET}" }}')
    paths = (f"/api/bodies?q={SECRET}", f"/body/{SECRET}", f"/sparql?query={query}", f"/{SECRET}")
    ask(generation, Log("all", write=lines.append), *paths)
    assert len(lines) == 4
    told = "".join(lines)
    for word in (SECRET, quote(SECRET), "127.0.0.1", "ASK"):
        assert word not in told


def test_a_query_is_known_by_its_fingerprint(generation: Generation, lines: list[str]) -> None:
    log = Log("all", write=lines.append)
    for words in ("ASK {}", "ASK {}", "ASK { }"):
        ask(generation, log, f"/sparql?query={quote(words)}")
    first, same, other = map(json.loads, lines)
    assert first["query"] == same["query"] != other["query"]
    assert (first["characters"], other["characters"]) == (6, 7)


def test_the_slow_log_holds_what_was_slow_or_failed(
    generation: Generation, lines: list[str]
) -> None:
    ask(generation, Log("slow", slow=60, write=lines.append), "/api/bodies?limit=1", "/nothing")
    assert lines == []
    ask(generation, Log("slow", slow=0, write=lines.append), "/api/bodies?limit=1")
    assert json.loads(lines[0])["slow"] is True


def test_no_log_is_written_unless_it_is_wanted(
    generation: Generation, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(generation, Log(slow=0), "/api/bodies?limit=1")
    assert capsys.readouterr().err == ""


def test_metrics_count_requests_by_route(client: httpx.Client) -> None:
    client.get("/api/bodies?limit=1")
    told = client.get("/metrics").text
    assert 'shezhire_requests_total{method="GET",route="/api/bodies",status="200"}' in told
    assert "shezhire_requests_open 1.0" in told
    assert "shezhire_request_seconds_bucket" in told


# ------------------------------------------------------------------------------------ graceful stop

SERVING = """
import sys, time
from pathlib import Path
import api.app, api.server
made = api.app.create_app
def with_a_slow_answer(*args, **more):
    app = made(*args, **more)
    @app.get("/slow")
    def slow() -> str:
        print("asked", flush=True)
        time.sleep(1)
        return "whole"
    return app
api.server.create_app = with_a_slow_answer
api.server.serve(Path(sys.argv[1]), port=0)
"""


@pytest.fixture
def serving(dataset: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    with subprocess.Popen(
        [sys.executable, "-c", SERVING, str(dataset)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
    ) as process:
        assert process.stderr is not None
        yield process, process.stderr.readline().split()[-1]
        process.kill()


def test_a_server_told_to_stop_ends_its_answers_first(
    serving: tuple[subprocess.Popen[str], str],
) -> None:
    process, address = serving
    assert process.stdout is not None
    with httpx.Client(base_url=address, timeout=60) as client:
        told: list[str] = []
        asking = Thread(target=lambda: told.append(client.get("/slow").text))
        asking.start()
        assert process.stdout.readline() == "asked\n"
        began = time.perf_counter()
        process.send_signal(signal.SIGTERM)
        asking.join(timeout=60)
        process.wait(timeout=60)
    assert told == ['"whole"']
    assert time.perf_counter() - began < 10, "it waits for answers, not for its patience to end"


def metrics(client: httpx.Client, name: str) -> dict[str, float]:
    """What is counted under a name, by its labels as they are written."""
    text = client.get("/metrics").text
    found = re.findall(rf"^{name}(?:{{(.*)}})? (\S+)$", text, re.MULTILINE)
    return {labels: float(number) for labels, number in found}


def test_queries_are_counted_by_what_became_of_them(dataset: Path) -> None:
    words = "Құпия"
    limits = Limits(seconds=1, rows=5, memory=200_000_000, workers=1)
    many = " ".join(map(str, range(600)))
    endless = f"VALUES ?a {{ {many} }} VALUES ?b {{ {many} }} VALUES ?c {{ {many} }}"
    asked = {
        "answered": f"ASK {{ ?s ?p '{words}' }}",
        "cut": "SELECT * { ?s ?p ?o }",
        "rows": "CONSTRUCT WHERE { ?s ?p ?o }",
        "refused": f"SELECT * {{ SERVICE <http://127.0.0.1:9/{words}> {{ ?s ?p ?o }} }}",
        "malformed": "SELECT ?x { ?s ?p }",
        "seconds": f"SELECT (COUNT(*) AS ?n) {{ {endless} }}",
    }
    with running(create_app(dataset, limits)) as site, httpx.Client(base_url=site) as client:
        for query in asked.values():
            client.post("/sparql", data={"query": query}, timeout=60)
        counted = metrics(client, "shezhire_queries_total")
        assert {k: n for k, n in counted.items() if n} == {
            f'kind="query",outcome="{outcome}"': 1 for outcome in asked
        }
        cost = metrics(client, "shezhire_query_cpu_seconds_count")
        assert cost['kind="query"'] == len(asked) - 1
        replaced = metrics(client, "shezhire_workers_replaced_total")
        assert replaced == {'cause="seconds"': 1}
        (told,) = metrics(client, "shezhire_generation_info")
        assert client.get("/ready").json()["generation"] in told
        assert metrics(client, "shezhire_workers")[""] >= 1
        assert words not in client.get("/metrics").text
