"""Triples laid out for asking: what a thing says, and which things are of a class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import Graph
from rdflib.term import Node

from ontology import RDF, RDFS, SH

Triple = tuple[Node, Node, Node]
#: The ways to name a target that the shapes of the project use.
TARGETS = frozenset({SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf})
_NOTHING: dict[Node, list[Node]] = {}


@dataclass(frozen=True, slots=True)
class Target:
    """What a node shape is to be held against."""

    kinds: frozenset[Node]
    subjects_of: frozenset[Node]
    objects_of: frozenset[Node]

    @classmethod
    def of(cls, shape: Node, shapes: Graph) -> Target:
        """The target of a shape."""
        ways = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
        return cls(*(frozenset(shapes.objects(shape, way)) for way in ways))


class Facts:
    """Triples by subject and predicate: ten times faster to ask than a graph.

    Those of a part lie `above` what all parts share, which they may ask as well.
    """

    def __init__(self, above: Facts | None = None) -> None:
        self._said: dict[Node, dict[Node, list[Node]]] = defaultdict(dict)
        self._kinds: dict[Node, set[Node]] = defaultdict(set)
        self._narrower: dict[Node, set[Node]] = defaultdict(set)
        self._instances: dict[Node, set[Node]] = {}
        self._shared = above

    def add(self, triples: Iterable[Triple]) -> None:
        """Take in triples, each of them once."""
        a, narrower_than = RDF.type, RDFS.subClassOf
        for subject, predicate, value in triples:
            self._said[subject].setdefault(predicate, []).append(value)
            if predicate == a:
                self._kinds[value].add(subject)
            elif predicate == narrower_than:
                self._narrower[value].add(subject)
        self._instances.clear()

    def __contains__(self, subject: Node) -> bool:
        return subject in self._said

    def values(self, subject: Node, predicate: Node) -> list[Node]:
        """The objects of a subject and predicate."""
        said = self._said.get(subject)
        if said is None:
            return [] if self._shared is None else self._shared.values(subject, predicate)
        return said.get(predicate, [])

    def triples(self, subject: Node) -> Iterator[Triple]:
        """All that is said of a thing."""
        said = self._said.get(subject)
        if said is not None:
            yield from ((subject, p, value) for p, values in said.items() for value in values)
        elif self._shared is not None:
            yield from self._shared.triples(subject)

    def instances(self, kind: Node) -> set[Node]:
        """All instances of a class and of its subclasses, as the data has both.

        Of a part, its own.
        """
        if kind not in self._instances:
            kinds = (self._shared or self).below(kind)
            self._instances[kind] = set().union(*(self._kinds.get(one, set()) for one in kinds))
        return self._instances[kind]

    def below(self, kind: Node) -> set[Node]:
        """A class with its subclasses."""
        kinds, left = {kind}, [kind]
        while left:
            new = self._narrower.get(left.pop(), set()) - kinds
            kinds |= new
            left += new
        return kinds

    def are(self, things: Iterable[Node], kind: Node) -> bool:
        """Whether all of them are of a class."""
        rest = set(things).difference(self.instances(kind))
        return not rest or (self._shared is not None and self._shared.are(rest, kind))

    def note_types(self, thing: Node, kinds: Iterable[Node]) -> None:
        """Take in what a thing is, and nothing else of it; seen with the next triples taken in."""
        for kind in kinds:
            self._kinds[kind].add(thing)

    def classes(self) -> Iterator[Triple]:
        """The triples that say which class is below which."""
        for kind, narrower in self._narrower.items():
            yield from ((one, RDFS.subClassOf, kind) for one in narrower)

    def targets(self, target: Target) -> set[Node]:
        """All things that a node shape is to be held against; in a part, also those of others."""
        found = set().union(*map(self.instances, target.kinds))
        if target.subjects_of or target.objects_of:
            for subject, said in self._said.items():
                if not target.subjects_of.isdisjoint(said):
                    found.add(subject)
                for predicate in target.objects_of.intersection(said):
                    found.update(said[predicate])
        return found
