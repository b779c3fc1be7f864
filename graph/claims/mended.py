"""Facts about bodies whose names are not printed so: slips of the pen, several in one plural."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.claims.context import Reading
from graph.model import Certainty, Claim, Evidence, Mention, Statement

REASON = "slip-mended"
PARTED = "shared-plural"


def mark_mended(reading: Reading) -> None:
    """Every fact that names a body by words in which a slip was mended, or by a plural that names
    several, is a reading of ours.

    One that is read for another reason keeps that one.
    """
    reading.claims[:] = [_claim(one) for one in reading.claims]
    reading.statements[:] = [_statement(one) for one in reading.statements]


def _claim(claim: Claim) -> Claim:
    evidence = _read(claim.evidence, (claim.subject, claim.object))
    return claim if evidence is claim.evidence else replace(claim, evidence=evidence)


def _statement(statement: Statement) -> Statement:
    evidence = _read(statement.evidence, values_of(statement))
    return statement if evidence is statement.evidence else replace(statement, evidence=evidence)


def values_of(statement: Statement) -> tuple[object, ...]:
    """All that a statement speaks of."""
    return (*(value for _, value in statement.properties), *(statement.of or ())[:1])


def bodies_among(values: Iterable[object]) -> list[Mention]:
    """Those of them that are bodies, in order."""
    return [one for one in values if isinstance(one, Mention)]


def _read(evidence: Evidence, values: Iterable[object]) -> Evidence:
    bodies = bodies_among(values)
    parted, mended = any(one.parted for one in bodies), any(one.mended for one in bodies)
    if not (parted or mended):
        return evidence
    reason = evidence.reason or (REASON if mended else PARTED)
    return replace(evidence, certainty=Certainty.INTERPRETED, reason=reason)
