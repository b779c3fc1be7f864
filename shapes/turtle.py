"""The Turtle files of the shapes as one graph, parsed once."""

from functools import cache
from pathlib import Path

from rdflib import Graph

from ontology import PREFIXES, read_turtle

_FOLDER = Path(__file__).parent
#: Shapes of what only claims carry: a view or a list of bodies has none of it.
EVIDENCE = "evidence.ttl"


def shape_files() -> list[Path]:
    """One file a subject, by name."""
    return sorted(_FOLDER.glob("*.ttl"))


@cache
def load_description_shapes() -> Graph:
    """The shapes of what a server tells of its dataset; no dataset holds such things itself.

    The graph is shared by all callers: do not add to it.
    """
    graph = Graph(bind_namespaces="none")
    for path in sorted((_FOLDER / "descriptions").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


@cache
def load_shapes(evidence: bool = True) -> Graph:
    """All shapes as one graph, without those of evidence if not asked for.

    The graph is shared by all callers: do not add to it.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for path in shape_files():
        if evidence or path.name != EVIDENCE:
            for triple in read_turtle(path.read_text(encoding="utf-8")):
                graph.add(triple)
    return graph
