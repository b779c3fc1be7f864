"""One superior per body: an order beats a name, a name beats a list; the rest competes."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from rdflib import URIRef

from graph.dataset import HeldClaim
from graph.view.ledger import Ledger
from graph.view.standing import Standing, begun, grouped
from ontology import ORG, SHZ

#: What a claim of subordination rests on, from the weakest to the strongest.
BASES = ("list", "name", "order")


def add_superiors(standing: Standing, ledger: Ledger) -> None:
    """The superior of each body, those that compete with it, and all above it."""
    claims = standing.claims(SHZ.subordinateTo, SHZ.territorialBodyOf)
    winners: dict[URIRef, list[HeldClaim]] = {}
    for body, candidates in grouped(c for c in claims if c.subject != c.object).items():
        ranked = sorted(candidates, key=_rank, reverse=True)
        winners[body] = [c for c in ranked if c.object == ranked[0].object]
        _superior(body, winners[body], ledger)
        _competing(body, [c for c in ranked if c.object != ranked[0].object], ledger)
    for body in winners:
        _all_above(body, winners, ledger)


def _rank(claim: HeldClaim) -> tuple[int, date]:
    basis = BASES.index(claim.basis) if claim.basis in BASES else -1
    return basis, begun(claim.bounds)


def _superior(body: URIRef, claims: list[HeldClaim], ledger: Ledger) -> None:
    for claim in claims:
        ledger.claim(claim)
    best = claims[0]
    if all(claim.predicate != SHZ.subordinateTo for claim in claims):
        ledger.derive(body, SHZ.subordinateTo, best.object, "territorial-body", claims)
    ledger.derive(body, ORG.subOrganizationOf, best.object, "superior", claims)


def _competing(body: URIRef, claims: list[HeldClaim], ledger: Ledger) -> None:
    others: dict[URIRef, list[HeldClaim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.object, URIRef):
            others[claim.object].append(claim)
    for other, said in others.items():
        ledger.derive(body, SHZ.competingSuperior, other, "competing-superior", said)


def _all_above(body: URIRef, winners: dict[URIRef, list[HeldClaim]], ledger: Ledger) -> None:
    """Every superior at any depth; a cycle ends where it closes."""
    path: list[HeldClaim] = []
    above, seen = body, {body}
    while above in winners:
        claim = winners[above][0]
        path.append(claim)
        if not isinstance(claim.object, URIRef) or claim.object in seen:
            return
        above = claim.object
        seen.add(above)
        ledger.derive(body, SHZ.under, above, "under", path)
