"""Facts about bodies whose printed names were taken for slips of the pen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.claims.context import Reading
from graph.model import Certainty, Claim, Evidence, Mention, Statement

REASON = "slip-mended"


def mark_mended(reading: Reading) -> None:
    """Every fact that names a body by words in which a slip was mended is a reading of ours.

    One that is read for another reason keeps that one.
    """
    reading.claims[:] = [_claim(one) for one in reading.claims]
    reading.statements[:] = [_statement(one) for one in reading.statements]


def _claim(claim: Claim) -> Claim:
    if _mended((claim.subject, claim.object)):
        return replace(claim, evidence=_read(claim.evidence))
    return claim


def _statement(statement: Statement) -> Statement:
    values = [value for _, value in statement.properties]
    if _mended((*values, *(statement.of or ())[:1])):
        return replace(statement, evidence=_read(statement.evidence))
    return statement


def _mended(values: Iterable[object]) -> bool:
    return any(isinstance(one, Mention) and one.mended for one in values)


def _read(evidence: Evidence) -> Evidence:
    reason = evidence.reason or REASON
    return replace(evidence, certainty=Certainty.INTERPRETED, reason=reason)
