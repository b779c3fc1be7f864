"""What the shapes and the rules across acts say, as values and as RDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pyoxigraph as ox
from rdflib import BNode, Graph, Literal

from graph.build.conformance import result_triples
from graph.cli.words import say
from graph.errors import CallError, DataError, TextPlace
from graph.store import Generation
from ontology import RDF, SH, read_turtle
from shapes import Report
from shapes.report import Result


def findings_of(generation: Generation, known: date | None = None) -> list[dict[str, Any]]:
    """The findings of a generation's report, the gravest first, boilerplate last.

    What was waived after the day `known` was open on it; words of a file recorded later are none.
    """
    return [row for _, row in _ranked(generation, known)]


def findings_on(
    generation: Generation, day: date, known: date | None = None
) -> list[dict[str, Any]]:
    """Those that are or may be of a day; `holds` tells which: see `Disputes.holds`."""
    from graph.hierarchy import Hierarchy
    from graph.hierarchy.disputes import disputes_of
    from graph.hierarchy.reports import reports_of

    index = Hierarchy.load(generation, generation.manifest.base, index=generation.index())
    moment = index.at(day, known)
    said = {one.rank: disputes_of(moment).holds(moment, one) for one in reports_of(index)}
    ranked = _ranked(generation, known)
    return [{**row, "holds": said[rank]} for rank, row in ranked if said[rank] != "no"]


def _ranked(generation: Generation, known: date | None) -> Iterator[tuple[int, dict[str, Any]]]:
    """The findings that the record had on a day, each with its rank."""
    found: list[dict[str, Any]] = orjson.loads(generation.file("report.json"))["findings"]
    days = {act.sha256: act.recorded for act in generation.manifest.acts}
    for rank, row in enumerate(found, 1):
        if known is None:
            yield rank, row
        elif all(days.get(span["sha256"], known) <= known for span in row["spans"]):
            yield rank, _on(row, known)


def _on(row: dict[str, Any], known: date) -> dict[str, Any]:
    closed = row["waiver"]
    later = closed is not None and closed["recorded"] > known.isoformat()
    return {**row, "status": "open", "waiver": None} if later else row


def finding_cells(row: dict[str, Any], language: str) -> tuple[str, ...]:
    """Severity (and whether it is waived), rule, message, the clauses it is between.

    Then whether it is one of the day, where a day was asked for.
    """
    clauses = dict.fromkeys(f"{span['act']} {span['clause']}" for span in row["spans"])
    severity = row["severity"] if row["status"] == "open" else f"{row['severity']} (waived)"
    held = (say(row["holds"], language),) if "holds" in row else ()
    return severity, row["rule"], row["message"][language], ", ".join(clauses), *held


def graph_of(held: Generation | Path) -> Graph:
    """All graphs of a generation, or of a file in any RDF format, merged into one."""
    quads = held.store if isinstance(held, Generation) else _parsed(held)
    lines = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES) or b""
    graph = Graph(bind_namespaces="none")
    for triple in read_turtle(lines.decode()):
        graph.add(triple)
    return graph


def _parsed(path: Path) -> list[ox.Quad]:
    form = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    # Lines of N-Triples may be called so too, but here such a file is an act.
    if form is None or path.suffix.lower() == ".txt":
        raise CallError(
            f"{path}: expected a file that ends in .ttl, .nt, .nq, .trig, .jsonld, .rdf"
        )
    try:
        return list(ox.parse(path.read_bytes(), format=form, rename_blank_nodes=True))
    except SyntaxError as error:
        place = TextPlace(str(path), error.lineno or 1, error.offset or 1, (error.text or "")[:80])
        raise DataError(f"{form.name}", error.msg, place) from error


def message_of(result: Result, language: str) -> str:
    """What a shape says in a language, else in English."""
    return result.messages.get(language) or result.messages.get("en", "")


def result_json(result: Result) -> dict[str, Any]:
    """One break as JSON."""
    return {
        "shape": result.shape,
        "constraint": result.constraint,
        "severity": result.severity,
        "focus": str(result.focus),
        "path": None if result.path is None else str(result.path),
        "value": None if result.value is None else str(result.value),
        "message": dict(result.messages),
    }


def turtle_bytes(report: Report) -> bytes:
    """The breaks as a `sh:ValidationReport`."""
    graph, top = Graph(bind_namespaces="none"), BNode()
    graph.bind("sh", SH)
    graph.add((top, RDF.type, SH.ValidationReport))
    graph.add((top, SH.conforms, Literal(report.conforms)))
    for result in report:
        node = BNode()
        graph.add((top, SH.result, node))
        for triple in result_triples(node, result):
            graph.add(triple)
    return graph.serialize(format="turtle").encode()
