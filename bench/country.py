"""A generated country: bodies under departments under regions, with decades of changes.

Deterministic by its seed. Nothing in it is real.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import cast

import pyoxigraph as ox
from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.dataset import HeldClaim, HeldStatement, Iris, Record
from graph.model import ActInfo, Document, Evidence
from graph.time import Bounds, BoundValue, Chronicle, Reason
from ontology import BASE, DCT, ORG, RDF, ROV, SHZ, SKOS, SKOSXL, XSD, code

FIRST, LAST = date(1991, 12, 16), date(2025, 12, 31)
RECORDED = date(2026, 1, 1)
REGIONS, WIDEST = 20, 400
#: Of a hundred bodies so many are renamed once in their life, and so many end in another.
_RENAMED, _ENDED = 30, 10
_FORMS = tuple(code("legal-forms", one) for one in ("mm", "kmm", "mk"))
_KINDS = {kind: code("name-kinds", kind) for kind in ("own", "official")}
_BASIS = code("subordination-bases", "order")
Values = tuple[tuple[URIRef, Node], ...]


@dataclass(frozen=True, slots=True)
class Plain:
    """A claim (of `values` the first only) or a statement of a type, from a day to a day."""

    node: str
    subject: URIRef
    type: URIRef | None
    values: Values
    start: date
    end: date | None = None


class Country:
    """`bodies` of them: one at the top, REGIONS, a department for each hundred, and the others."""

    def __init__(self, bodies: int, seed: int) -> None:
        self.bodies, self.seed = bodies, seed
        self.departments = range(REGIONS + 1, REGIONS + 1 + max(2, bodies // 100))
        self.iris = Iris(BASE)

    def body(self, number: int) -> URIRef:
        """The IRI of a body by its number."""
        return self.iris.body(f"b{number}")

    def facts(self) -> Iterator[Plain]:
        """All facts, body by body, the same each time."""
        return _Chance(self).facts()

    def quads(self) -> Iterator[ox.Quad]:
        """The facts as they stand in the graph of claims, and the types and names of the view."""
        bounds: set[str] = set()
        for fact in self.facts():
            yield from _claimed(fact, bounds)
            yield from _seen(fact)

    def record(self) -> Record:
        """The facts as a view is built from them."""
        act, document = cast(ActInfo, None), cast(Document, None)
        evidence = Evidence("point_1", (), "generated")
        claims, statements = [], []
        for fact in self.facts():
            held = URIRef(BASE + fact.node), act, document, evidence
            history = [(RECORDED, _bounds(fact))]
            if fact.type is None:
                basis = "order" if fact.values[0][0] == SHZ.subordinateTo else None
                claims.append(HeldClaim(*held, history, fact.subject, *fact.values[0], basis))
            else:
                of = (fact.subject, SHZ.nameForm) if fact.type == SKOSXL.Label else None
                statements.append(HeldStatement(*held, history, fact.type, fact.values, of))
        chronicle = Chronicle({}, {})
        return Record(self.iris, (), {}, chronicle, tuple(claims), tuple(statements))


class _Chance:
    """One run of chance over a country."""

    def __init__(self, country: Country) -> None:
        self.country, self.random = country, Random(country.seed)
        self.weights = [self.random.paretovariate(1.2) for _ in country.departments]
        self.count = 0

    def facts(self) -> Iterator[Plain]:
        yield from self._named(0, FIRST)
        for number in range(1, self.country.bodies):
            yield from self._life(number, self._first_superior(number))

    def _first_superior(self, number: int) -> int:
        departments = self.country.departments
        if number <= REGIONS:
            return 0
        if number in departments:
            return 1 + number % REGIONS
        if number < departments.stop + WIDEST:
            return departments.start
        (above,) = self.random.choices(departments[1:], self.weights[1:])
        return above

    def _life(self, number: int, above: int) -> Iterator[Plain]:
        day, plain = self._day(FIRST), number >= self.country.departments.stop + WIDEST
        yield self._event(SHZ.Establishment, day, (SHZ.created, number))
        yield from self._named(number, day)
        yield self._claim(number, SHZ.subordinateTo, self.country.body(above), day)
        for _ in range(int(self.random.expovariate(1.0)) if plain else 0):
            day = self._day(day)
            above = self.random.choice(self.country.departments[1:])
            yield self._event(SHZ.Transfer, day, (SHZ.transferred, number), (SHZ.toBody, above))
            yield self._claim(number, SHZ.subordinateTo, self.country.body(above), day)
        if plain and self.random.randrange(100) < _ENDED:
            heir = self.random.randrange(self.country.departments.stop, self.country.bodies)
            roles = (SHZ.survivor, heir), (SHZ.ended, number)
            yield self._event(SHZ.Accession, self._day(day), *roles)

    def _day(self, after: date) -> date:
        return after + timedelta(days=self.random.randrange(1, max(2, (LAST - after).days)))

    def _named(self, number: int, day: date) -> Iterator[Plain]:
        place = self.country.iris.of("place", str(10_000_000 + number % 200))
        yield self._claim(number, RDF.type, ORG.FormalOrganization, day)
        yield self._claim(number, ROV.orgType, self.random.choice(_FORMS), day)
        yield self._claim(number, DCT.spatial, place, day)
        renamed = self.random.randrange(100) < _RENAMED
        later = self._day(day) if renamed else None
        yield from self._names(number, f"Мекеме {number}", day, later)
        if later:
            yield self._event(SHZ.Renaming, later, (SHZ.renamed, number))
            yield from self._names(number, f"Басқа мекеме {number}", later, None)

    def _names(self, number: int, name: str, day: date, end: date | None) -> Iterator[Plain]:
        for kind, words in (("own", name), ("official", f"«{name}» мемлекеттік мекемесі")):
            values = (SHZ.nameKind, _KINDS[kind]), (SKOSXL.literalForm, Literal(words, lang="kk"))
            body = self.country.body(number)
            yield Plain(self._new("name"), body, SKOSXL.Label, values, day, end)

    def _claim(self, number: int, predicate: URIRef, value: URIRef, day: date) -> Plain:
        body = self.country.body(number)
        return Plain(self._new("claim"), body, None, ((predicate, value),), day)

    def _event(self, kind: URIRef, day: date, *roles: tuple[URIRef, int]) -> Plain:
        values = tuple((role, self.country.body(number)) for role, number in roles)
        return Plain(self._new("event"), self.country.body(0), kind, values, day)

    def _new(self, kind: str) -> str:
        self.count += 1
        return f"{kind}/{self.count:016x}"


def _bounds(fact: Plain) -> Bounds:
    start = BoundValue(fact.start, Reason.SIGNING, "a", "point_1")
    if fact.end is None:
        return Bounds(start, start)
    end = BoundValue(fact.end, Reason.SIGNING, "a", "point_1")
    return Bounds(start, start, end, end)


_CLAIMS = ox.NamedNode(f"{BASE}graph/claims")


def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


def _term(value: Node) -> ox.NamedNode | ox.Literal:
    if isinstance(value, Literal):
        return ox.Literal(str(value), language=value.language)
    return _node(str(value))


def _claimed(fact: Plain, bounds: set[str]) -> Iterator[ox.Quad]:
    node = _node(BASE + fact.node)

    def say(predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
        return ox.Quad(node, _node(predicate), value, _CLAIMS)

    if fact.type is None:
        ((predicate, value),) = fact.values
        yield say(RDF.type, _node(SHZ.Claim))
        yield say(RDF.subject, _node(fact.subject))
        yield say(RDF.predicate, _node(predicate))
        yield say(RDF.object, _term(value))
        if predicate == SHZ.subordinateTo:
            yield say(SHZ.subordinationBasis, _node(_BASIS))
    else:
        yield say(RDF.type, _node(fact.type))
        for predicate, value in fact.values:
            yield say(predicate, _term(value))
        if fact.type == SKOSXL.Label:
            yield ox.Quad(_node(fact.subject), _node(SHZ.nameForm), node, _CLAIMS)
    yield say(SHZ.certainty, _node(SHZ.Stated))
    yield say(SHZ.rule, ox.Literal("generated"))
    yield say(SHZ.release, ox.Literal("0"))
    yield say(SHZ.recordedFrom, _day(RECORDED))
    yield say(SHZ.clause, _node(f"{BASE}act/a-{fact.start.year}-{fact.start.month}/point_1"))
    for name, bound in _bounds(fact).items():
        held = _node(f"{BASE}bound/{name}{bound.day}")
        yield say(SHZ.boundedBy, held)
        if held.value not in bounds:
            bounds.add(held.value)
            yield ox.Quad(held, _node(SHZ.boundProperty), _node(SHZ[name]), _CLAIMS)
            yield ox.Quad(held, _node(SHZ.boundDate), _day(bound.day or LAST), _CLAIMS)
            reason = _node(code("bound-reasons", "signing"))
            yield ox.Quad(held, _node(SHZ.boundReason), reason, _CLAIMS)


def _seen(fact: Plain) -> Iterator[ox.Quad]:
    """What of a fact stands in the view of the last day, as far as it is known from it alone."""
    body = _node(fact.subject)
    if fact.type is None and fact.values[0][0] != SHZ.subordinateTo:
        predicate, value = fact.values[0]
        yield ox.Quad(body, _node(predicate), _term(value))
    if fact.type == SKOSXL.Label and fact.end is None:
        (_, kind), (_, words) = fact.values
        name = SKOS.prefLabel if kind == _KINDS["own"] else ROV.legalName
        yield ox.Quad(body, _node(name), _term(words))


def _day(day: date) -> ox.Literal:
    return ox.Literal(str(day), datatype=_node(XSD.date))
