"""What a build says of itself: what was understood, what was not and why, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson
from rdflib import URIRef
from rdflib.term import Node

from graph.build.acts import Skipped
from graph.build.making import Made
from graph.dataset import Record
from graph.findings import SEVERITIES, Waiver, waived
from graph.model import ActClaims, Finding, Range, Source, Unread
from graph.register import Resolution
from graph.view import View
from ontology import DCT, ELI, ORG, RDF, ROV, SHZ

#: What a body is expected to have, by the name that reports give it.
EXPECTED = {"form": ROV.orgType, "superior": SHZ.subordinateTo, "place": DCT.spatial}


@dataclass(frozen=True, slots=True)
class Place:
    """A clause that was not understood: why, where it begins (line, column from 1), its words."""

    clause: str
    reason: str
    line: int
    column: int
    words: str


@dataclass(frozen=True, slots=True)
class ActReport:
    """One act: how many clauses were understood, which were not and why, what was mended."""

    key: str
    language: str
    title: str
    file: str
    sha256: str
    understood: int
    unread: tuple[Place, ...]
    repairs: dict[str, int]
    claims: int
    statements: int


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The outcome of a build: `generation` in `path`, acts taken in and skipped, gaps, findings.

    `missing` has the IRIs of bodies without form, superior or place; `not_held` the keys of acts
    referred to; `violations` what breaks a shape, which is a fault of the program; `unchanged`
    counts acts that were not read again, `damaged` entries of the cache that were read anew,
    `doubts` pairs of bodies that people have to decide on.
    """

    generation: str
    path: Path
    as_of: date
    counts: dict[str, int]
    acts: tuple[ActReport, ...]
    skipped: tuple[Skipped, ...]
    missing: dict[str, tuple[str, ...]]
    not_held: tuple[str, ...]
    findings: tuple[Finding, ...]
    waivers: tuple[Waiver, ...]
    violations: tuple[str, ...]
    unchanged: int = 0
    damaged: int = 0
    doubts: int = 0

    @property
    def severities(self) -> dict[str, int]:
        """How many findings of each severity, the gravest first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in SEVERITIES}

    @property
    def total(self) -> dict[str, int]:
        """What the acts come to together, in the order of the columns of the report."""
        return {
            "acts": len({act.key for act in self.acts}),
            "editions": len(self.acts),
            "skipped": len(self.skipped),
            "understood": sum(act.understood for act in self.acts),
            "unread": sum(len(act.unread) for act in self.acts),
            "repairs": sum(sum(act.repairs.values()) for act in self.acts),
            "claims": sum(act.claims for act in self.acts),
            "statements": sum(act.statements for act in self.acts),
        }

    @property
    def complete(self) -> bool:
        """Whether every act was taken in and no shape is broken."""
        return not self.skipped and not self.violations


def report_of(made: Made, skipped: tuple[Skipped, ...], out: Path) -> BuildReport:
    """The report on what was made; it has no name of a generation yet."""
    return BuildReport(
        generation="",
        path=out,
        as_of=made.view.at,
        counts={},
        acts=tuple(map(act_report, made.record.acts)),
        skipped=skipped,
        missing=missing(made.view),
        not_held=not_held(made.record),
        findings=tuple(made.findings),
        waivers=made.waivers,
        violations=tuple(map(str, made.breaks)),
        doubts=len(made.record.bodies.doubts) if isinstance(made.record.bodies, Resolution) else 0,
    )


def written(report: BuildReport, record: Record) -> bytes:
    """The report as `report.json` has it: no clock, no path, no host, keys in order."""
    content = {
        "as_of": report.as_of,
        "release": version("shezhire"),
        "total": report.total,
        "acts": report.acts,
        "skipped": report.skipped,
        "missing": report.missing,
        "not_held": report.not_held,
        "violations": report.violations,
        "idle_waivers": idle(report, record),
        "findings": list(finding_rows(report, record)),
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def act_report(held: ActClaims) -> ActReport:
    """What was understood of one act."""
    document = held.document
    repairs = Counter(repair.kind for repair in document.repairs)
    return ActReport(
        held.act.key,
        held.act.language,
        held.act.title,
        document.source.name,
        document.source.sha256,
        len(held.read),
        tuple(_unread(one, document.source) for one in held.unread),
        dict(sorted(repairs.items())),
        len(held.claims),
        len(held.statements),
    )


def _unread(one: Unread, source: Source) -> Place:
    line, column = source.line_and_column(one.ranges[0].start if one.ranges else 0)
    words = " … ".join(source.quote(part) for part in one.ranges)
    return Place(one.clause, one.reason, line, column, words)


def missing(view: View) -> dict[str, tuple[str, ...]]:
    """Bodies that lack what a body is expected to have."""
    bodies = _subjects(view, RDF.type, ORG.FormalOrganization)
    return {
        name: tuple(sorted(bodies - _subjects(view, predicate)))
        for name, predicate in EXPECTED.items()
    }


def _subjects(view: View, predicate: URIRef, value: Node | None = None) -> set[str]:
    return {str(s) for s, p, o in view.triples if p == predicate and value in (None, o)}


def not_held(record: Record) -> tuple[str, ...]:
    """Acts that the acts held refer to, and that are not held themselves."""
    acts = record.iris.of("act", "")
    named = {
        str(claim.subject).removeprefix(acts)
        for claim in record.claims
        if (claim.predicate, claim.object) == (RDF.type, ELI.LegalResource)
    }
    return tuple(sorted(named - set(record.chronicle.acts)))


def idle(report: BuildReport, record: Record) -> list[Waiver]:
    """Waivers that close nothing: what they were for is there no more, or never was."""
    return [
        waiver
        for waiver in report.waivers
        if not any(waiver.closes(finding, record) for finding in report.findings)
    ]


def finding_rows(report: BuildReport, record: Record) -> Iterator[dict[str, Any]]:
    """Findings as JSON has them, in their order; `waiver` says who closed it and why."""
    editions = record.editions()
    for finding in report.findings:
        waiver = waived(finding, report.waivers, record)
        yield {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": dict(finding.messages),
            "boilerplate": finding.boilerplate,
            "status": "waived" if waiver else "open",
            "waiver": waiver,
            "subjects": list(finding.subjects),
            "spans": [
                span
                for edition, act, clause, ranges in finding.placed()
                for span in _spans(act, clause, ranges, editions[edition][act].document.source)
            ],
        }


def _spans(
    act: str, clause: str, ranges: tuple[Range, ...], source: Source
) -> Iterator[dict[str, Any]]:
    for part in ranges:
        yield {
            "act": act,
            "clause": clause,
            "file": source.name,
            "sha256": source.sha256,
            "start": part.start,
            "end": part.end,
            "quote": source.quote(part),
        }
