"""Rows as sentences: those torn into paragraphs in one piece, those of a table by their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.claims.context import Context
from graph.model import Provision, ProvisionKind, Text
from graph.names.lexicon import compiled
from graph.repair.texts import SPACE, put_in, put_together

#: A legal form that stands alone: «ААҚ.»
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,5}\W*")
#: What parts one cell from the next when they are read side by side.
_DASH = put_in(" – ")
#: Signs at the end of a sentence, or of a part of one; quotes with which one may go on.
_ENDS, _QUOTES = (".", ";", ":", ","), ('"', "«", "“", "„")


def rows_in(rows: Sequence[Provision]) -> list[Provision]:
    """The rows that are no head of a table: where most rows are numbered, those that are; and
    never one that says nothing but the numbers of the columns.
    """
    worded = [row for row in rows if any(map(_has_words, row.cells or (row.text,)))]
    numbered = [row for row in worded if row.number]
    in_table = all(row.kind is ProvisionKind.ROW for row in rows)
    return numbered if in_table and 2 * len(numbered) > len(worded) else worded


def readings_of(context: Context, row: Provision) -> Iterator[Provision]:
    """A row as it is; in a language that begins names with their head, a row of several cells as
    its cells side by side, then each cell alone; in others the cells side by side come first
    where each is nothing but a name, or says how one becomes the other, since names may seem to
    go on over the cells.
    """
    cells = [replace(row, text=cell, cells=()) for cell in row.cells if _has_words(cell)]
    head_first = compiled(context.language.code).head_first
    if len(cells) > 1 and (head_first or _are_names(context, cells)):
        parts = [part for cell in cells for part in (_DASH, cell.text)][1:]
        yield replace(row, text=put_together(parts), cells=())
    if len(cells) > 1 and head_first:
        yield from cells
    else:
        yield row


def _are_names(context: Context, cells: Sequence[Provision]) -> bool:
    way = re.compile(context.language.section("phrases").get("way-cell", "(?!)"), re.IGNORECASE)
    ways = [cell for cell in cells if way.fullmatch(cell.text.string.strip(" .;,"))]
    return len(ways) < 2 and all(cell in ways or _is_name(context, cell) for cell in cells)


def _is_name(context: Context, cell: Provision) -> bool:
    found = context.masked(cell).found
    words = cell.text.string
    return len(found) == 1 and not (words[: found[0].start] + words[found[0].end :]).strip(" .;,")


def named_cell(context: Context, row: Provision) -> Provision:
    """A row of several cells as the first of them that names a body; else the row itself."""
    cells = [cell for cell in row.cells if _has_words(cell)]
    alone = (replace(row, text=cell, cells=()) for cell in cells if len(cells) > 1)
    return next((one for one in alone if context.masked(one).found), row)


def torn(row: Provision) -> list[Provision]:
    """The paragraphs right under a row that go on with its sentence, which ended without a sign:
    each begins with a small letter or a quote, is an abbreviation, or stands where a quote or a
    bracket is open.
    """
    parts: list[Provision] = []
    for child in row.children:
        words = child.text.string
        goes_on = words[:1].islower() or words[:1] in _QUOTES
        goes_on = goes_on or _ABBREVIATION.fullmatch(words) is not None
        if any(map(str.isalpha, words)):
            goes_on = goes_on or _is_open("".join(one.text.string for one in (row, *parts)))
        ended = (parts[-1] if parts else row).text.string.endswith(_ENDS)
        if ended or child.kind is not ProvisionKind.PARAGRAPH or not (goes_on and row.text):
            break
        parts.append(child)
    return parts


def _is_open(words: str) -> bool:
    """Whether a quote or a bracket has no end."""
    quotes = words.count('"') % 2 == 1 or words.count("«") > words.count("»")
    return quotes or words.count("(") > words.count(")")


def in_one_piece(row: Provision) -> Provision:
    """A row with the words of the paragraphs into which it is torn, under its own id."""
    pieces = [one for part in torn(row) for one in (SPACE, part.text)]
    return replace(row, text=put_together([row.text, *pieces]), children=[]) if pieces else row


def _has_words(text: Text) -> bool:
    return any(sign.isalpha() for sign in text.string)
