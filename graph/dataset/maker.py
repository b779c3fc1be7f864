"""The claims and statements of an act as facts of the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from rdflib import URIRef
from rdflib.term import Node

from graph.dataset.held import HeldClaim, HeldStatement, History
from graph.dataset.iris import Iris, fingerprint
from graph.dataset.quads import written
from graph.model import (
    ActClaims,
    ActInfo,
    Claim,
    Document,
    Evidence,
    Mention,
    Object,
    Ref,
    Statement,
)
from graph.register import Same
from graph.time import Chronicle, bounds_history
from ontology import SKOSXL

#: Kinds of statement that no repeal undoes: what has taken place has taken place.
LASTING = frozenset({"event", "succession"})
#: The language whose names are numbered first; another edition of an act numbers its own.
FIRST_LANGUAGE = "kk"


@dataclass(frozen=True)
class Maker:
    """The facts of one edition of an act, in order of its claims and of its statements.

    `changed` are the statements of which this is what was held until the day `until`; their nodes
    are not those of what is held now. `same` leads to things that another edition told before.
    """

    held: ActClaims
    iris: Iris
    bodies: Mapping[Mention, str]
    chronicle: Chronicle
    periods: dict[tuple[str, str], History] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    until: date | None = None
    same: Same = field(default_factory=Same)

    def claims(self) -> Iterator[HeldClaim]:
        """One for each claim of the act."""
        for claim in self.held.claims:
            yield self._claim(claim)

    def statements(self) -> Iterator[HeldStatement]:
        """One for each statement of the act."""
        for statement in self.held.statements:
            yield self._statement(statement)

    def _claim(self, claim: Claim) -> HeldClaim:
        subject, value = self._iri(claim.subject), self._term(claim.object)
        shown = written(value).replace(self.iris.base, "")
        name = fingerprint(
            self.iris.short(subject),
            claim.predicate,
            shown,
            self.held.act.key,
            claim.evidence.clause,
            self.held.document.source.sha256,
            claim.evidence.ranges,
            claim.evidence.when,
            *([self.until] if self.until else []),
        )
        return HeldClaim(
            *self._held(self.iris.of("claim", name), claim.evidence),
            subject=subject,
            predicate=claim.predicate,
            object=value,
            basis=claim.basis,
        )

    def _statement(self, statement: Statement) -> HeldStatement:
        node = self._node(statement.key, self._key(statement))
        of, lasting = statement.of, statement.key.partition("/")[0] in LASTING
        return HeldStatement(
            *self._held(node, statement.evidence, lasting),
            type=statement.type,
            properties=tuple((name, self._term(value)) for name, value in statement.properties),
            of=(self._iri(of[0]), of[1]) if of else None,
        )

    def _node(self, key: str, name: str) -> URIRef:
        node = self.iris.statement(self.held.act.key, self.same.statements.get(name, name))
        return URIRef(f"{node}~until-{self.until}") if key in self.changed else node

    def _key(self, statement: Statement) -> str:
        """Names are counted in each edition by itself: equal keys are not the same name."""
        language = self.held.act.language
        apart = statement.type == SKOSXL.Label and language != FIRST_LANGUAGE
        return f"{statement.key}-{language}" if apart else statement.key

    def _held(
        self, node: URIRef, evidence: Evidence, lasting: bool = False
    ) -> tuple[URIRef, ActInfo, Document, Evidence, History]:
        history = self._history(evidence)
        if lasting:
            history = [(since, bounds.without_end()) for since, bounds in history]
        return node, self.held.act, self.held.document, evidence, history

    def _history(self, evidence: Evidence) -> History:
        known = (evidence.clause, evidence.when)
        if known not in self.periods:
            self.periods[known] = bounds_history(evidence, self.held.act, self.chronicle)
        return self.periods[known]

    def _term(self, value: Object) -> Node:
        return self._iri(value) if isinstance(value, Mention | Ref) else value

    def _iri(self, value: Mention | Ref) -> URIRef:
        if isinstance(value, Mention):
            return self.iris.body(self.bodies[value])
        if value.kind == "statement":
            return self._node(value.key, value.key)
        return self.iris.ref(self.same.refs.get(value, value), self.held.act.key)
