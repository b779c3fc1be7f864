"""Beside each fact the words of the act: quotes with act, clause, certainty, reason, period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.marking import mark_id
from api.pages.visit import Visit
from graph.hierarchy import Fact, Hierarchy
from graph.hierarchy.evidence import Span, act_of, spans_of
from graph.time import Bounds, BoundValue
from ontology import CODE, ELI

_NUMBER, _DAY, _TITLE = str(ELI.number), str(ELI.date_document), str(ELI.title)


@dataclass(frozen=True, slots=True)
class Why:
    """One ground of a fact; `quotes` as the file has them, in reading order; `href` shows them."""

    act: str
    clause: str
    href: str
    quotes: tuple[str, ...]
    language: str
    certainty: str
    reason: str
    period: str
    computed: str = ""


@dataclass(frozen=True, slots=True)
class Proofs:
    """Finds and words the grounds of facts for one visit."""

    hierarchy: Hierarchy
    seen: Visit

    def of(self, facts: Iterable[Fact], computed: str = "") -> tuple[Why, ...]:
        """The grounds in the order given, each place in the text once."""
        found: dict[tuple[object, ...], Why] = {}
        for fact in facts:
            why = self.one(fact, computed)
            found.setdefault((why.act, why.clause, why.quotes, why.certainty), why)
        return tuple(found.values())

    def one(self, fact: Fact, computed: str = "") -> Why:
        """The ground that one fact is."""
        spans = spans_of(self.hierarchy, fact.iri, fact.clause)
        return Why(
            self.act_label(act_of(self.hierarchy, fact.clause)),
            self.clause_label(fact.clause),
            self.text_href(fact.clause, spans[0] if spans else None),
            tuple(span.quote for span in spans),
            self.language_of(fact.clause),
            fact.certainty,
            self.code("reading-reasons", fact.reason),
            self.period(fact.bounds),
            computed,
        )

    def act_of(self, clause: str) -> str:
        """The IRI of the act that a clause is part of."""
        return act_of(self.hierarchy, clause)

    def act_label(self, act: str) -> str:
        """An act in a few words: its number and day; its key where neither is on record."""
        node = self.hierarchy.record.seen(act)
        number, day = node.first(_NUMBER), node.day(_DAY)
        if number is None or day is None:
            return self.key(act)
        return self.seen.say("act.label", number=number, day=self.seen.say.day(day))

    def clause_label(self, clause: str) -> str:
        """Where in the act a clause stands."""
        return self.seen.say.clause(self.eid(clause))

    def text_href(self, clause: str, words: Span | None = None) -> str:
        """The text of the act, at the marked words when they are given."""
        act, eid = act_of(self.hierarchy, clause), self.eid(clause)
        fragment = mark_id(words.start, words.end) if words else eid
        return self.seen.url(f"/act/{self.key(act)}", fragment)

    def key(self, act: str) -> str:
        """The key of an act: what follows `act/` in its IRI."""
        return self.hierarchy.record.path(act).partition("/")[2]

    def eid(self, clause: str) -> str:
        """The id of a clause inside its act; "" for the act itself."""
        parts = self.hierarchy.record.path(clause).split("/")
        return parts[2] if len(parts) > 2 else ""

    def language_of(self, clause: str) -> str:
        """The language in which the words of an act are held."""
        titles = self.hierarchy.record.seen(act_of(self.hierarchy, clause)).labels(_TITLE)
        return next(iter(titles), "kk") or "kk"

    def code(self, scheme: str, code: str | None) -> str:
        """The label of a code of a list, in the language of the page."""
        if not code:
            return ""
        found = self.hierarchy.codes.get(str(CODE[f"{scheme}/{code}"]))
        return found.label(self.seen.say.language) if found else code

    def period(self, bounds: Bounds) -> str:
        """When a fact holds, in words; "" for what holds always."""
        if bounds.always:
            return ""
        starts = self._ends("start", bounds.starts_not_before, bounds.starts_not_after)
        ends = self._ends("end", bounds.ends_not_before, bounds.ends_not_after)
        return "; ".join(part for part in (starts, ends) if part)

    def _ends(self, which: str, first: BoundValue | None, last: BoundValue | None) -> str:
        a, b = first.day if first else None, last.day if last else None
        say = self.seen.say
        if a is None and b is None:
            return ""
        form = "after" if b is None else "by" if a is None else "on" if a == b else "between"
        return say(f"period.{which}_{form}", a=say.day(a), b=say.day(b))

    def lack(self, bound: BoundValue | None) -> str:
        """What would have to be known, in words; "" when nothing is named."""
        if bound is None or bound.missing is None or bound.lacks is None:
            return ""
        return self.seen.say(f"lack.{bound.lacks.value}", act=self.act_label(bound.missing))
