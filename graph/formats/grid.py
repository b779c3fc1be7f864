"""Tables written with tags become rows of cells; one that only sets words to the right is none."""

from __future__ import annotations

import re

from graph.formats.blocks import Block, Role, Spans
from graph.formats.inline import words_of

_PART = re.compile(r"<(?P<close>/?)(?P<name>tr|td|th|table)\b[^<>]*>", re.IGNORECASE)


def read_grid(text: str, start: int, end: int, letters: dict[int, str]) -> list[Block]:
    """The table between two offsets; what stands in it outside of any cell is a paragraph.

    A cell or row that is not closed ends where the next begins.
    """
    rows: list[list[Spans]] = []
    around: list[Block] = []
    at, inside = start, False
    for match in [*_PART.finditer(text, start, end), None]:
        stop = match.start() if match else end
        words = _words(text, at, stop, letters)
        if inside:
            rows[-1][-1] += words
        elif words:
            around.append(Block(Role.PLAIN, 0, (words,)))
        if match is None:
            break
        at = match.end()
        cell = match["name"].lower() in ("td", "th")
        inside = cell and not match["close"]
        if match["name"].lower() == "tr" and not match["close"]:
            rows.append([])
        elif inside:
            rows = rows or [[]]
            rows[-1].append(())
    kept = tuple(tuple(row) for row in rows if any(row))
    return [*around, Block(Role.TABLE, 0, (), kept)] if kept else around


def set_aside(block: Block) -> Block:
    """A table as words set to the right, a line for each row, if it holds only these: the cells
    before the words are empty. Any other block as it is.
    """
    full = [[cell for cell in row if cell] for row in block.rows]
    right = all(len(row) > 1 and not row[0] for row in block.rows)
    if full and right and all(len(cells) == 1 for cells in full):
        return Block(Role.ASIDE, 0, tuple(cells[0] for cells in full))
    return block


def _words(text: str, start: int, end: int, letters: dict[int, str]) -> Spans:
    spans: list[tuple[int, int]] = []
    for line in text[start:end].splitlines(keepends=True):
        spans += words_of(text, start, start + len(line.rstrip("\r\n")), letters)
        start += len(line)
    return tuple(spans)
