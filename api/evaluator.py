"""The one place where queries of strangers are run: beside the server, never in its loop."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from api.gate import inspect
from api.negotiation import RDF_FORMS, RESULT_FORMS, choose, forms_of
from api.problems import RefusalError
from graph.errors import QueryError
from graph.store import Engine
from ontology import PREFIXES

_POSITION = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as the SPARQL protocol has it: its words, and the graphs that it is put to."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    #: What relative IRIs are relative to: the address that was asked.
    base: str | None = None

    def options(self) -> dict[str, Any]:
        """The dataset as pyoxigraph wants it: naming one kind of graph leaves the other empty."""
        if not self.default_graphs and not self.named_graphs:
            return {"base_iri": self.base}
        return {
            "base_iri": self.base,
            "default_graph": [ox.NamedNode(name) for name in self.default_graphs],
            "named_graphs": [ox.NamedNode(name) for name in self.named_graphs],
        }


class Evaluator:
    """Runs queries in a few threads of its own; a query that takes too long is given up."""

    def __init__(
        self, engine: Engine, graphs: Sequence[str], workers: int = 2, timeout: float = 10.0
    ) -> None:
        self._engine = engine
        self._graphs = frozenset(graphs)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="query")
        self._timeout = timeout

    def check(self, query: Query, accept: str | None) -> str:
        """The media type of the answer; raises what is to be refused before it is run."""
        form = inspect(query.text, self._graphs)
        for name in (*query.default_graphs, *query.named_graphs):
            if name not in self._graphs:
                raise RefusalError(400, "a graph of this dataset", name, "default-graph-uri")
        return choose(accept, tuple(forms_of(form)))

    async def run(self, query: Query, media: str) -> bytes:
        """The answer as bytes of a media type; RefusalError 503 when it takes too long."""
        loop = asyncio.get_running_loop()
        answer = loop.run_in_executor(self._pool, answer_bytes, self._engine, query, media)
        try:
            return await asyncio.wait_for(answer, self._timeout)
        except TimeoutError:
            expected = f"a query that takes less than {self._timeout:g} s"
            raise RefusalError(503, expected, "a longer one", "query", Retry_After="5") from None

    def close(self) -> None:
        """Let go of the threads; what still runs is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def answer_bytes(engine: Engine, query: Query, media: str) -> bytes:
    """Evaluates and writes in one go, so that a broken answer is never sent half."""
    try:
        results = engine.query(query.text, **query.options())
        return _written(results, media)
    except QueryError as error:
        raise placed(error, query.text) from error


def _written(results: Any, media: str) -> bytes:
    if isinstance(results, ox.QueryTriples):
        return triples_bytes(results, media)
    written: bytes = results.serialize(format=RESULT_FORMS[media])
    return written


def triples_bytes(triples: Any, media: str, prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """Triples as RDF of a media type, with the prefixes of the project where the form has any."""
    written = ox.serialize(triples, format=RDF_FORMS[media], prefixes=dict(prefixes))
    return written or b""


def placed(error: QueryError, text: str) -> QueryError:
    """The same error with the line and column that the engine found, and what stands there."""
    match = _POSITION.search(error.found)
    if match is None:
        return error
    line, column = int(match[1]), int(match[2])
    rest = text.split("\n")[line - 1][column - 1 :] if line <= text.count("\n") + 1 else ""
    return QueryError(_short(match[3]), _short(rest) or "the end", f"query:{line}:{column}")


def _short(words: str) -> str:
    """The engine may list every letter that could follow: more than fits a message is cut."""
    return words if len(words) <= 200 else words[:200] + " …"
