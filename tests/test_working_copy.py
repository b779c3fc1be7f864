"""What is written survives, is seen at once, hinders nobody, and goes on with the generation."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import httpx
import pyoxigraph as ox
import pytest
from conftest import TOKEN, point, running
from fastapi import FastAPI

from api.app import create_app
from api.evaluator import Limits
from api.served import Served
from api.writing import WriteToken
from graph.errors import CallError, DatasetError
from graph.store import (
    STORE,
    claim_working,
    faults,
    open_generation,
    open_working,
    prepare_working,
)
from ontology import BASE, ROV, SHZ, code

BEARER = {"Authorization": f"Bearer {TOKEN}"}
INSERT = "INSERT DATA { GRAPH <urn:note> { <urn:a> <urn:b> 'жазба'@kk } }"
ASK = "ASK { GRAPH <urn:note> { <urn:a> <urn:b> 'жазба'@kk } }"
MANY = " ".join(map(str, range(600)))
#: No machine counts these rows in the time of a test.
ENDLESS = f"VALUES ?a {{ {MANY} }} VALUES ?b {{ {MANY} }} VALUES ?c {{ {MANY} }} "
HOSTILE = (
    "INSERT DATA { <urn:slow> <urn:b> 1 } ; INSERT { <urn:slow> <urn:b> ?n } WHERE {"
    f" SELECT (COUNT(*) AS ?n) {{ {ENDLESS} }} }}"
)
LARGE = f"INSERT {{ <urn:slow> <urn:b> ?n }} WHERE {{ {ENDLESS} BIND(?a * 1e6 + ?b + ?c AS ?n) }}"


@pytest.fixture
def own(hamlet: Path, tmp_path: Path) -> Path:
    """A dataset directory that a test may do anything with."""
    return Path(shutil.copytree(hamlet, tmp_path / "dataset", symlinks=True))


def application(dataset: Path, limits: Limits | None = None) -> FastAPI:
    return create_app(dataset, limits, write_token=WriteToken(TOKEN))


@contextmanager
def asking(app: FastAPI) -> Iterator[httpx.Client]:
    """A client that may write, of a server of the application."""
    with (
        running(app) as site,
        httpx.Client(base_url=site, timeout=60, headers=BEARER) as client,
    ):
        yield client


def update(client: httpx.Client, words: str) -> httpx.Response:
    said = {"Content-Type": "application/sparql-update"}
    return client.post("/sparql", content=words, headers=said)


def ask(client: httpx.Client, query: str) -> bool:
    answer: bool = client.get("/sparql", params={"query": query}).json()["boolean"]
    return answer


def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_what_is_written_survives_and_the_generation_stays(own: Path) -> None:
    before = open_generation(own)
    with asking(application(own)) as client:
        tag = client.get("/api/bodies").headers["etag"]
        bodies = client.get("/api/bodies").content
        assert update(client, INSERT).status_code == 204
        assert update(client, "CLEAR DEFAULT").status_code == 204
        assert ask(client, ASK)
        assert not ask(client, "ASK { ?s ?p ?o }")
        mark = client.get("/sparql?query=ASK%7B%7D").headers["shezhire-working-copy-of"]
        assert mark == before.manifest.generation
        assert client.get("/api/bodies").content == bodies
        assert client.get("/api/bodies").headers["etag"] == tag
    with asking(application(own)) as client:
        assert ask(client, ASK)
        assert not ask(client, "ASK { ?s ?p ?o }")
    after = open_generation(own)
    assert after.manifest == before.manifest
    assert not list(faults(after))


def test_one_server_at_a_time_writes(own: Path) -> None:
    with asking(application(own)), pytest.raises(CallError, match="another server"):
        application(own)


def test_each_change_is_seen_by_all_who_ask_after_it(own: Path) -> None:
    query = "SELECT (MAX(?n) AS ?last) { GRAPH <urn:count> { ?s ?p ?n } }"

    def last(client: httpx.Client) -> str:
        rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
        value: str = rows[0]["last"]["value"]
        return value

    with asking(application(own)) as client, ThreadPoolExecutor(4) as several:
        for number in map(str, range(12)):
            words = f"INSERT DATA {{ GRAPH <urn:count> {{ <urn:a> <urn:b> {number} }} }}"
            assert update(client, words).status_code == 204
            assert set(several.map(last, [client] * 4)) == {number}
        shelf = next(own.glob("written/.reading"))
        until(lambda: len(list(shelf.iterdir())) == 1)


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        (HOSTILE, Limits(seconds=1.5)),
        (HOSTILE, Limits(cpu=0.5)),
        (LARGE, Limits(seconds=60, cpu=60, memory=100_000_000)),
    ],
    ids=["seconds", "cpu", "memory"],
)
def test_an_update_that_reaches_a_limit_does_nothing(own: Path, words: str, limits: Limits) -> None:
    app = application(own, limits)
    with asking(app) as client:
        assert update(client, INSERT).status_code == 204
        answer = update(client, words)
        assert answer.status_code == 503
        assert answer.headers["retry-after"]
        assert not ask(client, "ASK { <urn:slow> ?p ?o }")
        until(lambda: update(client, "INSERT DATA { <urn:after> <urn:b> 1 }").status_code == 204)
        assert ask(client, "ASK { <urn:after> ?p ?o . GRAPH <urn:note> { ?s <urn:b> ?n } }")
        assert not ask(client, "ASK { <urn:slow> ?p ?o }")


def test_reading_goes_on_while_an_update_takes_its_time(own: Path) -> None:
    app = application(own, Limits(seconds=6, cpu=6, workers=2))
    with asking(app) as client, ThreadPoolExecutor(1) as aside:
        assert update(client, INSERT).status_code == 204
        slow = aside.submit(update, client, HOSTILE)
        answered = 0
        while not slow.done():
            assert ask(client, ASK)
            answered += 1
        assert slow.result().status_code == 503
        # Had they waited for the update, there would be one.
        assert answered > 3


def test_a_writer_that_is_killed_loses_nothing_that_was_told_done(own: Path) -> None:
    app = application(own)
    with asking(app) as client:
        done = []
        for number in range(10):
            served: Served = app.state.served
            assert served.writer is not None
            if number % 3 == 2:
                for pid in served.writer.pids:
                    os.kill(pid, signal.SIGKILL)
            words = f"INSERT DATA {{ GRAPH <urn:log> {{ <urn:a> <urn:b> {number} }} }}"
            if update(client, words).status_code == 204:
                done.append(number)
        assert len(done) > 5
        assert logged(client) >= set(done)


def logged(client: httpx.Client) -> set[int]:
    query = "SELECT ?n { GRAPH <urn:log> { ?s ?p ?n } }"
    found = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    return {int(row["n"]["value"]) for row in found}


# ------------------------------------------------------------------------------ a new generation

#: What the views of the first generation, of both, and of the second say.
FIRST, BOTH = (
    f"<{BASE}body/arman> <{term}> <{value}>"
    for term, value in (
        (SHZ.subordinateTo, f"{BASE}body/education"),
        (ROV.orgType, code("legal-forms", "kmm")),
    )
)
PUBLISHED = "ASK { ?made a <https://w3id.org/shezhire/ns#Establishment> }"


def published(out: Path) -> str:
    """The name of the generation that takes the place of the first."""
    first = open_generation(out).path
    second: str = next(path.parent.name for path in out.glob("*/store") if path.parent != first)
    point(out, second)
    return second


class Writing:
    """Somebody who writes without pause, and keeps what was told done, and all other answers."""

    def __init__(self, client: httpx.Client) -> None:
        self.done: set[int] = set()
        self.other: list[str] = []
        self._client, self._over = client, Event()
        self._thread = Thread(target=self._write, daemon=True)
        self._thread.start()

    def _write(self) -> None:
        number = 0
        while not self._over.is_set():
            words = f"INSERT DATA {{ GRAPH <urn:log> {{ <urn:a> <urn:b> {number} }} }}"
            answer = update(self._client, words)
            if answer.status_code == 204:
                self.done.add(number)
            else:
                self.other.append(answer.text)
            number += 1

    def leave(self) -> None:
        self._over.set()
        self._thread.join()


def test_a_server_that_is_written_to_follows_and_nothing_is_lost_or_mixed(own: Path) -> None:
    app = application(own, Limits(seconds=60, workers=2))
    with asking(app) as client:
        gone = next(iter(open_generation(own).quads()))
        assert ask(
            client, f"ASK {{ {{ {gone.triple} }} UNION {{ GRAPH ?g {{ {gone.triple} }} }} }}"
        )
        writing = Writing(client)
        until(lambda: len(writing.done) > 3)
        second = published(own)
        until(lambda: client.get("/ready").json()["generation"] == second)
        before = len(writing.done)
        until(lambda: len(writing.done) > before + 3)
        writing.leave()
        assert writing.other == []
        assert logged(client) == writing.done
        answer = client.get("/sparql", params={"query": PUBLISHED})
        assert answer.json()["boolean"]
        assert answer.headers["shezhire-working-copy-of"] == second
        assert not ask(client, f"ASK {{ {FIRST} }}")
        assert [path.name for path in (own / "written").glob("[!.]*") if path.is_dir()] == [second]


def test_answers_are_of_one_generation_or_of_the_other(own: Path) -> None:
    app = application(own, Limits(seconds=60, workers=2))
    with asking(app) as client:
        first = client.get("/ready").json()["generation"]
        assert update(client, INSERT).status_code == 204
        second, told = published(own), set()
        while (second, True) not in told:
            answer = client.get("/sparql", params={"query": PUBLISHED})
            mark = answer.headers["shezhire-working-copy-of"]
            told.add((mark, answer.json()["boolean"]))
            assert ask(client, ASK)
        assert told <= {(first, False), (second, True)}


def test_a_copy_that_cannot_be_carried_over_is_written_to_as_before(
    own: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name = published(shutil.copytree(own, tmp_path / "elsewhere", symlinks=True))
    with asking(application(own, Limits(workers=1))) as client:
        first = client.get("/ready").json()["generation"]
        assert update(client, INSERT).status_code == 204
        (own / "written" / name).write_text("no folder, and nothing that can be removed as one")
        assert published(own) == name
        until(lambda: "not served" in caplog.text)
        assert client.get("/ready").json()["generation"] == first
        assert update(client, "INSERT DATA { <urn:after> <urn:b> 1 }").status_code == 204
        assert ask(client, "ASK { <urn:after> ?p ?o . GRAPH <urn:note> { ?s <urn:b> ?n } }")


def write(out: Path, words: str) -> Path:
    """Writes as a server does that is ended at once."""
    with claim_working(out):
        copy = prepare_working(open_generation(out))
        open_working(copy).update(words, None)
    return copy


def test_what_was_written_is_carried_over_when_a_server_starts(own: Path) -> None:
    write(own, INSERT)
    write(own, f"DELETE DATA {{ {BOTH} }}")
    name = published(own)
    copy = write(own, "INSERT DATA { <urn:after> <urn:b> 1 }")
    assert copy.name == name
    store = ox.Store.read_only(str(copy / STORE))
    assert store.query(ASK)
    assert store.query(PUBLISHED)
    assert not store.query(f"ASK {{ {BOTH} }}")
    assert open_generation(own).query(f"ASK {{ {BOTH} }}")
    assert not store.query(f"ASK {{ {FIRST} }}"), "what the new generation has no more stays away"
    assert [path for path in copy.parent.iterdir() if path.is_dir()] == [copy]


def test_a_copy_that_was_left_behind_is_not_taken_for_the_newer_one(own: Path) -> None:
    first = open_generation(own).path
    old = write(own, "INSERT DATA { <urn:first> <urn:b> 1 }")
    aside = shutil.copytree(old, own / "aside")
    published(own)
    write(own, INSERT)
    # Its server was ended when the newer copy had taken its place, before the older one went.
    shutil.move(aside, old)
    os.utime(old, (1, 1))
    point(own, first.name)
    copy = write(own, "INSERT DATA { <urn:after> <urn:b> 1 }")
    assert copy == old
    store = ox.Store.read_only(str(copy / STORE))
    assert store.query(ASK)
    assert store.query("ASK { <urn:first> ?p ?o . <urn:after> ?p ?o }")


def test_no_room_for_a_copy_is_told(own: Path) -> None:
    (own / "written").write_text("no folder")
    with pytest.raises(DatasetError, match="a folder that can be written to"):
        application(own)
