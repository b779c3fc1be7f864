"""The one door to the engine: a query is checked here and run in a process that can be ended."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

from api.aside import aside
from api.evaluator.answer import Answer, Spool
from api.evaluator.limits import Limits
from api.evaluator.process import CAUSES, GoneError, Process, Reply, script
from api.evaluator.query import Query
from api.evaluator.writing import placed
from api.gate import inspect, plainly
from api.guard.meter import charge
from api.negotiation import RDF_FORMS, RESULT_FORMS, choose, forms_of
from api.problems import LimitError, RefusalError
from graph.errors import QueryError
from ontology import PREFIXES

#: Queries that wait for a worker, at most, for each worker.
_QUEUE = 25
#: Long answers that are still being read by their clients, at most, for each worker.
_UNREAD = 8
#: Workers give way to the server, which must answer while they are busy.
_NICE = 5
_RETRY = "5"
#: Seconds between two looks at whether queries still run.
_LOOK = 0.1


class Evaluator:
    """Runs queries over one store in a few processes; whatever they do, this one goes on.

    The processes are started by `start`, or by the first query. A process that ends is replaced
    before the next query needs it.
    """

    _script: Sequence[str] = script("api.worker")
    #: Processes that stand ready for when one has to be ended.
    _spare = 1

    def __init__(
        self, store: Path | None, graphs: Sequence[str], limits: Limits | None = None
    ) -> None:
        self.limits = limits or Limits()
        self._graphs = frozenset(graphs)
        self._told = {
            "store": str(store or ""),
            "prefixes": dict(PREFIXES),
            "memory": self.limits.memory,
            "cpu": self.limits.cpu,
            "rows": self.limits.rows,
            "size": self.limits.size,
            "services": bool(self.limits.services),
            "writes": False,
            "nice": _NICE,
        }
        #: Those that answer or will, and those that are being ended.
        self._staff: set[Process] = set()
        self._ending: set[Process] = set()
        self._idle: list[Process] = []
        self._turn = asyncio.Semaphore(self.limits.workers)
        self._running = 0
        self._unread = 0
        self._closed = False
        #: Processes that gave way to fresh ones, by cause; `grown` are those that held much.
        self.replaced: Counter[str] = Counter()

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that answer, or will."""
        return sorted(process.pid for process in self._staff)

    @property
    def running(self) -> int:
        """Queries that run or wait."""
        return self._running

    def start(self) -> None:
        """Starts the processes, so that the first query finds one that is ready."""
        while len(self._staff) < self.limits.workers + self._spare:
            self._idle.append(self._hired())

    def check(self, query: Query, accept: str | None) -> str:
        """The media type of the answer; raises what is to be refused before it is run."""
        form = inspect(query.text, self._graphs, self.limits.services)
        for name in (*query.default_graphs, *query.named_graphs):
            if name not in self._graphs:
                raise RefusalError(400, "a graph of this dataset", name, "default-graph-uri")
        return choose(accept, tuple(forms_of(form)))

    async def run(self, query: Query, media: str, size: int | None = None) -> Answer:
        """The answer in a media type that `check` gave, of fewer bytes than others where `size` is
        less than the limit; cancelled, it ends what runs.

        QueryError for a query that the engine cannot read; RefusalError 503 when a limit of time,
        processor or memory was reached or nobody is free, 400 when the answer is too large.
        """
        # Where the engine may ask others, it must read exactly what the gate has read.
        text = query.text
        if self.limits.services:
            text = await aside(len(text), plainly, text)
        most = self._most(size)
        reply = await self._asked({**_head(query, media), "size": most}, text.encode())
        if "fault" in reply.head:
            raise self._fault(query, reply.head["fault"], reply.head.get("found", ""), most)
        return self._answer(media, reply)

    def _most(self, size: int | None) -> int:
        return self.limits.size if size is None else min(size, self.limits.size)

    async def _asked(self, head: Mapping[str, object], body: bytes) -> Reply:
        most = self.limits.workers
        if self._running >= most * _QUEUE or self._unread >= most * _UNREAD:
            raise _busy()
        self._running += 1
        end = asyncio.get_running_loop().time() + self.limits.seconds
        try:
            await self._wait()
            try:
                return await self._reply(head, body, end)
            finally:
                self._turn.release()
        finally:
            self._running -= 1

    async def _wait(self) -> None:
        """For a turn, at most half of the time that a query has."""
        try:
            await asyncio.wait_for(self._turn.acquire(), self.limits.seconds / 2)
        except TimeoutError:
            raise _busy() from None

    async def _reply(self, head: Mapping[str, object], body: bytes, end: float) -> Reply:
        """The reply of a process that heard what it was asked."""
        while (reply := await self._one_reply(head, body, end)) is None:
            pass
        return reply

    async def _one_reply(self, head: Mapping[str, object], body: bytes, end: float) -> Reply | None:
        process = self._next()
        stays, cause = False, "left"
        began = monotonic()
        spent: float | None = None
        try:
            async with asyncio.timeout_at(end):
                await process.opened()
                reply = await process.ask(head, body)
            stays, spent, cause = not reply.head["last"], reply.head["cpu"], "grown"
            return reply
        except (TimeoutError, asyncio.CancelledError) as error:
            # One that still opens its store was asked nothing, and is there for the next query.
            stays = not process.ready
            spent = 0.0 if stays else None
            if isinstance(error, asyncio.CancelledError):
                raise
            cause = "seconds"
            raise (_busy() if stays else self._too_costly("seconds")) from None
        except GoneError as gone:
            cause = CAUSES.get(gone.signal, "crashed")
            if process.deaf:
                return None
            raise self._too_costly(cause) from None
        finally:
            # A process that was ended has spent at most the time that it had.
            charge(monotonic() - began if spent is None else spent)
            self._put_back(process, stays, cause)

    def _next(self) -> Process:
        """One that has its store open, if there is any."""
        if not self._idle:
            return self._hired()
        process = next((one for one in reversed(self._idle) if one.ready), self._idle[-1])
        self._idle.remove(process)
        return process

    def _put_back(self, process: Process, stays: bool, cause: str) -> None:
        if stays and process in self._staff:
            self._idle.append(process)
            return
        was_ready = process.ready
        self.replaced[cause] += 1
        self._dismiss(process)
        # One that never opened its store would be followed by others like it.
        if was_ready:
            # After whoever waits for the answer has been told.
            asyncio.get_running_loop().call_soon(self._replace)

    def _hired(self) -> Process:
        process = Process(self._told, self._left, self._script)
        self._staff.add(process)
        return process

    def _dismiss(self, process: Process) -> None:
        if process in self._staff:
            self._staff.discard(process)
            self._ending.add(process)
        process.kill()

    def _left(self, process: Process) -> None:
        """A process is gone: one that nobody asked or ended is replaced."""
        self._ending.discard(process)
        if process in self._idle:
            self._idle.remove(process)
            self._staff.discard(process)
            if process.ready:
                self.replaced["crashed"] += 1
                self._replace()

    def _replace(self) -> None:
        if not self._closed:
            self.start()

    def _answer(self, media: str, reply: Reply) -> Answer:
        said = reply.head
        if reply.file is None:
            return Answer(reply.body, media, said.get("truncated", ""))
        self._unread += 1
        return Answer(Spool(reply.file, self._read, reply.body), media, said.get("truncated", ""))

    def _read(self) -> None:
        self._unread -= 1

    def _fault(self, query: Query, fault: str, found: str, size: int | None = None) -> Exception:
        if fault == "query":
            return placed(QueryError("a SPARQL 1.1 query", found, "query"), query.text)
        if fault == "engine":
            return RefusalError(502, "an answer of the endpoints asked", found, "query")
        most = {"rows": self.limits.rows, "bytes": self._most(size)}[fault]
        expected = f"an answer of at most {most} {fault} (add LIMIT, or ask for JSON, which is cut)"
        return LimitError(fault, 400, expected, "a larger one")

    def _too_costly(self, limit: str) -> RefusalError:
        allowed = {
            "seconds": f"a query that takes at most {self.limits.seconds:g} s",
            "cpu": f"a query that takes at most {self.limits.cpu:g} s of the processor",
            "memory": f"a query that takes at most {self.limits.memory} bytes of memory",
            "depth": "a query that nests less",
        }
        expected = allowed.get(limit, "a query that the engine survives")
        return LimitError(limit, 503, expected, "a more costly one", Retry_After=_RETRY)

    async def drained(self) -> None:
        """Returns when whoever could have taken hold of this before has had an answer."""
        await asyncio.sleep(self.limits.seconds + 1)
        while self._running:
            await asyncio.sleep(_LOOK)

    def close(self) -> None:
        """Ends all processes and waits until they are gone."""
        self._closed = True
        everyone = [*self._staff, *self._ending]
        for process in everyone:
            process.kill()
        for process in everyone:
            process.wait()
        self._staff.clear()
        self._ending.clear()
        self._idle.clear()


def _head(query: Query, media: str) -> dict[str, object]:
    """What a worker is told beside the text; it knows by itself whether a table comes out."""
    table, graph = RESULT_FORMS.get(media), RDF_FORMS.get(media)
    return {
        "table": table and table.media_type,
        "graph": graph and graph.media_type,
        "default": query.default_graphs,
        "named": query.named_graphs,
        "base": query.base,
    }


def _busy() -> RefusalError:
    return LimitError("busy", 503, "a server that is free", "a busy one", Retry_After=_RETRY)
