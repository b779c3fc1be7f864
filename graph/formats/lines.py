"""The printed lines of a source, each with its indent and the blank lines before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.formats.pages import FEED, around
from graph.model import Source


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that is not blank: its words stand in the source from `start` to `end`.

    `indent` counts the white space before the words (a tab as eight), `gap` the blank lines
    before it, `broken` is set where the line before the gap held white space alone, `turned` where
    a page ends before it (a form feed), `open` where white space follows the words, which a
    wrapped line has and a finished one lacks.
    """

    start: int
    end: int
    indent: int
    gap: int
    broken: bool
    open: bool
    turned: bool = False


#: White space inside a line; a byte order mark is no word, wherever it stands.
_LINE = re.compile(r"([^\n\f]*)([\n\f]|\Z)")
_BLANK = " \t\v\r\ufeff\u00a0"


def read_lines(source: Source) -> list[Line]:
    """The lines of a source that hold words, in their order, without the numbers of pages and what
    else stands around the text; takes time linear in its length.
    """
    lines: list[Line] = []
    no_text = around(source.text)
    gap, broken, turned, start = 0, False, False, 0
    for match in _LINE.finditer(source.text):
        line, end_of_page = match[1], match[2] == FEED
        words = line.strip(_BLANK)
        if words and start + line.index(words[0]) not in no_text:
            before = line[: len(line) - len(line.lstrip(_BLANK))]
            begin = start + len(before)
            end = begin + len(words)
            indent = len(before) + 7 * before.count("\t")
            is_open = bool(line[end - start :].rstrip("\r"))
            lines.append(Line(begin, end, indent, gap, broken, is_open, turned))
            gap, broken, turned = 0, False, False
        elif not end_of_page:
            gap += 1
            broken = broken or (not words and bool(line.rstrip("\r")))
        turned = turned or end_of_page
        start = match.end()
    return lines
