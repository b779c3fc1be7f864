"""A dataset that is filled over HTTP, and answers compared by what they mean."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

import httpx
import pyoxigraph as ox
from w3c_manifests import PUBLISHED

_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_FORMS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
}
_RESULTS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {f"{_XSD}{name}" for name in ("integer", "decimal", "float", "double")}
Row = Mapping[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]


def base_of(path: Path) -> str:
    """Where a file of the suite is published."""
    return f"{PUBLISHED}{path.parent.name}/{path.name}"


def quads_of(path: Path) -> list[ox.Quad]:
    """What a file of RDF says."""
    return list(ox.parse(path.read_bytes(), format=_FORMS[path.suffix], base_iri=base_of(path)))


class Dataset:
    """The dataset of a server that may be written to."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def empty(self) -> None:
        """Leaves nothing in it."""
        self.update("DROP ALL").raise_for_status()

    def fill(self, path: Path, graph: str | None = None) -> None:
        """Puts what a file says into a graph, or adds it to the default graph."""
        triples = ox.serialize((q.triple for q in quads_of(path)), format=ox.RdfFormat.N_TRIPLES)
        headers = {"Content-Type": "application/n-triples"}
        name = {"default": ""} if graph is None else {"graph": graph}
        answer = self.client.post("/data", params=name, content=triples, headers=headers)
        answer.raise_for_status()

    def update(self, words: str, base: str = "") -> httpx.Response:
        """Runs an update, as it is in the body of a POST."""
        return self._post("update", words, base)

    def query(self, words: str, base: str = "", accept: str = "*/*") -> httpx.Response:
        """Asks a query, as it is in the body of a POST."""
        return self._post("query", words, base, accept)

    def _post(self, kind: str, words: str, base: str, accept: str = "*/*") -> httpx.Response:
        headers = {"Content-Type": f"application/sparql-{kind}", "Accept": accept}
        said = f"BASE <{base}>\n{words}" if base else words
        return self.client.post("/sparql", content=said.encode(), headers=headers)

    def quads(self) -> set[ox.Quad]:
        """All that it holds, read back over HTTP."""
        said = self.query("SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")
        said.raise_for_status()
        rows = ox.parse_query_results(said.content, format=ox.QueryResultsFormat.JSON)
        assert isinstance(rows, ox.QuerySolutions)
        default = ox.DefaultGraph()
        return {ox.Quad(r["s"], r["p"], r["o"], r["g"] or default) for r in rows}


def same(first: Iterable[ox.Quad], second: Iterable[ox.Quad]) -> bool:
    """Whether two sets of quads are one but for names of blank nodes and ways to write numbers."""
    datasets = [ox.Dataset(map(_plain, quads)) for quads in (first, second)]
    for dataset in datasets:
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return datasets[0] == datasets[1]


def _plain(quad: ox.Quad) -> ox.Quad:
    """A number as Python writes it, a truth by its word: engines write 3.21E4 as 32100."""
    value = quad.object
    if isinstance(value, ox.Literal) and value.datatype.value == f"{_XSD}boolean":
        word = {"0": "false", "1": "true"}.get(value.value, value.value)
        written = ox.Literal(word, datatype=value.datatype)
        return ox.Quad(quad.subject, quad.predicate, written, quad.graph_name)
    if not isinstance(value, ox.Literal) or value.datatype.value not in _NUMBERS:
        return quad
    try:
        number = Decimal(value.value.replace("INF", "Infinity"))
    except InvalidOperation:
        return quad
    written = ox.Literal(str(number.normalize() if number else 0), datatype=value.datatype)
    return ox.Quad(quad.subject, quad.predicate, written, quad.graph_name)


def said_as(answer: bytes, media: str) -> list[ox.Quad]:
    """A result as quads: its rows, yes or no, or its triples."""
    kind = media.partition(";")[0]
    if (results := ox.QueryResultsFormat.from_media_type(kind)) is not None:
        return list(_results(answer, results))
    form = ox.RdfFormat.from_media_type(kind)
    assert form is not None, media
    return list(ox.parse(answer, format=form))


def expected_of(path: Path) -> list[ox.Quad]:
    """The result that a file of the suite describes, as `said_as` gives it."""
    if path.suffix in _RESULTS:
        return list(_results(path.read_bytes(), _RESULTS[path.suffix]))
    quads = quads_of(path)
    if any(quad.predicate.value == f"{_RS}resultVariable" for quad in quads):
        return list(_rows(_described(quads)))
    booleans = [q.object for q in quads if q.predicate.value == f"{_RS}boolean"]
    if booleans:
        assert isinstance(booleans[0], ox.Literal)
        return list(_boolean(booleans[0].value == "true"))
    return quads


def _results(answer: bytes, form: ox.QueryResultsFormat) -> Iterator[ox.Quad]:
    found = ox.parse_query_results(answer, format=form)
    if isinstance(found, ox.QueryBoolean):
        return _boolean(bool(found))
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    rows = [{n: row[n] for n in names if row[n] is not None} for row in found]
    return _rows(rows)


def _boolean(value: bool) -> Iterator[ox.Quad]:
    node = ox.BlankNode()
    yield ox.Quad(node, ox.NamedNode(f"{_RS}boolean"), ox.Literal(value))


def _rows(rows: Iterable[Row]) -> Iterator[ox.Quad]:
    """Rows in no order: a blank node for each; equal ones count, so each has its number of equals.

    Rows of blank nodes alone differ by their nodes.
    """
    for row in rows:
        node = ox.BlankNode()
        yield ox.Quad(node, ox.NamedNode(f"{_RS}row"), ox.Literal(len(row)))
        for name, value in row.items():
            yield ox.Quad(node, ox.NamedNode(f"{_RS}binding-{name}"), value)


def _described(quads: Iterable[ox.Quad]) -> Iterator[Row]:
    """The rows that a graph in the result set vocabulary describes."""
    held: dict[str, dict[str, list[object]]] = {}
    for quad in quads:
        values = held.setdefault(str(quad.subject), {})
        values.setdefault(quad.predicate.value.removeprefix(_RS), []).append(quad.object)
    for node in held.values():
        for solution in node.get("solution", []):
            bindings = held.get(str(solution), {}).get("binding", [])
            pairs = (held[str(binding)] for binding in bindings)
            yield {pair["variable"][0].value: pair["value"][0] for pair in pairs}  # type: ignore[attr-defined,misc]


def table_of(answer: bytes) -> list[list[str]]:
    """A table in CSV, columns and rows in the order of the alphabet, numbers as Python has them.

    Names of blank nodes say nothing.
    """
    head, *rows = csv.reader(io.StringIO(answer.decode()))
    order = sorted(range(len(head)), key=head.__getitem__)
    return [[head[i] for i in order], *sorted([_cell(row[i]) for i in order] for row in rows)]


def _cell(words: str) -> str:
    try:
        return str(float(words))
    except ValueError:
        return "_:" if words.startswith("_:") else words
