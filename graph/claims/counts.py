"""What a printed row counts: its name, its number of units, and what sort of row it is."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from rdflib import Literal

from graph.language import Language
from graph.model import Provision, Text
from graph.words import plain

# The last three digits of «5 791» may be the end of one number.
_COUNT = re.compile(r"(?:^|(?<=\s))(?<!№ )(?!(?<=\d\s)\d{3}\s*$)\d{1,5}(?:[.,]\d{1,2})?\s*$")
_ORDINAL = re.compile(r"\s*(?:№\s*)?\d{1,4}\s*(?:[.)]\s*|$)")
_MARK = re.compile(r"[,:;]\s+(?=\w)")
_SEVERAL = re.compile(r"\s*\d[\d.,]*(?:\s+\d[\d.,]*)+\s*")
_NUMBER = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")
_WORD = re.compile(r"[\w/]+")


def name_and_count(row: Provision) -> tuple[Text | None, Literal | None]:
    """The name that a row prints, and the number at its end; its own number is in neither.

    A cell of several numbers counts several things: it is no count of one.
    """
    cells = [cell for cell in row.cells or (row.text,) if cell.string.strip()]
    count = _COUNT.search(cells[-1].string) if cells else None
    if count and len(cells) > 1 and _SEVERAL.fullmatch(cells[-1].string):
        cells, count = cells[:-1], None
    elif count and (len(cells) > 1 or count.start()):
        rest = cells[-1].cut(0, count.start())
        cells = [*cells[:-1], rest] if rest.string.strip() else cells[:-1]
    else:
        count = None
    named = [cell for cell in map(_without_ordinal, cells) if cell.string.strip()]
    return (named[0] if named else None), (units(count[0]) if count else None)


def names_and_counts(row: Provision) -> list[tuple[Text, Literal]]:
    """What a row counts whose last cell holds several numbers: a name for each, parted by the
    marks between them; nothing where there are not as many names as numbers.
    """
    cells = [cell for cell in row.cells if cell.string.strip()]
    if len(cells) < 2 or not _SEVERAL.fullmatch(cells[-1].string):
        return []
    counts = cells[-1].string.split()
    name = _without_ordinal(cells[-2])
    cuts = [0, *(mark.end() for mark in _MARK.finditer(name.string)), len(name)]
    names = [name.cut(begin, end) for begin, end in pairwise(cuts)]
    return list(zip(names, map(units, counts), strict=True)) if len(names) == len(counts) else []


def _without_ordinal(cell: Text) -> Text:
    printed = _ORDINAL.match(cell.string)
    start = printed.end() if printed else 0
    end = len(cell.string.rstrip())
    return cell.cut(start, max(start, end))


def units(printed: str) -> Literal:
    """Whole units as an integer; a half unit, which tables print with a comma, as a decimal."""
    number = printed.strip().replace(",", ".")
    return Literal(Decimal(number)) if "." in number else Literal(int(number))


def is_columns(name: str, language: Language) -> bool:
    """Whether words only head columns."""
    known = language.section("staffing")["columns"]
    return all(word in known for word in _WORD.findall(plain(name, language.code)))


def is_total(name: str, language: Language) -> bool:
    """Whether words announce the total of the rows."""
    return plain(name, language.code).strip(" :.") in language.section("staffing")["totals"]
