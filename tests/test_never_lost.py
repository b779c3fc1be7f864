"""Publishing, backing up and restoring: whatever happens meanwhile, a whole generation is there."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Literal, URIRef

from graph.cli import app
from graph.dataset import Layers, Sorted
from graph.errors import CallError, DatasetError
from graph.store import (
    FORMAT,
    BusyError,
    Manifest,
    backup,
    claim_working,
    open_generation,
    open_working,
    prepare_working,
    publish,
    restore,
    verify,
)
from graph.store.publish import locked
from ontology import BASE

HERE = Path(__file__).parent
LAYERS: Layers = {
    None: {
        (URIRef(f"a:{number}"), URIRef("a:word"), Literal(f"сөз {number}"))
        for number in range(1000)
    }
}


def manifest(release: str) -> Manifest:
    counts = {"quads": len(LAYERS[None])}
    return Manifest("", FORMAT, release, BASE, date(2026, 11, 21), counts, {}, (), {})


@pytest.fixture
def out(tmp_path: Path) -> Path:
    held = tmp_path / "dataset"
    publish(held, manifest("first"), Sorted.of(LAYERS), {"register.json": b"{}"})
    return held


@pytest.fixture
def kept(out: Path, tmp_path: Path) -> Path:
    file = tmp_path / "kept.tar.gz"
    backup(out, file)
    return file


def release(out: Path) -> str:
    return verify(out).release


# -------------------------------------------------------------------------- killed while publishing

# The engine has threads, which no child inherits: each publisher and each look has its own process.
KILLING = """
import json, os, random, signal, sys, time
from pathlib import Path
import graph.hierarchy.compact.making  # loaded before, as by a build that has read acts
from test_never_lost import LAYERS, manifest
from graph.dataset import Sorted
from graph.store import publish, verify

def held_now():
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.write(writing, verify(out).release.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        release = told.read()
    os.waitpid(child, 0)
    return release

def publisher(number):
    if not (child := os.fork()):
        publish(out, manifest(number), Sorted.of(LAYERS), {"n": number.encode()})
        os._exit(0)
    return child

out, kills = Path(sys.argv[1]), int(sys.argv[2])
started = time.perf_counter()
os.waitpid(publisher("whole"), 0)
takes = time.perf_counter() - started
chance, amid, published, held = random.Random(20261122), 0, 0, held_now()
assert held == "whole", held
for number in map(str, range(kills)):
    child = publisher(number)
    time.sleep(chance.uniform(0, 1.5 * takes))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    amid += bool(list(out.glob(".building-*")))
    before, held = held, held_now()
    assert held in (before, number), (before, held)
    published += held != before
    # A machine that other work slows or leaves alone: about every second publisher is to be done.
    takes *= 0.95 if held != before else 1.05
print(json.dumps({"amid": amid, "published": published}))
"""


def test_200_publishers_killed_at_random_moments_leave_the_old_or_the_new(out: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLING, str(out), "200"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{HERE}:{HERE.parent}"},
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    # Kills that all come too early, or too late, would show nothing.
    assert told["amid"] > 20
    assert 5 < told["published"] < 195
    with locked(out):
        assert not list(out.glob(".building-*"))


def test_after_a_kill_the_old_generation_is_opened_within_two_seconds(out: Path) -> None:
    (out / ".building-killed").mkdir()
    (out / ".building-killed" / "dump.nq.gz").write_bytes(b"half")
    started = time.perf_counter()
    assert open_generation(out).manifest.release == "first"
    assert time.perf_counter() - started < 2


# -------------------------------------------------------------------------------- disks that refuse


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes, where one may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs the rights of root")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_generation_and_no_rest(small_disk: Path) -> None:
    held = small_disk / "dataset"
    publish(held, manifest("first"), Sorted.of(LAYERS), {})
    before = sorted(os.listdir(held))
    with pytest.raises(OSError, match=r"[Nn]o space"):
        publish(held, manifest("second"), Sorted.of(LAYERS), {"large": os.urandom(3_000_000)})
    assert release(held) == "first"
    assert sorted(os.listdir(held)) == before


def test_a_disk_that_fills_while_the_store_is_written_leaves_the_old(small_disk: Path) -> None:
    held = small_disk / "dataset"
    publish(held, manifest("first"), Sorted.of(LAYERS), {})
    before = sorted(os.listdir(held))
    room = os.statvfs(small_disk)
    (small_disk / "others").write_bytes(bytes(room.f_bavail * room.f_frsize - 60_000))
    with pytest.raises(OSError, match=r"[Nn]o space"):
        publish(held, manifest("second"), Sorted.of(LAYERS), {})
    assert release(held) == "first"
    assert sorted(os.listdir(held)) == before


def test_a_full_disk_leaves_the_old_backup(out: Path, small_disk: Path) -> None:
    file = small_disk / "kept.tar.gz"
    backup(out, file)
    before = file.read_bytes()
    publish(out, manifest("second"), Sorted.of(LAYERS), {"large": os.urandom(3_000_000)})
    with pytest.raises(OSError, match=r"[Nn]o space"):
        backup(out, file)
    assert file.read_bytes() == before
    assert os.listdir(small_disk) == ["kept.tar.gz"]


def test_a_disk_that_is_read_only_is_served_and_not_written_to(out: Path) -> None:
    mount = ["mount", "--bind", "-o", "ro", str(out), str(out)]
    if os.geteuid() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a disk to be read only needs the rights of root")
    try:
        with pytest.raises(OSError, match=r"[Rr]ead-only"):
            publish(out, manifest("second"), Sorted.of(LAYERS), {})
        assert release(out) == "first"
        assert open_generation(out).query("ASK { ?s ?p ?o }")
    finally:
        # Lazily: the store that was opened may not have been let go of yet.
        subprocess.run(["umount", "--lazy", str(out)], check=True)


# ----------------------------------------------------------------------------- there and back again


def test_a_restored_backup_is_the_same_generation(out: Path, kept: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    assert restore(kept, there) == verify(out)
    assert verify(there) == verify(out)
    for name in ("manifest.json", "dump.nq.gz", "register.json"):
        assert (there / "current" / name).read_bytes() == (out / "current" / name).read_bytes()
    assert set(open_generation(there).quads()) == set(open_generation(out).quads())


def test_two_backups_of_a_generation_are_the_same_bytes(
    out: Path, kept: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.tar.gz"
    backup(out / "current", again)
    assert again.read_bytes() == kept.read_bytes()


def test_restoring_over_a_newer_generation_keeps_it_beside(out: Path, kept: Path) -> None:
    newer = publish(out, manifest("second"), Sorted.of(LAYERS), {})
    restore(kept, out)
    assert release(out) == "first"
    assert verify(out / newer.generation).release == "second"


def test_a_damaged_generation_is_not_backed_up(out: Path, kept: Path) -> None:
    before = kept.read_bytes()
    (out / "current" / "register.json").write_bytes(b"[]")
    with pytest.raises(DatasetError, match=r"register\.json"):
        backup(out, kept)
    assert kept.read_bytes() == before


def test_a_backup_cut_anywhere_changes_nothing(out: Path, kept: Path, tmp_path: Path) -> None:
    publish(out, manifest("second"), Sorted.of(LAYERS), {})
    whole, cut = kept.read_bytes(), tmp_path / "cut.tar.gz"
    before = sorted(os.listdir(out))
    for share in range(20):
        cut.write_bytes(whole[: len(whole) * share // 20])
        with pytest.raises(DatasetError):
            restore(cut, out)
    assert release(out) == "second"
    assert sorted(os.listdir(out)) == before


@pytest.mark.parametrize("name", ["manifest.json", "dump.nq.gz", "register.json"])
def test_a_backup_with_a_changed_byte_is_refused(
    out: Path, kept: Path, name: str, tmp_path: Path
) -> None:
    plain = bytearray(gzip.decompress(kept.read_bytes()))
    with tarfile.open(kept) as archive:
        member = archive.getmember(name)
    plain[member.offset_data + member.size // 2] ^= 1
    changed = tmp_path / "changed.tar.gz"
    changed.write_bytes(gzip.compress(plain))
    with pytest.raises(DatasetError):
        restore(changed, tmp_path / "there")
    assert not (tmp_path / "there" / "current").exists()


def entry(name: str, **fields: object) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    for field, value in fields.items():
        setattr(made, field, value)
    return made


@pytest.mark.parametrize(
    "foreign",
    [
        entry("../outside", size=4),
        entry("/tmp/outside", size=4),
        entry("store/CURRENT", size=4),
        entry("link", type=tarfile.SYMTYPE, linkname="/etc/passwd"),
        entry("hard", type=tarfile.LNKTYPE, linkname="manifest.json"),
        entry("pipe", type=tarfile.FIFOTYPE),
        entry("manifest.json", size=4),
        entry("more.json", size=4),
        entry("..", size=4),
    ],
    ids=lambda made: made.name,
)
def test_a_foreign_file_in_a_backup_is_refused(
    kept: Path, foreign: tarfile.TarInfo, tmp_path: Path
) -> None:
    changed = tmp_path / "changed.tar"
    changed.write_bytes(gzip.decompress(kept.read_bytes()))
    with tarfile.open(changed, "a") as archive:
        archive.addfile(foreign, io.BytesIO(b"evil"))
    packed = tmp_path / "changed.tar.gz"
    packed.write_bytes(gzip.compress(changed.read_bytes()))
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(DatasetError):
        restore(packed, tmp_path / "there")
    assert sorted(os.listdir(tmp_path)) == sorted([*before, "there"])
    assert os.listdir(tmp_path / "there") == [".lock"]


def write(out: Path, update: str) -> None:
    with claim_working(out):
        open_working(prepare_working(open_generation(out))).update(update, None)


def written(out: Path) -> set[ox.Quad]:
    with claim_working(out):
        return set(open_working(prepare_working(open_generation(out))).store)


UPDATE = 'DELETE WHERE { <a:1> ?p ?o } ; INSERT DATA { GRAPH <a:g> { <a:s> <a:p> "жаңа" } }'


def test_what_was_written_beside_a_generation_goes_there_and_back(
    out: Path, tmp_path: Path
) -> None:
    write(out, UPDATE)
    file, there = tmp_path / "file.tar.gz", tmp_path / "there"
    backup(out, file)
    restore(file, there)
    assert written(there) == written(out) != set(open_generation(out).quads())
    assert verify(there) == verify(out)
    backup(there, tmp_path / "again.tar.gz")
    assert (tmp_path / "again.tar.gz").read_bytes() == file.read_bytes()


def test_what_was_written_since_is_not_overwritten(out: Path, tmp_path: Path) -> None:
    write(out, UPDATE)
    file = tmp_path / "file.tar.gz"
    backup(out, file)
    write(out, 'INSERT DATA { <a:s> <a:p> "кейін" }')
    before = written(out)
    with pytest.raises(CallError, match="written here already"):
        restore(file, out)
    assert written(out) == before


def test_a_backup_is_not_made_while_a_server_may_write(out: Path, tmp_path: Path) -> None:
    with claim_working(out), pytest.raises(CallError, match="another server"):
        backup(out, tmp_path / "file.tar.gz")


def test_a_restore_and_a_build_exclude_each_other(out: Path, kept: Path) -> None:
    with locked(out), pytest.raises(BusyError, match="another build is writing here"):
        restore(kept, out)


def test_the_commands_say_what_they_did(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, there = str(tmp_path / "file.tar.gz"), str(tmp_path / "there")
    name = verify(out).generation
    for words, told in (
        (["backup", file, str(out)], f"{file}: generation {name} (1000 quads)"),
        (["restore", file, there], f"{there}: generation {name} (1000 quads)"),
        (["check", there], f"{there}/{name}: whole (1000 quads)"),
    ):
        app(words, standalone_mode=False)
        assert capsys.readouterr().out == f"{told}\n"
