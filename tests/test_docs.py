"""What the README shows is what the program says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parent.parent / "README.md"
CONSOLE = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<answer>.*?)```", re.DOTALL)
BLOCKS = [(m["command"], m["answer"]) for m in CONSOLE.finditer(README.read_text("utf-8"))]


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def test_the_readme_answers_five_questions() -> None:
    assert len(BLOCKS) >= 5


@pytest.mark.parametrize(("command", "answer"), BLOCKS)
def test_a_command_of_the_readme_gives_the_answer_shown(
    command: str, answer: str, dataset: Path
) -> None:
    program, *arguments = shlex.split(command)
    assert program == "shezhire"
    done = subprocess.run(
        [sys.executable, "-m", "graph", *arguments],
        env={"SHEZHIRE_DATASET": str(dataset), "COLUMNS": "120", "PATH": ""},
        cwd=README.parent,
        capture_output=True,
        check=True,
        timeout=60,
        encoding="utf-8",
    )
    assert lines(done.stdout) == lines(answer)


def test_every_folder_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:graph|api|ontology|shapes|bench)/[\w/]*)`", README.read_text("utf-8"))
    assert named
    for folder in named:
        assert (README.parent / folder).exists(), folder
