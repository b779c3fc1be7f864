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
#: More digits apart from each other than these are no count and its parts.
_COLUMNS = 10
_WORDED = (Role.PLAIN, Role.HEADING, Role.STRONG)
_ONE = r"(?:\d{1,6}(?:[.,]\d{1,2})?|-)"
_COUNTS = re.compile(rf"(?<=\s)(?<!№ ){_ONE}(?:\s+{_ONE})*(?=\s*\*?$)")
_DIGITS = re.compile(r"\S+")
_GROUPED = re.compile(r"\d{1,3}(?:\s\d{3})+")
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
    ends = [(place, _count(text, *spans[-1])) for place, spans in enumerate(lines)]
    counted = [(place, found) for place, found in ends if found]
    if len(counted) != 1 or not counted[0][1]:
        return (tuple(span for spans in lines for span in spans),)
    place, count = counted[0]
    start, _ = lines[place][-1]
    lines[place] = (*lines[place][:-1], (start, count[0][0]))
    return (*_numbered([span for spans in lines for span in spans], text), count)


def _count(text: str, start: int, end: int) -> Spans:
    """The number at the end of a line, as the digits of it that blanks part: the last one, or of
    several the one of which the others are the parts.
    """
    found = _COUNTS.search(text[start:end])
    if found is None:
        return ()
    digits = [
        one.span() for one in _DIGITS.finditer(text, start + found.start(), start + found.end())
    ]
    readable = digits if len(digits) <= _COLUMNS else []
    totals = {row[0] for row in _readings(readable, text) if len(row) > 1 and _is_total(row, text)}
    if totals:
        return totals.pop() if len(totals) == 1 else ()
    if text[digits[-1][0]] == "-" or _GROUPED.fullmatch(found[0]):
        return ()
    return (digits[-1],)


def _readings(digits: Sequence[tuple[int, int]], text: str) -> Iterator[tuple[Spans, ...]]:
    """Each way to read a row of digits as numbers: three digits may be the end of one."""
    if not digits:
        yield ()
    for length in range(1, len(digits) + 1):
        first = digits[:length]
        words = [text[slice(*span)] for span in first]
        if length > 1 and not (len(words[-1]) == 3 and words[-1].isdigit() and len(words[0]) < 4):
            return
        for rest in _readings(digits[length:], text):
            yield (tuple(first), *rest)


def _is_total(row: tuple[Spans, ...], text: str) -> bool:
    """Whether the first number of a row is the sum of the others; a dash counts nothing."""
    printed = ["".join(text[slice(*span)] for span in number) for number in row]
    if not all(one == "-" or one.isdigit() for one in printed):
        return False
    first, *others = (0 if one == "-" else int(one) for one in printed)
    return first > 0 and first == sum(others)


def _numbered(spans: list[tuple[int, int]], text: str) -> tuple[Spans, ...]:
    """The number with which words begin, and the words."""
    start, end = spans[0]
    number = _NUMBER.match(text, start, end)
    if number is None:
        return (tuple(spans),)
    return ((number.span(),), ((number.end(), end), *spans[1:]))
