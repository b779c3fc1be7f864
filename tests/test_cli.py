"""What the command line prints, where, and with which exit code."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.__main__ import main

ACTS = Path(__file__).parent.parent / "graph" / "acts"
ACT = ACTS / "aktobe-2016-34.kk.txt"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, as a shell would."""

    def shezhire(*words: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["shezhire", *(str(word) for word in words)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return shezhire


@pytest.fixture
def act(tmp_path: Path) -> Path:
    """A copy of an act that is not in the record."""
    return Path(shutil.copy(ACT, tmp_path))


def test_version_is_that_of_the_project(run: Run) -> None:
    assert run("--version") == Ran(0, "shezhire 0.1.0\n", "")


def test_help_names_every_command(run: Run) -> None:
    named = set(run("--help").out.split())
    assert {"add", "build", "check", "export", "lineage", "query", "read", "search"} <= named
    assert {"serve", "staff", "tree", "validate", "why"} <= named


def test_help_opens_no_room_that_takes_long() -> None:
    program = "import sys, graph.__main__; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()).isdisjoint({"rdflib", "networkx", "pyshacl", "openpyxl"})


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["tree", "--depth", "0"],
        ["tree", "--at", "21.11.2026"],
        ["export", "--format", "doc"],
        ["add", "no-such-file.txt"],
        ["query", "a", "b", "c"],
    ],
)
def test_a_wrong_call_ends_with_two_and_no_traceback(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


def test_add_writes_the_side_file_once(run: Run, act: Path) -> None:
    ran = run("add", act, "--recorded", "2026-11-21")
    assert (ran.code, ran.err) == (0, "")
    side = act.with_suffix(".yaml")
    assert side.read_bytes() == ACT.with_suffix(".yaml").read_bytes()
    again = run("add", act, "--recorded", "2026-11-22")
    assert again.code == 2
    assert "in the record already" in again.err
    assert side.read_bytes() == ACT.with_suffix(".yaml").read_bytes()


def test_add_tells_russian_by_its_letters(tmp_path: Path) -> None:
    from graph.cli.sides import detect

    assert detect("О создании государственного учреждения «Отдел образования»") == "ru"
    assert detect("Мемлекеттік мекеме құру туралы қаулы, әкімдіктің № 5") == "kk"


def test_add_takes_no_text_of_another_alphabet(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "english.txt"
    text.write_text("On the establishment of a state institution", encoding="utf-8")
    ran = run("add", text)
    assert ran.code == 2
    assert "--language" in ran.err
    assert list(tmp_path.iterdir()) == [text]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03" * 20, "plain text"),
        ("Қаулы".encode("utf-16"), "UTF-8"),
        ("қаулы\nбұл \xff".encode("latin-1", "replace"), "text"),
    ],
)
def test_what_is_no_act_is_refused_with_its_place(
    run: Run, tmp_path: Path, content: bytes, expected: str
) -> None:
    text = tmp_path / "act.txt"
    text.write_bytes(content)
    for command in ("add", "read"):
        ran = run(command, text)
        assert ran.code in (1, 2)
        assert "act.txt" in ran.err
        assert expected in ran.err
    assert list(tmp_path.iterdir()) == [text]


def test_read_shows_the_document_without_a_side_file(run: Run, act: Path) -> None:
    ran = run("read", act, "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)
    table = run("read", act)
    assert "app_0__point_1 " in table.out
    assert "repairs" in table.err
    assert list(act.parent.iterdir()) == [act]


def test_no_dataset_says_how_to_make_one(run: Run, tmp_path: Path) -> None:
    ran = run("query", tmp_path, "ASK {}")
    assert ran.code == 1
    assert "shezhire build" in ran.err


def test_a_broken_pipe_ends_quietly() -> None:
    command = [sys.executable, "-m", "graph", "read", str(ACT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        words = process.stderr.read().decode()
    assert "Traceback" not in words
    assert "Exception" not in words
