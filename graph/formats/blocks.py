"""What the markup of a page tells of its paragraphs: the role of each, its lines, its cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: The stretches of the source that hold the words of one line, without its markup.
Spans = tuple[tuple[int, int], ...]


class Role(StrEnum):
    """What the markup says that a paragraph is; PLAIN where it says nothing."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    ASIDE = "aside"  # set to the right or quoted: a stamp or a note
    STRONG = "strong"  # bold or italic as a whole: a signature or a repealed point
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a marked page: its lines in order, or the cells of each row of a table.

    `indent` counts the white space before its first line.
    """

    role: Role
    indent: int
    lines: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """The paragraphs of a marked page in their order.

    `letters` holds the characters that are written as references (`&laquo;`), by the offset of
    their ampersand: a span covers the ampersand alone.
    """

    blocks: list[Block]
    letters: dict[int, str]
