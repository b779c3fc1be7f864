"""The main facts of a body as rows: label, values, and beside each value its grounds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef

from api.pages.desk import Desk
from api.pages.faces import Face, face
from api.pages.proof import Proofs, Why
from graph.hierarchy import Fact
from graph.hierarchy.body import in_language
from graph.hierarchy.services import labels_of
from ontology import DCT, LOCN, ORG, ROV, SHZ

_NATURES = ("body", "unit", "group")
_ENTRY_FOR, _LIST, _POSITION = str(SHZ.entryFor), str(SHZ.list), str(SHZ.position)
_FULL_ADDRESS = str(LOCN.fullAddress)
#: Rows that are shown even when no act says anything: label, property, part of the IRI of a code.
_ALWAYS = (
    ("form", ROV.orgType, ""),
    ("kind", ORG.classification, "/body-kinds/"),
    ("superior", SHZ.subordinateTo, ""),
    ("place", DCT.spatial, ""),
)
_MORE = (
    ("sphere", ORG.classification, "/spheres/"),
    ("level", ORG.classification, "/levels/"),
    ("unit_of", ORG.unitOf, ""),
    ("named_after", SHZ.namedAfter, ""),
    ("founder", SHZ.foundedBy, ""),
    ("sector", SHZ.sectorAuthority, ""),
    ("appoints_head_of", SHZ.appointsHeadOf, ""),
    ("with_consent", SHZ.withConsentOf, ""),
    ("founding_document", SHZ.foundingDocument, ""),
    ("financed_from", SHZ.financedFrom, ""),
    ("property_right", SHZ.propertyRight, ""),
    ("property_ownership", SHZ.propertyOwnership, ""),
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact: words, or a body; `href` leads elsewhere in the site."""

    words: str
    language: str
    why: tuple[Why, ...]
    face: Face | None = None
    answer: str = "yes"
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with its values; none means that no act on record says."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class FactRows:
    """Reads the rows of one body on the day of the visit."""

    desk: Desk
    proofs: Proofs

    def of(self, iri: str) -> tuple[Row, ...]:
        """The rows in the order of the page."""
        unit = self.desk.hierarchy.natures[iri] == "unit"
        always = () if unit else _ALWAYS
        rows = [self._row(iri, *row) for row in always]
        more = [self._row(iri, *row) for row in (*_MORE, *(_ALWAYS if unit else ()))]
        more.append(self._lists(iri))
        return (*rows, self._address(iri), *(row for row in more if row.values))

    def _row(self, iri: str, label: str, predicate: URIRef, part: str) -> Row:
        if label == "superior":
            return Row(self._label(label), self._superior(iri))
        claims = self.desk.hierarchy.record.claims(iri, str(predicate))
        return Row(self._label(label), self.values(c for c in claims if part in c.object))

    def _label(self, name: str) -> str:
        return self.desk.seen.say(f"body.{name}")

    def values(self, claims: Iterable[Fact]) -> tuple[Value, ...]:
        """The values that hold or may hold on the day, certain ones first."""
        held: dict[str, list[Fact]] = {}
        said: dict[str, str] = {}
        for fact, answer in self.desk.moment.held(claims):
            if answer.value != "no":
                held.setdefault(fact.object, []).append(fact)
                known = said.get(fact.object)
                said[fact.object] = "yes" if "yes" in (known, answer.value) else "not-known"
        order = sorted(held, key=lambda value: (said[value] != "yes", value))
        return tuple(self.value(one, held[one], said[one]) for one in order)

    def value(self, thing: str, facts: Iterable[Fact], answer: str = "yes") -> Value:
        """One value: a body by its name, a code by its label, anything else by its words."""
        why, say = self.proofs.of(facts), self.desk.seen.say
        if thing in self.desk.hierarchy.natures:
            shown = face(self.desk.moment.body(thing), self.desk.seen, self.desk.abbreviations)
            return Value(shown.name, shown.language, why, shown, answer)
        if not thing.startswith(("http:", "https:", "urn:")):
            return Value(thing, "kk", why, None, answer)
        if thing.startswith(self.desk.hierarchy.record.iri("act/")):
            return self._clause(thing, why, answer)
        code = self.desk.hierarchy.codes.by_iri.get(thing)
        labels = code.labels if code else labels_of(self.desk.moment, thing)
        words = in_language(labels, say.language) or thing.rpartition("/")[2]
        language = say.language if say.language in labels else "kk"
        return Value(words, language, why, None, answer)

    def _clause(self, clause: str, why: tuple[Why, ...], answer: str) -> Value:
        words = self.proofs.place(clause)
        language = self.desk.seen.say.language
        return Value(words, language, why, None, answer, self.proofs.text_href(clause))

    def _superior(self, iri: str) -> tuple[Value, ...]:
        standing = self.desk.moment.standing(iri)
        if standing.superior is None or standing.answer.value == "no":
            return ()
        return (self.value(standing.superior, standing.facts, standing.answer.value),)

    def _address(self, iri: str) -> Row:
        held = self.desk.hierarchy.record.held.get(iri)
        nodes = held.all(str(LOCN.address)) if held else []
        facts = [f for n in nodes if (f := self.desk.hierarchy.record.facts.get(n))]
        found = [
            Value(words, "kk", self.proofs.of([fact]), None, said.value)
            for fact, said in self.desk.moment.held(facts)
            if said.value != "no" and (words := fact.node.first(_FULL_ADDRESS))
        ]
        return Row(self._label("address"), tuple(found))

    def _lists(self, iri: str) -> Row:
        entries = self.desk.hierarchy.record.statements(_ENTRY_FOR, iri)
        found = []
        for fact, said in self.desk.moment.held(entries):
            if said.value != "no":
                found.append(self._entry(fact, said.value))
        return Row(self._label("listed"), tuple(found))

    def _entry(self, fact: Fact, answer: str) -> Value:
        clause = fact.node.first(_LIST) or fact.clause
        say = self.desk.seen.say
        named = self._clause(clause, (), answer)
        words = say("body.listed_at", list=named.words, n=fact.node.number(_POSITION) or "?")
        return Value(words, say.language, self.proofs.of([fact]), None, answer, named.href)
