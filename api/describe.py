"""What is served, told to programs: VoID, DCAT, and the description of the SPARQL service."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from fastapi import APIRouter, Request, Response

from api.evaluator import told_limits
from api.linked import rdf
from api.negotiation import RDF_FORMS, choose
from api.question import served
from api.served import Served
from ontology import DCAT, DCT, RDF, SHZ, VOID, XSD

router = APIRouter(tags=["dataset"])
_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_TITLES = {
    "kk": "Шежіре: мемлекеттік органдардың білім графы",
    "ru": "Шежире: граф знаний о государственных органах",
    "en": "Shezhire: a knowledge graph of state bodies",
}
_RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
#: The dumps: address under the site, media type.
_DUMPS = {
    "data/dump.nq.gz": "application/n-quads",
    "data/dump.ttl": "text/turtle",
    "data/dump.nt": "application/n-triples",
    "data/dump.jsonld": "application/ld+json",
    "data/dump.rdf": "application/rdf+xml",
}
Object = ox.NamedNode | ox.Literal | ox.BlankNode


@router.get("/.well-known/void", response_class=Response)
@router.get("/dataset", response_class=Response)
async def dataset(request: Request) -> Response:
    """VoID and DCAT, made from the manifest of the generation served."""
    media = choose(request.headers.get("accept"), tuple(RDF_FORMS))
    return rdf(request, dataset_description(request), media)


def dataset_description(request: Request) -> list[ox.Triple]:
    """The dataset: titles, licence, counts, graphs, dumps, endpoint."""
    held, site = served(request), str(request.base_url)
    me = f"{site}dataset"
    return [
        _triple(me, RDF.type, VOID.Dataset),
        _triple(me, RDF.type, DCAT.Dataset),
        *(_triple(me, DCT.title, ox.Literal(t, language=lang)) for lang, t in _TITLES.items()),
        _triple(me, DCT.license, _LICENCE),
        _triple(me, DCT.identifier, ox.Literal(held.name)),
        _triple(me, VOID.sparqlEndpoint, f"{site}sparql"),
        _triple(me, VOID.uriSpace, ox.Literal(held.base)),
        _triple(me, VOID.vocabulary, str(SHZ._NS)),
        _triple(me, DCT.modified, _day(held)),
        *_counts(held, me),
        *_dumps(me, site),
    ]


def _day(held: Served) -> ox.Literal:
    day = held.generation.manifest.as_of.isoformat()
    return ox.Literal(day, datatype=ox.NamedNode(str(XSD.date)))


def _counts(held: Served, me: str) -> Iterator[ox.Triple]:
    manifest = held.generation.manifest
    yield _triple(me, VOID.triples, ox.Literal(sum(manifest.graphs.values())))
    for name, size in manifest.graphs.items():
        if name != "default":
            yield _triple(me, VOID.subset, name)
            yield _triple(name, RDF.type, VOID.Dataset)
            yield _triple(name, VOID.triples, ox.Literal(size))


def _dumps(me: str, site: str) -> Iterator[ox.Triple]:
    for path, media in _DUMPS.items():
        form = f"{me}#{path.rpartition('.')[2] if 'nq' not in path else 'nq'}"
        yield _triple(me, DCAT.distribution, form)
        yield _triple(me, VOID.dataDump, f"{site}{path}")
        yield _triple(form, RDF.type, DCAT.Distribution)
        yield _triple(form, DCAT.downloadURL, f"{site}{path}")
        yield _triple(form, DCAT.mediaType, f"{_MEDIA}{media}")
        yield _triple(form, DCT.license, _LICENCE)


async def service_description(request: Request) -> list[ox.Triple]:
    """The SPARQL service: language, limits, result forms, default graph, named graphs."""
    held, site = served(request), str(request.base_url)
    me, data, default = f"{site}sparql", f"{site}dataset", f"{site}dataset#default"
    manifest = held.generation.manifest
    return [
        _triple(me, RDF.type, f"{_SD}Service"),
        _triple(me, f"{_SD}endpoint", me),
        *(_triple(me, f"{_SD}supportedLanguage", f"{_SD}{name}") for name in _languages(held)),
        _triple(me, DCT.description, ox.Literal(told_limits(held.evaluator.limits), language="en")),
        *(_triple(me, f"{_SD}resultFormat", f"{_FORMATS}{form}") for form in _RESULTS),
        _triple(me, f"{_SD}defaultDataset", data),
        _triple(data, RDF.type, f"{_SD}Dataset"),
        _triple(data, f"{_SD}defaultGraph", default),
        _triple(default, RDF.type, f"{_SD}Graph"),
        _triple(default, VOID.triples, ox.Literal(manifest.graphs["default"])),
        *(triple for name in manifest.graphs for triple in _named(data, name)),
    ]


def _languages(held: Served) -> tuple[str, ...]:
    return ("SPARQL11Query", "SPARQL11Update") if held.writer else ("SPARQL11Query",)


def _named(data: str, graph: str) -> Iterator[ox.Triple]:
    if graph == "default":
        return
    node = f"{data}#{graph.rpartition('/graph/')[2]}"
    yield _triple(data, f"{_SD}namedGraph", node)
    yield _triple(node, RDF.type, f"{_SD}NamedGraph")
    yield _triple(node, f"{_SD}name", graph)


def _triple(subject: str, predicate: str, value: str | Object) -> ox.Triple:
    held = ox.NamedNode(str(value)) if isinstance(value, str) else value
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(str(predicate)), held)
