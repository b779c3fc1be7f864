"""Lines that a page of plain text sets apart: to the right, or in the middle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from graph.formats import Line
from graph.formats.paragraphs import begins_numbered

#: A line is set apart if it begins further in than a paragraph does, by so many characters, and no
#: less than the second number.
_FURTHER, _DEEP = 4, 12
#: One to the right begins behind this part of a line; one in the middle has as much before it as
#: behind it, but for this part of a line.
_RIGHT, _UNEVEN = 0.4, 0.06
#: Lines that are set apart together begin this near to each other, or have their middles so.
_NEAR = 4
#: How far in a paragraph begins where no two do alike, and how many of all begin as far in as one.
_USUAL, _OFTEN = 6, 0.1


class Side(Enum):
    """Where on the page a line is set."""

    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Apart:
    """How the lines of a page are set, told from all of them."""

    width: int
    depth: int

    def side(self, line: Line, words: str) -> Side | None:
        """Where a line is set apart; None for one of the text."""
        if line.indent < self.depth or begins_numbered(words):
            return None
        if abs(_middle(line) - self.width / 2) <= self.width * _UNEVEN:
            return Side.MIDDLE
        return Side.RIGHT if line.indent >= self.width * _RIGHT else None


def apart_of(lines: Sequence[Line], least: int) -> Apart:
    """How a page sets its lines; `least` is how far in a paragraph begins at least."""
    width = max((line.indent + line.end - line.start for line in lines), default=0)
    begun = Counter(line.indent for line in lines if line.indent >= least)
    often = max(2, _OFTEN * begun.total())
    usual = min((depth for depth, count in begun.items() if count >= often), default=_USUAL)
    return Apart(width, max(usual + _FURTHER, _DEEP))


def is_beside(one: Line, other: Line, side: Side) -> bool:
    """Whether two lines that follow each other are set apart together."""
    if side is Side.RIGHT:
        return abs(one.indent - other.indent) <= _NEAR
    return abs(_middle(one) - _middle(other)) <= _NEAR


def _middle(line: Line) -> float:
    return line.indent + (line.end - line.start) / 2
