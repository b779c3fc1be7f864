"""Who stands under whom as a network: an edge goes from a body to its superior."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.exports.bodies import COLUMNS, Row

if TYPE_CHECKING:
    import networkx as nx

_LAST_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')


def network(rows: Sequence[Row]) -> nx.DiGraph[str]:
    """Bodies by slug with what is known of them; what is not known is no attribute.

    A superior that is itself no row (it may have ended) gets no edge.
    """
    # Most questions need no network, and this takes a while to load.
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for row in rows:
        pairs = zip(COLUMNS, row.cells(), strict=True)
        known = {name: value for name, value in pairs if value is not None and name != "slug"}
        # GEXF and most viewers show the attribute of this name.
        graph.add_node(row.slug, label=row.name, **known)
    for row in rows:
        if row.superior is not None and row.superior in graph:
            graph.add_edge(row.slug, row.superior, relation="subordinateTo")
    return graph


def graphml_bytes(rows: Sequence[Row]) -> bytes:
    """GraphML, as Gephi, yEd and networkx read it."""
    from networkx import write_graphml

    file = io.BytesIO()
    write_graphml(network(rows), file)
    return file.getvalue()


def gexf_bytes(rows: Sequence[Row]) -> bytes:
    """GEXF 1.2, without the day of writing, so that the same bodies give the same bytes."""
    from networkx import generate_gexf

    written = "\n".join(generate_gexf(network(rows)))
    return _LAST_MODIFIED.sub("", written).encode("utf-8")


def dot_bytes(rows: Sequence[Row]) -> bytes:
    """The DOT language of Graphviz, the superior on top."""
    graph = network(rows)
    lines = ["digraph shezhire {", "  rankdir=BT;", "  node [shape=box];"]
    lines += [f"  {_quoted(row.slug)} [label={_quoted(row.name)}];" for row in rows]
    lines += [f"  {_quoted(a)} -> {_quoted(b)};" for a, b in graph.edges]
    return "\n".join([*lines, "}", ""]).encode("utf-8")


def mermaid_bytes(rows: Sequence[Row]) -> bytes:
    """A Mermaid flowchart, the superior on top; nodes are numbered, for a slug may be a keyword."""
    graph = network(rows)
    number = {row.slug: f"b{place}" for place, row in enumerate(rows, start=1)}
    lines = ["flowchart BT"]
    lines += [f'  {number[row.slug]}["{_escaped(row.name)}"]' for row in rows]
    lines += [f"  {number[a]} --> {number[b]}" for a, b in graph.edges]
    return "\n".join([*lines, ""]).encode("utf-8")


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _escaped(words: str) -> str:
    return words.replace("&", "#amp;").replace('"', "#quot;")
