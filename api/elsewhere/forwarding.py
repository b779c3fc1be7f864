"""Queries passed on to an endpoint elsewhere, behind the same gate and within the same limits."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

import pyoxigraph as ox

from api.elsewhere.endpoint import GRAPH, TABLE, ElsewhereError, Endpoint, Sent
from api.evaluator import Answer, Evaluator, Limits, Query, triples_bytes
from api.gate import inspect
from api.negotiation import RESULT_FORMS
from api.problems import RefusalError


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

    async def run(self, query: Query, media: str) -> Answer:
        """The answer of the endpoint; RefusalError 502 when it fails, 503 when it is too slow."""
        loop = asyncio.get_running_loop()
        asked = loop.run_in_executor(self._threads, self._written, query, media)
        try:
            return Answer(await asyncio.wait_for(asked, self.limits.seconds), media)
        except TimeoutError:
            raise self._too_costly("seconds") from None
        except ElsewhereError as error:
            if error.slow:
                raise self._too_costly("seconds") from error
            raise self._fault(query, "engine", str(error)) from error

    def _written(self, query: Query, media: str) -> bytes:
        most = self.limits.rows
        form = inspect(query.text, None, self.limits.services)
        if form in ("SELECT", "ASK"):
            sent = self._endpoint.ask(query, TABLE)
            rows = _rows(sent, most)
            self._few(rows or 0)
            # Some engines tell yes by a row of a table.
            told_by_rows = form == "ASK" and rows is not None
            table = _truth(bool(rows)) if told_by_rows else sent.table()
            written: Any = table.serialize(format=RESULT_FORMS[media])
            return bytes(written)
        triples = list(islice(self._endpoint.ask(query, GRAPH).triples(), most + 1))
        self._few(len(triples))
        return triples_bytes(triples, media)

    def _few(self, rows: int) -> None:
        """RefusalError 422 for more rows or triples than an answer may have."""
        if rows > self.limits.rows:
            error = self._fault(Query(""), "rows", "")
            assert isinstance(error, RefusalError)
            raise error


def _rows(sent: Sent, most: int) -> int | None:
    """The rows of a table, counted up to one more than so many; None for yes or no.

    The engine's table must end in the thread it was made in: no error may carry it away.
    """
    table = sent.table()
    if isinstance(table, ox.QuerySolutions):
        return sum(1 for _ in islice(table, most + 1))
    return None


def _truth(yes: bool) -> ox.QueryBoolean:
    """Yes or no as the engine has it: it makes none by itself."""
    said = ox.Store().query("ASK {}" if yes else "ASK { <urn:a> <urn:a> <urn:a> }")
    assert isinstance(said, ox.QueryBoolean)
    return said
