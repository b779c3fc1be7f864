"""Triples of a description, from the IRIs of terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ontology import DCT, RDF

Object = ox.NamedNode | ox.Literal | ox.BlankNode
#: The licence of data, and the kind of thing that it is.
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def triple(subject: str, predicate: str, value: str | Object) -> ox.Triple:
    """A triple; a value that is a string is an IRI."""
    held = ox.NamedNode(str(value)) if isinstance(value, str) else value
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(str(predicate)), held)


def texts(subject: str, predicate: str, words: Mapping[str, str]) -> Iterator[ox.Triple]:
    """The same in each language."""
    for language, text in words.items():
        yield triple(subject, predicate, ox.Literal(text, language=language))


def typed(subject: str, predicate: str, value: str, kind: str) -> Iterator[ox.Triple]:
    """Something elsewhere with what it is: who validates a description cannot look there."""
    yield triple(subject, predicate, value)
    yield triple(value, RDF.type, kind)


def licensed(subject: str) -> Iterator[ox.Triple]:
    """Under which licence something is."""
    yield from typed(subject, DCT.license, LICENCE, DCT.LicenseDocument)
