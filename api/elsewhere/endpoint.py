"""A SPARQL 1.1 endpoint elsewhere, asked over HTTP within limits of time and size."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

import pyoxigraph as ox

from api.evaluator import Query
from api.gate import tokens
from graph.errors import CallError, DataError, QueryError

TABLE, GRAPH = "application/sparql-results+json", "application/n-triples"
#: What an endpoint may call N-Triples.
_TRIPLES = (GRAPH, "text/plain", "text/ntriples")
_CHUNK = 65_536
Results = ox.QuerySolutions | ox.QueryBoolean


class ElsewhereError(DataError):
    """The endpoint does not answer, or not as one does; `slow` when it reached a limit."""

    def __init__(self, url: str, found: str, slow: bool = False) -> None:
        self.slow = slow
        super().__init__("an answer of a SPARQL endpoint", found, url)


@dataclass(frozen=True)
class Sent:
    """What an endpoint sent; `cut` tells that it sent more."""

    url: str
    media: str
    body: bytes
    cut: bool = False

    def table(self) -> Results:
        """The answer to SELECT or ASK; where it was cut, its rows end in a SyntaxError."""
        form = ox.QueryResultsFormat.from_media_type(self.media)
        if form is None:
            raise ElsewhereError(self.url, f"expected {TABLE}; found {self.media}")
        try:
            return ox.parse_query_results(self.body, format=form)
        except (SyntaxError, ValueError) as error:
            raise ElsewhereError(self.url, f"a table that cannot be read: {error}") from error

    def triples(self) -> Iterator[ox.Triple]:
        """The answer to CONSTRUCT or DESCRIBE."""
        plain = self.media in _TRIPLES
        form = ox.RdfFormat.N_TRIPLES if plain else ox.RdfFormat.from_media_type(self.media)
        if form is None:
            raise ElsewhereError(self.url, f"expected {GRAPH}; found {self.media}")
        try:
            yield from (quad.triple for quad in ox.parse(self.body, format=form))
        except (SyntaxError, ValueError) as error:
            raise ElsewhereError(self.url, f"triples that cannot be read: {error}") from error


class _Stay(HTTPRedirectHandler):
    """Nobody sends the server to another address than the one that it was given."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Endpoint:
    """Asked by POST of a form, which all engines take; `seconds` and `size` are for one answer.

    `view` is the graph that stands for the default graph where the engine has none of its own;
    then each query is put to it and to `graphs`, the named ones.
    """

    def __init__(self, url: str, seconds: float, size: int) -> None:
        if not url.startswith(("http://", "https://")):
            raise CallError(f"{url}: expected the http(s) address of a SPARQL endpoint")
        self.url, self.seconds, self.size = url, seconds, size
        self.view = ""
        self.graphs: tuple[str, ...] = ()
        self._opener: OpenerDirector = build_opener(ProxyHandler({}), _Stay())

    def ask_whole(self, query: Query, accept: str) -> Sent:
        """The answer to a query; ElsewhereError when it is larger than one may be."""
        sent = self.ask(query, accept)
        if sent.cut:
            raise ElsewhereError(self.url, f"an answer of more than {self.size} bytes")
        return sent

    def ask(self, query: Query, accept: str) -> Sent:
        """The answer to a query up to its limit; QueryError when the endpoint cannot read it."""
        fields = [("query", query.text), *self._dataset(query)]
        request = Request(self.url, urlencode(fields).encode(), {"Accept": accept})
        end = time.monotonic() + self.seconds
        try:
            with self._opener.open(request, timeout=self.seconds) as answer:
                media = answer.headers.get_content_type()
                body = b"".join(self._chunks(answer, end))
                return Sent(self.url, media, body[: self.size], len(body) > self.size)
        except HTTPError as error:
            with error:
                raise self._refused(error) from error
        except TimeoutError:
            raise ElsewhereError(self.url, "no answer in time", slow=True) from None
        except (OSError, HTTPException) as error:
            slow = isinstance(getattr(error, "reason", None), TimeoutError)
            raise ElsewhereError(self.url, str(error), slow) from error

    def _chunks(self, answer: Any, end: float) -> Iterator[bytes]:
        left = self.size
        while left >= 0 and (chunk := answer.read1(_CHUNK)):
            left -= len(chunk)
            if time.monotonic() > end:
                raise TimeoutError
            yield chunk

    def _refused(self, error: HTTPError) -> DataError:
        told = error.read(_CHUNK).decode("utf-8", "replace").strip()[:500]
        if error.code == 400:
            return QueryError("a query that the store can read", told, "query")
        return ElsewhereError(self.url, f"status {error.code}: {told}", error.code in (408, 503))

    def _dataset(self, query: Query) -> list[tuple[str, str]]:
        default, named = query.default_graphs, query.named_graphs
        if self.view and not default and not named and not _names_graphs(query):
            default, named = (self.view,), self.graphs
        return [*_fields("default", default), *_fields("named", named)]


def _fields(kind: str, graphs: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"{kind}-graph-uri", graph) for graph in graphs]


def _names_graphs(query: Query) -> bool:
    return any(t.kind == "word" and t.words.upper() == "FROM" for t in tokens(query.text))
