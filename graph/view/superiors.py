"""One superior per body: an order beats a name, a name beats a list; the rest competes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rdflib import URIRef

from graph.dataset import HeldClaim
from graph.time import may_have_begun
from graph.view.identity import ended_bodies
from graph.view.ledger import Ledger
from graph.view.standing import Standing, grouped
from ontology import ORG, SHZ

#: What a claim of subordination rests on, from the weakest to the strongest.
BASES = ("list", "name", "order")


def add_superiors(standing: Standing, ledger: Ledger) -> None:
    """The superior of each body, those that compete with it, and all above it."""
    winners: dict[URIRef, list[HeldClaim]] = {}
    for body, candidates in grouped(_candidates(standing)).items():
        ranked = sorted(candidates, key=_rank, reverse=True)
        best = next((claim for claim in ranked if standing.holds(claim)), None)
        if best is None or _doubted(best, ranked, standing.at):
            continue
        held = [claim for claim in ranked if standing.holds(claim)]
        winners[body] = [claim for claim in held if claim.object == best.object]
        _superior(body, winners[body], ledger)
        _competing(body, [claim for claim in held if claim.object != best.object], ledger)
    for body in winners:
        _all_above(body, winners, ledger)


def _candidates(standing: Standing) -> Iterator[HeldClaim]:
    """Claims of subordination that may hold; none of a body to itself.

    What has ended stands under nobody, and nobody under it.
    """
    ended = ended_bodies(standing)
    for predicate in (SHZ.subordinateTo, SHZ.territorialBodyOf):
        for claim in standing.by_predicate[predicate]:
            gone = claim.subject in ended or claim.object in ended
            if standing.strength(claim) and claim.subject != claim.object and not gone:
                yield claim


def _rank(claim: HeldClaim) -> tuple[int, date, URIRef]:
    first = claim.bounds.starts_not_before
    basis = BASES.index(claim.basis) if claim.basis in BASES else -1
    return basis, first.day if first and first.day else date.min, claim.node


def _doubted(best: HeldClaim, ranked: list[HeldClaim], at: date) -> bool:
    """Whether a stronger claim for another superior may have begun already."""
    stronger = ranked[: ranked.index(best)]
    return any(c.object != best.object and may_have_begun(c.bounds, at) for c in stronger)


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
