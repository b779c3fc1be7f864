"""The text of an act as triples: the act, its edition, its parts with their words, the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rdflib import Literal, URIRef

from graph.dataset.evidence import EvidenceWriter, day_literal
from graph.dataset.iris import Iris
from graph.dataset.quads import Triple
from graph.model import ActClaims, Provision
from ontology import DCT, ELI, RDF, SHZ, code

#: Languages as the EU's authority table, which ELI asks for, has them.
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
_LANGUAGE = {"kk": URIRef(_LANGUAGES + "KAZ"), "ru": URIRef(_LANGUAGES + "RUS")}


def text_triples(
    held: ActClaims, writer: EvidenceWriter, told: Collection[str] = ()
) -> set[Triple]:
    """All triples of one edition of one act.

    Parts of two editions with one id are one clause; `told` are those that have their place from
    an edition before this one.
    """
    triples: set[Triple] = {*_frame(held, writer.iris), *file_triples(held, writer.iris)}
    act = writer.iris.act(held.act.key)
    for position, part in enumerate(held.document.parts, 1):
        _part(part, act, position, held, writer, triples)
    places = {writer.iris.clause(held.act.key, eid) for eid in told}
    return {t for t in triples if t[1] != SHZ.position or t[0] not in places}


def _frame(held: ActClaims, iris: Iris) -> Iterator[Triple]:
    document, act = held.document, iris.act(held.act.key)
    edition = iris.clause(held.act.key, document.language)
    file = iris.of("file", document.source.sha256)
    yield act, RDF.type, ELI.LegalResource
    yield act, ELI.is_realized_by, edition
    yield edition, RDF.type, ELI.LegalExpression
    yield edition, ELI.realizes, act
    yield edition, ELI.is_embodied_by, file
    if document.language in _LANGUAGE:
        yield edition, ELI.language, _LANGUAGE[document.language]
    if document.side.act_code:
        yield act, DCT.identifier, Literal(document.side.act_code)


def file_triples(held: ActClaims, iris: Iris) -> Iterator[Triple]:
    """The file that holds an edition, by its hash; spans point to it."""
    document = held.document
    file, edition = (
        iris.of("file", document.source.sha256),
        iris.clause(held.act.key, document.language),
    )
    yield file, RDF.type, SHZ.SourceFile
    yield file, RDF.type, ELI.Format
    yield file, ELI.embodies, edition
    yield file, SHZ.fileName, Literal(document.source.name)
    yield file, SHZ.sha256, Literal(document.source.sha256)
    yield file, SHZ.recordedFrom, day_literal(document.side.recorded)


def _part(
    part: Provision,
    above: URIRef,
    position: int,
    held: ActClaims,
    writer: EvidenceWriter,
    into: set[Triple],
) -> None:
    node = writer.iris.clause(held.act.key, part.eid)
    into.update(_described(part, node, above, position, held.document.language))
    writer.spans(node, held.document.source, part.text.ranges(held.document.source), into)
    for number, child in enumerate(part.children, 1):
        _part(child, node, number, held, writer, into)


def _described(
    part: Provision, node: URIRef, above: URIRef, position: int, language: str
) -> Iterator[Triple]:
    yield node, RDF.type, ELI.LegalResourceSubdivision
    yield node, ELI.is_part_of, above
    yield above, ELI.has_part, node
    yield node, ELI.id_local, Literal(part.eid)
    yield node, ELI.type_subdivision, code("provision-kinds", part.kind.value)
    yield node, SHZ.position, Literal(position)
    if part.number is not None:
        yield node, SHZ.number, Literal(part.number)
    if part.text.string:
        yield node, SHZ.text, Literal(part.text.string, lang=language)
