"""Acts read once, by whomever: the shelf, processes of this machine, a cluster."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from graph.build import build
from graph.build.acts import (
    ActFile,
    Skipped,
    in_processes,
    in_this_process,
    read_acts,
    read_one,
    shelf_of,
)
from graph.build.acts.cluster import read_by
from graph.build.acts.packing import pack, unpack
from graph.build.acts.reading import Raw, read_packed, take_in
from graph.build.acts.shelf import FOLDER, rules
from graph.errors import CallError
from graph.register import roll_of
from graph.store import BusyError

HOUSE = Path(__file__).parent.parent
WORDING = HOUSE / "tests" / "golden" / "wording" / "acts"
CORPUS = HOUSE.parent / "shared" / "acts" / "corpus"
FILES = sorted(WORDING.glob("*/*.md"))
#: Seconds in which a process must have come or gone, on a machine that does much else.
PATIENCE = 60.0


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def named(files: list[Path]) -> list[ActFile]:
    return [ActFile(path.name, path) for path in files]


def jobs(files: list[Path]) -> Iterator[tuple[int, Raw]]:
    for number, file in enumerate(named(files)):
        raw = take_in(file)
        assert isinstance(raw, Raw)
        yield number, raw


def kept(out: Path) -> dict[str, bytes]:
    """The entries of the shelf of a dataset directory."""
    return {path.name: path.read_bytes() for path in (out / FOLDER).glob("*/*")}


# ---------------------------------------------------------------- packing


@pytest.mark.parametrize("path", sorted((HOUSE / "graph" / "acts").glob("*.txt")), ids=str)
def test_an_act_that_was_packed_is_the_same_act(path: Path) -> None:
    held = read_one(path)
    data = pack(held)
    again = unpack(data)
    assert again == held
    assert pack(again) == data


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of acts is not beside the project")
def test_acts_of_the_corpus_come_back_as_they_were_packed() -> None:
    for path in sorted(CORPUS.glob("*/*.md"))[::5]:
        held = read_one(path)
        assert unpack(pack(held)) == held, path


def test_an_act_is_the_same_bytes_in_every_process() -> None:
    program = (
        "import sys; from hashlib import sha256; from pathlib import Path;"
        "from graph.build.acts import read_one; from graph.build.acts.packing import pack;"
        "print(*(sha256(pack(read_one(Path(one)))).hexdigest() for one in sys.argv[1:]))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program, *map(str, FILES)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert len(told) == 1


# ---------------------------------------------------------------- the shelf


def test_the_register_takes_the_roll_of_an_act_without_its_words(tmp_path: Path) -> None:
    with shelf_of(tmp_path) as shelf:
        harvest = read_acts(named(FILES[:3]), shelf, in_this_process, silent)
        for entry in harvest.entries:
            roll = shelf.roll(entry)
            assert roll == roll_of(shelf.get(entry))
            assert roll.named


def test_an_act_is_not_read_twice(tmp_path: Path) -> None:
    def nobody(work: Any) -> Iterator[Any]:
        assert list(work) == []
        return iter(())

    with shelf_of(tmp_path) as shelf:
        first = read_acts(named(FILES), shelf, in_this_process, silent)
    with shelf_of(tmp_path) as shelf:
        assert read_acts(named(FILES), shelf, nobody, silent) == first
        assert (shelf.found, shelf.damaged) == (len(FILES), 0)
        assert shelf.get(first.entries[0]) == read_one(FILES[0])


@pytest.mark.parametrize("name", ["act.md", "act.yaml"])
def test_an_act_is_read_again_when_it_or_its_side_file_changes(tmp_path: Path, name: str) -> None:
    for suffix in (".md", ".yaml"):
        shutil.copy(FILES[0].with_suffix(suffix), tmp_path / f"act{suffix}")
    for found in (0, 1, 0):
        with shelf_of(tmp_path / "out") as shelf:
            harvest = read_acts(named([tmp_path / "act.md"]), shelf, in_this_process, silent)
            assert (len(harvest.entries), shelf.found) == (1, found)
        if found:
            with (tmp_path / name).open("a") as file:
                file.write("\n")


def test_rules_that_change_make_every_act_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for found, release in enumerate(["of one release", "of one release", "of another"]):
        monkeypatch.setattr("graph.build.acts.shelf.rules", partial(str, release))
        with shelf_of(tmp_path) as shelf:
            read_acts(named(FILES[:1]), shelf, in_this_process, silent)
            assert shelf.found == found % 2


@pytest.mark.parametrize("damage", [b"", b"\x80\x04.", b"{}\n", None])
def test_a_damaged_entry_is_noticed_and_its_act_read_again(
    tmp_path: Path, damage: bytes | None
) -> None:
    with shelf_of(tmp_path) as shelf:
        first = read_acts(named(FILES[:2]), shelf, in_this_process, silent)
    whole = kept(tmp_path)
    path = tmp_path / FOLDER / first.entries[0].name[:2] / first.entries[0].name
    data = path.read_bytes()
    path.write_bytes(data[:-9] + b"?" + data[-8:] if damage is None else damage)
    with shelf_of(tmp_path) as shelf:
        assert read_acts(named(FILES[:2]), shelf, in_this_process, silent) == first
        assert (shelf.found, shelf.damaged) == (1, 1)
    assert kept(tmp_path) == whole


def test_what_no_act_needs_any_more_is_swept_away(tmp_path: Path) -> None:
    for files in (FILES[:3], FILES[:2]):
        with shelf_of(tmp_path) as shelf:
            read_acts(named(files), shelf, in_this_process, silent)
            shelf.sweep()
    assert len(kept(tmp_path)) == 2


def test_two_builds_do_not_share_a_shelf(tmp_path: Path) -> None:
    with shelf_of(tmp_path) as shelf:
        read_acts(named(FILES[:1]), shelf, in_this_process, silent)
        with pytest.raises(BusyError), shelf_of(tmp_path):
            pass


# ---------------------------------------------------------------- processes


class Deadly:
    """Bytes that end the process that takes them in."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


def test_a_process_that_is_killed_loses_no_act() -> None:
    def killing() -> Iterator[tuple[int, Raw]]:
        for number, raw in jobs(FILES):
            if number == 4:
                active_children()[0].kill()
            yield number, raw

    found = dict(in_processes(killing(), 2))
    assert found == dict(in_this_process(jobs(FILES)))
    assert active_children() == []


def test_an_act_that_ends_every_process_is_told() -> None:
    deadly: Any = Deadly()
    work = [*jobs(FILES[:2]), (2, Raw("deadly.md", deadly, b""))]
    found = dict(in_processes(iter(work), 2))
    assert [type(found[number]) for number in (0, 1)] == [type(read_packed(work[0][1]))] * 2
    assert isinstance(found[2], Skipped)
    assert "ended 2 processes" in str(found[2])


def test_as_few_processes_are_started_as_there_are_acts() -> None:
    seen = [len(active_children()) for _ in in_processes(jobs(FILES[:1]), 8)]
    assert seen == [1]


#: Tests that run in the background of a shell inherit that interrupts are ignored.
INTERRUPTIBLE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from graph.__main__ import main
main()
"""


@contextmanager
def a_long_build(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """A build by two processes in a group of its own, and the ids of the two."""
    acts = tmp_path / "acts"
    acts.mkdir()
    for copy in range(200):
        for path in FILES[0].parent.iterdir():
            shutil.copy(path, acts / f"{copy}-{path.name}")
    command = [sys.executable, "-c", INTERRUPTIBLE, "build", str(acts), "--workers", "2"]
    with subprocess.Popen(
        [*command, "--out", str(tmp_path / "out")],
        cwd=HOUSE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            until(lambda: len(readers(process.pid)) == 2 and kept(tmp_path / "out"))
            yield process, readers(process.pid)
        finally:
            if process.poll() is None:
                process.kill()


def readers(pid: int) -> list[int]:
    """The processes that a build started to read, not the one that tracks what they share."""
    ids = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(one) for one in ids if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def until(test: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not test():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for the processes of a build")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_ended_leaves_no_process_behind(tmp_path: Path, sign: int) -> None:
    with a_long_build(tmp_path) as (process, found):
        if sign == signal.SIGINT:
            os.killpg(process.pid, sign)
        else:
            process.send_signal(sign)
        _, errors = process.communicate(timeout=PATIENCE)
        assert process.returncode != 0
        until(lambda: not any(Path(f"/proc/{one}").exists() for one in found))
        assert b"Traceback" not in errors, errors.decode()
    assert not (tmp_path / "out" / "current").exists()


# ---------------------------------------------------------------- whole builds


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of short acts in both languages, and one that is broken."""
    folder = tmp_path_factory.mktemp("acts")
    for path in FILES:
        if path.stem in ("spin", "acc", "transfer"):
            place = folder / f"{path.parent.name}-{path.stem}.md"
            shutil.copy(path, place)
            # The invented acts all have one number.
            side = path.with_suffix(".yaml").read_text("utf-8")
            own = side.replace("33/01", str(len(path.stem)))
            place.with_suffix(".yaml").write_text(own, "utf-8")
    (folder / "empty.md").write_text("")
    (folder / "empty.yaml").write_text('recorded: "2026-11-21"\n')
    return folder


@pytest.fixture(scope="module")
def alone(acts: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The generation that one process makes of the acts."""
    report = build([acts], tmp_path_factory.mktemp("alone"))
    assert (len(report.acts), len(report.skipped), report.unchanged) == (6, 1, 0)
    return report.generation


def test_two_processes_make_the_same_bytes_and_so_does_the_shelf(
    acts: Path, alone: str, tmp_path: Path
) -> None:
    read = build([acts], tmp_path, workers=2)
    again = build([acts], tmp_path)
    assert {read.generation, again.generation} == {alone}
    assert (read.unchanged, again.unchanged) == (0, 6)


@pytest.mark.parametrize("workers", [0, -1])
def test_fewer_than_one_process_cannot_read(acts: Path, tmp_path: Path, workers: int) -> None:
    with pytest.raises(CallError, match="expected 1 or more"):
        build([acts], tmp_path, workers=workers)


# ---------------------------------------------------------------- a cluster


@contextmanager
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler on a free port of the loopback, and two workers, each a process of its own."""
    told = tmp_path / "scheduler.json"
    place = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(told)]
    started = [dask("scheduler", "--port", "0", *place)]
    try:
        until(told.exists)
        until(lambda: told.read_text().endswith("}"))
        address = json.loads(told.read_text())["address"]
        options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1"]
        started += [dask("worker", address, *options) for _ in range(2)]
        with Client(address, timeout=PATIENCE) as client:
            client.wait_for_workers(2, PATIENCE)
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait(PATIENCE)


def dask(*words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_cluster_makes_the_same_bytes_also_when_a_worker_is_killed(
    acts: Path, alone: str, tmp_path: Path
) -> None:
    with cluster(tmp_path) as (address, workers):
        told: list[int] = []

        def kill_one(stage: str, done: int, total: int) -> None:
            if stage == "read" and done == 2:
                workers[0].kill()
                told.append(done)

        report = build([acts], tmp_path / "out", scheduler=address, progress=kill_one)
    assert (report.generation, told) == (alone, [2])


def test_nobody_at_the_address_is_told_soon(
    acts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.build.acts.cluster.CONNECT", 1)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{nobody.getsockname()[1]}"
        with pytest.raises(CallError, match="expected a Dask scheduler"):
            build([acts], tmp_path, scheduler=address)


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1", "http://", "tcp://", "tcp://host:port", "x://y:1"]
)
def test_what_is_no_address_is_told(acts: Path, tmp_path: Path, address: str) -> None:
    with pytest.raises(CallError, match="found no such address"):
        build([acts], tmp_path, scheduler=address)


def test_without_the_library_its_extra_is_named(
    acts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CallError, match=r"shezhire\[cluster\]"):
        build([acts], tmp_path, scheduler="tcp://127.0.0.1:8786")


def test_workers_with_other_rules_do_not_read() -> None:
    raw = next(jobs(FILES[:1]))[1]
    assert read_by("another release", raw) is None
    assert read_by(rules(), raw) == read_packed(raw)


def test_the_bench_of_many_acts_reads_as_many_as_it_is_asked_for() -> None:
    command = [sys.executable, "bench/size.py", "--measure", "3"]
    house = Path(__file__).parents[1]
    ran = subprocess.run(
        command, cwd=house, check=True, capture_output=True, text=True, timeout=120
    )
    assert json.loads(ran.stdout)[0] == 3
