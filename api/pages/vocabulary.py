"""The ontology for readers: each own term with its label, its meaning and why it is our own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from fastapi.responses import HTMLResponse
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from api.pages.desk import Desk
from api.pages.render import render
from graph.words import sort_key
from ontology import DCT, OWL, PREFIXES, RDF, RDFS, SHZ, SKOS, load_vocabulary

#: Sections of the page with the classes of terms in each, in order; the last has all others.
_SECTIONS: dict[str, tuple[URIRef, ...]] = {
    "classes": (OWL.Class,),
    "properties": (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty),
    "values": (),
}
_RELATIONS = {
    "broader": (RDFS.subClassOf, RDFS.subPropertyOf),
    "domain": (RDFS.domain,),
    "range": (RDFS.range,),
}
#: Places are too many to be read.
_UNLISTED = "places"


@dataclass(frozen=True, slots=True)
class Other:
    """A term that another refers to; `href` is its address, on this page where it is our own."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology: `name` is what its IRI ends in, `why` is in English."""

    name: str
    label: str
    meaning: str
    why: str
    relations: tuple[tuple[str, tuple[Other, ...]], ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """A code list: its name, its title, and its codes with their labels."""

    name: str
    title: str
    rows: tuple[tuple[str, str], ...]


def vocabulary_page(desk: Desk) -> HTMLResponse:
    """The page at `/vocabulary`, to which `/ns` leads readers."""
    language = desk.seen.say.language
    return render(
        "vocabulary.html",
        desk.seen,
        sections={name: _terms(name, language) for name in _SECTIONS},
        lists=_lists(language),
        section="vocabulary",
        release=desk.archive.release,
    )


@cache
def _terms(section: str, language: str) -> tuple[Term, ...]:
    graph = load_vocabulary()
    kinds = set(_SECTIONS[section])
    known = {kind for held in _SECTIONS.values() for kind in held}
    terms = [
        _term(graph, term, language)
        for term in _own(graph)
        if _of_section(set(graph.objects(term, RDF.type)), kinds, known)
    ]
    return tuple(sorted(terms, key=lambda term: (sort_key(term.label, "kk"), term.name)))


def _own(graph: Graph) -> set[URIRef]:
    terms = graph.subjects(RDFS.isDefinedBy, None)
    return {one for one in terms if isinstance(one, URIRef) and one.startswith(str(SHZ._NS))}


def _of_section(types: set[Node], kinds: set[URIRef], known: set[URIRef]) -> bool:
    return bool(types & kinds) if kinds else not types & known


def _term(graph: Graph, term: URIRef, language: str) -> Term:
    relations = (
        (name, tuple(_other(one) for p in found for one in sorted(graph.objects(term, p), key=str)))
        for name, found in _RELATIONS.items()
    )
    return Term(
        term.rpartition("#")[2],
        _words(graph, term, RDFS.label, language),
        _words(graph, term, SKOS.definition, language),
        _words(graph, term, SHZ.whyOwnTerm, "en"),
        tuple((name, others) for name, others in relations if others),
    )


def _words(graph: Graph, thing: Node, predicate: URIRef, language: str) -> str:
    found = {
        value.language: str(value)
        for value in graph.objects(thing, predicate)
        if isinstance(value, Literal)
    }
    return found.get(language) or found.get("en") or next(iter(found.values()), "")


def _other(thing: Node) -> Other:
    iri = str(thing)
    own = str(SHZ._NS)
    if iri.startswith(own):
        return Other(f"shz:{iri.removeprefix(own)}", f"#{iri.removeprefix(own)}")
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(str(namespace)):
            return Other(f"{prefix}:{iri.removeprefix(str(namespace))}", iri)
    return Other(iri, iri)


@cache
def _lists(language: str) -> tuple[Codes, ...]:
    graph = load_vocabulary()
    schemes = sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str)
    return tuple(
        _codes(graph, scheme, language)
        for scheme in schemes
        if not str(scheme).endswith(f"/{_UNLISTED}")
    )


def _codes(graph: Graph, scheme: Node, language: str) -> Codes:
    concepts = sorted(graph.subjects(SKOS.inScheme, scheme), key=str)
    rows = (
        (str(one).rpartition("/")[2], _words(graph, one, SKOS.prefLabel, language))
        for one in concepts
    )
    name = str(scheme).rpartition("/")[2]
    return Codes(name, _words(graph, scheme, DCT.title, language) or name, tuple(rows))
