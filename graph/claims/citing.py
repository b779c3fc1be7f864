"""Clauses of an act that say what is done to the rows of a list which stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.claims.context import Context
from graph.language import Language
from graph.model import Provision, ProvisionKind
from graph.words import plain

#: Fewer words are no heading by which a list is known.
_WORDS = 3


def referring(context: Context, part: Provision) -> list[Provision]:
    """The clauses of the act itself that refer to an appendix by its number, or to the list in it
    by the term that the act defines: «(далее – Перечень)».

    What the act approves is no appendix of an order.
    """
    if part.kind is not ProvisionKind.APPENDIX:
        return []
    by_term = list(clauses_by_term(context, part))
    if part.eid.endswith("app_0"):
        return by_term
    refers = re.compile(context.language.section("phrases")["appendix"]["refers"], re.IGNORECASE)
    return by_term + [
        clause
        for clause in _clauses(context)
        if any(
            (hit["number"] or "1") == (part.number or "1")
            for hit in refers.finditer(clause.text.string)
        )
    ]


def is_named_by_term(context: Context, part: Provision) -> bool:
    """Whether a clause means the rows of a list by its term: it is a list beside that deed."""
    return part.kind is ProvisionKind.APPENDIX and any(clauses_by_term(context, part))


def _clauses(context: Context) -> Iterator[Provision]:
    for point in context.document.parts:
        if point.kind is ProvisionKind.POINT:
            yield from (one for one in point.walk() if one.kind is not ProvisionKind.QUOTED)


def clauses_by_term(context: Context, part: Provision) -> Iterator[Provision]:
    """The clauses that name the list by its term, where the heading is what the term stands for."""
    terms = _terms(context.language)
    heading = _heading(part, context.language)
    if terms is None or len(heading) < _WORDS:
        return
    meant = False
    for clause in _clauses(context):
        words = clause.text.string
        if defined := terms.defines.search(words):
            told = _bare(defined["words"], context.language)
            meant = told[-len(heading) :] == heading
        elif meant and terms.cites.search(words):
            yield clause


def _heading(part: Provision, language: Language) -> list[str]:
    """The words of the headings with which an appendix begins, which may be torn into several."""
    words: list[str] = []
    for one in part.children:
        if one.kind is ProvisionKind.HEADING and (not words or one.text.string[:1] != "("):
            words += _bare(one.text.string, language)
        elif one.kind is not ProvisionKind.STAMP:
            break
    return words


def _bare(words: str, language: Language) -> list[str]:
    return re.findall(r"[^\W_]+", plain(words, language.code))


@dataclass(frozen=True, slots=True)
class _Terms:
    """How an act defines a term for a list, and how its clauses name the list by it."""

    defines: re.Pattern[str]
    cites: re.Pattern[str]


@cache
def _terms(language: Language) -> _Terms | None:
    data = language.section("phrases").get("list-terms")
    return _Terms(re.compile(data["defines"]), re.compile(data["cites"])) if data else None
