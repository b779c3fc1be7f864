"""The page of anything else that has an IRI: what the dataset says of it, property by property."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox
from fastapi.responses import HTMLResponse

from api.pages.desk import Desk
from api.pages.render import render
from graph.hierarchy.body import in_language
from ontology import PREFIXES, RDFS, SKOS, SKOSXL

_LABELS = (str(RDFS.label), str(SKOS.prefLabel), str(SKOSXL.literalForm))


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: the property and the value, each with its words and where it leads."""

    property: str
    words: str
    href: str
    language: str
    inverse: bool


def thing_page(desk: Desk, path: str, triples: Iterable[ox.Triple]) -> HTMLResponse:
    """The page at `/doc/{path}` of a thing without a page of its own."""
    iri = desk.hierarchy.record.iri(path)
    rows = [_said(desk, iri, triple) for triple in triples]
    return render(
        "thing.html",
        desk.seen,
        name=_words(desk, iri),
        iri=iri,
        path=path,
        rows=sorted(rows, key=lambda row: (row.inverse, row.property, row.words)),
        section="",
        release=desk.archive.release,
    )


def _said(desk: Desk, iri: str, triple: ox.Triple) -> Said:
    term, subject, value = _words(desk, triple.predicate.value), triple.subject, triple.object
    own = isinstance(subject, ox.NamedNode) and subject.value.partition("#")[0] == iri
    if not own and isinstance(subject, ox.NamedNode):
        return Said(term, _words(desk, subject.value), _href(desk, subject), "", True)
    if isinstance(value, ox.Literal):
        return Said(term, value.value, "", value.language or "", False)
    words = _words(desk, value.value) if isinstance(value, ox.NamedNode) else str(value)
    return Said(term, words, _href(desk, value), "", False)


def _href(desk: Desk, node: object) -> str:
    """The page of a thing of ours; the address itself for things of others."""
    if not isinstance(node, ox.NamedNode):
        return ""
    base = desk.hierarchy.record.base
    if node.value.startswith(base):
        return desk.seen.url(f"/doc/{node.value.removeprefix(base)}".partition("#")[0])
    return node.value if node.value.startswith(("http://", "https://")) else ""


def _words(desk: Desk, iri: str) -> str:
    """The label of a thing, else its short name."""
    for nodes in (desk.hierarchy.record.view, desk.hierarchy.record.held):
        for predicate in _LABELS:
            labels = nodes[iri].labels(predicate) if iri in nodes else {}
            if words := in_language(labels, desk.seen.say.language):
                return words
    return _short(desk, iri)


def _short(desk: Desk, iri: str) -> str:
    if iri.startswith(desk.hierarchy.record.base):
        return desk.hierarchy.record.path(iri)
    found = ((name, start) for name, start in PREFIXES.items() if iri.startswith(start))
    return next((f"{name}:{iri.removeprefix(start)}" for name, start in found), iri)
