"""The vocabulary: its IRIs as Python names, and its Turtle files as one graph."""

from rdflib import DCAT, FOAF, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, TIME, VOID, XSD
from rdflib import DCTERMS as DCT

from ontology.bound import bind
from ontology.concepts import CODE, Concept, code, read_codelist
from ontology.namespaces import ADMS, CPSV, CV, ELI, LOCN, OA, PPLAN, RICO, ROV, SKOSXL
from ontology.prefixes import BASE, PREFIXES, SHAPES
from ontology.terms import SHZ
from ontology.turtle import (
    context,
    load_vocabulary,
    read_turtle,
    superclasses,
    vocabulary_triples,
)

bind(DCAT, DCT, FOAF, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, TIME, VOID, XSD)
bind(ADMS, CPSV, CV, ELI, LOCN, OA, PPLAN, RICO, ROV, SHZ, SKOSXL)

__all__ = [
    "ADMS",
    "BASE",
    "CODE",
    "CPSV",
    "CV",
    "DCAT",
    "DCT",
    "ELI",
    "FOAF",
    "LOCN",
    "OA",
    "ORG",
    "OWL",
    "PPLAN",
    "PREFIXES",
    "PROV",
    "QB",
    "RDF",
    "RDFS",
    "RICO",
    "ROV",
    "SH",
    "SHAPES",
    "SHZ",
    "SKOS",
    "SKOSXL",
    "TIME",
    "VOID",
    "XSD",
    "Concept",
    "code",
    "context",
    "load_vocabulary",
    "read_codelist",
    "read_turtle",
    "superclasses",
    "vocabulary_triples",
]
