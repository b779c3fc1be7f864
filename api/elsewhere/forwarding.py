"""Queries passed on to an endpoint elsewhere, behind the same gate and within the same limits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pyoxigraph as ox

from api.elsewhere.endpoint import GRAPH, TABLE, ElsewhereError, Endpoint, Sent
from api.evaluator import Answer, Evaluator, Limits, Query
from api.evaluator.process import Reply
from api.gate import inspect
from api.negotiation import RDF_FORMS, RESULT_FORMS
from api.worker import Sheet, write_graph, write_table
from ontology import PREFIXES

Told = dict[str, Any]


class Forwarder(Evaluator):
    """Takes the place of the processes: the endpoint runs the query, this one writes the answer.

    The endpoint is asked for one form of each kind, whatever the client wants: so all forms are
    served, and alike.
    """

    def __init__(self, endpoint: Endpoint, graphs: Sequence[str], limits: Limits) -> None:
        super().__init__(None, graphs, limits)
        self._endpoint = endpoint
        self._threads = ThreadPoolExecutor(limits.workers, thread_name_prefix="elsewhere")

    def start(self) -> None:
        """Nothing has to be started."""

    def close(self) -> None:
        """Waits for nobody: the endpoint itself ends what it runs."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def run(self, query: Query, media: str, size: int | None = None) -> Answer:
        """The answer of the endpoint, cut as one of our own is.

        RefusalError 502 when the endpoint fails, 503 when it is too slow, 400 when its answer is
        too large and its form cannot be cut.
        """
        loop, most = asyncio.get_running_loop(), self._most(size)
        asked = loop.run_in_executor(self._threads, self._written, query, media, most)
        try:
            reply = await asyncio.wait_for(asked, self.limits.seconds)
        except TimeoutError:
            raise self._too_costly("seconds") from None
        except ElsewhereError as error:
            if error.slow:
                raise self._too_costly("seconds") from error
            raise self._fault(query, "engine", str(error)) from error
        if "fault" in reply.head:
            raise self._fault(query, reply.head["fault"], reply.head.get("found", ""), most)
        return self._answer(media, reply)

    def _written(self, query: Query, media: str, most: int) -> Reply:
        """What a worker would reply.

        What the engine reads from must end in the thread that it was made in: no error may carry it
        away.
        """
        sheet = Sheet(most)
        form = inspect(query.text, None, self.limits.services)
        tells_table = form in ("SELECT", "ASK")
        sent = self._endpoint.ask(query, TABLE if tells_table else GRAPH)
        try:
            said = (self._table if tells_table else self._graph)(sent, form, media, sheet)
        except (SyntaxError, ValueError) as error:
            said = {"fault": "engine", "found": f"what cannot be read: {error}"}
        if "fault" in said:
            sheet.close()
            return Reply(said, b"", None)
        return Reply(said, bytes(sheet.start), sheet.file if sheet.file >= 0 else None)

    def _table(self, sent: Sent, form: str, media: str, sheet: Sheet) -> Told:
        table = sent.table()
        if form == "ASK" and isinstance(table, ox.QuerySolutions):
            # Some engines tell yes by a row of a table.
            table = _truth(next(table, None) is not None)
        written = RESULT_FORMS[media].media_type
        return write_table(table, written, sheet, self.limits.rows, "bytes" if sent.cut else "")

    def _graph(self, sent: Sent, _: str, media: str, sheet: Sheet) -> Told:
        if sent.cut:
            return {"fault": "bytes"}
        written = RDF_FORMS[media].media_type
        return write_graph(sent.triples(), written, sheet, self.limits.rows, PREFIXES)


def _truth(yes: bool) -> ox.QueryBoolean:
    """Yes or no as the engine has it: it makes none by itself."""
    said = ox.Store().query("ASK {}" if yes else "ASK { <urn:a> <urn:a> <urn:a> }")
    assert isinstance(said, ox.QueryBoolean)
    return said
