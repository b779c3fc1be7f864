"""Acts read by the workers of a Dask cluster; the library is asked for only here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from itertools import islice
from typing import Any, cast

from graph.build.acts.packing import Packed
from graph.build.acts.reading import Raw, Skipped, read_packed, shown
from graph.build.acts.shelf import rules
from graph.build.acts.workers import Job, Outcome
from graph.errors import CallError

_ADDRESS = re.compile(r"(?:tcp|tls|ws|wss)://(?:\[[0-9a-fA-F:.%]+\]|[^\s/:@]+):\d{1,5}")
#: Seconds to wait for the scheduler, and for a first worker.
CONNECT, JOIN = 10, 30
#: Seconds after which it is asked whether anybody still reads.
PULSE = 20
#: Acts that are with the cluster at once, for each thread of a worker.
AHEAD = 4


def on_cluster(jobs: Iterable[Job], address: str) -> Iterator[Outcome]:
    """Read the acts on the cluster whose scheduler is at `address`, in any order.

    Each act has one outcome: the scheduler gives the acts of a worker that ended to the others.
    Raises CallError when the library is missing, when nobody answers at the address within
    CONNECT seconds, no worker within JOIN seconds, when the cluster goes away, and when its
    workers have another release or other language data, since they would read otherwise.
    """
    with _client(address) as client:
        threads = sum(client.nthreads().values())
        waiting: dict[Any, Job] = {}  # by their futures, which have no types
        jobs = iter(jobs)
        while True:
            for job in islice(jobs, AHEAD * threads - len(waiting)):
                waiting[_submit(client, job)] = job
            if not waiting:
                return
            for future in _done(client, waiting, address):
                number, raw = waiting.pop(future)
                yield number, _outcome(future, raw, address)
                future.release()


def read_by(known: str, raw: Raw) -> Packed | Skipped | None:
    """What a worker does: None if it has other rules than those known to who asks."""
    return read_packed(raw) if rules() == known else None


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise CallError(
            "--scheduler: expected the library `distributed`; found none: "
            "install shezhire with the extra `cluster` (pip install 'shezhire[cluster]')"
        ) from error
    return distributed


def _client(address: str) -> Any:
    library = _library()
    expected = f"--scheduler {address}: expected a Dask scheduler such as tcp://127.0.0.1:8786"
    if not _ADDRESS.fullmatch(address):
        raise CallError(f"{expected}; found no such address")
    try:
        client = library.Client(address, timeout=CONNECT, set_as_default=False, name="shezhire")
    except (OSError, ValueError) as error:
        found = f"none within {CONNECT} seconds ({type(error).__name__})"
        raise CallError(f"{expected}; found {found}") from error
    try:
        client.wait_for_workers(1, timeout=JOIN)
    except TimeoutError as error:
        client.close()
        raise CallError(
            f"--scheduler {address}: expected workers; none has joined in {JOIN} seconds"
        ) from error
    return client


def _submit(client: Any, job: Job) -> Any:
    number, raw = job
    return client.submit(read_by, rules(), raw, key=f"shezhire-{number}", pure=False)


def _done(client: Any, waiting: Iterable[Any], address: str) -> set[Any]:
    """Those that are ready, one at the least."""
    wait = _library().wait
    while True:
        try:
            with client.as_current():
                ready = wait(list(waiting), timeout=PULSE, return_when="FIRST_COMPLETED")
        except TimeoutError:
            if client.status == "running" and client.scheduler_info()["workers"]:
                continue
            raise _gone(address) from None
        except CancelledError:
            raise _gone(address) from None
        return set(ready.done)


def _outcome(future: Any, raw: Raw, address: str) -> Packed | Skipped:
    try:
        answer = future.result()
    except _library().KilledWorker:
        found = "one that ended every worker that read it (memory?)"
        return Skipped(shown(raw.name), "an act that can be read", found)
    except ImportError as error:
        raise CallError(
            f"--scheduler {address}: expected workers with shezhire; {error.msg}"
        ) from error
    except (CancelledError, OSError) as error:
        raise _gone(address) from error
    if answer is None:
        raise CallError(
            f"--scheduler {address}: expected workers of this release, Python and libraries; "
            "found others, which would read otherwise"
        )
    return cast("Packed | Skipped", answer)


def _gone(address: str) -> CallError:
    return CallError(f"--scheduler {address}: the cluster went away while it was reading")
