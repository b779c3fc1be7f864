"""What a printed row counts: its name, its number of units, and what sort of row it is."""

from __future__ import annotations

import re
from decimal import Decimal

from rdflib import Literal

from graph.language import Language
from graph.model import Provision, Text
from graph.words import plain

_COUNT = re.compile(r"(?:^|(?<=\s))(?<!№ )\d{1,5}(?:[.,]\d{1,2})?\s*$")
_ORDINAL = re.compile(r"\s*(?:№\s*)?\d{1,4}\s*(?:[.)]\s*|$)")
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
