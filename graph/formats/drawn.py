"""Tables drawn with lines of dashes: what stands between two lines is a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.formats.blocks import Block, Role, Spans

#: A line that parts rows is at least this long, in characters; a shorter one parts nothing.
SHORTEST_RULE = 20
#: A table has at least this many rows, and a row no more paragraphs and characters than these.
_ROWS, _PARTS, _LENGTH = 3, 10, 800
_WORDED = (Role.PLAIN, Role.HEADING, Role.STRONG)
_COUNT = re.compile(r"(?<=\s)\d{1,6}(?:[.,]\d{1,2})?(?=\s*\*?$)")
_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,2})?(?=[.)]?\s)")


def draw_tables(blocks: Sequence[Block], rules: Sequence[int], text: str) -> list[Block]:
    """The blocks with drawn tables made whole; `rules` are how many blocks stand before each line.

    A run of rows is a table where half of them end in a number; the number is a cell of its own.
    """
    made: list[Block] = []
    done = 0
    for first, last, rows in _runs(blocks, rules, text):
        made += [*blocks[done:first], Block(Role.TABLE, 0, (), rows)]
        done = last
    return [*made, *blocks[done:]]


def _runs(
    blocks: Sequence[Block], rules: Sequence[int], text: str
) -> Iterator[tuple[int, int, tuple[tuple[Spans, ...], ...]]]:
    """The tables: the block that is first, the one after the last, and the rows."""
    rows: list[tuple[Spans, ...]] = []
    first = last = 0
    for begin, end in [*pairwise(rules), (-1, -1)]:
        group = blocks[begin:end] if begin >= 0 else []
        if begin >= 0 and (begin == end or _may_be_row(group, text)):
            first = begin if not rows else first
            last = end
            rows += [row] if group and (row := _row(group, text)) else []
            continue
        if len(rows) >= _ROWS and 2 * sum(len(row) > 1 for row in rows) >= len(rows):
            yield first, last, tuple(rows)
        rows = []


def _may_be_row(group: Sequence[Block], text: str) -> bool:
    worded = all(block.role in _WORDED and block.lines for block in group)
    return worded and len(group) <= _PARTS and len(_words(_lines(group), text)) <= _LENGTH


def _lines(group: Sequence[Block]) -> list[Spans]:
    return [spans for block in group for spans in block.lines]


def _words(lines: Sequence[Spans], text: str) -> str:
    return " ".join(text[start:end] for spans in lines for start, end in spans)


def _row(group: Sequence[Block], text: str) -> tuple[Spans, ...]:
    """The cells of a row: its number, its words, its count; only the words where it counts nothing
    or several things. Empty for a row without a word, which numbers the columns.
    """
    lines = _lines(group)
    if not any(sign.isalpha() for sign in _words(lines, text)):
        return ()
    ends = [(place, _COUNT.search(text[slice(*spans[-1])])) for place, spans in enumerate(lines)]
    counted = [(place, found) for place, found in ends if found]
    if len(counted) != 1:
        return (tuple(span for spans in lines for span in spans),)
    place, found = counted[0]
    start, _ = lines[place][-1]
    lines[place] = (*lines[place][:-1], (start, start + found.start()))
    count = ((start + found.start(), start + found.end()),)
    return (*_numbered([span for spans in lines for span in spans], text), count)


def _numbered(spans: list[tuple[int, int]], text: str) -> tuple[Spans, ...]:
    """The number with which words begin, and the words."""
    start, end = spans[0]
    number = _NUMBER.match(text, start, end)
    if number is None:
        return (tuple(spans),)
    return ((number.span(),), ((number.end(), end), *spans[1:]))
