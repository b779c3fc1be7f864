"""Blocks between fences (```), in which the mirrors keep lines as an old page had broken them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.formats.paragraphs import begins_numbered

FENCE = "```"
_FINISHED = (".", ";", ":")
#: A paragraph that goes on inside a fence fills at least this part of a line before it, whose
#: usual length is given in characters.
_FULL, _USUAL = 0.6, 60
_CLOSED = ('"', "»")

#: Where a line begins and ends, without the white space around it.
Line = tuple[int, int]


def read_fence(text: str, start: int) -> tuple[list[list[Line]], int]:
    """The paragraphs of the block whose fence opens at `start`, each as its lines, and its end.

    A line goes on with the one before it where its first word did not fit there.
    """
    stop = text.find(FENCE, start + len(FENCE))
    end = len(text) if stop < 0 else stop
    lines = list(_lines(text, text.find("\n", start, end) + 1 or end, end))
    width = max((last - first for first, last in lines if first < last), default=0)
    paragraphs: list[list[Line]] = []
    before: Line | None = None
    for line in lines:
        if line[0] < line[1]:
            if before is not None and _goes_on(text, before, line, width):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        before = line if line[0] < line[1] else None
    return paragraphs, len(text) if stop < 0 else stop + len(FENCE)


def flows_over(before: str, after: str, width: int) -> bool:
    """Whether a sentence goes on over a fence; `width` is that of a line, 0 outside of it."""
    if not before or before.endswith(_FINISHED) or begins_numbered(after):
        return False
    return after[:1].islower() or (width > 0 and max(width, _USUAL) * _FULL <= len(before))


def width_of(paragraphs: list[list[Line]]) -> int:
    """The characters of the longest line."""
    return max((last - first for lines in paragraphs for first, last in lines), default=0)


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    for match in re.compile(r"[^\n]*\n?").finditer(text, start, end):
        words = match[0].strip()
        first = match.start() + (match[0].index(words[0]) if words else 0)
        yield first, first + len(words)


def _goes_on(text: str, before: Line, line: Line, width: int) -> bool:
    words = text[slice(*line)]
    closed = text[slice(*before)].endswith(_CLOSED) and words[0].isupper()
    if closed or begins_numbered(words):
        return False
    return before[1] - before[0] + 1 + len(words.split()[0]) > width
