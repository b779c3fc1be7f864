"""The SPARQL service, described to programs."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from fastapi import Request

from api.describe.triples import triple
from api.evaluator import told_limits
from api.question import served
from api.served import Served
from ontology import DCT, RDF, VOID

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
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


async def service_description(request: Request) -> list[ox.Triple]:
    """The SPARQL service: language, limits, result forms, default graph, named graphs."""
    held, site = served(request), str(request.base_url)
    me, data, default = f"{site}sparql", f"{site}dataset", f"{site}dataset#default"
    manifest = held.generation.manifest
    return [
        triple(me, RDF.type, f"{_SD}Service"),
        triple(me, f"{_SD}endpoint", me),
        *(triple(me, f"{_SD}supportedLanguage", f"{_SD}{name}") for name in _languages(held)),
        triple(me, DCT.description, ox.Literal(told_limits(held.evaluator.limits), language="en")),
        *(triple(me, f"{_SD}resultFormat", f"{_FORMATS}{form}") for form in _RESULTS),
        triple(me, f"{_SD}defaultDataset", data),
        triple(data, RDF.type, f"{_SD}Dataset"),
        triple(data, f"{_SD}defaultGraph", default),
        triple(default, RDF.type, f"{_SD}Graph"),
        triple(default, VOID.triples, ox.Literal(manifest.graphs["default"])),
        *(one for name in manifest.graphs for one in _named(data, name)),
    ]


def _languages(held: Served) -> tuple[str, ...]:
    return ("SPARQL11Query", "SPARQL11Update") if held.writer else ("SPARQL11Query",)


def _named(data: str, graph: str) -> Iterator[ox.Triple]:
    if graph == "default":
        return
    node = f"{data}#{graph.rpartition('/graph/')[2]}"
    yield triple(data, f"{_SD}namedGraph", node)
    yield triple(node, RDF.type, f"{_SD}NamedGraph")
    yield triple(node, f"{_SD}name", graph)
