"""What a validation says: what was checked, and each place where data breaks a shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from ontology import SH, SHAPES


@dataclass(frozen=True, slots=True)
class Result:
    """One break: the thing at fault, by which path, shape and constraint, and the value, if any.

    `messages` by language (kk, ru, en); `severity` is `Violation`, `Warning` or `Info`.
    """

    focus: Node
    path: Node | None
    shape: URIRef
    constraint: str
    severity: str
    value: Node | None
    messages: Mapping[str, str]

    @property
    def name(self) -> str:
        """The shape and the constraint: `BodyShape-legalName.MinCount`."""
        return f"{self.shape.removeprefix(SHAPES)}.{self.constraint}"

    def __str__(self) -> str:
        found = f", found {self.value}" if self.value is not None else ""
        return f"{self.focus}: {self.name}: {self.messages.get('en', '')}{found}"


@dataclass(frozen=True, slots=True)
class Report:
    """All breaks in order, and how many things each node shape was held against."""

    results: tuple[Result, ...]
    checked: Mapping[str, int]

    @property
    def conforms(self) -> bool:
        """Whether nothing breaks a shape; true of data with nothing to check, so see `checked`."""
        return not self.results

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)


def read_results(report: Graph, shapes: Graph) -> tuple[Result, ...]:
    """The results of a SHACL report, in order of focus, shape, constraint and value."""
    found = [_result(report, node, shapes) for node in report.objects(None, SH.result)]
    return tuple(sorted(found, key=lambda r: (str(r.focus), r.shape, r.constraint, str(r.value))))


def _result(report: Graph, node: Node, shapes: Graph) -> Result:
    shape = URIRef(str(report.value(node, SH.sourceShape)))
    return Result(
        report.value(node, SH.focusNode) or node,
        report.value(node, SH.resultPath),
        shape,
        _local(report.value(node, SH.sourceConstraintComponent)).removesuffix(
            "ConstraintComponent"
        ),
        _local(report.value(node, SH.resultSeverity)),
        report.value(node, SH.value),
        _messages(shapes, shape),
    )


def _messages(shapes: Graph, shape: URIRef) -> dict[str, str]:
    said = (m for m in shapes.objects(shape, SH.message) if isinstance(m, Literal))
    return {message.language or "": str(message) for message in said}


def _local(iri: Node | None) -> str:
    return str(iri).rsplit("#", 1)[-1]
