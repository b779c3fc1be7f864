"""The hierarchy of a dataset: read once, asked for any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from graph.errors import UnknownThingError
from graph.hierarchy.body import in_language
from graph.hierarchy.codes import Codes, read_codes
from graph.hierarchy.facts import Fact
from graph.hierarchy.moment import Moment
from graph.hierarchy.nodes import Node, Nodes, Source, read_nodes, text_of
from graph.hierarchy.order import printed_order
from graph.hierarchy.record import Record, read_record
from graph.words import sort_key
from ontology import ELI, ORG, RDF, SHZ, SKOS

_TYPE = str(RDF.type)
_SUBORDINATIONS = (str(SHZ.subordinateTo), str(SHZ.territorialBodyOf))
_UNIT_OF = str(ORG.unitOf)
_UNIT = str(ORG.OrganizationalUnit)
_NATURES = {
    str(ORG.FormalOrganization): "body",
    _UNIT: "unit",
    str(SHZ.BodyGroup): "group",
}
_LABEL, _SUBJECT = str(SKOS.prefLabel), str(RDF.subject)
_TEXTS = f"SELECT DISTINCT ?graph WHERE {{ GRAPH ?graph {{ ?part a <{ELI.LegalExpression}> }} }}"
_FILES = f"SELECT ?file ?name WHERE {{ GRAPH ?graph {{ ?file <{SHZ.fileName}> ?name }} }}"
#: How many days are kept worked out.
_MOMENTS = 16


class Hierarchy:
    """Who stands under whom and who came from whom, for any day.

    `natures` names every body, unit and group with what it is; `units` the claims that a unit
    belongs to a body, in order of print; `events` all events; `roles` the claims that give a body
    a part in an event; `derived` what was worked out about a thing; `files` the names of the
    files by IRI; `texts` for each act held the graphs of its text by language; `inverse` claims by predicate
    and object; `by_clause` facts by the clause they were read from. Safe to ask from several threads.
    """

    def __init__(self, record: Record, source: Source) -> None:
        self.record = record
        self.source = source
        self.codes: Codes = read_codes(record.view)
        self.natures = dict(_natures(record))
        self._ranks = _ranks(record, self.natures)
        self.units = _units(record)
        self._traces = _traces(record)
        self.derived = _derived(read_nodes(source, f"{record.base}graph/derivations"))
        self.files = _files(source)
        self.texts = _texts(source, record.base)
        self.inverse = _inverse(record)
        self.by_clause = _by_clause(record)
        self.events = _events(record)
        self.roles = _roles(record)
        self._moments: dict[tuple[date, date | None], Moment] = {}

    @classmethod
    def load(cls, source: Source, base: str) -> Hierarchy:
        """Reads a dataset whose resources live under `base`."""
        return cls(read_record(source, base), source)

    def at(self, day: date, known: date | None = None) -> Moment:
        """The answers for a day, as known on another (None: as the record is now)."""
        moment = self._moments.get((day, known))
        if moment is None:
            moment = Moment(self, day, known)
            if len(self._moments) >= _MOMENTS:
                self._moments.pop(next(iter(self._moments)), None)
            self._moments[day, known] = moment
        return moment

    def find(self, slug: str) -> str:
        """The IRI of a body by its slug; UnknownThingError where there is none."""
        iri = self.record.iri(f"body/{slug}")
        if iri not in self.natures:
            raise UnknownThingError("body", slug)
        return iri

    def rank(self, iri: str) -> int:
        """The place of a body in the order of the alphabet; what is no body comes last."""
        return self._ranks.get(iri, len(self._ranks))

    def traces(self, iri: str) -> list[Fact]:
        """The claims on a body and on who stands under it: each that holds shows that it exists."""
        return self._traces.get(iri, [])


def _natures(record: Record) -> Iterator[tuple[str, str]]:
    """What each body is: as the view has it, or as any claim has it."""
    types: dict[str, set[str]] = defaultdict(set)
    for iri, node in record.view.items():
        types[iri].update(node.all(_TYPE))
    for (subject, predicate), claims in record.about.items():
        if predicate == _TYPE:
            types[subject].update(claim.object for claim in claims)
        elif predicate == _UNIT_OF:
            types[subject].add(_UNIT)
    for iri in sorted(types):
        nature = next((_NATURES[type_] for type_ in _NATURES if type_ in types[iri]), None)
        if nature and iri.startswith(record.iri("body/")):
            yield iri, nature


def _ranks(record: Record, natures: Iterable[str]) -> dict[str, int]:
    def key(iri: str) -> tuple[tuple[str, str], str]:
        return sort_key(in_language(record.seen(iri).labels(_LABEL), "kk") or "", "kk"), iri

    return {iri: rank for rank, iri in enumerate(sorted(natures, key=key))}


def _units(record: Record) -> dict[str, list[Fact]]:
    """For each body the claims on its inner units: one a unit, in order of clause."""
    found: dict[str, dict[str, Fact]] = defaultdict(dict)
    for (subject, predicate), claims in record.about.items():
        if predicate == _UNIT_OF:
            for claim in claims:
                found[claim.object].setdefault(subject, claim)
    return {
        body: sorted(units.values(), key=lambda claim: printed_order(claim.clause))
        for body, units in found.items()
    }


def _traces(record: Record) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for (subject, predicate), claims in record.about.items():
        found[subject] += claims
        if predicate in _SUBORDINATIONS:
            for claim in claims:
                found[claim.object].append(claim)
    return dict(found)


def _events(record: Record) -> list[Fact]:
    prefix = record.iri("event/")
    return [fact for iri, fact in record.facts.items() if iri.startswith(prefix)]


def _roles(record: Record) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    prefix = record.iri("event/")
    for fact in record.facts.values():
        if fact.subject.startswith(prefix):
            found[fact.object].append(fact)
    return dict(found)


def _derived(nodes: Nodes) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for iri in sorted(nodes):
        found[nodes[iri].first(_SUBJECT) or ""].append(nodes[iri])
    return dict(found)


def _files(source: Source) -> dict[str, str]:
    return {text_of(file): text_of(name) for file, name in source.query(_FILES)}


def _texts(source: Source, base: str) -> dict[str, dict[str, str]]:
    prefix = f"{base}graph/text/"
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for graph in sorted(text_of(graph) for (graph,) in source.query(_TEXTS)):
        key, _, language = graph.removeprefix(prefix).rpartition("/")
        found[f"{base}act/{key}"][language] = graph
    return dict(found)


def _inverse(record: Record) -> dict[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for facts in record.about.values():
        for fact in facts:
            found[fact.predicate, fact.object].append(fact)
    return dict(found)


def _by_clause(record: Record) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in record.facts.values():
        found[fact.clause].append(fact)
    return dict(found)
