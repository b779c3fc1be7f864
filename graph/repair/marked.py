"""Marked paragraphs made whole: their letters put right, their blanks closed up."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.formats import Block, Marked, Spans
from graph.model import Text
from graph.repair.letters import Letters
from graph.repair.log import Log
from graph.repair.paragraph import Paragraph
from graph.repair.seams import seam
from graph.repair.spaces import close_up
from graph.repair.texts import SPACE, put_in, put_together

# Markup that parts words: the end of a line, of a paragraph in a cell.
_PARTS = re.compile(r"\n|<(?:br|/p|/div|/li)\b", re.IGNORECASE)
# The first and the second part of a word that the end of a line has broken.
_HYPHEN, _REST = re.compile(r"(?<![\w-])([^\W\d_]+)-$"), re.compile(r"[^\W\d_]+")


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
            if parts and self._breaks(parts[-1].string, line.string):
                parts[-1] = self._without_hyphen(parts[-1])
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
                if self._breaks(before, piece.string):
                    pieces[-1] = self._without_hyphen(pieces[-1])
                elif not (_HYPHEN.search(before) and piece.string[:1].islower()):
                    pieces.append(SPACE)
            pieces.append(piece)
            last = (start, end)
        return pieces

    def _breaks(self, before: str, after: str) -> bool:
        """Whether a hyphen only breaks a word at the end of a line: the page has the word whole."""
        start, end = _HYPHEN.search(before), _REST.match(after)
        if start is None or end is None or not after[0].islower():
            return False
        return (start[1] + end[0]).lower() in _vocabulary(self.words)

    def _without_hyphen(self, text: Text) -> Text:
        kept = text.cut(0, len(text) - 1)
        self.log.note("line-hyphen", text.cut(max(0, len(text) - 30), len(text)), kept.string[-29:])
        return kept


@lru_cache(maxsize=2)
def _vocabulary(words: str) -> frozenset[str]:
    """The words of a page in small letters; those joined by a hyphen in parts."""
    return frozenset(match[0].lower() for match in _REST.finditer(words))


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
