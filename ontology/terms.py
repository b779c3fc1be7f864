"""The own terms of the project: every class, property and individual of shezhire.ttl.

The list is closed: a misspelt term is an `AttributeError`; a test compares it with the file.
"""

# ruff: noqa: N815 - RDF properties are written in mixed case
from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class SHZ(DefinedNamespace):
    """Terms of https://w3id.org/shezhire/ns#, by subject as in shezhire.ttl."""

    _fail = True
    _NS = Namespace("https://w3id.org/shezhire/ns#")

    # why a term is our own
    whyOwnTerm: URIRef

    # evidence: claims, spans, certainty
    Claim: URIRef
    Derivation: URIRef
    SourceFile: URIRef
    CertaintyLevel: URIRef
    Stated: URIRef
    Interpreted: URIRef
    Confirmed: URIRef
    certainty: URIRef
    clause: URIRef
    rule: URIRef
    release: URIRef
    readingOrder: URIRef
    readingReason: URIRef
    subordinationBasis: URIRef
    fileName: URIRef
    sha256: URIRef
    isHeld: URIRef

    # time
    Bound: URIRef
    startsNotBefore: URIRef
    startsNotAfter: URIRef
    endsNotBefore: URIRef
    endsNotAfter: URIRef
    recordedFrom: URIRef
    recordedUntil: URIRef
    boundedBy: URIRef
    boundProperty: URIRef
    boundDate: URIRef
    boundReason: URIRef
    missing: URIRef
    lacks: URIRef

    # bodies and their superiors
    BodyGroup: URIRef
    subordinateTo: URIRef
    territorialBodyOf: URIRef
    under: URIRef
    competingSuperior: URIRef
    foundedBy: URIRef
    sectorAuthority: URIRef
    ListEntry: URIRef
    list: URIRef
    entryFor: URIRef
    organisesWorkOf: URIRef
    leadsSphere: URIRef
    legalStatus: URIRef
    foundingDocument: URIRef
    financedFrom: URIRef
    propertyRight: URIRef
    propertyOwnership: URIRef

    # names and places
    nameForm: URIRef
    nameKind: URIRef
    namedAfter: URIRef
    Place: URIRef
    placeKind: URIRef
    slug: URIRef

    # competences, posts, staff
    Competence: URIRef
    competenceKind: URIRef
    holder: URIRef
    statedText: URIRef
    heading: URIRef
    appointsHeadOf: URIRef
    appointedBy: URIRef
    withConsentOf: URIRef
    StaffingTable: URIRef
    StaffLine: URIRef
    StaffLimit: URIRef
    StaffLimitList: URIRef
    limitOf: URIRef
    inLimitList: URIRef
    partOfLimit: URIRef
    tableOf: URIRef
    ofUnit: URIRef
    postName: URIRef
    ofPostType: URIRef
    unitCount: URIRef
    statedTotal: URIRef
    staffTotal: URIRef
    staffingStructure: URIRef

    # change events
    Event: URIRef
    Establishment: URIRef
    SpinOff: URIRef
    Division: URIRef
    Merger: URIRef
    Accession: URIRef
    Conversion: URIRef
    Liquidation: URIRef
    Renaming: URIRef
    Transfer: URIRef
    Reorganisation: URIRef
    survivor: URIRef
    ended: URIRef
    created: URIRef
    orderedBy: URIRef
    orderedFrom: URIRef
    registeredFrom: URIRef
    statedForm: URIRef
    statedKind: URIRef
    transferred: URIRef
    fromBody: URIRef
    toBody: URIRef
    renamed: URIRef
    oldName: URIRef
    newName: URIRef
    LegalSuccession: URIRef
    predecessor: URIRef
    successor: URIRef
    scope: URIRef
    apportionedBy: URIRef

    # acts and what they order
    Approval: URIRef
    approves: URIRef
    approvedKind: URIRef
    Edit: URIRef
    editKind: URIRef
    ofAct: URIRef
    editedList: URIRef
    section: URIRef
    editedRow: URIRef
    byEdit: URIRef
    Duty: URIRef
    dutyKind: URIRef
    signedBy: URIRef
    signedAs: URIRef
    controlAssignedTo: URIRef
    entryIntoForceRule: URIRef
    entryDelay: URIRef
    entryDate: URIRef
    entryNotBefore: URIRef
    entryNotBeforeDate: URIRef
    inWordingOf: URIRef
    position: URIRef
    number: URIRef
    text: URIRef

    # services and procedures
    procedureOf: URIRef
    channel: URIRef
    ConditionalDeadline: URIRef
    conditionalDeadline: URIRef
    condition: URIRef
    workingDays: URIRef
    calendarDays: URIRef
    serviceForm: URIRef
    outputForm: URIRef
    DecisionStep: URIRef
    stepKind: URIRef
    performedBy: URIRef
    action: URIRef
    usesSystem: URIRef
    maxDuration: URIRef
    Branch: URIRef
    branch: URIRef
    branchCondition: URIRef
    nextStep: URIRef
    outcome: URIRef
    InformationSystem: URIRef
    abbreviation: URIRef

    # findings
    Finding: URIRef
    Severity: URIRef
    Contradiction: URIRef
    Gap: URIRef
    Defect: URIRef
    Notice: URIRef
    Waiver: URIRef
    findingRule: URIRef
    severity: URIRef
    message: URIRef
    about: URIRef
    contests: URIRef
    between: URIRef
    boilerplate: URIRef
    waives: URIRef
    waivedBy: URIRef
    reason: URIRef

    # decisions of the register
    Decision: URIRef
    decidedBy: URIRef
