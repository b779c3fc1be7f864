"""Bodies, facts and spans as the fields of an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from api.question import Question
from graph.hierarchy import Body, Code, Fact, Step, Tree
from graph.hierarchy.disputes import disputes_of
from graph.hierarchy.evidence import Span, act_of, fetch_spans, spans_of
from graph.hierarchy.reports import Report
from graph.time import Answer, Bounds

Form = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Forms:
    """Writes the things of one question: in its language, with addresses on its server."""

    question: Question

    def url(self, iri: str) -> str:
        """Where the server that was asked tells of a thing."""
        record = self.question.served.hierarchy.record
        return f"{self.question.site}/id/{record.path(iri)}"

    def thing(self, iri: str) -> Form:
        """A thing by its IRI and its address."""
        return {"@id": iri, "url": self.url(iri)}

    def short(self, iri: str) -> Form:
        """A body in a few words: who it is, and where to read more."""
        if iri not in self.question.served.hierarchy.natures:
            return self.thing(iri)
        body = self.question.moment.body(iri)
        name = body.name(self.question.language)
        return {"@id": iri, "slug": body.slug, "name": name, "url": self.url(iri)}

    def code(self, code: Code | None) -> Form | None:
        """A code with its label."""
        if code is None:
            return None
        return {"@id": code.iri, "code": code.code, "label": code.label(self.question.language)}

    def body(self, body: Body) -> Form:
        """A body on the day of the question."""
        language = self.question.language
        standing = body.standing
        found = {
            "@id": body.iri,
            "slug": body.slug,
            "url": self.url(body.iri),
            "name": body.name(language),
            "legal_name": body.legal_name(language),
            "nature": body.nature,
            "form": self.code(body.form),
            "kind": self.code(body.kind),
            "place": self.code(body.place),
            "superior": self.short(standing.superior) if standing.superior else None,
            "contested": [self.claim(fact) for fact in standing.others],
            **self.status(body.answer),
            **self._findings(disputes_of(body.moment).of_body(body.moment, body)),
        }
        if body.within:
            found["within"] = self.short(body.within)
        return found

    def step(self, step: Step) -> Form:
        """A body on the way up or down; its status is that of its place there."""
        found = {**self.body(step.body), "depth": step.depth, **self.status(step.answer)}
        if step.losing:
            found["losing"] = True
        return {**found, **self.claims(step.facts)}

    def tree(self, tree: Tree) -> Form:
        """A body with all under it; `total` counts them at any depth."""
        children = [self.tree(child) for child in tree.children]
        return {**self.step(tree.step), "total": tree.total, "children": children}

    def status(self, answer: Answer) -> Form:
        """`yes`, `no` or `not-known`; for the last, `missing` tells which date and which clause."""
        found: Form = {"status": answer.value}
        if answer.value == "not-known":
            found["missing"] = self.missing(answer)
        return found

    def missing(self, answer: Answer) -> Form | None:
        """The date that is not held, the act that it is of, and the clause that needs it."""
        bound = answer.bound
        if bound is None:
            return None
        date_of = str(bound.lacks) if bound.lacks else None
        return {"date": date_of, "act": bound.missing, "clause": bound.clause}

    def claim(self, fact: Fact) -> Form:
        """A claim or statement: what it says, how surely, by which clause, when."""
        found: Form = {"@id": fact.iri, "url": self.url(fact.iri)}
        if fact.subject:
            found |= {"subject": fact.subject, "predicate": fact.predicate, "object": fact.object}
        found |= {
            "certainty": fact.certainty,
            "reason": fact.reason,
            "basis": fact.basis or None,
            "rule": fact.rule,
            "act": act_of(self.question.served.hierarchy, fact.clause),
            "clause": fact.clause,
            "bounds": bounds_form(fact.bounds),
            **self.status(fact.at(self.question.at, self.question.known)),
        }
        return {**found, **self.spans(fact)}

    def spans(self, fact: Fact) -> Form:
        """The words of the act behind a fact, where the question wants them."""
        if not self.question.evidence:
            return {}
        return {"spans": self.words(fact)}

    def words(self, fact: Fact) -> list[Form]:
        """The words of the act behind a fact, in reading order."""
        hierarchy = self.question.served.hierarchy
        return [span_form(span) for span in spans_of(hierarchy, fact.iri, fact.clause)]

    def disputed(self, *facts: Fact) -> Form:
        """What makes facts contested: the claims against them, the findings with all clauses."""
        moment = self.question.moment
        disputes = disputes_of(moment)
        found = self._findings(disputes.of(moment, facts))
        if found:
            against = {one.iri: one for fact in facts for one in disputes.rivals(moment, fact)}
            found["contested"] = [self.claim(one) for one in against.values()]
        return found

    def _findings(self, reports: Iterable[Report]) -> Form:
        found = [self.finding(report) for report in reports]
        return {"findings": found} if found else {}

    def finding(self, report: Report) -> Form:
        """A finding with the words that it is between."""
        return {
            **self.thing(report.iri),
            "rule": report.rule,
            "severity": report.severity,
            "message": report.message(self.question.language),
            "spans": [span_form(span) for span in report.spans],
        }

    def claims(self, facts: Iterable[Fact]) -> Form:
        """The claims behind an item, where the question wants them."""
        if not self.question.evidence:
            return {}
        held = list(facts)
        self.fetch(held)
        return {"claims": [self.claim(fact) for fact in held]}

    def fetch(self, facts: Iterable[Fact]) -> None:
        """Reads the words behind many facts at once, before they are written one by one."""
        fetch_spans(self.question.served.hierarchy, (fact.iri for fact in facts))


def span_form(span: Span) -> Form:
    """A place in a file, in characters from 0, with the words that stand there."""
    return {
        "act": span.act,
        "clause": span.clause,
        "file": span.file,
        "sha256": span.sha256,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
    }


def bounds_form(bounds: Bounds) -> Form:
    """The bounds that are held: each with its day, its reason and the clause of that."""
    return {
        name: {"date": value.day, "reason": str(value.reason), "clause": value.clause}
        for name, value in bounds.items()
    }
