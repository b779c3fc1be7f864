"""Lists whose rows bear no number that an act's reader could tell: names alone, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.claims.context import Context
from graph.claims.listed import is_name
from graph.model import Provision, ProvisionKind
from graph.names.parting import part_names

#: A number without a sign behind it: «7 Институт рек».
_NUMBER = re.compile(r"(\d{1,4})\s+(?=[^\W\d_a-zа-яёәғқңөұүһі]|[«\"])")
_SIGNS = " ;,.<>*"
#: So many lines tell whether a list has a column of seats.
_SAMPLE = 40


def is_bare(part: Provision) -> bool:
    """Whether an appendix holds nothing with a number: what it lists has none."""
    numbered = any(one.number or one.children for one in part.children)
    return part.kind is ProvisionKind.APPENDIX and not numbered


def bare_rows(context: Context, listed: Provision, part: Provision) -> list[Provision]:
    """The rows in a part of such a list: each is nothing but a name, and names may run into one
    another. None in the heading of a section, which tells of several.
    """
    words = part.text.string
    if words.endswith(":") or _matches(context, "several", words.strip(_SIGNS)):
        return []
    seated = _is_seated(context, listed)
    rows = list(_rows(_without_seat(context, part) if seated else part, context.language.code))
    rows = [_without_seat(context, row) for row in rows] if seated else rows
    return rows if all(is_name(context, row) for row in rows) else []


def without_regions(context: Context, row: Provision) -> Provision:
    """A row without what stands under it as the heading of the next, whatever letter it begins
    with: «г. Алматы».
    """
    region = context.language.section("repair").get("unnumbered", {}).get("region", "(?!)")
    kept = [one for one in row.children if not re.fullmatch(region, one.text.string.strip())]
    return replace(row, children=kept)


def _rows(part: Provision, language: str) -> Iterator[Provision]:
    text, number = part.text, _NUMBER.match(part.text.string)
    names = part_names(text.string[number.end() :] if number else text.string, language)
    if number is None and len(names) == 1:
        yield part
        return
    begins = number.end() if number else 0
    for start, end in names:
        row = replace(part, text=text.cut(begins + start, begins + end))
        yield replace(row, number=number[1] if number and not start else None)


def _is_seated(context: Context, listed: Provision) -> bool:
    """Whether most lines of a list end with where a body sits, as those of two columns do."""
    parts = listed.children[:_SAMPLE]
    lines = [one.text.string.rstrip(_SIGNS) for one in parts if one.text]
    lines = [line for line in lines if _NUMBER.match(line)] or lines
    seated = [line for line in lines if _seat_in(context, line)]
    return 2 * len(seated) > len(lines)


def _without_seat(context: Context, row: Provision) -> Provision:
    words = row.text.string.rstrip(_SIGNS)
    seat = _seat_in(context, words)
    return replace(row, text=row.text.cut(0, seat.start())) if seat else row


def _seat_in(context: Context, words: str) -> re.Match[str] | None:
    seat = context.language.section("repair").get("columns", {}).get("seat")
    return re.search(f"(?:{seat})$", words) if seat else None


def _matches(context: Context, name: str, words: str) -> bool:
    return re.fullmatch(context.language.section("phrases")["list"][name], words) is not None
