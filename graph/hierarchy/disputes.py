"""Which facts are contested on a day, by which findings: each stands against another clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from graph.hierarchy.acts import in_force
from graph.hierarchy.body import Body
from graph.hierarchy.compact.keeping import keep
from graph.hierarchy.facts import Fact
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.moment import Moment
from graph.hierarchy.record import Record
from graph.hierarchy.reports import Report, known_reports, reports_of
from ontology import SHZ

_LIVES = (str(SHZ.created), str(SHZ.ended))


#: What is said of a day by how surely it is.
_VALUES = ("no", "not-known", "yes")
#: For how many days of knowledge they are kept.
_KEPT = 8


class Disputes:
    """The findings that were open, as the record knew on a day, by the facts they contest."""

    def __init__(self, hierarchy: Hierarchy, known: date | None = None) -> None:
        self._events = hierarchy.record.iri("event/")
        self._by_fact: dict[str, list[Report]] = defaultdict(list)
        for report in known_reports(hierarchy, reports_of(hierarchy), known):
            for fact in report.contests if report.status == "open" else ():
                self._by_fact[fact].append(report)
        #: The bodies that any of these facts is about.
        self._bodies = {body for iri in self._by_fact for body in _named(hierarchy.record, iri)}

    def of(self, moment: Moment, facts: Iterable[Fact]) -> list[Report]:
        """The findings that make any of the facts contested on the day, the gravest first.

        What does not hold that day contests nothing, what may hold does; events do on every day, as
        it is their order that does not fit.
        """
        found = {
            report.iri: report
            for fact in facts
            for report in self._by_fact.get(fact.iri, ())
            if self._stands(moment, fact, report)
        }
        return sorted(found.values(), key=lambda report: (report.rank, report.iri))

    def of_body(self, moment: Moment, body: Body) -> list[Report]:
        """Those on what is told of a body: its superior, form and name, and whether it exists."""
        if body.iri not in self._bodies:
            return []
        certain = moment.certain(body.iri)
        lives = (fact for role in _LIVES for fact in moment.record.statements(role, body.iri))
        held = (*certain.forms.values(), *certain.names.values())
        above = body.standing.facts
        most = max((self._surety(moment, fact) for fact in above), default=0)
        surest = (fact for fact in above if self._surety(moment, fact) == most)
        return self.of(moment, (*surest, *held, *lives))

    def rivals(self, moment: Moment, fact: Fact) -> list[Fact]:
        """The facts that stand against one, on the day, by the findings that contest it."""
        found: dict[str, Fact] = {}
        for report in self.of(moment, [fact]):
            for other in self._others(moment, fact, report):
                if self._surety(moment, other):
                    found[other.iri] = other
        return list(found.values())

    def holds(self, moment: Moment, report: Report) -> str:
        """Whether a finding is one of the day: `yes`, `no` or `not-known`.

        By the facts that it sets against one another; where it sets none, by whether the acts are
        in force whose words it quotes.
        """
        held = moment.record.facts
        facts = [held[iri] for iri in report.contests if iri in held]
        said = {in_force(moment, act).value for act in _acts(report)}
        if "no" in said:
            return "no"
        if facts:
            return _VALUES[max(self._conflict(moment, fact, report) for fact in facts)]
        return "yes" if said == {"yes"} else "not-known"

    def _conflict(self, moment: Moment, fact: Fact, report: Report) -> int:
        """How surely a fact and another that stands against it hold both."""
        others = self._others(moment, fact, report)
        against = max((self._surety(moment, other) for other in others), default=2)
        return min(self._surety(moment, fact), against)

    def _stands(self, moment: Moment, fact: Fact, report: Report) -> bool:
        if self._lasting(fact):
            return bool(self._surety(moment, fact))
        return self._conflict(moment, fact, report) > 0 and self.holds(moment, report) != "no"

    def _others(self, moment: Moment, fact: Fact, report: Report) -> list[Fact]:
        """The others that a finding contests; beside a claim the claims of another value."""
        held = moment.record.facts
        others = [held[iri] for iri in report.contests if iri != fact.iri and iri in held]
        claims = [one for one in others if one.subject] if fact.subject else []
        return [one for one in claims if one.object != fact.object] if claims else others

    def _lasting(self, fact: Fact) -> bool:
        """Whether it is an event: that two do not fit one another is so on every day."""
        return fact.iri.startswith(self._events)

    def _surety(self, moment: Moment, fact: Fact) -> int:
        """2 for what certainly holds on the day, 1 for what may, 0 for what does not."""
        if self._lasting(fact):
            return 2 if moment.says(fact) else 0
        return {"yes": 2, "not-known": 1}.get(moment.says(fact) or "", 0)


def _acts(report: Report) -> Iterable[str]:
    return dict.fromkeys(span.act for span in report.spans)


def disputes_of(moment: Moment) -> Disputes:
    """Those that the record of a moment knows."""
    kept, known = moment.hierarchy.disputes, moment.known
    return kept.get(known) or keep(kept, known, Disputes(moment.hierarchy, known), _KEPT)


def _named(record: Record, iri: str) -> list[str]:
    """What a claim is about, or what a statement names and what leads to it."""
    fact = record.facts.get(iri)
    if fact is None:
        return []
    if fact.subject:
        return [fact.subject]
    values = fact.node.values
    return [*(one for name in values for one in fact.node.texts(name)), *record.leading(iri)]
