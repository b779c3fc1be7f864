"""Build of all acts with validation: processor seconds and the largest memory of a process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import HOUSE, SHEZHIRE, heading, surroundings

RUNS = 3


def build_once() -> tuple[float, float, float]:
    """Processor seconds, wall seconds, megabytes (largest resident size of one process)."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(SHEZHIRE), "build", "--out", str(Path(folder) / "dataset")]
        start = time.monotonic()
        silent, around = subprocess.DEVNULL, surroundings()
        with subprocess.Popen(command, cwd=HOUSE, stdout=silent, env=around) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit("expected a clean build; some act was skipped")
        wall = time.monotonic() - start
        return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def main() -> None:
    heading("bench/build.py", "Build of all acts of graph/acts with validation")
    for run in range(RUNS):
        cpu, wall, memory = build_once()
        print(f"  run {run + 1}: {cpu:.2f} s of CPU, {wall:.2f} s, {memory:.0f} MB")


if __name__ == "__main__":
    main()
