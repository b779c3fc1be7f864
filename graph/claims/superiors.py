"""Superiors printed inside a name: each stands under the one before it."""

from __future__ import annotations

from graph.claims.context import Context, Reading
from graph.grammar import Found
from graph.model import Certainty, Evidence, When
from ontology import SHZ


def read_superiors(context: Context, found: Found, evidence: Evidence, reading: Reading) -> None:
    """Claim each step of the chain; a superior inside a name is read, not stated."""
    territorial = context.language.section("phrases")["bodies"]["territorial-kinds"]
    lower = found.mention
    for upper in reversed(found.superiors):
        predicate = SHZ.territorialBodyOf if lower.kind in territorial else SHZ.subordinateTo
        when = evidence.when
        if lower is found.mention and _leaves(context, found, evidence):
            when = When.UNTIL_EFFECT
        reading.claim(lower, predicate, upper, _read(evidence, when), "name")
        lower = upper


def _read(evidence: Evidence, when: When) -> Evidence:
    reason = "superior-in-name"
    where = evidence.clause, evidence.ranges
    return Evidence(*where, reason, Certainty.INTERPRETED, reason, when)


def _leaves(context: Context, found: Found, evidence: Evidence) -> bool:
    """Whether the act itself moves the body away from the superior that its name carries, or
    takes that name from it.
    """
    leaves = "transferred" in context.roles_of(found.mention) or context.sheds(found.mention)
    return leaves and evidence.when is When.PRESUPPOSED
