"""Superiors printed inside a name: each stands under the one before it."""

from __future__ import annotations

from graph.claims.context import Context, Reading
from graph.model import Certainty, Evidence, Mention
from graph.names import read_name
from ontology import SHZ


def superior_of(mention: Mention, number: int = -1) -> Mention:
    """A superior of the chain inside a name (the nearest by default), quoted by the same words."""
    return read_name(mention.chain[number], mention.language, mention.ranges)


def read_superiors(
    context: Context, mention: Mention, evidence: Evidence, reading: Reading
) -> None:
    """Claim each step of the chain; a superior inside a name is read, not stated."""
    reason = Evidence(
        evidence.clause,
        evidence.ranges,
        "superior-in-name",
        Certainty.INTERPRETED,
        "superior-in-name",
        evidence.when,
    )
    territorial = context.language.section("phrases")["bodies"]["territorial-kinds"]
    lower = mention
    for number in reversed(range(len(mention.chain))):
        upper = superior_of(mention, number)
        predicate = SHZ.territorialBodyOf if lower.kind in territorial else SHZ.subordinateTo
        reading.claim(lower, predicate, upper, reason, "name")
        lower = upper
