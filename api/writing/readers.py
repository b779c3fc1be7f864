"""Who reads the working copy: as many processes as queries have anywhere, on snapshots of it."""

from __future__ import annotations

from collections.abc import Mapping

from api.evaluator import Answer, Evaluator, Limits, Query
from api.evaluator.process import Reply, script
from api.gate import inspect
from api.negotiation import choose, forms_of
from api.writing.shelf import Shelf


class Readers(Evaluator):
    """Answers each query from one snapshot: what was written before it is there, whole.

    No query waits for a change, and none can harm what is written.
    """

    _script = script("api.worker.reader")

    def __init__(self, shelf: Shelf, limits: Limits) -> None:
        super().__init__(None, [], limits)
        self._shelf = shelf

    def check(self, query: Query, accept: str | None) -> str:
        """The media type of the answer. Graphs come and go: an unknown one is an empty one."""
        return choose(accept, tuple(forms_of(inspect(query.text, None, self.limits.services))))

    async def graph(self, name: str | None, media: str) -> tuple[Answer, str] | None:
        """A graph and its tag; None where there is none. `name` None is the default graph."""
        reply = await self._asked({"task": "graph", "graph": name, "media": media}, b"")
        if "fault" in reply.head:
            raise self._fault(Query(""), reply.head["fault"], reply.head.get("found", ""))
        if reply.head["done"] == "missing":
            return None
        return self._answer(media, reply), reply.head["tag"]

    async def _asked(self, head: Mapping[str, object], body: bytes) -> Reply:
        # Held here, the snapshot stays until the answer has come.
        snapshot = self._shelf.latest
        return await super()._asked({**head, "store": str(snapshot.path)}, body)
