"""What a thing is, whatever the day: type and label, and whether it has ended."""

from __future__ import annotations

from collections import defaultdict

from rdflib import URIRef

from graph.dataset import HeldClaim, HeldStatement
from graph.view.ledger import Ledger
from graph.view.standing import Standing, begun, values
from ontology import ADMS, CPSV, CV, DCT, ELI, ORG, RDF, SHZ, SKOS, code

#: Claims that say what a thing is and is called: they stay when the thing has ended.
IDENTITY = (RDF.type, SKOS.prefLabel, SKOS.altLabel, DCT.title, ELI.title, SHZ.abbreviation)
ENDED = code("statuses", "ended")
#: What exists by its clause alone and ends with it; a body or a system outlives the text.
BY_CLAUSE = frozenset({CPSV.PublicService})


def add_identity(standing: Standing, ledger: Ledger) -> None:
    """Types and labels of all things that claims speak of; the end of those that have ended."""
    typed: dict[URIRef, list[HeldClaim]] = defaultdict(list)
    for predicate in IDENTITY:
        for claim in standing.by_predicate[predicate]:
            ledger.claim(claim)
            if predicate == RDF.type:
                typed[claim.subject].append(claim)
    for thing, claims in typed.items():
        if any(claim.object == ORG.FormalOrganization for claim in claims):
            ledger.derive(thing, RDF.type, CV.PublicOrganisation, "state-body", claims[:1])
        elif any(claim.object in BY_CLAUSE for claim in claims):
            _ended_by_clause(thing, standing, ledger)
    for body, event in ended_bodies(standing).items():
        ledger.derive(body, ADMS.status, ENDED, "ended-by-event", [event])


def _ended_by_clause(thing: URIRef, standing: Standing, ledger: Ledger) -> None:
    """A thing has ended when nothing that was ever said of it for a time holds any more."""
    said = [c for c in standing.by_subject[thing] if not c.bounds.always]
    if said and not any(map(standing.strength, said)):
        ledger.derive(thing, ADMS.status, ENDED, "clause-no-longer-in-force", said)


def ended_bodies(standing: Standing) -> dict[URIRef, HeldStatement]:
    """The bodies whose last event is their end, with it; one restored after it has not ended."""
    last: dict[URIRef, tuple[HeldStatement, URIRef]] = {}
    for event in sorted(_events(standing), key=lambda event: begun(event.bounds)):
        for role in (SHZ.created, SHZ.ended):
            for body in values(event, role):
                if isinstance(body, URIRef):
                    last[body] = event, role
    return {body: event for body, (event, role) in last.items() if role == SHZ.ended}


def _events(standing: Standing) -> list[HeldStatement]:
    statements = [s for kind in list(standing.by_type) for s in standing.statements(kind)]
    roles = {SHZ.created, SHZ.ended}
    return [s for s in statements if any(name in roles for name, _ in s.properties)]
