"""Acts read by several processes of this machine; one that is killed costs nothing but time."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.resource_tracker import ensure_running

from graph.build.acts.packing import Packed
from graph.build.acts.reading import Raw, Skipped, read_packed, shown

#: An act by its number among those of the build.
Job = tuple[int, Raw]
Outcome = tuple[int, Packed | Skipped]
#: Processes that one act may end before it is skipped: the first may have been killed for another
#: reason.
TRIES = 2
#: Seconds that a process has to end by itself.
PATIENCE = 2.0


def in_this_process(jobs: Iterable[Job]) -> Iterator[Outcome]:
    """Read the acts one after the other."""
    for number, raw in jobs:
        yield number, read_packed(raw)


def in_processes(jobs: Iterable[Job], count: int) -> Iterator[Outcome]:
    """Read the acts in `count` processes, in any order; each act has one outcome.

    An act whose process ends is read again by another; one that ends TRIES of them is skipped.
    The processes end with this one, however it ends.
    """
    team = _Team(iter(jobs))
    try:
        team.hire(count)
        while team.links:
            for worker in team.ready():
                yield from team.hear(worker)
    finally:
        team.dismiss()


class _Worker:
    """A process with a pipe of its own, so that it is known which act it holds."""

    def __init__(self, job: Job) -> None:
        spawn = get_context("spawn")
        self.link, other = spawn.Pipe()
        self.process: SpawnProcess = spawn.Process(target=_serve, args=(other,), daemon=True)
        # Starting the tracker lets interrupts in again: it is started before they are held off.
        ensure_running()
        # An interrupt is for this process, which ends the others.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self.process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        other.close()
        self.give(job)

    def give(self, job: Job) -> None:
        """Let it read an act; if it has ended, that is heard when it should answer."""
        self.job = job
        try:
            self.link.send(job[1])
        except OSError:
            self.process.kill()

    def dismiss(self) -> None:
        """End it: at the end of its pipe if it waits, else at once."""
        self.link.close()
        self.process.terminate()
        self.process.join(PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class _Team:
    """The processes that hold an act, by their pipes, and the acts that are still to be read."""

    def __init__(self, jobs: Iterator[Job]) -> None:
        self.links: dict[Connection, _Worker] = {}
        self._jobs = jobs
        self._again: list[Job] = []
        self._tries: dict[int, int] = {}

    def hire(self, count: int) -> None:
        """Add processes, no more than there are acts."""
        for _ in range(count):
            job = self._next()
            if job is None:
                return
            worker = _Worker(job)
            self.links[worker.link] = worker

    def ready(self) -> list[_Worker]:
        """Those that have answered or ended, one at the least."""
        answered = wait(list(self.links))
        return [worker for link, worker in self.links.items() if link in answered]

    def hear(self, worker: _Worker) -> Iterator[Outcome]:
        """The answer of a process, which gets the next act; another in its place if it ended."""
        number, raw = worker.job
        try:
            answer: Packed | Skipped = worker.link.recv()
        except (EOFError, OSError):
            del self.links[worker.link]
            worker.dismiss()
            self._tries[number] = self._tries.get(number, 0) + 1
            if self._tries[number] < TRIES:
                self._again.append(worker.job)
            else:
                found = f"one that ended {TRIES} processes that read it (memory?)"
                yield number, Skipped(shown(raw.name), "an act that can be read", found)
            self.hire(1)
            return
        yield number, answer
        job = self._next()
        if job is None:
            del self.links[worker.link]
            worker.dismiss()
        else:
            worker.give(job)

    def dismiss(self) -> None:
        """End all that is left."""
        for worker in self.links.values():
            worker.dismiss()
        self.links.clear()

    def _next(self) -> Job | None:
        return self._again.pop() if self._again else next(self._jobs, None)


def _serve(link: Connection) -> None:
    """Read what comes through the pipe, until the other end is closed, or its process is gone."""
    while True:
        try:
            link.send(read_packed(link.recv()))
        except (EOFError, ConnectionError):
            return
