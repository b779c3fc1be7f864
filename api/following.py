"""A newer generation takes the place of the one that is served, while answers go on."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI

from api.evaluator import Query
from api.served import Served, succeed
from graph.errors import ShezhireError
from graph.store import find_generation

#: Seconds between two looks at what is current.
_PAUSE = 0.5
_TABLE = "application/sparql-results+json"
_log = logging.getLogger("shezhire.api")


class Following:
    """Serves what a dataset directory calls current."""

    def __init__(self, app: FastAPI, dataset: Path) -> None:
        self._app = app
        self._dataset = dataset
        self._refused: Path | None = None
        self._leaving: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Looks again and again, until the server stops."""
        looking = asyncio.create_task(self._look())
        try:
            yield
        finally:
            tasks = {looking, *self._leaving}
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(_PAUSE)
            newer = self._newer()
            if newer is not None:
                await self._take(newer)

    def _newer(self) -> Path | None:
        """The folder of another generation than the one served and than one that is broken."""
        served: Served = self._app.state.served
        with suppress(ShezhireError, OSError):
            found = find_generation(self._dataset)
            if found not in (served.generation.path, self._refused):
                return found
        return None

    async def _take(self, folder: Path) -> None:
        """Opens beside what is served, and puts in its place only what answers."""
        older: Served = self._app.state.served
        try:
            newer = await succeed(older, self._dataset)
        except (ShezhireError, OSError) as error:
            self._refuse(folder, error)
            return
        newer.evaluator.start()
        # A working copy has moved on already: there is no way back, and none is needed.
        if newer.writer is None and not await self._answers(newer, folder):
            return
        self._app.state.served = newer
        leaving = asyncio.create_task(_leave(older))
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)

    async def _answers(self, newer: Served, folder: Path) -> bool:
        try:
            await newer.evaluator.run(Query("ASK {}"), _TABLE)
        except ShezhireError as error:
            self._refuse(folder, error)
            newer.evaluator.close()
            return False
        return True

    def _refuse(self, folder: Path, error: Exception) -> None:
        self._refused = folder
        _log.error("%s: not served: %s", folder, error)


async def _leave(older: Served) -> None:
    """Ends the processes of a generation once nobody can wait for them any more."""
    try:
        await older.evaluator.drained()
    finally:
        older.evaluator.close()
    del older
    await asyncio.to_thread(_forget)


def _forget() -> None:
    """What was read for good at the start is garbage now."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
