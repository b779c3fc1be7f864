"""The vocabularies of others that the graph speaks, with the terms it may use of each.

A misspelt term of a vocabulary declared here is an `AttributeError`.
"""

# ruff: noqa: N815 - the terms keep the letters of their vocabularies
from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class CV(DefinedNamespace):
    """Core vocabularies of SEMIC: public organisations (CPOV 2.1) and services (CPSV-AP 3.2)."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/m8g/")

    Channel: URIRef
    Output: URIRef
    Participation: URIRef
    PublicOrganisation: URIRef
    hasChannel: URIRef
    hasCompetentAuthority: URIRef
    hasFormalFramework: URIRef
    hasInputType: URIRef
    hasLegalResource: URIRef
    hasParticipant: URIRef
    hasParticipation: URIRef
    ownedBy: URIRef
    participates: URIRef
    processingTime: URIRef
    role: URIRef
    thematicArea: URIRef


class CPSV(DefinedNamespace):
    """Core Public Service Vocabulary."""

    _fail = True
    _NS = Namespace("http://purl.org/vocab/cpsv#")

    PublicService: URIRef
    Rule: URIRef
    follows: URIRef
    hasInput: URIRef
    implements: URIRef
    produces: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier, ontology 1.5: acts, their parts, their language versions."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/eli/ontology#")
    _extras = ["InForce-inForce", "InForce-notInForce", "InForce-partiallyInForce"]  # noqa: RUF012 - as rdflib declares it

    Format: URIRef
    LegalExpression: URIRef
    LegalResource: URIRef
    LegalResourceSubdivision: URIRef
    amended_by: URIRef
    amends: URIRef
    based_on: URIRef
    basis_for: URIRef
    changed_by: URIRef
    changes: URIRef
    cited_by: URIRef
    cites: URIRef
    consolidated_by: URIRef
    consolidates: URIRef
    date_applicability: URIRef
    date_document: URIRef
    date_no_longer_in_force: URIRef
    date_publication: URIRef
    embodies: URIRef
    first_date_entry_in_force: URIRef
    has_part: URIRef
    id_local: URIRef
    in_force: URIRef
    is_about: URIRef
    is_embodied_by: URIRef
    is_part_of: URIRef
    is_realized_by: URIRef
    jurisdiction: URIRef
    language: URIRef
    number: URIRef
    passed_by: URIRef
    published_in: URIRef
    realizes: URIRef
    related_to: URIRef
    repealed_by: URIRef
    repeals: URIRef
    responsibility_of: URIRef
    title: URIRef
    title_alternative: URIRef
    title_short: URIRef
    type_document: URIRef
    type_subdivision: URIRef
    version: URIRef
    version_date: URIRef


class ROV(DefinedNamespace):
    """Registered Organization Vocabulary."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/regorg#")

    RegisteredOrganization: URIRef
    legalName: URIRef
    orgActivity: URIRef
    orgStatus: URIRef
    orgType: URIRef
    registration: URIRef


class LOCN(DefinedNamespace):
    """Core Location Vocabulary of ISA."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/locn#")

    Address: URIRef
    Geometry: URIRef
    address: URIRef
    addressArea: URIRef
    addressId: URIRef
    adminUnitL1: URIRef
    adminUnitL2: URIRef
    fullAddress: URIRef
    geographicName: URIRef
    geometry: URIRef
    location: URIRef
    locatorDesignator: URIRef
    locatorName: URIRef
    poBox: URIRef
    postCode: URIRef
    postName: URIRef
    thoroughfare: URIRef


class ADMS(DefinedNamespace):
    """Asset Description Metadata Schema: identifiers and their status."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/adms#")

    Identifier: URIRef
    identifier: URIRef
    schemaAgency: URIRef
    schemeAgency: URIRef
    status: URIRef


class OA(DefinedNamespace):
    """Web Annotation: which stretch of which file."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef


class SKOSXL(DefinedNamespace):
    """Labels that are things of their own."""

    _fail = True
    _NS = Namespace("http://www.w3.org/2008/05/skos-xl#")

    Label: URIRef
    altLabel: URIRef
    hiddenLabel: URIRef
    literalForm: URIRef
    prefLabel: URIRef


class PPLAN(DefinedNamespace):
    """P-Plan: plans and their steps."""

    _fail = True
    _NS = Namespace("http://purl.org/net/p-plan#")

    Plan: URIRef
    Step: URIRef
    Variable: URIRef
    hasInputVar: URIRef
    hasOutputVar: URIRef
    isOutputVarOf: URIRef
    isPrecededBy: URIRef
    isStepOfPlan: URIRef
    isVariableOfPlan: URIRef


class RICO(DefinedNamespace):
    """Records in Contexts, ontology 1: what archives say of bodies and their mandates."""

    _fail = True
    _NS = Namespace("https://www.ica.org/standards/RiC/ontology#")

    Activity: URIRef
    CorporateBody: URIRef
    Event: URIRef
    Mandate: URIRef
    Place: URIRef
    Position: URIRef
    Rule: URIRef
    hasOrHadSubordinate: URIRef
    hasSuccessor: URIRef
    isOrWasSubordinateTo: URIRef
    isSuccessorOf: URIRef
    resultsOrResultedFrom: URIRef
