"""A quick sieve before pySHACL: it clears what plainly conforms, and what it cannot tell it keeps.

pySHACL needs about 5 ms for each claim with its words; the sieve 0.1 ms. It knows the constraints
that the shapes of the project use; a shape with any other leaves all its focus nodes to pySHACL.
"""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology import RDF, RDFS, SH
from shapes.facts import TARGETS, Facts, Target


@dataclass(frozen=True, slots=True)
class _Case:
    """A focus node with the values that a property shape speaks of."""

    focus: Node
    values: list[Node]
    facts: Facts


_Check = Callable[[_Case], bool]
_Maker = Callable[[Node, Graph], _Check]
#: What a shape may say beside its constraints.
_SAID: Set[Node] = TARGETS | {RDF.type, RDFS.comment, SH.property, SH.path, SH.message, SH.severity}


@dataclass(frozen=True, slots=True)
class Mesh:
    """A node shape made ready: its target, and for each property its path and what is asked of the
    values; None where the sieve cannot tell.
    """

    shape: Node
    target: Target
    properties: list[tuple["_Walk", list[_Check]]] | None

    @classmethod
    def of(cls, shape: Node, shapes: Graph) -> "Mesh":
        """The mesh of a node shape."""
        return cls(shape, Target.of(shape, shapes), _properties(shape, shapes))

    def suspects(self, focus: set[Node], facts: Facts) -> set[Node]:
        """The focus nodes that may break the shape."""
        if self.properties is None:
            return focus
        left: set[Node] = set()
        for walk, checks in self.properties:
            for node in focus - left:
                case = _Case(node, walk(node, facts), facts)
                if not all(check(case) for check in checks):
                    left.add(node)
        return left


def meshes(shapes: Graph) -> list[Mesh]:
    """Those of all node shapes, in no order."""
    return [Mesh.of(shape, shapes) for shape in shapes.subjects(RDF.type, SH.NodeShape)]


def _properties(shape: Node, shapes: Graph) -> list[tuple["_Walk", list[_Check]]] | None:
    if _unknown(shape, shapes, _SAID):
        return None
    found: list[tuple[_Walk, list[_Check]]] = []
    for prop in shapes.objects(shape, SH.property):
        walk, checks = _path(shapes.value(prop, SH.path), shapes), _checks(prop, shapes)
        if walk is None or checks is None:
            return None
        found.append((walk, checks))
    return found


def _unknown(shape: Node, shapes: Graph, known: Set[Node]) -> bool:
    return any(predicate not in known for predicate in shapes.predicates(shape))


# ------------------------------------------------------------------ paths

_Walk = Callable[[Node, Facts], list[Node]]


def _path(path: Node | None, shapes: Graph) -> _Walk | None:
    """The values at the end of a path; None for a path that the sieve does not know."""
    if isinstance(path, URIRef):
        return lambda node, facts: facts.values(node, path)
    if path is None:
        return None
    either = shapes.value(path, SH.alternativePath)
    steps = list(Collection(shapes, either or path))
    if not steps or not all(isinstance(step, URIRef) for step in steps):
        return None
    if either:
        return lambda node, facts: list({v for step in steps for v in facts.values(node, step)})
    return lambda node, facts: _along(node, steps, facts)


def _along(node: Node, steps: list[Node], facts: Facts) -> list[Node]:
    reached = {node}
    for step in steps:
        reached = {value for one in reached for value in facts.values(one, step)}
    return list(reached)


# ------------------------------------------------------------------ constraints


def _checks(prop: Node, shapes: Graph) -> list[_Check] | None:
    if _unknown(prop, shapes, _SAID | _MAKERS.keys()):
        return None
    said = (pair for pair in shapes.predicate_objects(prop) if pair[0] in _MAKERS)
    return [_MAKERS[predicate](value, shapes) for predicate, value in said]


def _min_count(count: Node, shapes: Graph) -> _Check:
    least = int(str(count))
    return lambda case: len(case.values) >= least


def _max_count(count: Node, shapes: Graph) -> _Check:
    most = int(str(count))
    return lambda case: len(case.values) <= most


def _each(test: Callable[[Node], bool]) -> _Check:
    return lambda case: all(test(value) for value in case.values)


def _number(literal: Node) -> Decimal | None:
    value = literal.value if isinstance(literal, Literal) else None
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    return None


def _min_inclusive(bound: Node, shapes: Graph) -> _Check:
    least = _number(bound)
    return _each(lambda v: least is not None and (n := _number(v)) is not None and n >= least)


def _min_exclusive(bound: Node, shapes: Graph) -> _Check:
    least = _number(bound)
    return _each(lambda v: least is not None and (n := _number(v)) is not None and n > least)


def _datatype(kind: Node, shapes: Graph) -> _Check:
    def fits(value: Node) -> bool:
        if not isinstance(value, Literal) or value.ill_typed:
            return False
        if kind == RDF.langString:
            return value.language is not None
        plain = value.datatype or (None if value.language else _STRING)
        return plain == kind

    return _each(fits)


_STRING = URIRef("http://www.w3.org/2001/XMLSchema#string")
_KINDS: dict[Node, tuple[type, ...]] = {
    SH.IRI: (URIRef,),
    SH.Literal: (Literal,),
    SH.IRIOrLiteral: (URIRef, Literal),
}


def _node_kind(kind: Node, shapes: Graph) -> _Check:
    kinds = _KINDS.get(kind, ())
    return _each(lambda value: isinstance(value, kinds))


def _pattern(pattern: Node, shapes: Graph) -> _Check:
    fits = re.compile(str(pattern)).search
    return _each(lambda value: fits(str(value)) is not None)


def _min_length(length: Node, shapes: Graph) -> _Check:
    least = int(str(length))
    return _each(lambda value: len(str(value)) >= least)


def _in(allowed: Node, shapes: Graph) -> _Check:
    values = set(Collection(shapes, allowed))
    return _each(lambda value: value in values)


def _language_in(allowed: Node, shapes: Graph) -> _Check:
    tags = {str(tag) for tag in Collection(shapes, allowed)}
    return _each(lambda value: isinstance(value, Literal) and value.language in tags)


def _unique_lang(_: Node, shapes: Graph) -> _Check:
    def unique(case: _Case) -> bool:
        tags = [v.language for v in case.values if isinstance(v, Literal) and v.language]
        return len(tags) == len(set(tags))

    return unique


def _class(kind: Node, shapes: Graph) -> _Check:
    return lambda case: case.facts.are(case.values, kind)


def _others(case: _Case, predicate: Node) -> set[Node]:
    return set(case.facts.values(case.focus, predicate))


def _before(first: Node, second: Node, or_equal: bool) -> bool:
    one, other = getattr(first, "value", None), getattr(second, "value", None)
    if type(one) is date and type(other) is date:
        return one < other or (or_equal and one == other)
    if type(one) is int and type(other) is int:
        return one < other or (or_equal and one == other)
    return False


def _less(or_equal: bool) -> _Maker:
    def maker(predicate: Node, shapes: Graph) -> _Check:
        return lambda case: all(
            _before(value, other, or_equal)
            for other in _others(case, predicate)
            for value in case.values
        )

    return maker


_MAKERS: dict[Node, _Maker] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.hasValue: lambda value, _: lambda case: value in case.values,
    SH.equals: lambda p, _: lambda case: set(case.values) == _others(case, p),
    SH.disjoint: lambda p, _: lambda case: not _others(case, p).intersection(case.values),
    SH["class"]: _class,
    SH["in"]: _in,
    SH.datatype: _datatype,
    SH.nodeKind: _node_kind,
    SH.pattern: _pattern,
    SH.minLength: _min_length,
    SH.minInclusive: _min_inclusive,
    SH.minExclusive: _min_exclusive,
    SH.uniqueLang: _unique_lang,
    SH.languageIn: _language_in,
    SH.lessThan: _less(or_equal=False),
    SH.lessThanOrEquals: _less(or_equal=True),
}
