"""Rows beside which an old page prints another column: the words of the first one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.claims.context import Context
from graph.grammar import Found
from graph.model import NOWHERE, Provision, Text
from graph.repair.texts import SPACE, put_together, stripped

#: So many blanks in a line part two columns; fewer may stand between any two words.
_GAP = 3
_WIDE = re.compile(rf"[^\S\n]{{{_GAP}}}")


def is_torn(context: Context, row: Provision, found: Found) -> bool:
    """Whether the words of a name in a row stand in two columns."""
    name = row.text.cut(found.start, found.end)
    source = context.document.source.text
    # Most rows have no gap at all, and need not be looked at letter by letter.
    places = [place for place in name.places if place != NOWHERE]
    if not places or not _WIDE.search(source, min(places), max(places)):
        return False
    return any(beside for _, beside in _letters(name, source))


def first_column(context: Context, row: Provision) -> Provision:
    """A row without what stands beside its lines."""
    pieces: list[Text] = []
    begin: int | None = None
    letters = [*_letters(row.text, context.document.source.text), (len(row.text), True)]
    for at, beside in letters:
        if beside and begin is not None:
            pieces.append(stripped(row.text.cut(begin, at)))
        begin = None if beside else at if begin is None else begin
    return replace(row, text=put_together([one for piece in pieces for one in (SPACE, piece)][1:]))


def _letters(text: Text, source: str) -> Iterator[tuple[int, bool]]:
    """Each letter of a text that is no blank, and whether it stands beside the first column: behind
    a gap in its line, or in a line that begins no further left than what stands behind one.
    """
    last, column, beside = -1, None, False
    for at, place in enumerate(text.places):
        if place == NOWHERE or text.string[at].isspace():
            continue
        between = source[last + 1 : place] if 0 <= last < place else "\n"
        if "\n" in between:
            beside = column is not None and _column(source, place) >= column
        elif len(between) >= _GAP and between.isspace():
            start = _column(source, place)
            column, beside = start if column is None else min(start, column), True
        last = place
        yield at, beside


def _column(source: str, place: int) -> int:
    """How far from the beginning of its line a letter stands."""
    return place - (source.rfind("\n", 0, place) + 1)
