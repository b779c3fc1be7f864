"""What a fact rests on, as nodes: clause, spans in the file, bounds, certainty, rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version

from rdflib import Literal, URIRef

from graph.dataset.iris import Iris, fingerprint
from graph.dataset.quads import Subject, Triple
from graph.model import Evidence, Range, Source
from graph.time import INTERPRETED, Bounds, BoundValue
from ontology import OA, PROV, RDF, SHZ, XSD, code

_CERTAINTY = {name: SHZ[name] for name in ("Stated", "Interpreted", "Confirmed")}
_PROPERTY = {
    name: SHZ[name]
    for name in ("startsNotBefore", "startsNotAfter", "endsNotBefore", "endsNotAfter")
}


def day_literal(day: date) -> Literal:
    """A day as `xsd:date`."""
    return Literal(day.isoformat(), datatype=XSD.date, normalize=False)


@dataclass
class EvidenceWriter:
    """Writes the evidence of facts; spans and bounds are shared between facts."""

    iris: Iris
    release: Literal = field(default_factory=lambda: Literal(version("shezhire")))
    _spans: dict[tuple[str, Range, int, str], URIRef] = field(default_factory=dict)
    _bounds: dict[tuple[object, ...], URIRef] = field(default_factory=dict)

    def spans(
        self,
        node: Subject,
        source: Source,
        ranges: tuple[Range, ...],
        into: set[Triple],
        before: int = 0,
        clause: str = "",
    ) -> list[URIRef]:
        """One specific resource for each range, numbered in reading order from `before` + 1.

        With a `clause` the spans are its own: the same words may be quoted for several clauses.
        """
        spans = [
            self._known_span(source, part, order, into, clause)
            for order, part in enumerate(ranges, before + 1)
        ]
        into.update((node, PROV.wasDerivedFrom, span) for span in spans)
        return spans

    def _known_span(
        self, source: Source, part: Range, order: int, into: set[Triple], clause: str
    ) -> URIRef:
        known = (source.sha256, part, order, clause)
        if known not in self._spans:
            content = known if clause else known[:3]
            self._spans[known] = self.iris.of("span", fingerprint(*content))
            into.update(self._span(self._spans[known], source, part, order))
        return self._spans[known]

    def _span(self, span: URIRef, source: Source, part: Range, order: int) -> Iterator[Triple]:
        position, quote = URIRef(f"{span}#position"), URIRef(f"{span}#quote")
        yield span, RDF.type, OA.SpecificResource
        yield span, OA.hasSource, self.iris.of("file", source.sha256)
        yield span, SHZ.readingOrder, Literal(order)
        yield span, OA.hasSelector, position
        yield span, OA.hasSelector, quote
        yield position, RDF.type, OA.TextPositionSelector
        yield position, OA.start, Literal(part.start)
        yield position, OA.end, Literal(part.end)
        yield quote, RDF.type, OA.TextQuoteSelector
        yield quote, OA.exact, Literal(source.quote(part))

    def evidence(
        self, node: Subject, evidence: Evidence, act: str, source: Source, into: set[Triple]
    ) -> None:
        """Clause, rule, certainty and words of a claim or statement node."""
        into.add((node, SHZ.certainty, _CERTAINTY[evidence.certainty.value]))
        into.add((node, SHZ.clause, self.iris.clause(act, evidence.clause)))
        into.add((node, SHZ.rule, Literal(evidence.rule)))
        into.add((node, SHZ.release, self.release))
        if evidence.reason:
            into.add((node, SHZ.readingReason, code("reading-reasons", evidence.reason)))
        self.spans(node, source, evidence.ranges, into)

    def period(self, node: Subject, history: list[tuple[date, Bounds]], into: set[Triple]) -> None:
        """The bounds held now as plain dates; each bound ever held as a node with its reason."""
        if not history:
            return
        into.add((node, SHZ.recordedFrom, day_literal(history[0][0])))
        for name, value in history[-1][1].items():
            if value.day and value.firm:
                into.add((node, _PROPERTY[name], day_literal(value.day)))
        for (name, value), since, until in _held(history):
            into.add((node, SHZ.boundedBy, self._bound(name, value, since, until, into)))

    def _bound(
        self,
        name: str,
        value: BoundValue,
        since: date | None,
        until: date | None,
        into: set[Triple],
    ) -> URIRef:
        known = (name, value, since, until)
        if known not in self._bounds:
            content = (name, value.day, value.reason, value.act, value.clause, value.missing)
            bound = self.iris.of("bound", fingerprint(*content, value.lacks, since, until))
            self._bounds[known] = bound
            into.update(self._described(bound, name, value))
            if since:
                into.add((bound, SHZ.recordedFrom, day_literal(since)))
            if until:
                into.add((bound, SHZ.recordedUntil, day_literal(until)))
        return self._bounds[known]

    def _described(self, bound: URIRef, name: str, value: BoundValue) -> Iterator[Triple]:
        interpreted = value.reason in INTERPRETED
        yield bound, RDF.type, SHZ.Bound
        yield bound, SHZ.boundProperty, _PROPERTY[name]
        yield bound, SHZ.boundReason, code("bound-reasons", value.reason)
        yield bound, SHZ.certainty, _CERTAINTY["Interpreted" if interpreted else "Stated"]
        yield bound, SHZ.clause, self.iris.clause(value.act, value.clause)
        if value.day:
            yield bound, SHZ.boundDate, day_literal(value.day)
        if value.missing:
            yield bound, SHZ.missing, self.iris.act(value.missing)
        if value.lacks:
            yield bound, SHZ.lacks, code("bound-lacks", value.lacks)


def _held(
    history: list[tuple[date, Bounds]],
) -> Iterator[tuple[tuple[str, BoundValue], date | None, date | None]]:
    """Each bound with the days from and until which it was held, where it was ever superseded."""
    held: dict[tuple[str, BoundValue], list[int]] = {}
    for index, (_, bounds) in enumerate(history):
        for item in bounds.items():
            held.setdefault(item, []).append(index)
    for item, indexes in held.items():
        first, after = indexes[0], indexes[-1] + 1
        since = history[first][0] if first else None
        yield item, since, history[after][0] if after < len(history) else None
