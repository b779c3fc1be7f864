"""A short walk of the fuzzer over what reads bytes of strangers; `make fuzz` walks further."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
pytest.importorskip("atheris", reason="atheris has no build for this machine")


@pytest.mark.parametrize(("target", "runs"), [("gate", 5_000), ("inside", 300)])
def test_bytes_of_strangers_are_read_or_refused_in_words(target: str, runs: int) -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "fuzzing.py"), target, f"-runs={runs}", "-seed=20261122"],
        capture_output=True,
        text=True,
        errors="replace",
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert f"Done {runs} runs" in done.stderr
