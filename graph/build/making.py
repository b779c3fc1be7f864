"""A generation made of a record: its graphs, its findings, its manifest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import cast

from graph.build.acts import Progress
from graph.build.findings import finding_triples
from graph.dataset import Layers, Record, Triple, build_dataset
from graph.findings import Waiver, find
from graph.model import Finding
from graph.store import FORMAT, ActEntry, Manifest
from graph.view import View, build_view
from ontology import ORG, RDF, load_vocabulary
from shapes import Result, validate


@dataclass(frozen=True, slots=True)
class Made:
    """All that a generation is made of; `breaks` is what breaks a shape."""

    record: Record
    view: View
    findings: list[Finding]
    waivers: tuple[Waiver, ...]
    breaks: list[Result]
    layers: Layers


def make(record: Record, as_of: date, progress: Progress, waivers: tuple[Waiver, ...] = ()) -> Made:
    """The graphs of a record, with the view of the day `as_of` in the default graph."""
    progress("graph", 0, 3)
    layers, view = build_dataset(record), build_view(record, as_of)
    progress("graph", 1, 3)
    findings = find(record)
    graph = record.iris.graph
    vocabulary = cast(set[Triple], set(load_vocabulary(record.iris.base)))
    layers[None] = view.triples | vocabulary
    layers[graph("vocabulary")] = vocabulary
    layers[graph("derivations")] = view.derivations
    layers[graph("findings")] = finding_triples(findings, record, waivers)
    progress("graph", 2, 3)
    breaks = sorted(validate(set().union(*layers.values())), key=str)
    progress("graph", 3, 3)
    return Made(record, view, findings, waivers, breaks, layers)


def manifest_of(made: Made) -> Manifest:
    """The manifest, still without name and hashes of files."""
    names = {str(graph) if graph else "default": len(t) for graph, t in made.layers.items()}
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
        "acts": len(made.record.acts),
        "bodies": kinds.count(ORG.FormalOrganization),
        "claims": len(made.record.claims),
        "statements": len(made.record.statements),
        "findings": len(made.findings),
        "quads": sum(map(len, made.layers.values())),
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
