"""The dataset and the catalogue that it is in: VoID, and DCAT-AP 3.0."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from fastapi import APIRouter, Request, Response

from api.describe.triples import LICENCE, licensed, texts, triple, typed
from api.linked import rdf
from api.negotiation import RDF_FORMS, choose
from api.question import served
from api.served import Served
from ontology import DCAT, DCT, FOAF, RDF, SHZ, SKOS, VOID, XSD

router = APIRouter(tags=["dataset"])
_MEDIA = "https://www.iana.org/assignments/media-types/"
_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"
#: The code lists that DCAT-AP asks for.
_CODES = "http://publications.europa.eu/resource/authority/"
_TITLES = {
    "kk": "Шежіре: мемлекеттік органдардың білім графы",
    "ru": "Шежире: граф знаний о государственных органах",
    "en": "Shezhire: a knowledge graph of state bodies",
}
_DESCRIPTIONS = {
    "kk": "Қазақстанның мемлекеттік органдары ресми актілерден: кім кімге бағынады, кім кімнен"
    " шықты, кімнің қандай құзыреті бар; әр фактінің тармағы мен сөздері бар.",
    "ru": "Государственные органы Казахстана по официальным актам: кто кому подчинён, кто от кого"
    " произошёл, кто что вправе; у каждого факта есть пункт и слова.",
    "en": "The state bodies of Kazakhstan as official acts have them: who stands under whom, who"
    " came from whom, who may do what; each fact with its clause and its words.",
}
_CATALOGUE = {"kk": "Шежіре каталогы", "ru": "Каталог Шежире", "en": "The catalogue of Shezhire"}
_SERVICE = {"kk": "SPARQL сұраныстары", "ru": "Запросы SPARQL", "en": "SPARQL queries"}
_KEYWORDS = {"kk": "мемлекеттік органдар", "ru": "государственные органы", "en": "state bodies"}
_LANGUAGES = ("KAZ", "RUS", "ENG")
#: The dumps: address under the site, media type, its code.
_DUMPS = (
    ("data/dump.nq.gz", "application/n-quads", "RDF_N_QUADS"),
    ("data/dump.ttl", "text/turtle", "RDF_TURTLE"),
    ("data/dump.nt", "application/n-triples", "RDF_N_TRIPLES"),
    ("data/dump.jsonld", "application/ld+json", "JSON_LD"),
    ("data/dump.rdf", "application/rdf+xml", "RDF_XML"),
)


@router.get("/.well-known/void", response_class=Response)
@router.get("/dataset", response_class=Response)
async def dataset(request: Request) -> Response:
    """VoID and DCAT-AP, made from the manifest of the generation served."""
    media = choose(request.headers.get("accept"), tuple(RDF_FORMS))
    return rdf(request, description(served(request), str(request.base_url)), media)


def description(held: Served, site: str) -> list[ox.Triple]:
    """The catalogue, the dataset with its dumps, the service; who publishes them."""
    me = f"{site}dataset"
    return [
        *_catalogue(me, site),
        *_void(held, me, site),
        *_dataset(held, me, site),
        *(one for dump in _DUMPS for one in _distribution(me, site, *dump)),
        *_service(me, site),
    ]


def _catalogue(me: str, site: str) -> Iterator[ox.Triple]:
    it, publisher = f"{me}#catalogue", f"{me}#publisher"
    yield triple(it, RDF.type, DCAT.Catalog)
    yield from texts(it, DCT.title, _CATALOGUE)
    yield from texts(it, DCT.description, _DESCRIPTIONS)
    yield triple(it, DCAT.dataset, me)
    yield triple(it, DCAT.service, f"{site}sparql")
    yield triple(it, DCT.publisher, publisher)
    yield from typed(it, FOAF.homepage, site, FOAF.Document)
    yield from licensed(it)
    yield triple(publisher, RDF.type, FOAF.Agent)
    yield triple(publisher, FOAF.name, ox.Literal("Shezhire"))


def _void(held: Served, me: str, site: str) -> Iterator[ox.Triple]:
    manifest = held.generation.manifest
    yield triple(me, RDF.type, VOID.Dataset)
    yield triple(me, VOID.sparqlEndpoint, f"{site}sparql")
    yield triple(me, VOID.uriSpace, ox.Literal(held.base))
    yield triple(me, VOID.vocabulary, str(SHZ._NS))
    yield triple(me, VOID.triples, ox.Literal(sum(manifest.graphs.values())))
    for name, size in manifest.graphs.items():
        if name != "default":
            yield triple(me, VOID.subset, name)
            yield triple(name, RDF.type, VOID.Dataset)
            yield triple(name, VOID.triples, ox.Literal(size))


def _dataset(held: Served, me: str, site: str) -> Iterator[ox.Triple]:
    day = held.generation.manifest.as_of.isoformat()
    yield triple(me, RDF.type, DCAT.Dataset)
    yield from texts(me, DCT.title, _TITLES)
    yield from texts(me, DCT.description, _DESCRIPTIONS)
    yield from texts(me, DCAT.keyword, _KEYWORDS)
    yield triple(me, DCT.identifier, ox.Literal(held.name))
    yield triple(me, DCT.modified, ox.Literal(day, datatype=ox.NamedNode(str(XSD.date))))
    yield triple(me, DCT.publisher, f"{me}#publisher")
    yield from typed(me, DCAT.theme, f"{_CODES}data-theme/GOVE", SKOS.Concept)
    yield from typed(me, DCT.spatial, f"{_CODES}country/KAZ", DCT.Location)
    yield from typed(me, DCT.accessRights, f"{_CODES}access-right/PUBLIC", DCT.RightsStatement)
    yield from typed(me, DCAT.landingPage, site, FOAF.Document)
    for language in _LANGUAGES:
        code = f"{_CODES}language/{language}"
        yield from typed(me, DCT.language, code, DCT.LinguisticSystem)
    yield triple(me, DCT.license, LICENCE)


def _distribution(me: str, site: str, path: str, media: str, code: str) -> Iterator[ox.Triple]:
    form, place = f"{me}#{path.partition('.')[2].partition('.')[0]}", f"{site}{path}"
    yield triple(me, DCAT.distribution, form)
    yield triple(me, VOID.dataDump, place)
    yield triple(form, RDF.type, DCAT.Distribution)
    yield triple(form, DCAT.accessURL, place)
    yield triple(form, DCAT.downloadURL, place)
    yield from typed(form, DCAT.mediaType, f"{_MEDIA}{media}", DCT.MediaType)
    yield from typed(form, DCT.format, f"{_CODES}file-type/{code}", DCT.MediaTypeOrExtent)
    if path.endswith(".gz"):
        yield from typed(form, DCAT.compressFormat, f"{_MEDIA}application/gzip", DCT.MediaType)
    yield from licensed(form)


def _service(me: str, site: str) -> Iterator[ox.Triple]:
    it = f"{site}sparql"
    yield triple(it, RDF.type, DCAT.DataService)
    yield from texts(it, DCT.title, _SERVICE)
    yield triple(it, DCAT.endpointURL, it)
    yield triple(it, DCAT.endpointDescription, it)
    yield triple(it, DCAT.servesDataset, me)
    yield triple(it, DCT.publisher, f"{me}#publisher")
    yield from typed(it, DCT.conformsTo, _PROTOCOL, DCT.Standard)
    yield from licensed(it)
