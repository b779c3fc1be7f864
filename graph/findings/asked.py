"""What rules ask of a record: statements by class, values, names, clauses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.dataset import HeldClaim, HeldStatement, Record
from graph.findings.hit import Span
from graph.model import ActClaims, Provision, ProvisionKind
from ontology import ELI, ORG, ROV, SHZ, SKOSXL, code, read_codelist


@dataclass(frozen=True)
class Asked:
    """A record with the look-ups that several rules share, each made once."""

    record: Record
    #: The same with all editions, where the record is that of one: for names in its language only.
    whole_record: Record | None = None
    #: What the next edition of the acts says by itself, where there is one.
    next_edition: Asked | None = None

    @cached_property
    def by_type(self) -> dict[URIRef, list[HeldStatement]]:
        """Statements by class, in order of the record."""
        table: dict[URIRef, list[HeldStatement]] = defaultdict(list)
        for one in self.record.statements:
            table[one.type].append(one)
        return table

    @cached_property
    def by_predicate(self) -> dict[URIRef, list[HeldClaim]]:
        """Claims by predicate, in order of the record."""
        table: dict[URIRef, list[HeldClaim]] = defaultdict(list)
        for one in self.record.claims:
            table[one.predicate].append(one)
        return table

    @cached_property
    def names(self) -> dict[URIRef, str]:
        """The own name of each body: the first that an act gives it."""
        found: dict[URIRef, str] = {}
        own = code("name-kinds", "own")
        for one in self.by_type[SKOSXL.Label]:
            if one.of and one.of[1] == SHZ.nameForm and value(one, SHZ.nameKind) == own:
                found.setdefault(one.of[0], str(value(one, SKOSXL.literalForm)))
        everywhere = (self.whole_record or self.record).statements
        for one in (*self.by_type[SKOSXL.Label], *everywhere):
            if one.of and one.of[1] == SHZ.nameForm:
                found.setdefault(one.of[0], str(value(one, SKOSXL.literalForm)))
        return found

    @cached_property
    def labels(self) -> dict[URIRef, HeldStatement]:
        """The first name form of each body."""
        found: dict[URIRef, HeldStatement] = {}
        for one in self.by_type[SKOSXL.Label]:
            if one.of:
                found.setdefault(one.of[0], one)
        return found

    @cached_property
    def forms(self) -> dict[URIRef, URIRef]:
        """The legal form of each body, as first read."""
        found: dict[URIRef, URIRef] = {}
        for one in self.by_predicate[ROV.orgType]:
            if isinstance(one.object, URIRef):
                found.setdefault(one.subject, one.object)
        return found

    @cached_property
    def above(self) -> dict[Node, set[Node]]:
        """The superiors that any clause gives a body, in any period."""
        found: dict[Node, set[Node]] = defaultdict(set)
        for predicate in (SHZ.subordinateTo, SHZ.territorialBodyOf):
            for one in self.by_predicate[predicate]:
                if one.subject != one.object:
                    found[one.subject].add(one.object)
        return found

    def act_name(self, key: str) -> str:
        """An act as people cite it: number and day; its key where they are not known."""
        held = self.record.chronicle.acts.get(key)
        if held is not None:
            number = f"№ {held.number} " if held.number else ""
            return f"{number}({held.day:%d.%m.%Y})"
        act = self.record.iris.act(key)
        said, day = (known.get(act) for known in self._cited)
        shown = day.toPython().strftime("%d.%m.%Y") if isinstance(day, Literal) else ""
        return f"№ {said} ({shown})" if said and shown else key

    @cached_property
    def _cited(self) -> tuple[dict[URIRef, Node], dict[URIRef, Node]]:
        """The number and the day of each act, as first said."""
        numbers, days = (
            {one.subject: one.object for one in reversed(self.by_predicate[predicate])}
            for predicate in (ELI.number, ELI.date_document)
        )
        return numbers, days

    @cached_property
    def kinds(self) -> dict[URIRef, Node]:
        """The kind of each body, as first read."""
        found: dict[URIRef, Node] = {}
        for one in self.by_predicate[ORG.classification]:
            if str(one.object).startswith(code("body-kinds", "")):
                found.setdefault(one.subject, one.object)
        return found

    @cached_property
    def regulated(self) -> dict[Node, tuple[str, str]]:
        """Bodies whose regulation is held: act key and id of the part that is it."""
        return {
            one.object: self.clause(one.subject)
            for one in self.by_predicate[ELI.is_about]
            if isinstance(one.object, URIRef)
        }

    def short_names(self, held: ActClaims) -> list[tuple[Provision, str]]:
        """The clauses of an act that give a body a short name, with that name."""
        return [
            (self.parts[held.act.key, one.evidence.clause], str(value(one, SKOSXL.literalForm)))
            for one in self._short.get(held.act.key, ())
        ]

    @cached_property
    def _short(self) -> dict[str, list[HeldStatement]]:
        """The short names that each act gives, by its key."""
        short, found = code("name-kinds", "short"), defaultdict[str, list[HeldStatement]](list)
        for one in self.by_type[SKOSXL.Label]:
            if value(one, SHZ.nameKind) == short:
                found[one.act.key].append(one)
        return found

    def units_of(self, body: URIRef) -> list[HeldClaim]:
        """The claims that something is an inner unit of a body."""
        return [one for one in self.by_predicate[ORG.unitOf] if one.object == body]

    @cached_property
    def parts(self) -> dict[tuple[str, str], Provision]:
        """Every clause by act key and id."""
        return {
            (held.act.key, part.eid): part
            for held in self.record.acts
            for part in held.document.walk()
        }

    def clause(self, iri: Node) -> tuple[str, str]:
        """Act key and clause id of the IRI of a clause."""
        act, _, eid = str(iri).removeprefix(self.record.iris.of("act", "")).partition("/")
        return act, eid

    def whole(self, held: ActClaims, part: Provision) -> Span:
        """All words of a clause as a span."""
        return held.act.key, part.eid, part.text.ranges(held.document.source)


def value(statement: HeldStatement, predicate: URIRef) -> Node | None:
    """The first value of a property."""
    return next((v for p, v in statement.properties if p == predicate), None)


def values(statement: HeldStatement, predicate: URIRef) -> list[Node]:
    """All values of a property, in order."""
    return [v for p, v in statement.properties if p == predicate]


def iris(nodes: Iterable[Node | None]) -> tuple[URIRef, ...]:
    """Those nodes that are IRIs."""
    return tuple(node for node in nodes if isinstance(node, URIRef))


def number(node: Node | None) -> int:
    """The whole number of a literal; 0 for anything else."""
    found = node.toPython() if isinstance(node, Literal) else None
    return found if isinstance(found, int) else 0


def span(held: HeldClaim | HeldStatement) -> Span:
    """The words that a claim or a statement was read from."""
    return held.act.key, held.evidence.clause, held.evidence.ranges


def label(concept: Node | None) -> dict[str, str]:
    """The labels of a code by language; its code where the list has none."""
    scheme, _, notation = str(concept).rpartition("/")
    concepts = read_codelist(scheme.rpartition("/")[2])
    known = concepts.get(notation)
    return known.labels if known else dict.fromkeys(("kk", "ru", "en"), notation)


def headings(held: ActClaims) -> Iterator[tuple[Provision, Provision]]:
    """Each appendix of an act with its heading."""
    for part in held.document.walk():
        if part.kind is ProvisionKind.APPENDIX:
            for child in part.children:
                if child.kind is ProvisionKind.HEADING:
                    yield part, child
                    break
