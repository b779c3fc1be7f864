"""Clauses of an act that say what is done to the rows of a list which stands behind them."""

from __future__ import annotations

import re

from graph.claims.context import Context
from graph.claims.listterms import clauses_of
from graph.model import Provision, ProvisionKind


def referring(context: Context, part: Provision) -> list[Provision]:
    """The clauses of the act itself that refer to an appendix by its number, or to the list in it
    by the term that the act defines: «(далее – Перечень)».

    What the act approves is no appendix of an order.
    """
    if part.kind is not ProvisionKind.APPENDIX:
        return []
    by_term = clauses_by_term(context, part)
    if part.eid.endswith("app_0"):
        return by_term
    refers = re.compile(context.language.section("phrases")["appendix"]["refers"], re.IGNORECASE)
    return by_term + [
        clause
        for clause in clauses_of(context.document)
        if any(
            (hit["number"] or "1") == (part.number or "1")
            for hit in refers.finditer(clause.text.string)
        )
    ]


def is_named_by_term(context: Context, part: Provision) -> bool:
    """Whether a clause means the rows of a list by its term: it is a list beside that deed."""
    return part.kind is ProvisionKind.APPENDIX and bool(clauses_by_term(context, part))


def clauses_by_term(context: Context, part: Provision) -> list[Provision]:
    """The clauses that name the list by its term, where the heading is what the term stands for."""
    return context.list_terms.meaning(part, context.language)
