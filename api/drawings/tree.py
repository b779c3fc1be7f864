"""A branch of the hierarchy drawn as an indented tree: a row a body, lines that lead down to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from api.drawings.svg import picture, tag

_ROW, _STEP, _MARGIN, _LETTER = 26.0, 22.0, 18.0, 8.4


@dataclass(frozen=True, slots=True)
class Branch:
    """A row of the drawing: `level` is how deep it stands, from 0."""

    name: str
    level: int


def draw_tree(rows: Sequence[Branch], title: str, desc: str, prefix: str = "tree") -> Markup:
    """The rows in their order, each under the last one before it that stands higher."""
    width = _MARGIN + max(
        (row.level * _STEP + len(row.name) * _LETTER for row in rows), default=_STEP
    )
    size = width + 2 * _MARGIN, len(rows) * _ROW + _MARGIN
    drawn = [_row(rows, place) for place in range(len(rows))]
    return picture(prefix, size, title, desc, tuple(drawn), "tree-drawing")


def _row(rows: Sequence[Branch], place: int) -> Markup:
    row, y = rows[place], _y(place)
    x = _MARGIN + row.level * _STEP
    name = tag("text", row.name, x=x + 6, y=y + 5)
    if not row.level:
        return tag("g", name)
    above = next(one for one in range(place, -1, -1) if rows[one].level < row.level)
    line = f"M{x - _STEP + 4:.0f},{_y(above) + 8:.0f} V{y:.0f} H{x + 2:.0f}"
    return tag("g", tag("path", d=line, class_="life"), name)


def _y(place: int) -> float:
    return _MARGIN + place * _ROW
