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
_BROAD = re.compile(rf"[^\S\n]{{{_GAP}}}")
#: A line that is stretched to the width of a page has gaps that are alike: so many of two blanks or
#: more, at least this part of all, and none by more wider than another; of even ones fewer do.
_WIDE, _SHARE, _SPREAD, _EVEN = 3, 1 / 3, 3, 2
#: A column is seen in this many lines above or below, which take so many characters.
_LINES, _NEAR = 4, 600
_BLANKS = re.compile(r"(?<=\S)[^\S\n]+(?=\S)")


def is_torn(context: Context, row: Provision, found: Found) -> bool:
    """Whether the words of a name in a row stand in two columns."""
    name = row.text.cut(found.start, found.end)
    source = context.document.source.text
    # Most rows have no gap at all, and need not be looked at letter by letter.
    places = [place for place in name.places if place != NOWHERE]
    if not places or not _BROAD.search(source, min(places), max(places)):
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
        elif len(between) >= _GAP and between.isspace() and _is_parted(source, place):
            start = _column(source, place)
            column, beside = start if column is None else min(start, column), True
        last = place
        yield at, beside


def _is_parted(source: str, place: int) -> bool:
    """Whether a column begins at a letter behind a gap: in a line near it words begin there too,
    and neither its line nor those are stretched to the width of a page.
    """
    column = _column(source, place)
    start, end = place - column, source.find("\n", place)
    line = source[max(start, place - _NEAR) : min(end if end >= 0 else len(source), place + _NEAR)]
    above = source[max(0, start - _NEAR) : start].split("\n")[-_LINES - 1 :]
    below = source[end : end + _NEAR].split("\n")[: _LINES + 1] if end >= 0 else []
    if any(_is_stretched(one.strip()) for one in (line, *above, *below)):
        return False
    return any(_begins(one, at) for one in above + below for at in _beside(column))


def _beside(column: int) -> range:
    return range(max(2, column - 1), column + 2)


def _begins(line: str, at: int) -> bool:
    """Whether words begin at a place of a line, behind two blanks or more."""
    return line[at : at + 1].strip() != "" and line[at - 2 : at].isspace()


def _is_stretched(line: str) -> bool:
    """Whether the words of a line stand apart because the line fills the width of a page."""
    gaps = [len(one) for one in _BLANKS.findall(line)]
    wide = [gap for gap in gaps if gap > 1]
    if len(wide) >= _WIDE and len(wide) >= _SHARE * len(gaps):
        return max(gaps) - min(gaps) <= _SPREAD
    even = len(wide) >= _EVEN and len(wide) == len(gaps) and max(gaps) - min(gaps) <= 1
    return even and not line[-1].isdigit()


def _column(source: str, place: int) -> int:
    """How far from the beginning of its line a letter stands."""
    return place - (source.rfind("\n", 0, place) + 1)
