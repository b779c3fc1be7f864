"""Generations: written whole or not at all, the same bytes for the same content."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox
import pytest
from rdflib import Literal, URIRef

from graph.dataset import Layers, Record, Sorted, build_dataset
from graph.errors import DatasetError, QueryError
from graph.store import (
    FORMAT,
    BusyError,
    Manifest,
    faults,
    find_generation,
    open_generation,
    publish,
    read_manifest,
    verify,
)
from graph.store.publish import fill_store, locked
from ontology import BASE

HERE = Path(__file__).parent


@pytest.fixture
def layers(record: Record) -> Layers:
    return {**build_dataset(record), None: {(URIRef("a:s"), URIRef("a:p"), Literal("сөз"))}}


def manifest(layers: Layers) -> Manifest:
    quads = sum(map(len, layers.values()))
    return Manifest("", FORMAT, "0", BASE, date(2026, 11, 21), {"quads": quads}, {}, (), {})


@pytest.fixture
def out(tmp_path: Path, layers: Layers) -> Path:
    publish(tmp_path, manifest(layers), Sorted.of(layers), {"register.json": b"{}"})
    return tmp_path


def test_a_published_generation_is_whole_and_current(out: Path, layers: Layers) -> None:
    generation = open_generation(out)
    assert verify(out) == generation.manifest
    assert generation.path.name == generation.manifest.generation
    assert len(list(generation.quads())) == generation.manifest.counts["quads"]
    assert generation.file("register.json") == b"{}"
    (row,) = generation.query("SELECT ?o WHERE { <a:s> <a:p> ?o }")
    assert row["o"] == ox.Literal("сөз")


def test_two_publications_of_the_same_content_are_the_same_bytes(
    tmp_path: Path, layers: Layers
) -> None:
    paths = [tmp_path / name for name in ("one", "two")]
    names = {publish(path, manifest(layers), Sorted.of(layers), {}).generation for path in paths}
    assert len(names) == 1
    for name in ("dump.nq.gz", "manifest.json"):
        first, second = ((path / "current" / name).read_bytes() for path in paths)
        assert first == second


def test_the_dump_is_sorted_n_quads_without_a_clock(out: Path) -> None:
    packed = open_generation(out).file("dump.nq.gz")
    assert packed[4:8] == bytes(4)
    dumped = gzip.decompress(packed).decode().splitlines()
    assert dumped == sorted(dumped)


def test_publishing_again_keeps_the_older_generation(out: Path, layers: Layers) -> None:
    first = open_generation(out)
    layers[None].add((URIRef("a:s"), URIRef("a:p"), Literal("тағы")))
    second = publish(out, manifest(layers), Sorted.of(layers), {})
    assert open_generation(out).manifest == second
    assert verify(out / first.manifest.generation) == first.manifest
    assert len(list(first.query("SELECT ?o WHERE { <a:s> <a:p> ?o }"))) == 1


def test_a_damaged_generation_of_the_same_name_is_made_anew(out: Path, layers: Layers) -> None:
    (out / "current" / "register.json").write_bytes(b"[]")
    publish(out, manifest(layers), Sorted.of(layers), {"register.json": b"{}"})
    assert verify(out)


def test_a_second_build_is_told_to_wait_and_leaves_nothing(out: Path, layers: Layers) -> None:
    before = sorted(os.listdir(out))
    with locked(out), pytest.raises(BusyError, match="another build is writing here"):
        publish(out, manifest(layers), Sorted.of(layers), {})
    assert sorted(os.listdir(out)) == before


def test_a_failure_while_writing_leaves_the_old_generation(out: Path, layers: Layers) -> None:
    before, listed = open_generation(out).manifest, sorted(os.listdir(out))
    wrong = replace(manifest(layers), counts={"quads": 1})
    with pytest.raises(DatasetError, match="a store of 1 quads"):
        publish(out, wrong, Sorted.of(layers), {})
    assert verify(out) == before
    assert sorted(os.listdir(out)) == listed


PUBLISHING = """
import sys
from datetime import date
from pathlib import Path
from conftest import invent, resolve
from graph.dataset import Sorted, build_dataset, make_record
from graph.store import FORMAT, Manifest, publish
acts = invent()
layers = build_dataset(make_record(acts, resolve(acts), "https://example.org/"))
quads = sum(map(len, layers.values()))
for number in range(1000):
    held = Manifest("", FORMAT, str(number), "b:", date(2026, 11, 21), {"quads": quads}, {}, (), {})
    publish(Path(sys.argv[1]), held, Sorted.of(layers), {"n": str(number).encode()})
    print(number, flush=True)
"""


@pytest.fixture
def publisher(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": f"{HERE}:{HERE.parent}"}
    started = subprocess.Popen(
        [sys.executable, "-c", PUBLISHING, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    with started:
        yield started
        started.kill()


def test_a_publisher_killed_at_any_moment_leaves_a_whole_generation(
    tmp_path: Path, publisher: subprocess.Popen[str]
) -> None:
    assert publisher.stdout is not None
    assert publisher.stdout.readline() == "0\n"
    for number in range(8):
        time.sleep(0.01 * number)
        publisher.send_signal(signal.SIGSTOP)
        assert verify(tmp_path)
        publisher.send_signal(signal.SIGCONT)
    publisher.kill()
    publisher.wait()
    assert verify(tmp_path)
    with locked(tmp_path):
        assert not list(tmp_path.glob(".building-*"))


@pytest.mark.parametrize("name", ["register.json", "dump.nq.gz"])
def test_check_finds_a_changed_file(out: Path, name: str) -> None:
    path = out / "current" / name
    path.write_bytes(path.read_bytes() + b"\0")
    assert any(name in str(fault) for fault in faults(open_generation(out)))
    with pytest.raises(DatasetError):
        verify(out)


def test_check_finds_a_missing_file_and_a_changed_manifest(out: Path) -> None:
    (out / "current" / "register.json").unlink()
    path = out / "current" / "manifest.json"
    path.write_bytes(path.read_bytes().replace(b'"release": "0"', b'"release": "1"'))
    told = " ".join(map(str, faults(open_generation(out))))
    assert "register.json" in told
    assert "its own hash" in told


def test_check_finds_a_store_that_lost_a_quad(out: Path) -> None:
    generation = out / "current"
    store = ox.Store(str(generation / "store"))
    store.remove(next(iter(store)))
    store.flush()
    del store
    with pytest.raises(DatasetError, match="a store of"):
        verify(out)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 99}', '{"format": 1, "acts": 3}'])
def test_a_manifest_that_is_none_is_a_clear_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(DatasetError, match="manifest"):
        read_manifest(tmp_path)


def test_a_directory_without_a_dataset_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="shezhire build"):
        find_generation(tmp_path)


def test_a_store_that_is_loaded_in_parts_holds_the_same(out: Path, tmp_path: Path) -> None:
    for lines in (7, 1_000_000):
        (tmp_path / f"{lines}").mkdir()
        with gzip.open(out / "current" / "dump.nq.gz") as dump:
            fill_store(tmp_path / f"{lines}", cast(IO[bytes], dump), lines)
    few, all_at_once = (ox.Store(str(tmp_path / name / "store")) for name in ("7", "1000000"))
    assert set(few) == set(all_at_once)
    assert len(few) > 7


def test_a_malformed_query_is_told_as_such(out: Path) -> None:
    with pytest.raises(QueryError, match=r"SPARQL 1\.1 query"):
        open_generation(out).query("SELEC ?s")


def test_a_generation_on_a_read_only_disk_is_served(out: Path) -> None:
    folder = find_generation(out)
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert list(open_generation(out).query("SELECT ?o WHERE { <a:s> <a:p> ?o }"))
    finally:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
