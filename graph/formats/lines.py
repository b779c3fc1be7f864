"""The printed lines of a source, each with its indent and the blank lines before it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Source


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that is not blank: its words stand in the source from `start` to `end`.

    `indent` counts the white space before the words (a tab as eight), `gap` the blank lines
    before it, `broken` is set where the line before the gap held white space alone (a form feed of
    the PDF), `open` where white space follows the words, which a wrapped line has and a finished
    one lacks.
    """

    start: int
    end: int
    indent: int
    gap: int
    broken: bool
    open: bool


#: White space inside a line; a byte order mark is no word, wherever it stands.
_BLANK = " \t\f\v\r\ufeff\u00a0"


def read_lines(source: Source) -> list[Line]:
    """The lines of a source that hold words, in their order; takes time linear in its length."""
    lines: list[Line] = []
    gap, broken, start = 0, False, 0
    for line in source.text.split("\n"):
        words = line.strip(_BLANK)
        if words:
            before = line[: len(line) - len(line.lstrip(_BLANK))]
            begin = start + len(before)
            end = begin + len(words)
            indent = len(before) + 7 * before.count("\t")
            is_open = bool(line[end - start :].rstrip("\r"))
            lines.append(Line(begin, end, indent, gap, broken, is_open))
            gap, broken = 0, False
        else:
            gap += 1
            broken = broken or bool(line.rstrip("\r"))
        start += len(line) + 1
    return lines
