"""The results of a query, printed in the format asked for."""

from __future__ import annotations

import pyoxigraph as ox
import typer

from graph.cli.output import print_bytes, print_table
from graph.errors import CallError
from ontology import PREFIXES

_TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "xml": ox.RdfFormat.RDF_XML,
    "json": ox.RdfFormat.JSON_LD,
    "table": ox.RdfFormat.TURTLE,
}


def print_results(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, form: str
) -> None:
    """Rows, yes or no, or triples; CallError where the form does not fit the kind of query."""
    if isinstance(results, ox.QueryTriples):
        _print_triples(results, form)
    elif form in _TABLES:
        _print_rows(results, form)
    elif form != "table":
        raise CallError(f"{form} is for CONSTRUCT and DESCRIBE; take table, json, csv, tsv or xml")
    elif isinstance(results, ox.QueryBoolean):
        typer.echo("yes" if results else "no")
    else:
        _print_table(results)


def _print_triples(results: ox.QueryTriples, form: str) -> None:
    if form not in _GRAPHS:
        raise CallError(f"{form} is for SELECT and ASK; take ttl, nt, jsonld or xml")
    kind = _GRAPHS[form]
    print_bytes(ox.serialize(results, format=kind, prefixes=PREFIXES) or b"")


def _print_rows(results: ox.QuerySolutions | ox.QueryBoolean, form: str) -> None:
    if isinstance(results, ox.QueryBoolean) and form in ("csv", "tsv"):
        raise CallError(f"{form} has no form for yes or no; take table, json or xml")
    print_bytes(results.serialize(format=_TABLES[form]) or b"")


def _print_table(results: ox.QuerySolutions) -> None:
    columns = [variable.value for variable in results.variables]
    print_table(columns, ([_words(term) for term in row] for row in results))


def _words(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    """A literal as its words, an IRI with the prefix that fits best."""
    if isinstance(term, ox.Literal):
        return term.value
    if not isinstance(term, ox.NamedNode):
        return "" if term is None else str(term)
    fitting = [(space, name) for name, space in PREFIXES.items() if term.value.startswith(space)]
    if not fitting:
        return term.value
    space, name = max(fitting, key=lambda pair: len(pair[0]))
    return f"{name}:{term.value.removeprefix(space)}"
