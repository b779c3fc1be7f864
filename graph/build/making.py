"""A generation made of a record: its graphs, its findings, its manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import cast

from graph.build.acts import Progress
from graph.build.findings import finding_parts
from graph.dataset import Layers, Record, Sorted, Triple, in_parts
from graph.findings import Waiver, find
from graph.model import Finding
from graph.store import FORMAT, ActEntry, Manifest
from graph.view import View, build_view
from ontology import ORG, RDF, vocabulary_triples
from shapes import Result, Validation


@dataclass(frozen=True, slots=True)
class Made:
    """All that a generation is made of; `breaks` is what breaks a shape."""

    record: Record
    view: View
    findings: list[Finding]
    waivers: tuple[Waiver, ...]
    breaks: list[Result]
    quads: Sorted


def make(
    record: Record,
    as_of: date,
    progress: Progress,
    waivers: tuple[Waiver, ...] = (),
    quads: Sorted | None = None,
) -> Made:
    """The graphs of a record, with the view of the day `as_of` in the default graph.

    They are held against the shapes and added to `quads` act by act: the view alone, and what the
    record holds, are in memory as a whole.
    """
    quads = Sorted() if quads is None else quads
    progress("graph", 0, 3)
    view, findings = build_view(record, as_of), find(record)
    progress("graph", 1, 3)
    vocabulary = cast(set[Triple], set(vocabulary_triples(record.iris.base)))
    shared = view.triples | vocabulary
    quads.add({None: shared, record.iris.graph("vocabulary"): vocabulary})
    validation = Validation(shared, evidence=bool(record.claims))
    for part in _parts(record, view, findings, waivers):
        quads.add(part)
        validation.hold(set().union(*part.values()))
    progress("graph", 2, 3)
    quads.settle()
    breaks = sorted(validation.report(), key=str)
    progress("graph", 3, 3)
    return Made(record, view, findings, waivers, breaks, quads)


def _parts(
    record: Record, view: View, findings: list[Finding], waivers: tuple[Waiver, ...]
) -> Iterator[Layers]:
    graph = record.iris.graph
    yield from in_parts(record)
    yield {graph("derivations"): view.derivations}
    for triples in finding_parts(findings, record, waivers):
        yield {graph("findings"): triples}


def manifest_of(made: Made) -> Manifest:
    """The manifest, still without name and hashes of files."""
    names = {str(graph) if graph else "default": n for graph, n in made.quads.graphs.items()}
    return Manifest(
        generation="",
        format=FORMAT,
        release=version("shezhire"),
        base=made.record.iris.base,
        as_of=made.view.at,
        counts=_counts(made),
        graphs=dict(sorted(names.items())),
        acts=tuple(_entries(made.record)),
        files={},
    )


def _counts(made: Made) -> dict[str, int]:
    kinds = [o for _, p, o in made.view.triples if p == RDF.type]
    return {
        "acts": len({held.act.key for held in made.record.acts}),
        "editions": len(made.record.acts),
        "bodies": kinds.count(ORG.FormalOrganization),
        "claims": len(made.record.claims),
        "statements": len(made.record.statements),
        "findings": len(made.findings),
        "quads": made.quads.graphs.total(),
    }


def _entries(record: Record) -> Iterable[ActEntry]:
    for held in record.acts:
        act, source = held.act, held.document.source
        yield ActEntry(
            key=act.key,
            language=act.language,
            title=act.title,
            day=act.day,
            number=act.number,
            file=source.name,
            sha256=source.sha256,
            recorded=held.document.side.recorded,
        )
