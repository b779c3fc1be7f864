"""Start of the server from a built dataset to its first answer about a body."""

from __future__ import annotations

import time

from measure import free_port, heading, serving, shezhire_server

RUNS = 5
QUESTION = "/api/bodies?limit=1"


def start_once() -> tuple[float, float]:
    """Wall seconds to the first answer, processor seconds spent until then."""
    port = free_port()
    start = time.monotonic()
    with serving(shezhire_server(port), port, QUESTION) as server:
        return time.monotonic() - start, server.cpu_seconds()


def main() -> None:
    heading("bench/start.py", f"Start of the server to its first answer (GET {QUESTION})")
    runs = sorted(start_once() for _ in range(RUNS))
    wall, cpu = runs[RUNS // 2]
    print(f"  median of {RUNS}: {wall:.2f} s, {cpu:.2f} s of CPU; slowest {runs[-1][0]:.2f} s")


if __name__ == "__main__":
    main()
