"""Clauses that order a deed by reference: the bodies stand in an appendix, whose rows are read."""

from __future__ import annotations

import re
from functools import cache

from graph.claims.citing import clauses_by_term
from graph.claims.context import Context, Reading
from graph.language import Language
from graph.model import Provision, ProvisionKind, Statement
from graph.words import plain


def mark_referring(context: Context, reading: Reading) -> None:
    """Note as read each clause of the act itself whose deeds were read in its appendix.

    It says nothing more than the rows do: what is done, and that they are done it to.
    """
    told = {one.evidence.clause.partition("__")[0] for one in _deeds(reading)}
    for part in context.document.walk():
        if part.eid.startswith("app_") or part.eid in reading.read:
            continue
        unit = _appendix(part, context.language)
        if unit in told:
            reading.read.add(part.eid)
    for part in context.document.parts:
        if part.eid in told and part.kind is ProvisionKind.APPENDIX:
            reading.read |= {clause.eid for clause in clauses_by_term(context, part)}


def _deeds(reading: Reading) -> list[Statement]:
    return [one for one in reading.statements if one.key.startswith("event/")]


def _appendix(part: Provision, language: Language) -> str | None:
    """The id of the appendix to which the deed of a clause refers; None where it refers to none."""
    small = plain(part.text.string, language.code)
    deed, appendix = _patterns(language)
    found = appendix.search(small)
    return f"app_{found['number'] or 1}" if found and deed.search(small) else None


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = language.section("phrases")["referred"]
    return re.compile(data["deed"]), re.compile(data["appendix"])
