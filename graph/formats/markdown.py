"""Markdown, as the public law mirrors keep it, becomes marked paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from graph.formats.blocks import Block, Marked, Role, Spans
from graph.formats.drawn import SHORTEST_RULE, draw_tables
from graph.formats.fences import FENCE, broken_lines, flows_over, read_fence, width_of
from graph.formats.grid import read_grid, set_aside
from graph.formats.inline import words_of
from graph.formats.paragraphs import SENTENCE, begins_anew, goes_on, number_follows

_BLANK = " \t\f\v\r\ufeff\u00a0"
_HEADING = re.compile(r"#{1,6}(?=\s)")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}")
_ANCHOR = re.compile(r"(?:<a\b[^<>]*>\s*(?:</a>)?\s*|</a>\s*)+", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_PIPES = re.compile(r"\|.*\|")
_PIPES_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_PIPE = re.compile(r"(?<!\\)\|")
_BLANK_LINE = re.compile(r"\S[ \t\r]*\n[ \t\r]*\n[ \t\r]*\S")
_EMPHASIS = ("*", "_")


def read_markdown(text: str) -> Marked:
    """The paragraphs of a text in Markdown; takes time linear in its length.

    YAML front matter, anchors, rules and marks of emphasis are no words. Lines that follow each
    other without a blank one are a paragraph, unless a number begins the next after a full stop.
    """
    page = _Page(text, dense=not _BLANK_LINE.search(text))
    at = _after_front_matter(text)
    while at < len(text):
        at = page.take(at)
    page.flush()
    blocks = [set_aside(block) for block in page.blocks]
    return Marked(draw_tables(blocks, page.rules, text), page.letters)


def read_broken(
    text: str, start: int, end: int, letters: dict[int, str]
) -> tuple[list[Block], list[int]]:
    """The paragraphs of a stretch of an old page whose lines are broken, and after how many of them
    each line is drawn that may part the rows of a table.
    """
    page = _Page(text, dense=False, letters=letters)
    page.take_all(broken_lines(text, start, end))
    return page.blocks, page.rules


def _after_front_matter(text: str) -> int:
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    first, _, _ = text[start : start + 80].partition("\n")
    if first.rstrip() != "---":
        return 0
    match = re.compile(r"^(?:---|\.\.\.)[ \t\r]*$", re.MULTILINE).search(text, start + 3)
    return match.end() if match else 0


@dataclass(slots=True)
class _Page:
    """The paragraphs taken so far, and the lines of the one that is not finished."""

    text: str
    dense: bool  # no blank lines: each line is a paragraph
    blocks: list[Block] = field(default_factory=list)
    letters: dict[int, str] = field(default_factory=dict)
    lines: list[tuple[int, int]] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)  # how many blocks stand before each long line
    indent: int = 0
    role: Role = Role.PLAIN
    flowing: int | None = None  # a fence stands before: the width of its lines, 0 behind its end

    def take(self, at: int) -> int:
        """Take the line that begins at `at`; where the next one begins."""
        text = self.text
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        words = text[at:stop].strip(_BLANK)
        if not words:
            self.flush()
            return stop + 1
        start = at + text[at:stop].index(words[0])
        if words.startswith(FENCE):
            return self._take_fence(start)
        if match := _TABLE.search(text, start, stop):
            return self._take_table(start, match.start())
        self._take_words(words, start, start - at)
        return stop + 1

    def _take_words(self, words: str, start: int, indent: int) -> None:
        end = start + len(words)
        if words[0] == ">":
            inner = words.lstrip("> \t")
            self._add(end - len(inner), end, indent, Role.ASIDE)
        elif match := _HEADING.match(words):
            self.flush()
            self._add(start + match.end(), end, indent, self._heading(match[0], words))
            self.flush()
        elif _ANCHOR.fullmatch(words) or _RULE.fullmatch(words):
            self.flush()
            self._rule(words)
        elif _PIPES.fullmatch(words):
            self._take_pipes(words, start)
        else:
            if self.lines and self._begins(self.text[slice(*self.lines[-1])], words):
                self.flush()
            self._add(start, end, indent, Role.PLAIN)

    def _begins(self, before: str, words: str) -> bool:
        """Whether a line begins a paragraph although no blank line stands before it."""
        if self.dense and not goes_on(before, words):
            return True
        if _is_set_off(words) or _is_set_off(before) or begins_anew(before, words):
            return True
        return number_follows(self.text[self.lines[0][0] : self.lines[0][1]], words)

    def _heading(self, marks: str, words: str) -> Role:
        if marks == "#" and not any(block.role is Role.TITLE for block in self.blocks):
            return Role.TITLE
        return Role.PLAIN if words.endswith(SENTENCE) else Role.HEADING

    def _add(self, start: int, end: int, indent: int, role: Role) -> None:
        if self.lines and role is not self.role:
            self.flush()
        if not self.lines:
            self.indent, self.role = indent, role
        if start < end:
            self.lines.append((start, end))
        elif role is Role.ASIDE:
            self.flush()

    def flush(self) -> None:
        """Finish the paragraph whose lines were taken."""
        if not self.lines:
            return
        role = self.role
        words = self.text[self.lines[0][0] : self.lines[-1][1]]
        ruled = _RULE.fullmatch(words) is not None
        if role is Role.PLAIN and not ruled and _is_set_off(words):
            role = Role.STRONG
            self._strip_underscores(len(words) - len(words.lstrip("_")))
        lines = tuple(spans for spans in self._spans() if spans)
        words = self.text[lines[0][0][0] : lines[-1][-1][1]] if lines else ""
        if ruled or _RULE.fullmatch(words):
            self._rule(words)
        elif lines:
            self._put(Block(role, self.indent, lines))
        self.lines = []

    def _rule(self, words: str) -> None:
        """Note a line that may part the rows of a drawn table."""
        if len(words) >= SHORTEST_RULE:
            self.rules.append(len(self.blocks))

    def _put(self, block: Block) -> None:
        """Take a paragraph in; where it only goes on over a fence, with the one before it."""
        width, self.flowing = self.flowing, None
        last = self.blocks[-1] if self.blocks else None
        plain = block.role is Role.PLAIN and width is not None
        if plain and last and last.role is Role.PLAIN and self._flows(last, block, width or 0):
            self.blocks.pop()
            block = Block(last.role, last.indent, last.lines + block.lines)
        self.blocks.append(block)

    def _flows(self, last: Block, block: Block, width: int) -> bool:
        before, after = (
            [self.text[spans[0][0] : spans[-1][1]] for spans in one.lines] for one in (last, block)
        )
        return flows_over(before, after, width)

    def _take_fence(self, start: int) -> int:
        """Take the block of a fence; where it ends."""
        self.flush()
        paragraphs, stop = read_fence(self.text, start)
        self.flowing = width_of(paragraphs)
        self.take_all(paragraphs)
        self.flowing = 0
        return stop

    def take_all(self, paragraphs: list[list[tuple[int, int]]]) -> None:
        """Take paragraphs whose lines are known."""
        for lines in paragraphs:
            self.lines, self.indent, self.role = lines, 0, Role.PLAIN
            self.flush()

    def _strip_underscores(self, count: int) -> None:
        """Take the underscores that set a paragraph off from its ends."""
        start, end = self.lines[0]
        self.lines[0] = (start + count, end)
        start, end = self.lines[-1]
        self.lines[-1] = (start, max(start, end - count))

    def _spans(self) -> Iterator[Spans]:
        for start, end in self.lines:
            line = self.text[start:end].rstrip("\\")
            yield words_of(self.text, start, start + len(line), self.letters)

    def _take_table(self, start: int, table: int) -> int:
        """Take a table of tags, and the words before it; where it ends."""
        if words := self.text[start:table].strip(_BLANK):
            self._take_words(words, start, 0)
        self.flush()
        end = _TABLE_END.search(self.text, table)
        stop = end.end() if end else len(self.text)
        self.blocks += read_grid(self.text, table, stop, self.letters)
        return stop

    def _take_pipes(self, words: str, start: int) -> None:
        """Take a row of a table of vertical bars."""
        if _PIPES_RULE.fullmatch(words):
            return
        self.flush()
        marks = [start + match.start() for match in _PIPE.finditer(words)]
        cells = tuple(
            words_of(self.text, left + 1, right, self.letters) for left, right in pairwise(marks)
        )
        if self.blocks and self.blocks[-1].role is Role.TABLE and self._touches(start):
            last = self.blocks.pop()
            self.blocks.append(Block(Role.TABLE, 0, (), (*last.rows, cells)))
        else:
            self.blocks.append(Block(Role.TABLE, 0, (), (cells,)))

    def _touches(self, start: int) -> bool:
        """Whether no blank line stands between the last row and this one."""
        row = self.blocks[-1].rows[-1]
        ends = [spans[-1][1] for spans in row if spans]
        return bool(ends) and "\n\n" not in self.text[ends[-1] : start]


def _is_set_off(words: str) -> bool:
    """Whether words are bold or italic as a whole."""
    return words[:1] in _EMPHASIS and words[-1:] == words[:1]
