"""Superiors printed inside a name: each stands under the one before it."""

from __future__ import annotations

from graph.claims.context import Context, Reading
from graph.grammar import Found
from graph.model import Certainty, Evidence
from ontology import SHZ


def read_superiors(context: Context, found: Found, evidence: Evidence, reading: Reading) -> None:
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
    lower = found.mention
    for upper in reversed(found.superiors):
        predicate = SHZ.territorialBodyOf if lower.kind in territorial else SHZ.subordinateTo
        reading.claim(lower, predicate, upper, reason, "name")
        lower = upper
