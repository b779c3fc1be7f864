"""All that is held, in terms of the graph: each claim and statement with its node and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rdflib import Literal, URIRef
from rdflib.term import Node

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
from graph.register import Resolution
from graph.register.resolution import act_order
from graph.time import Bounds, Chronicle, bounds_history
from ontology import SHZ, SKOSXL

History = list[tuple[date, Bounds]]

#: Kinds of statement that no repeal undoes: what has taken place has taken place.
LASTING = frozenset({"event", "succession"})
#: Words that a statement of two editions has in the language of each.
IN_EACH_LANGUAGE = (SHZ.statedForm, SHZ.oldName, SHZ.newName)
#: The language whose names are numbered first; another edition of an act numbers its own.
FIRST_LANGUAGE = "kk"


@dataclass(frozen=True, slots=True)
class Held:
    """What every held fact has: its node, its evidence, and what was known of its period, since."""

    node: URIRef
    act: ActInfo
    document: Document
    evidence: Evidence
    history: History

    @property
    def bounds(self) -> Bounds:
        """The bounds as the record has them now."""
        return self.history[-1][1]

    def known(self, at: date | None) -> Bounds | None:
        """The bounds as the record had them on a day; None before the fact was recorded."""
        if at is None:
            return self.bounds
        return next((bounds for since, bounds in reversed(self.history) if since <= at), None)


@dataclass(frozen=True, slots=True)
class HeldClaim(Held):
    """A binary fact; `basis` is a code of subordination-bases, where it says who is superior."""

    subject: URIRef
    predicate: URIRef
    object: Node
    basis: str | None


@dataclass(frozen=True, slots=True)
class HeldStatement(Held):
    """A fact that is a node of its own; `of` is what leads to it.

    `echo` is where another edition of the act says the same.
    """

    type: URIRef
    properties: tuple[tuple[URIRef, Node], ...]
    of: tuple[URIRef, URIRef] | None
    echo: tuple[Document, Evidence] | None = None

    def heard(self, other: HeldStatement) -> HeldStatement:
        """This with what another edition adds; as it is where the two do not say the same.

        They do when no property tells one thing here and another there, words apart.
        """
        if self.document is other.document or not self._agrees(other):
            return self
        named = {name for name, _ in self.properties}
        more = tuple(
            (name, value)
            for name, value in other.properties
            if (_language(value) is None and name not in named)
            or (name in IN_EACH_LANGUAGE and _language(value) != self.act.language)
        )
        echo = self.echo or (other.document, other.evidence)
        return replace(self, properties=self.properties + more, echo=echo)

    def _agrees(self, other: HeldStatement) -> bool:
        ones, others = _things(self), _things(other)
        same = all(ones[name] == others[name] for name in ones.keys() & others.keys())
        return same and self.type == other.type and self.of == other.of


@dataclass(frozen=True)
class Record:
    """Acts in order of day, number and key; bodies by their mention; facts in order of the text."""

    iris: Iris
    acts: tuple[ActClaims, ...]
    bodies: Mapping[Mention, str]
    chronicle: Chronicle
    claims: tuple[HeldClaim, ...]
    statements: tuple[HeldStatement, ...]

    def editions(self) -> list[dict[str, ActClaims]]:
        """The first edition of each act by its key, then the second of those that have one …"""
        layers: list[dict[str, ActClaims]] = []
        for held in self.acts:
            place = next((one for one in layers if held.act.key not in one), None)
            if place is None:
                layers.append(place := {})
            place[held.act.key] = held
        return layers

    def term(self, value: Object, act: str) -> Node:
        """A subject or object of a claim of the act `act`, as a term of the graph."""
        return _term(value, act, self.iris, _of_act(self.bodies, act))


def make_record(acts: Iterable[ActClaims], bodies: Mapping[Mention, str], base: str) -> Record:
    """The record of these acts; their order does not matter."""
    ordered = tuple(sorted(acts, key=act_order))
    iris, chronicle = Iris(base), Chronicle.of(ordered)
    claims: dict[URIRef, HeldClaim] = {}
    statements: dict[URIRef, HeldStatement] = {}
    for held in ordered:
        maker = _Maker(held, iris, _of_act(bodies, held.act.key), chronicle, {})
        for claim in maker.claims():
            claims.setdefault(claim.node, claim)
        for statement in maker.statements():
            first = statements.setdefault(statement.node, statement)
            if first is not statement:
                statements[statement.node] = first.heard(statement)
    return Record(
        iris, ordered, bodies, chronicle, tuple(claims.values()), tuple(statements.values())
    )


@dataclass(frozen=True)
class _Maker:
    held: ActClaims
    iris: Iris
    bodies: Mapping[Mention, str]
    chronicle: Chronicle
    periods: dict[tuple[str, str], History]

    def claims(self) -> Iterator[HeldClaim]:
        for claim in self.held.claims:
            yield self._claim(claim)

    def statements(self) -> Iterator[HeldStatement]:
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
        )
        return HeldClaim(
            *self._held(self.iris.of("claim", name), claim.evidence),
            subject=subject,
            predicate=claim.predicate,
            object=value,
            basis=claim.basis,
        )

    def _statement(self, statement: Statement) -> HeldStatement:
        node = self.iris.statement(self.held.act.key, self._key(statement))
        of, lasting = statement.of, statement.key.partition("/")[0] in LASTING
        return HeldStatement(
            *self._held(node, statement.evidence, lasting),
            type=statement.type,
            properties=tuple((name, self._term(value)) for name, value in statement.properties),
            of=(self._iri(of[0]), of[1]) if of else None,
        )

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
        return _term(value, self.held.act.key, self.iris, self.bodies)

    def _iri(self, value: Mention | Ref) -> URIRef:
        if isinstance(value, Mention):
            return self.iris.body(self.bodies[value])
        return self.iris.ref(value, self.held.act.key)


def _language(value: Node) -> str | None:
    return value.language if isinstance(value, Literal) else None


def _things(statement: HeldStatement) -> dict[URIRef, set[Node]]:
    """What is not words of a language, by property."""
    found: dict[URIRef, set[Node]] = defaultdict(set)
    for name, value in statement.properties:
        if _language(value) is None:
            found[name].add(value)
    return found


def _of_act(bodies: Mapping[Mention, str], act: str) -> Mapping[Mention, str]:
    """The bodies as one act means them: the same words may mean others in another act."""
    return bodies.of(act) if isinstance(bodies, Resolution) else bodies


def _term(value: Object, act: str, iris: Iris, bodies: Mapping[Mention, str]) -> Node:
    if isinstance(value, Mention):
        return iris.body(bodies[value])
    return iris.ref(value, act) if isinstance(value, Ref) else value
