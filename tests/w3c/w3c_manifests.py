"""Test manifests of the W3C: what they hold, where they are, what a request or a result says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

HERE = Path(__file__).parent
#: The suite stands beside the checkout; the cases of the project are part of it.
SUITE = HERE.parent.parent.parent / "shared" / "conformance" / "sparql11"
OWN = HERE / "own"
#: Where the files of the suite are published: their relative IRIs are relative to this.
PUBLISHED = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")


@dataclass(frozen=True)
class Case:
    """A test: its name (`folder/name`), its kind, its node, the manifest it stands in."""

    name: str
    kind: str
    node: Node
    graph: Graph
    home: Path

    def value(self, subject: Node, predicate: URIRef) -> Node | None:
        return self.graph.value(subject, predicate)

    def values(self, subject: Node, predicate: URIRef) -> list[Node]:
        return list(self.graph.objects(subject, predicate))

    def items(self, head: Node | None) -> list[Node]:
        return list(Collection(self.graph, head)) if head is not None else []

    def path(self, iri: Node) -> Path:
        """The file of an IRI of the manifest."""
        return self.home / str(iri).rpartition("/")[2]

    def label(self, node: Node) -> str | None:
        found = self.graph.value(node, RDFS.label)
        return str(found) if found is not None else None


def cases(root: Path, *kinds: str) -> Iterator[Case]:
    """The cases of these kinds in all manifests under a folder, by name."""
    for path in sorted(root.glob("*/manifest*.ttl")):
        home = path.parent
        graph = Graph().parse(path, publicID=f"{PUBLISHED}{home.name}/")
        for head in graph.objects(None, MF.entries):
            for node in Collection(graph, head):
                kind = str(graph.value(node, RDF.type)).rpartition("#")[2]
                if kind in kinds:
                    name = f"{home.name}/{str(node).rpartition('#')[2]}"
                    yield Case(name, kind, node, graph, home)


def all_cases(*kinds: str, without: str = "") -> list[object]:
    """The cases of the project and those of the suite; one that is skipped where it is not.

    `without` is a folder that the suite itself gave up.
    """
    held = [*cases(OWN, *kinds), *cases(SUITE, *kinds)]
    found: list[object] = [
        pytest.param(case, id=case.name) for case in held if case.home.name != without
    ]
    if not SUITE.is_dir():
        skip = pytest.mark.skip(reason=f"no W3C suite beside the checkout ({SUITE})")
        found.append(pytest.param(None, id="suite", marks=skip))
    return found
