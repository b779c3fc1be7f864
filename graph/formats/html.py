"""HTML, as the law portal prints it, becomes marked paragraphs.

Second-hand until tried on a real page: written from a description of the portal's pages. No
library that reads HTML keeps the offsets of the words, which every quote needs, so the tags are
told apart here, in one pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from graph.formats.blocks import Block, Marked, Role, Spans
from graph.formats.drawn import draw_tables
from graph.formats.inline import words_of
from graph.formats.markdown import read_broken
from graph.formats.paragraphs import SENTENCE, begins_anew, goes_on

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(?P<dumb>script|style|noscript|template|svg|select|title)\b.*?(?:</(?P=dumb)\s*>|\Z)
      | <[!?][^>]*>
      | <(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)
        (?P<attributes>(?:[^<>"']++|"[^"<>]{0,4000}+"|'[^'<>]{0,4000}+')*+)>""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
#: Tags that begin and end a paragraph.
_PARTS = re.compile(
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figure|form|h[1-6]"
    "|header|hr|html|li|main|nav|footer|ol|p|pre|section|ul"
)
_HEADINGS = {"h1": Role.TITLE, **{f"h{level}": Role.HEADING for level in range(2, 7)}}
_STRONG = frozenset({"b", "strong", "i", "em"})
#: Parts of a page that belong to no act.
_AROUND = frozenset({"nav", "header", "footer", "form", "button", "menu"})
_RIGHT = re.compile(r"(?:align\s*[:=]\s*[\"']?\s*(?:right|end))", re.IGNORECASE)
#: Blanks that a browser keeps: so many of them set a line in.
_HARD = re.compile(r"[\u00a0\u2002\u2003]|&(?:nbsp|ensp|emsp|#160|#x0*a0);", re.IGNORECASE)
_SET_IN = 2
_BROKEN_END = re.compile(r"</pre\b", re.IGNORECASE)
_CLASS = re.compile(r"""class\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)


def read_html(text: str) -> Marked:
    """The paragraphs of a page: its title, status, line of requisites and the text of the act.

    Where a page has none of the portal's parts, all of it is read but menus, header and footer.
    """
    page = _Page(text, everything=not _BODY.search(text))
    at = 0
    for match in _TOKEN.finditer(text):
        page.words(at, match.start())
        page.tag(match)
        at = match.end()
    page.words(at, len(text))
    page.flush()
    return Marked(draw_tables(page.blocks, page.rules, text), page.letters)


_BODY = re.compile(r"<article\b|<div[^<>]*\bcontainer_gamma\b", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    """What was read of a page so far, and where in it the reader stands."""

    text: str
    everything: bool
    blocks: list[Block] = field(default_factory=list)
    letters: dict[int, str] = field(default_factory=dict)
    lines: list[Spans] = field(default_factory=list)
    rows: list[list[list[Spans]]] = field(default_factory=list)
    tables: int = 0
    around: int = 0
    zone: str = ""  # title, status, slogan, act, or none of them
    role: Role = Role.PLAIN
    asides: list[str] = field(default_factory=list)  # the open tags that set their words apart
    strong: int = 0
    weak: bool = False  # some words of the paragraph are neither bold nor italic
    fresh: bool = True  # the next words begin a line
    hard: int = 0  # how many hard blanks stand before them
    broken: int = 0  # where the last stretch ends whose lines were broken by the page
    rules: list[int] = field(default_factory=list)  # how many blocks stand before each drawn line
    set_in: set[int] = field(default_factory=set)  # which of the lines stand behind hard blanks

    def words(self, start: int, end: int) -> None:
        """Take what stands between two tags."""
        if start == end or start < self.broken or not self._is_act():
            return
        for left, right in _lines(self.text, start, end):
            spans = words_of(self.text, left, right, self.letters)
            if self.fresh:
                stop = spans[0][0] if spans else right
                self.hard += len(_HARD.findall(self.text, left, stop))
            if not spans:
                continue
            self.weak = self.weak or not self.strong
            self._add(spans)

    def _is_act(self) -> bool:
        return not self.around and bool(self.zone or self.everything)

    def _take_broken(self, start: int) -> None:
        """Take a stretch whose lines were broken by the page, up to its end."""
        end = _BROKEN_END.search(self.text, start)
        self.broken = end.start() if end else len(self.text)
        blocks, rules = read_broken(self.text, start, self.broken, self.letters)
        self.rules += [len(self.blocks) + rule for rule in rules]
        self.blocks += blocks

    def _add(self, spans: Spans) -> None:
        lines = self.lines
        if self.tables and self.rows and self.rows[-1]:
            lines = self.rows[-1][-1]
        if self.fresh or not lines:
            if self.hard >= _SET_IN and lines is self.lines:
                self.set_in.add(len(lines))
            lines.append(spans)
        else:
            lines[-1] += self._joined(lines[-1], spans)
        self.fresh = False

    def _joined(self, before: Spans, spans: Spans) -> Spans:
        """The words with the blanks that stand before them on their line."""
        last, first = before[-1][1], spans[0][0]
        blank = self.text[last:first]
        if blank[:1].isspace():
            return ((last, last + 1), *spans) if blank[0] != "\n" else spans
        if blank[-1:].isspace() and blank[-1] != "\n":
            return ((first - 1, first), *spans)
        return spans

    def tag(self, match: re.Match[str]) -> None:
        """Take a tag in."""
        if match.start() < self.broken:
            return
        name = (match["name"] or "").lower()
        close = bool(match["close"])
        if name in _AROUND and not self.zone:
            self.around = max(0, self.around + (-1 if close else 1))
        if not close and name in ("div", "span", "h1", "article"):
            self._enter(name, match["attributes"])
        if name == "br":
            self._begin_line()
        elif name in _STRONG:
            self.strong = max(0, self.strong + (-1 if close else 1))
        elif name in ("table", "tr", "td", "th"):
            self._table(name, close)
        elif _PARTS.fullmatch(name):
            self._begin_line()
            if not self.tables:
                self.flush()
                self._open(name, close, match["attributes"])
                if name == "pre" and not close and self._is_act():
                    self._take_broken(match.end())
        if close:
            self._leave(name)

    def _open(self, name: str, close: bool, attributes: str) -> None:
        if close:
            if name in self.asides:
                del self.asides[self.asides.index(name) :]
            self.role = Role.PLAIN
        elif name == "blockquote" or _RIGHT.search(attributes):
            self.asides.append(name)
        elif name in _HEADINGS:
            self.role = _HEADINGS[name]

    def _enter(self, name: str, attributes: str) -> None:
        found = _CLASS.search(attributes)
        classes = found[1].lower() if found else ""
        zone = None
        if name == "h1":
            zone = "title"
        elif name == "span" and classes.startswith("status"):
            zone = "status"
        elif "slogan" in classes:
            zone = "slogan"
        elif name == "article" or "container_gamma" in classes:
            zone = "act"
        elif "container_" in classes:
            zone = ""
        if zone is not None and not (zone in ("title", "status") and self.zone == "act"):
            self.flush()
            self.zone = zone

    def _leave(self, name: str) -> None:
        ends = {"h1": "title", "span": "status", "article": "act"}
        if ends.get(name) == self.zone and self.zone:
            self.flush()
            self.zone = ""

    def _begin_line(self) -> None:
        self.fresh, self.hard = True, 0

    def _table(self, name: str, close: bool) -> None:
        self._begin_line()
        if name == "table":
            if not self.tables:
                self.flush()
            self.tables = max(0, self.tables + (-1 if close else 1))
            if not self.tables:
                self._finish_table()
        elif not close and self.tables:
            if name == "tr" or not self.rows:
                self.rows.append([])
            if name != "tr":
                self.rows[-1].append([])

    def _finish_table(self) -> None:
        rows, self.rows = self.rows, []
        full = [cell for row in rows for cell in row if cell]
        if len(full) == 1:
            self.blocks.append(Block(Role.ASIDE, 0, tuple(full[0])))
        elif full and not self.weak and len(rows) == 1:
            self.blocks.append(Block(Role.STRONG, 0, tuple(line for cell in full for line in cell)))
        elif full:
            cells = (tuple(_flat(cell) for cell in row) for row in rows)
            self.blocks.append(Block(Role.TABLE, 0, (), tuple(row for row in cells if any(row))))
        self.weak = False

    def flush(self) -> None:
        """Finish the paragraph whose lines were taken, or the table that was never closed."""
        if self.rows and not self.tables:
            self._finish_table()
        lines, self.lines = self.lines, []
        set_in, self.set_in = self.set_in, set()
        if lines:
            role = Role.ASIDE if self.asides else self.role
            if role is Role.HEADING and self._said(lines[-1]).endswith(SENTENCE):
                role = Role.PLAIN
            elif role is Role.PLAIN and not self.weak:
                role = Role.STRONG
            self.blocks += [Block(role, 0, part) for part in self._parted(lines, role, set_in)]
        self.weak = False

    def _parted(self, lines: list[Spans], role: Role, set_in: set[int]) -> list[tuple[Spans, ...]]:
        """The lines as paragraphs: one begins at a number after a full stop, or set in."""
        starts = [0]
        for at, (before, after) in enumerate(pairwise(lines), 1):
            words = self._said(before), self._said(after)
            if role is Role.PLAIN and (begins_anew(*words) or self._is_begun(at in set_in, words)):
                starts.append(at)
        return [tuple(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]

    def _is_begun(self, set_in: bool, words: tuple[str, str]) -> bool:
        """Whether a line that is set in begins a paragraph: words in the middle do not."""
        return set_in and not goes_on(*words)

    def _said(self, spans: Spans) -> str:
        return "".join(self.text[start:end] for start, end in spans)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    for line in text[start:end].split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _flat(cell: list[Spans]) -> Spans:
    return tuple(span for line in cell for span in line)
