"""A newer generation takes the place of the one served, and nobody notices but by its name."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest
from conftest import point, running

from api.app import create_app
from api.evaluator import Limits
from graph.store import read_manifest

SECOND = "2" * 16
ASKED = ("/ready", "/api/bodies?limit=1", "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D")


@pytest.fixture
def growing(dataset: Path, tmp_path: Path) -> Path:
    """A dataset directory of our own, to publish into."""
    out = tmp_path / "out"
    shutil.copytree(dataset, out, symlinks=True)
    return out


def another(out: Path, name: str, copy: str) -> None:
    """The same generation under another name."""
    shutil.copytree(out / name, out / copy)
    manifest = replace(read_manifest(out / name), generation=copy)
    (out / copy / "manifest.json").write_bytes(manifest.written())


class Visitors:
    """Clients that ask without pause, and keep what went wrong."""

    def __init__(self, site: str, number: int) -> None:
        self._site, self._over = site, Event()
        self.answered = 0
        self.failed: list[str] = []
        self._threads = [Thread(target=self._visit, args=(n,)) for n in range(number)]
        for thread in self._threads:
            thread.start()

    def _visit(self, number: int) -> None:
        with httpx.Client(base_url=self._site, timeout=20) as client:
            while not self._over.wait(0.03):
                path = ASKED[number % len(ASKED)]
                number += 1
                try:
                    answer = client.get(path, headers={"Cache-Control": "no-cache"})
                except httpx.HTTPError as error:
                    self.failed.append(f"{path}: {error!r}")
                    continue
                self.answered += 1
                if answer.status_code != 200:
                    self.failed.append(f"{path}: {answer.status_code} {answer.text[:200]}")

    def leave(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()


def served(site: str) -> str:
    name: str = httpx.get(f"{site}/ready", timeout=20).json()["generation"]
    return name


def waited(site: str, name: str, seconds: float = 20.0) -> bool:
    """Whether the generation of this name is served in time."""
    end = time.monotonic() + seconds
    while served(site) != name:
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture
def site(growing: Path) -> Iterator[str]:
    limits = Limits(seconds=8, workers=2)
    with running(create_app(growing, limits)) as address:
        yield address


def test_no_request_fails_while_a_generation_takes_the_place_of_another(
    growing: Path, site: str
) -> None:
    first = served(site)
    visitors = Visitors(site, 3)
    try:
        another(growing, first, SECOND)
        point(growing, SECOND)
        assert waited(site, SECOND)
        point(growing, first)
        assert waited(site, first)
    finally:
        visitors.leave()
    assert visitors.failed == []
    assert visitors.answered > 20
    assert httpx.get(f"{site}/sparql", params={"query": "ASK {}"}).json()["boolean"]


def test_a_broken_generation_is_not_taken(growing: Path, site: str) -> None:
    first = served(site)
    another(growing, first, SECOND)
    (growing / SECOND / "store" / "CURRENT").write_text("nothing\n")
    point(growing, SECOND)
    time.sleep(1.5)
    assert served(site) == first
    answer = httpx.get(f"{site}/sparql", params={"query": "ASK { ?s ?p ?o }"})
    assert answer.json()["boolean"]
