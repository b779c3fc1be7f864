"""The server's side of writing: it asks a process that can be ended, one change after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from api.evaluator import Evaluator, Limits, Query, placed
from api.evaluator.process import Reply, script
from api.problems import RefusalError
from api.worker.scribe import Condition
from api.writing.shelf import Shelf, clear_shelves
from api.writing.token import WriteToken
from graph.errors import DatasetError, QueryError, ShezhireError
from graph.store import STORE, Generation, Part, claim_working, open_working, prepare_working

#: What a change may come to that leaves the copy as it was.
_NOTHING = ("refused", "missing")


class Writer(Evaluator):
    """Changes the working copy within the limits of queries, and puts each state on a shelf.

    A change that reaches a limit ends with its process; the copy then is as it was before.
    `revision` grows with every change.
    """

    _script = script("api.worker.scribe")
    _spare = 0

    def __init__(
        self, generation: Generation, token: WriteToken, limits: Limits | None = None
    ) -> None:
        # Two processes cannot have one store open, and nothing is asked of others.
        super().__init__(None, [], replace(limits or Limits(), workers=1, services=frozenset()))
        self._told["writes"] = True
        self._claim = claim_working(generation.path.parent)
        self.token = token
        self.revision = 0
        self._late: set[asyncio.Task[None]] = set()
        try:
            copy = prepare_working(generation)
            clear_shelves(copy.parent)
            self._take(copy, shelved(copy))
        except ShezhireError:
            self._claim.close()
            raise

    def _take(self, copy: Path, shelf: Shelf) -> None:
        """Writes to this copy from now on."""
        self._folder, self.shelf = copy, shelf
        self._told["store"] = str(copy / STORE)

    async def move(self, generation: Generation) -> Shelf:
        """Carries what was written over to the copy of another generation, and writes there.

        Changes wait meanwhile. ShezhireError when it cannot be done: then all is as it was.
        """
        async with self._turn:
            # Only one process can have the copy open.
            super().close()
            try:
                copy = await asyncio.to_thread(prepare_working, generation)
                self._take(copy, await asyncio.to_thread(shelved, copy))
                self.revision += 1
            finally:
                self._closed = False
                self.start()
        return self.shelf

    def close(self) -> None:
        """Ends the process, and lets another server have the copy."""
        for task in self._late:
            task.cancel()
        super().close()
        self._claim.close()

    async def update(self, text: str, base: str) -> None:
        """Runs an update that the gate has let through."""
        await self._change(text.encode(), "update", base=base)

    async def write(
        self, graph: str | None, parts: Sequence[Part], replace: bool, condition: Condition
    ) -> str:
        """Puts or adds triples: `created`, `changed` or `refused`."""
        told = {"graph": graph, "replace": replace, **_told(condition)}
        told["parts"] = [(len(data), media, base) for data, media, base in parts]
        body = b"".join(data for data, _, _ in parts)
        done: str = (await self._change(body, "write", **told)).head["done"]
        return done

    async def remove(self, graph: str | None, condition: Condition) -> str:
        """Removes a graph: `changed`, `missing` or `refused`."""
        reply = await self._change(b"", "remove", graph=graph, **_told(condition))
        done: str = reply.head["done"]
        return done

    async def _change(self, body: bytes, task: str, **told: Any) -> Reply:
        reply = await self._asked({"task": task, **told}, body)
        fault, found = reply.head.get("fault"), reply.head.get("found", "")
        if fault == "malformed":
            error = QueryError(reply.head["expected"], found, task)
            raise placed(error, body.decode()) if task == "update" else error
        if fault == "conflict":
            raise RefusalError(409, "graphs as the update has them", found, task)
        if fault == "engine":
            raise DatasetError("a store that can be written to", found, str(self._folder))
        if fault is not None:
            raise self._fault(Query(""), fault, found)
        return reply

    async def _reply(self, head: Mapping[str, object], body: bytes, end: float) -> Reply:
        """The reply to a change that can be read by whoever asks from now on."""
        try:
            reply = await super()._reply(head, body, end)
        except (RefusalError, asyncio.CancelledError):
            # It may have been made just before its process was ended.
            self._see_later()
            raise
        if "fault" not in reply.head and reply.head.get("done") not in _NOTHING:
            await self._see()
        return reply

    async def _see(self) -> None:
        """Puts the copy as it is now on the shelf; who calls has the turn."""
        place, end = self.shelf.place(), asyncio.get_running_loop().time() + self.limits.seconds
        told = await super()._reply({"task": "snapshot", "place": str(place)}, b"", end)
        if "fault" in told.head:
            self._see_later()
            raise DatasetError("room for what was written", told.head["found"], str(self._folder))
        self.shelf.put(place)
        self.revision += 1

    def _see_later(self) -> None:
        task = asyncio.get_running_loop().create_task(self._see_in_turn())
        self._late.add(task)
        task.add_done_callback(self._late.discard)

    async def _see_in_turn(self) -> None:
        async with self._turn:
            with suppress(ShezhireError):
                await self._see()


def shelved(copy: Path) -> Shelf:
    """A shelf with the copy as it is, which no process has open."""
    shelf = Shelf(copy.parent)
    place = shelf.place()
    open_working(copy).snapshot(place)
    shelf.put(place)
    return shelf


def _told(condition: Condition) -> dict[str, Any]:
    return {"match": condition.match, "none_match": condition.none_match}
