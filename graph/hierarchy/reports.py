"""The findings of a dataset: what the rules across claims say, with the words they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import pyoxigraph as ox

from graph.hierarchy.body import in_language
from graph.hierarchy.evidence import Span, act_of
from graph.hierarchy.facts import local_name
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.nodes import Node, read_nodes, text_of
from ontology import ADMS, RDF, SHZ

_TYPE, _FINDING = str(RDF.type), str(SHZ.Finding)
_RULE, _SEVERITY, _MESSAGE = str(SHZ.findingRule), str(SHZ.severity), str(SHZ.message)
_ABOUT, _RANK, _BOILERPLATE = str(SHZ.about), str(SHZ.position), str(SHZ.boilerplate)
_CONTESTS, _STATUS = str(SHZ.contests), str(ADMS.status)
_WAIVER, _WAIVES, _BY = str(SHZ.Waiver), str(SHZ.waives), str(SHZ.waivedBy)
_WHY, _SINCE = str(SHZ.reason), str(SHZ.recordedFrom)
_SPANS = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX shz: <https://w3id.org/shezhire/ns#>
SELECT ?graph ?finding ?order ?clause ?file ?start ?end ?quote WHERE {
  GRAPH ?graph {
    ?finding shz:between ?span .
    ?span shz:readingOrder ?order ; shz:clause ?clause ; oa:hasSource ?file ;
      oa:hasSelector ?position, ?words .
    ?position oa:start ?start ; oa:end ?end .
    ?words oa:exact ?quote .
  }
}
"""
#: From the gravest to the lightest.
SEVERITIES = ("Contradiction", "Gap", "Defect", "Notice")


@dataclass(frozen=True, slots=True)
class Closed:
    """That somebody closed a finding."""

    by: str
    reason: str
    recorded: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """A finding: `rank` 1 is the gravest of all, `about` the IRIs of what it is about.

    `contests` are the IRIs of the claims and statements that it makes contested, `waiver` tells who
    closed it, why, and since when that is on record.
    """

    iri: str
    rule: str
    severity: str
    messages: dict[str, str]
    rank: int
    boilerplate: bool
    status: str
    about: tuple[str, ...]
    spans: tuple[Span, ...]
    contests: tuple[str, ...]
    waiver: Closed | None = None

    def known(self, at: date | None) -> Report:
        """The finding as the record had it on a day: what was closed later was open then."""
        since = self.waiver.recorded if self.waiver else None
        if at is None or since is None or since <= at:
            return self
        return replace(self, status="open", waiver=None)

    def message(self, language: str) -> str:
        """What it says, in a language."""
        return in_language(self.messages, language) or self.rule


def reports_of(hierarchy: Hierarchy) -> list[Report]:
    """All findings, the gravest first; read once."""
    if hierarchy.reports is None:
        hierarchy.reports = _read(hierarchy)
    return hierarchy.reports


def _read(hierarchy: Hierarchy) -> list[Report]:
    base = hierarchy.record.base
    nodes = read_nodes(hierarchy.source, f"{base}graph/findings")
    spans = _spans(hierarchy)
    closed = {
        node.first(_WAIVES): Closed(node.first(_BY) or "", node.first(_WHY) or "", node.day(_SINCE))
        for node in nodes.values()
        if node.has_type(_WAIVER)
    }
    found = [
        _report(node, spans, closed.get(node.iri))
        for node in nodes.values()
        if node.has_type(_FINDING)
    ]
    return sorted(found, key=lambda report: (report.rank, report.iri))


def known_reports(
    hierarchy: Hierarchy, reports: Iterable[Report], known: date | None
) -> Iterator[Report]:
    """The findings that the record had on a day: none on words of a file that it had not yet."""
    held, base = hierarchy.record.held, hierarchy.record.base
    days: dict[str, date | None] = {}
    for report in reports:
        for span in report.spans if known else ():
            if span.sha256 not in days:
                file = held.get(f"{base}file/{span.sha256}")
                days[span.sha256] = file.day(_SINCE) if file else None
        since = [day for span in report.spans if (day := days.get(span.sha256))]
        if known is None or max(since, default=known) <= known:
            yield report.known(known)


def _report(node: Node, spans: dict[str, list[Span]], closed: Closed | None) -> Report:
    return Report(
        node.iri,
        local_name(node.first(_RULE) or ""),
        local_name(node.first(_SEVERITY) or ""),
        node.labels(_MESSAGE),
        node.number(_RANK) or 0,
        node.first(_BOILERPLATE) == "true",
        local_name(node.first(_STATUS) or ""),
        tuple(node.all(_ABOUT)),
        tuple(spans.get(node.iri, ())),
        tuple(node.all(_CONTESTS)),
        closed,
    )


def _spans(hierarchy: Hierarchy) -> dict[str, list[Span]]:
    graph = {ox.Variable("graph"): ox.NamedNode(f"{hierarchy.record.base}graph/findings")}
    rows = hierarchy.source.query(_SPANS, substitutions=graph)
    found: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for _, finding, order, clause, file, start, end, quote in rows:
        span = Span(
            act_of(hierarchy, text_of(clause)),
            text_of(clause),
            hierarchy.files.get(text_of(file), ""),
            local_name(text_of(file)),
            int(text_of(start)),
            int(text_of(end)),
            text_of(quote),
        )
        found[text_of(finding)].append((int(text_of(order)), span))
    return {name: [span for _, span in sorted(held, key=_order)] for name, held in found.items()}


def _order(pair: tuple[int, Span]) -> tuple[int, str, int]:
    order, span = pair
    return order, span.clause, span.start
