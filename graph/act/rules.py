"""How the parts of an act are told apart in its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.language import Language
from graph.repair.patterns import pattern

Rule = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """What `structure.toml` holds, its patterns compiled; each says there where it must match."""

    status: Rule
    standing: Rule
    requisites: Rule
    requisites_year: Rule
    enacting: Rule
    draft: Rule
    signature: Rule
    agreed: Rule
    note: Rule
    lead: Rule
    appendix: Rule
    approved: Rule
    bare: Rule
    bare_end: Rule
    act: Rule
    begins: Rule
    year: Rule
    short_year: Rule
    blank: Rule
    chapter: Rule
    reference: Rule
    waiting: Rule
    belonging: Rule
    closing: Rule
    rewording: Rule
    inline: Rule
    order: Rule
    first: Rule
    last: Rule
    ends: Rule
    head: Rule
    cells: Rule
    total: Rule
    summed: Rule
    letters: Rule
    least: float
    most: float


@cache
def rules_of(language: Language) -> Rules:
    """The rules of a language; compiled once."""
    values: dict[str, Any] = {
        name: pattern(value) if isinstance(value, str) else value
        for table in language.section("structure").values()
        for name, value in table.items()
    }
    return Rules(**values)
