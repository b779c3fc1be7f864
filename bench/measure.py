"""What every measurement needs: a server of its own, its processor time, and what it ran on."""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from importlib.metadata import version
from pathlib import Path

HOUSE = Path(__file__).parent.parent
DATASET = Path(os.environ.get("SHEZHIRE_DATASET", HOUSE / "dataset"))
SHEZHIRE = HOUSE / ".venv" / "bin" / "shezhire"
PATIENCE = 60.0
#: With it each process compiles all modules anew, which takes 0.6 s of a build or a start.
_UNKEPT = "PYTHONDONTWRITEBYTECODE"


def heading(script: str, figure: str) -> None:
    """What is measured, with what, so that a printed figure can be made again."""
    print(f"\n{figure}")
    python = f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    print(f"  shezhire {version('shezhire')}, {python}; command: python {script}")


def surroundings() -> dict[str, str]:
    """The environment of what is measured: as a user has it, who keeps compiled modules."""
    return {name: value for name, value in os.environ.items() if name != _UNKEPT}


@dataclass
class Server:
    """A server under measurement: its process and one open connection to it."""

    process: subprocess.Popen[bytes]
    port: int

    def connection(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def answers(self, path: str) -> bool:
        """Whether a request is answered with 200 by now."""
        link = self.connection()
        try:
            link.request("GET", path)
            return link.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            link.close()

    def cpu_seconds(self) -> float:
        """Processor time of the process and everything it started, in seconds (Linux only)."""
        return sum(_cpu_seconds(pid) for pid in family(self.process.pid))


@contextmanager
def serving(command: list[str | Path], port: int, path: str) -> Iterator[Server]:
    """A server that has answered `path` once; stopped at the end."""
    silent, around = subprocess.DEVNULL, surroundings()
    process = subprocess.Popen(command, stdout=silent, stderr=silent, env=around)
    server = Server(process, port)
    try:
        _wait(server, path)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def shezhire_server(port: int) -> list[str | Path]:
    """The command that serves the built dataset on a port of this machine."""
    return [SHEZHIRE, "serve", DATASET, "--host", "127.0.0.1", "--port", str(port)]


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(server: Server, path: str) -> None:
    end = time.monotonic() + PATIENCE
    while not server.answers(path):
        if server.process.poll() is not None or time.monotonic() > end:
            raise SystemExit(f"expected an answer from {server.process.args}; none came")
        time.sleep(0.01)


def family(pid: int) -> list[int]:
    """The process and all that it has started (Linux only)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(one for child in children for one in family(int(child)))]


def _cpu_seconds(pid: int) -> float:
    # The clock of another process, in nanoseconds: CPUCLOCK_SCHED of MAKE_PROCESS_CPUCLOCK in
    # Linux. /proc/<pid>/stat counts in hundredths of a second, which is thirty of our answers.
    return time.clock_gettime((~pid << 3) | 2)
