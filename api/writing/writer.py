"""The server's side of the working copy: it asks a process that can be ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from api.evaluator import Answer, Evaluator, Limits, Query, placed
from api.evaluator.process import Reply
from api.gate import inspect
from api.negotiation import choose, forms_of
from api.problems import RefusalError
from api.writing.token import WriteToken
from api.writing.worker import Condition
from graph.errors import DatasetError, QueryError
from graph.store import STORE, Part, claim_working

#: The process imports the project from where this one has it, and from nowhere else.
_ROOT = str(Path(__file__).resolve().parents[2])
_START = f"import sys; sys.path.insert(0, {_ROOT!r}); from api.writing.worker import start; start()"


class Writer(Evaluator):
    """Queries and changes of the working copy, one after the other, within the limits of queries.

    A request that reaches a limit ends with its process; the copy then is as it was before.
    `revision` grows with every change.
    """

    _script = ("-c", _START)
    _spare = 0

    def __init__(self, folder: Path, token: WriteToken, limits: Limits | None = None) -> None:
        # Two processes cannot have one store open, and nothing is asked of others.
        alone = replace(limits or Limits(), workers=1, services=frozenset())
        super().__init__(folder / STORE, [], alone)
        self._told["writes"] = True
        self._folder = folder
        self._claim = claim_working(folder)
        self.token = token
        self.revision = 0

    def check(self, query: Query, accept: str | None) -> str:
        """The media type of the answer. Graphs come and go: an unknown one is an empty one."""
        return choose(accept, tuple(forms_of(inspect(query.text, None))))

    def close(self) -> None:
        """Ends the process, and lets another server have the copy."""
        super().close()
        self._claim.close()

    async def update(self, text: str, base: str) -> None:
        """Runs an update that the gate has let through."""
        await self._change(text.encode(), "update", base=base)

    async def graphs(self) -> list[str]:
        """The IRIs of the named graphs."""
        names: list[str] = (await self._do(b"", "graphs")).head["graphs"]
        return names

    async def read(self, graph: str | None, media: str) -> tuple[Answer, str] | None:
        """A graph and its tag; None where there is none. `graph` None is the default graph."""
        reply = await self._do(b"", "read", graph=graph, media=media)
        if reply.head["done"] == "missing":
            return None
        return self._answer(media, reply), reply.head["tag"]

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
        try:
            return await self._do(body, task, **told)
        finally:
            self.revision += 1

    async def _do(self, body: bytes, task: str, **told: Any) -> Reply:
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


def _told(condition: Condition) -> dict[str, Any]:
    return {"match": condition.match, "none_match": condition.none_match}
