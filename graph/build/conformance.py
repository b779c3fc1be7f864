"""The conformance report as SHACL has it: breaks of shapes and open findings as results."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from rdflib import Literal, URIRef

from graph.build.findings import finding_iri
from graph.dataset import Record, Triple, fingerprint
from graph.dataset.quads import Subject, lines_of
from graph.findings import Waiver, waived
from graph.model import Finding
from ontology import RDF, SH, code
from shapes import Result

#: What acts say wrongly never breaks the model: a warning at most.
_SEVERITY = {"Contradiction": SH.Warning, "Gap": SH.Warning, "Defect": SH.Warning}


def conformance(
    record: Record,
    breaks: Iterable[Result],
    findings: Iterable[Finding],
    waivers: Iterable[Waiver] = (),
) -> bytes:
    """A `sh:ValidationReport` in Turtle; it conforms when nothing is broken and nothing open.

    A finding that is waived is no result. The same record gives the same bytes.
    """
    top = record.iris.of("report", "conformance")
    held: list[tuple[URIRef, Iterable[Triple]]] = []
    for broken in breaks:
        node = record.iris.of("break", fingerprint(*broken_parts(broken)))
        held.append((node, result_triples(node, broken)))
    closed = tuple(waivers)
    for finding in findings:
        if waived(finding, closed, record) is None:
            node = finding_iri(finding, record)
            held.append((node, _finding_triples(node, finding, record)))
    report: set[Triple] = {(top, RDF.type, SH.ValidationReport)}
    report.add((top, SH.conforms, Literal(not held)))
    report.update((top, SH.result, node) for node, _ in held)
    return _turtle(report, {triple for _, told in held for triple in told})


def _turtle(*parts: Iterable[Triple]) -> bytes:
    """Parts without blank nodes in Turtle, each in order; ten times quicker than by rdflib."""
    lines = b"\n".join(line for part in parts for line in sorted(lines_of(None, part)))
    told = (quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))
    return ox.serialize(told, format=ox.RdfFormat.TURTLE, prefixes={"sh": str(SH)}) or b""


def broken_parts(broken: Result) -> tuple[object, ...]:
    """What tells one break from another."""
    return broken.shape, broken.constraint, broken.focus, broken.path, broken.value


def result_triples(node: Subject, broken: Result) -> set[Triple]:
    """A break of a shape as a `sh:ValidationResult`."""
    values = {
        RDF.type: SH.ValidationResult,
        SH.focusNode: broken.focus,
        SH.resultPath: broken.path,
        SH.value: broken.value,
        SH.sourceShape: URIRef(str(broken.shape)),
        SH.sourceConstraintComponent: SH[f"{broken.constraint}ConstraintComponent"],
        SH.resultSeverity: SH[broken.severity],
    }
    triples: set[Triple] = {(node, p, value) for p, value in values.items() if value is not None}
    for language, message in broken.messages.items():
        triples.add((node, SH.resultMessage, Literal(message, lang=language or None)))
    return triples


def _finding_triples(node: URIRef, finding: Finding, record: Record) -> set[Triple]:
    """A finding as a result: its focus is what it is about, else the clause that it is on."""
    clauses = [record.iris.clause(act, eid) for act, eid, _ in finding.spans]
    focus = [*finding.subjects, *clauses][:1]
    rule = code("finding-rules", finding.rule)
    return {
        (node, RDF.type, SH.ValidationResult),
        (node, SH.sourceShape, rule),
        (node, SH.sourceConstraintComponent, rule),
        (node, SH.resultSeverity, _SEVERITY.get(finding.severity, SH.Info)),
        *((node, SH.focusNode, one) for one in focus),
        *((node, SH.value, clause) for clause in clauses[:1]),
        *((node, SH.resultMessage, Literal(text, lang=lang)) for lang, text in finding.messages),
    }
