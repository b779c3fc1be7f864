"""The dataset in other forms: RDF, tables, networks, drawings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, get_args

import pyoxigraph as ox

from graph.errors import CallError
from graph.exports.bodies import COLUMNS, Row, rows
from graph.exports.networks import dot_bytes, gexf_bytes, graphml_bytes, mermaid_bytes, network
from graph.exports.rdf import dump_bytes, view_bytes
from graph.exports.tables import csv_bytes, xlsx_bytes
from graph.exports.trees import tree_bytes
from graph.hierarchy import Hierarchy, Moment
from graph.store import Generation

Form = Literal["ttl", "nq", "jsonld", "csv", "xlsx", "graphml", "gexf", "dot", "mermaid", "json"]
FORMS: tuple[str, ...] = get_args(Form)

_RDF: dict[str, Callable[[Generation], bytes]] = {
    "ttl": lambda generation: view_bytes(generation, ox.RdfFormat.TURTLE),
    "jsonld": lambda generation: view_bytes(generation, ox.RdfFormat.JSON_LD),
    "nq": dump_bytes,
}
_FLAT: dict[str, Callable[[Sequence[Row]], bytes]] = {
    "csv": csv_bytes,
    "xlsx": xlsx_bytes,
    "graphml": graphml_bytes,
    "gexf": gexf_bytes,
    "dot": dot_bytes,
    "mermaid": mermaid_bytes,
}

__all__ = [
    "COLUMNS",
    "FORMS",
    "Form",
    "Row",
    "export",
    "export_bodies",
    "export_rows",
    "network",
    "rows",
]


def export(
    generation: Generation,
    form: Form,
    at: date | None = None,
    language: str = "kk",
    known: date | None = None,
) -> bytes:
    """The dataset in one of FORMS; bodies and hierarchy as of `at`, else of the generation's day.

    `known` is the day whose record is meant, else that of now. RDF holds the view of the
    generation's own day (`nq`: and the dated claims for all others), so asking for it at another
    day, or as it was known on another, is a CallError.
    """
    own = generation.manifest.as_of
    if form not in _RDF:
        hierarchy = Hierarchy.load(generation, generation.manifest.base, index=generation.index())
        return export_bodies(hierarchy.at(at or own, known), form, language)
    if at not in (None, own) or known:
        asked = f"{at or own}, known {known}" if known else at
        raise CallError(f"{form} holds the view of {own}; for {asked} take csv, json or graphml")
    return _RDF[form](generation)


def export_bodies(moment: Moment, form: Form, language: str = "kk") -> bytes:
    """The bodies of a day in one of FORMS that is not RDF."""
    if form == "json":
        return tree_bytes(moment, language)
    return export_rows(rows(moment, language), form)


def export_rows(bodies: Sequence[Row], form: str) -> bytes:
    """Some bodies as a table or a network: `csv`, `xlsx`, `graphml`, `gexf`, `dot`, `mermaid`."""
    return _FLAT[form](bodies)
