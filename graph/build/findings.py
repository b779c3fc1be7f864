"""Findings as triples: rule, severity, message, what they are about, the words between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import Literal, URIRef

from graph.dataset import Record, Triple, fingerprint
from graph.dataset.evidence import EvidenceWriter
from graph.findings import Waiver, waived
from graph.findings.contests import Contests
from graph.model import Finding
from ontology import ADMS, RDF, SHZ, code

#: Findings whose triples are in memory at once.
_AT_ONCE = 200


def finding_iri(finding: Finding, record: Record) -> URIRef:
    """A finding by its rule, its words and what it is about."""
    about = [record.iris.short(subject) for subject in finding.subjects]
    edition = [finding.edition] if finding.edition else []
    more = [*edition, *([finding.beside] if finding.beside else [])]
    return record.iris.of("finding", fingerprint(finding.rule, finding.spans, about, *more))


def finding_parts(
    findings: Sequence[Finding], record: Record, waivers: Iterable[Waiver] = ()
) -> Iterator[set[Triple]]:
    """The graph of findings, some at a time; `shz:position` is the rank, from 1 for the gravest."""
    held, contests = tuple(waivers), Contests(record)
    for first in range(0, len(findings), _AT_ONCE):
        ranked = enumerate(findings[first : first + _AT_ONCE], first + 1)
        yield _triples(ranked, record, held, contests)


def _triples(
    ranked: Iterable[tuple[int, Finding]],
    record: Record,
    held: tuple[Waiver, ...],
    contests: Contests,
) -> set[Triple]:
    writer, triples = EvidenceWriter(record.iris), set[Triple]()
    for rank, finding in ranked:
        node = finding_iri(finding, record)
        waiver = waived(finding, held, record)
        triples.update(_described(node, finding, rank, "waived" if waiver else "open"))
        triples.update((node, SHZ.contests, fact) for fact in contests.by(finding))
        if waiver:
            triples.update(_closed(node, waiver, record))
        before = 0
        for edition, act, clause, ranges in finding.placed():
            source = contests.editions[edition][act].document.source
            for span in writer.spans(node, source, ranges, triples, before, clause):
                triples.add((node, SHZ.between, span))
                triples.add((span, SHZ.clause, record.iris.clause(act, clause)))
            before += len(ranges)
    return triples


def _closed(finding: URIRef, waiver: Waiver, record: Record) -> set[Triple]:
    node = record.iris.of("waiver", fingerprint(record.iris.short(finding), waiver))
    return {
        (node, RDF.type, SHZ.Waiver),
        (node, SHZ.waives, finding),
        (node, SHZ.waivedBy, Literal(waiver.by)),
        (node, SHZ.reason, Literal(waiver.reason)),
        (node, SHZ.recordedFrom, Literal(waiver.recorded)),
    }


def _described(node: URIRef, finding: Finding, rank: int, status: str) -> set[Triple]:
    return {
        (node, RDF.type, SHZ.Finding),
        (node, SHZ.findingRule, code("finding-rules", finding.rule)),
        (node, SHZ.severity, SHZ[finding.severity]),
        (node, SHZ.position, Literal(rank)),
        (node, SHZ.boilerplate, Literal(finding.boilerplate)),
        (node, ADMS.status, code("finding-statuses", status)),
        *((node, SHZ.message, Literal(text, lang=lang)) for lang, text in finding.messages),
        *((node, SHZ.about, subject) for subject in finding.subjects),
    }
