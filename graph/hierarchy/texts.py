"""The text of an act, part by part, with the facts that were read from each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import UnknownThingError
from graph.hierarchy.body import in_language
from graph.hierarchy.facts import Fact, local_name
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.nodes import Node, Nodes, read_nodes
from ontology import ELI, SHZ

_PARTS, _ID, _KIND = str(ELI.has_part), str(ELI.id_local), str(ELI.type_subdivision)
_POSITION, _NUMBER, _TEXT = str(SHZ.position), str(SHZ.number), str(SHZ.text)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an act: its id, its kind by form, its number as printed, its own words.

    `level` is how deep it stands (0: at the top); `facts` were read from this very part.
    """

    iri: str
    eid: str
    kind: str
    number: str | None
    text: str
    level: int
    facts: tuple[Fact, ...]


def text_of_act(hierarchy: Hierarchy, act: str, language: str = "kk") -> list[Part]:
    """All parts in order of print, in that language or in the one that is held.

    UnknownThingError when the act is not held.
    """
    editions = hierarchy.texts.get(act)
    if not editions:
        raise UnknownThingError("text of act", hierarchy.record.path(act).partition("/")[2])
    graph = editions.get(language) or next(iter(editions.values()))
    nodes = read_nodes(hierarchy.source, graph)
    return list(_parts(hierarchy, nodes, act, 0))


def _parts(hierarchy: Hierarchy, nodes: Nodes, above: str, level: int) -> Iterator[Part]:
    children = [nodes[iri] for iri in nodes[above].all(_PARTS)]
    for node in sorted(children, key=lambda node: node.number(_POSITION) or 0):
        yield _part(hierarchy, node, level)
        yield from _parts(hierarchy, nodes, node.iri, level + 1)


def _part(hierarchy: Hierarchy, node: Node, level: int) -> Part:
    return Part(
        node.iri,
        node.first(_ID) or "",
        local_name(node.first(_KIND) or ""),
        node.first(_NUMBER),
        in_language(node.labels(_TEXT), "kk") or "",
        level,
        tuple(hierarchy.record.read_from(node.iri)),
    )
