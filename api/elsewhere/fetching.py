"""A dataset read out of an endpoint, page by page, for what is answered from memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from api.elsewhere.endpoint import TABLE, Endpoint
from api.evaluator import Query
from graph.errors import DatasetError
from graph.store import Generation, keep_fetched
from ontology import XSD

#: Rows of a page: no engine cuts so few.
_PAGE = 10_000
_CLAIMS, _VIEW = "graph/claims", "graph/view"
_TRUTHS = {"0": "false", "1": "true"}
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"


def fetch_generation(endpoint: Endpoint, out: Path) -> Generation:
    """The dataset of an endpoint as a generation under `out`.

    An engine without a default graph of its own has the view in the graph `…/graph/view`. Graphs
    that are not of the dataset are left alone.
    """
    names = [str(row["g"].value) for row in _rows(endpoint, _GRAPHS)]
    base = next((n.removesuffix(_CLAIMS) for n in names if n.endswith(f"/{_CLAIMS}")), None)
    if base is None:
        raise DatasetError(f"a dataset with a graph of claims (…/{_CLAIMS})", "none", endpoint.url)
    view = f"{base}{_VIEW}"
    own = sorted(n for n in names if n.startswith(f"{base}graph/") and n != view)
    fetched = keep_fetched(out, _quads(endpoint, own, view if view in names else None))
    if view in names:
        endpoint.view, endpoint.graphs = view, tuple(own)
    return fetched


def _quads(endpoint: Endpoint, named: list[str], view: str | None) -> Iterator[ox.Quad]:
    pattern = f"GRAPH <{view}> {{ ?s ?p ?o }}" if view else "?s ?p ?o"
    yield from _pages(endpoint, pattern, ox.DefaultGraph())
    for name in named:
        yield from _pages(endpoint, f"GRAPH <{name}> {{ ?s ?p ?o }}", ox.NamedNode(name))


def _pages(
    endpoint: Endpoint, pattern: str, graph: ox.NamedNode | ox.DefaultGraph
) -> Iterator[ox.Quad]:
    """The quads of one graph; DatasetError when the pages do not add up to it.

    Pages are not sorted: that would cost the engine the whole graph for each. A store that is not
    written to meanwhile gives its rows in one order, and the count tells if it does not.
    """
    (told,) = _rows(endpoint, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    size, held = int(told["n"].value), set()
    for start in range(0, size, _PAGE):
        page = f"SELECT ?s ?p ?o {{ {pattern} }} LIMIT {_PAGE} OFFSET {start}"
        rows = _rows(endpoint, page)
        held |= {ox.Quad(row["s"], row["p"], _mended(row["o"]), graph) for row in rows}
    if len(held) != size:
        raise DatasetError(f"{size} triples in {graph}", f"{len(held)}", endpoint.url)
    yield from held


def _mended(value: Value) -> Value:
    """A literal as it was loaded: some engines write truths as 0 and 1, durations in seconds."""
    if not isinstance(value, ox.Literal):
        return value
    kind = value.datatype.value
    if kind == str(XSD.boolean):
        return ox.Literal(_TRUTHS.get(value.value, value.value), datatype=value.datatype)
    if kind == str(XSD.dayTimeDuration) and not value.value.lstrip("-").startswith("P"):
        minutes, seconds = divmod(int(float(value.value)), 60)
        written = f"PT{minutes}M" + (f"{seconds}S" if seconds else "")
        return ox.Literal(written, datatype=value.datatype)
    return value


def _rows(endpoint: Endpoint, query: str) -> Iterator[ox.QuerySolution]:
    found = endpoint.ask_whole(Query(query), TABLE).table()
    assert isinstance(found, ox.QuerySolutions)
    yield from found
