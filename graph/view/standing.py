"""Which facts hold on a day, as the record knew them on another day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from rdflib import URIRef
from rdflib.term import Node

from graph.dataset import Held, HeldClaim, HeldStatement, Record
from graph.time import Bounds, answer

Fact = TypeVar("Fact", bound=Held)
#: Answers from the weakest to the strongest.
STRENGTH = {"no": 0, "not-known": 1, "yes": 2}


@dataclass
class Standing:
    """The facts of a record, with their answer for the day `at` as known on `known_at`."""

    record: Record
    at: date
    known_at: date | None = None
    answers: dict[URIRef, str] = field(default_factory=dict)
    by_predicate: dict[URIRef, list[HeldClaim]] = field(default_factory=lambda: defaultdict(list))
    by_subject: dict[URIRef, list[HeldClaim]] = field(default_factory=lambda: defaultdict(list))
    by_type: dict[URIRef, list[HeldStatement]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for claim in self.record.claims:
            if self._answered(claim):
                self.by_predicate[claim.predicate].append(claim)
                self.by_subject[claim.subject].append(claim)
        for statement in self.record.statements:
            if self._answered(statement):
                self.by_type[statement.type].append(statement)

    def _answered(self, held: Held) -> bool:
        bounds = held.known(self.known_at)
        if bounds is not None:
            self.answers[held.node] = answer(bounds, self.at).value
        return bounds is not None

    def holds(self, held: Held) -> bool:
        """Whether the fact certainly holds on the day."""
        return self.answers[held.node] == "yes"

    def claims(self, *predicates: URIRef) -> list[HeldClaim]:
        """The claims of these predicates that hold, in order of the record."""
        return [c for name in predicates for c in self.by_predicate[name] if self.holds(c)]

    def statements(self, *types: URIRef) -> list[HeldStatement]:
        """The statements of these types that hold, in order of the record."""
        return [s for name in types for s in self.by_type[name] if self.holds(s)]

    def strength(self, held: Held) -> int:
        """2 for yes, 1 for not known, 0 for no."""
        return STRENGTH[self.answers[held.node]]


def begun(bounds: Bounds) -> date:
    """The first day that a fact speaks of: later wordings begin later."""
    for bound in (bounds.starts_not_before, bounds.starts_not_after):
        if bound and bound.day:
            return bound.day
    return date.min


def grouped(facts: Iterable[HeldClaim]) -> dict[URIRef, list[HeldClaim]]:
    """Claims by subject, in order of their first claim."""
    groups: dict[URIRef, list[HeldClaim]] = defaultdict(list)
    for fact in facts:
        groups[fact.subject].append(fact)
    return groups


def latest(facts: Sequence[Fact]) -> Fact:
    """The fact that begins last; of several, the first in order of the record."""
    return max(facts, key=lambda fact: begun(fact.bounds))


def value(statement: HeldStatement, predicate: URIRef) -> Node | None:
    """The first value of a property of a statement."""
    return next((term for name, term in statement.properties if name == predicate), None)


def values(statement: HeldStatement, predicate: URIRef) -> list[Node]:
    """All values of a property of a statement."""
    return [term for name, term in statement.properties if name == predicate]
