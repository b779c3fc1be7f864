"""The prefixes of the project, in the order in which people read them."""

from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, QB, RDF, RDFS, SH, SKOS, TIME, VOID, XSD

from ontology.concepts import CODE
from ontology.namespaces import ADMS, CPSV, CV, ELI, LOCN, OA, PPLAN, RICO, ROV, SKOSXL
from ontology.terms import SHZ

#: Where resources live unless a build says otherwise.
BASE = "https://w3id.org/shezhire/id/"
#: Where the shapes live.
SHAPES = "https://w3id.org/shezhire/shapes#"

PREFIXES: dict[str, str] = {
    "shz": str(SHZ),
    "code": str(CODE),
    "shapes": SHAPES,
    "org": str(ORG),
    "cv": str(CV),
    "cpsv": str(CPSV),
    "eli": str(ELI),
    "rov": str(ROV),
    "locn": str(LOCN),
    "adms": str(ADMS),
    "prov": str(PROV),
    "oa": str(OA),
    "skos": str(SKOS),
    "skosxl": str(SKOSXL),
    "qb": str(QB),
    "time": str(TIME),
    "pplan": str(PPLAN),
    "rico": str(RICO),
    "foaf": str(FOAF),
    "dcat": str(DCAT),
    "dct": str(DCTERMS),
    "void": str(VOID),
    "owl": str(OWL),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "xsd": str(XSD),
    "sh": str(SH),
}
