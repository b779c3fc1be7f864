"""Marked paragraphs made whole: their letters put right, their blanks closed up."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from graph.formats import Block, Marked, Spans
from graph.model import Text
from graph.repair.hyphens import is_broken, waits, without_hyphen
from graph.repair.letters import Letters
from graph.repair.log import Log
from graph.repair.paragraph import Paragraph
from graph.repair.seams import seam
from graph.repair.spaces import close_up
from graph.repair.texts import SPACE, put_in, put_together

# Markup that parts words: the end of a line, of a paragraph in a cell.
_PARTS = re.compile(r"\n|<(?:br|/p|/div|/li)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkedMender:
    """The words of a marked page; `words` is the source in one alphabet a word."""

    words: str
    letters: Letters
    log: Log

    def whole(self, block: Block) -> Paragraph:
        """A marked paragraph with its lines joined, or the cells of a table."""
        if block.rows:
            rows = tuple(tuple(self._line(cell) for cell in row) for row in block.rows)
            return Paragraph(put_in(""), False, False, block.role, True, block.indent, (), rows)
        parts: list[Text] = []
        breaks: list[int] = []
        length = 0
        for line in (self._line(spans) for spans in block.lines):
            joint = seam(parts[-1].string, line.string) if parts else []
            if parts and is_broken(parts[-1].string, line.string, self.words):
                parts[-1], joint = without_hyphen(parts[-1], self.log), []
                length -= 1
            length += len(joint)
            breaks += [length] if parts else []
            parts += [*joint, line]
            length += len(line)
        whole = put_together(parts)
        indented = block.indent > 0
        return Paragraph(whole, indented, False, block.role, True, block.indent, tuple(breaks))

    def _line(self, spans: Spans) -> Text:
        line = put_together(self._pieces(spans))
        return close_up(self.letters.join(line, self.log), self.log)

    def _pieces(self, spans: Spans) -> Iterable[Text]:
        pieces: list[Text] = []
        last: tuple[int, int] | None = None
        for start, end in spans:
            piece = Text(self.words[start:end], array("I", range(start, end)))
            if last and start > last[1] and _PARTS.search(self.words, last[1], start):
                before = pieces[-1].string
                if is_broken(before, piece.string, self.words):
                    pieces[-1] = without_hyphen(pieces[-1], self.log)
                elif not waits(before, piece.string):
                    pieces.append(SPACE)
            pieces.append(piece)
            last = (start, end)
        return pieces


def with_references(words: str, marked: Marked) -> str:
    """The source with the first letter of each character reference replaced by the character."""
    if not marked.letters:
        return words
    parts: list[str] = []
    at = 0
    for place in sorted(marked.letters):
        parts += [words[at:place], marked.letters[place]]
        at = place + 1
    return "".join([*parts, words[at:]])
