"""Wordings that an act gives for other acts are marked, so that no rule takes them for its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.act.marks import read_mark
from graph.act.rules import Rules
from graph.act.stamps import stamp_at
from graph.formats import Role
from graph.model import ProvisionKind
from graph.repair import Paragraph
from graph.repair.texts import stripped

_OPENING = ('"', "«")
_LONE = re.compile(r'["«]\s*')
_CLOSED = re.compile(r'["»]\s?[.;,]*$|[.;]["»]\s?:$')
_ENDED = re.compile(r'["»]\s?[.;]\s?[.;,»"]*$|[.;]["»]\s?:$')
_ENDED_TWICE = re.compile(r'["»]\s?[.;,]*\s?["»]\s?[.;,]*$')
_FINISHED = (".", ";")
#: The number of a row put in behind others, as no point has one: «224-42 АО …».
_ROW = re.compile(r'["«]?\s*(?P<before>\d{1,4}(?:-\d{1,3})*-)(?P<last>\d{1,3})[.)]?\s')
# A straight quote opens before a word and closes after one.
_MARKS = re.compile(r'«|»|(?:^|(?<=[\s(«"]))(?P<open>")(?=\S)|"')
#: A wording is looked through to its end over this many paragraphs.
_LONGEST = 3000


def mark_quotes(paragraphs: Sequence[Paragraph], rules: Rules) -> list[Paragraph]:
    """The paragraphs, those of each wording of another act under a number of their own.

    A wording begins behind a colon: with a quote after words that give a new wording, with a
    quote and a number, with a quote alone, or with a table after such a quote. It ends where its
    quotes close. What stands behind the colon in one paragraph is parted from the words before.
    """
    parted = [part for one in paragraphs for part in _parted(one, rules)]
    marked: list[Paragraph] = []
    at = count = 0
    last = _Last(None, False)
    while at < len(parted):
        end = _end(parted, at, last, rules)
        if end > at:
            count += 1
            marked += [replace(one, quoted=count) for one in parted[at:end]]
            last = _Last(last.point, True)
        else:
            mark = read_mark(parted[at].text)
            last = _Last(mark.number if mark.kind is ProvisionKind.POINT else last.point, False)
            marked.append(parted[at])
            end += 1
        at = end
    return marked


class _Last(NamedTuple):
    """The number of the last point of the act, and whether a wording stands before."""

    point: str | None
    quoted: bool


def _parted(paragraph: Paragraph, rules: Rules) -> list[Paragraph]:
    """A paragraph that gives a wording behind its colon, as two."""
    words = paragraph.text
    match = rules.inline.search(words.string)
    if match is None or paragraph.role is Role.ASIDE:
        return [paragraph]
    at = match.end()
    after = replace(paragraph, text=stripped(words.cut(at, len(words))), breaks=())
    return [replace(paragraph, text=words.cut(0, at), breaks=()), after]


def _end(paragraphs: Sequence[Paragraph], start: int, last: _Last, rules: Rules) -> int:
    """Where the wording that begins at `start` ends; `start` if none does."""
    if start == 0 or not _begins(paragraphs[start], paragraphs[start - 1], last, rules):
        return start
    for listed in (True, False):
        if end := _Search(paragraphs, start, last.point, rules, listed).closed():
            return end
    return _Search(paragraphs, start, last.point, rules, listed=True).broken_off()


def _begins(first: Paragraph, before: Paragraph, last: _Last, rules: Rules) -> bool:
    """Whether a wording begins, which may go on from another one."""
    words, lead = first.text.string, before.text.string
    if not lead.endswith(":") and not last.quoted:
        return False
    if _LONE.fullmatch(words):
        return True
    gives = rules.rewording.search(lead) is not None
    if first.rows:
        return gives or first.rows[0][0].string.startswith(_OPENING)
    if not words.startswith(_OPENING):
        return gives and _has_lost_quote(first, last, rules)
    if rules.order.search(words) and (not gives or words.endswith(":") or _inside(words)):
        return False
    return gives or (_number(first, 1) is not None and not _inside(words))


def _has_lost_quote(first: Paragraph, last: _Last, rules: Rules) -> bool:
    """Whether the first words of a wording may have lost their quote: they are nothing else."""
    words = first.text.string
    other = rules.order.search(words) or rules.note.match(words) or first.role is not Role.PLAIN
    # A point of the act ends in a full stop or a colon.
    is_point = _follows(first, last.point) and not words.endswith(";")
    return not (other or is_point)


def _number(paragraph: Paragraph, start: int = 0) -> str | None:
    return read_mark(paragraph.text.cut(start, len(paragraph.text))).number


def _inside(words: str) -> bool:
    """Whether the first quote closes before the end of the words."""
    depth = 0
    for match in _MARKS.finditer(words):
        depth += 1 if match[0] == "«" or match["open"] else -1
        if depth <= 0:
            return len(words) - match.end() > len(".;,")
    return False


class _Seen(NamedTuple):
    """The numbers of the last point and of the last item within a wording."""

    point: str | None = None
    item: str | None = None

    def with_mark(self, paragraph: Paragraph, start: int = 0) -> _Seen:
        """The same after a paragraph, whose words begin at `start`."""
        mark = read_mark(paragraph.text.cut(start, len(paragraph.text)))
        if mark.number is None:
            return self
        return (
            _Seen(self.point, mark.number)
            if mark.kind is ProvisionKind.ITEM
            else _Seen(mark.number)
        )


@dataclass(slots=True)
class _Search:
    """The search for the end of the wording that begins at `start`.

    `point` is the number of the point that gives it: the next one ends a wording left open,
    unless (if `listed`) it goes on from the number before it within the wording.
    """

    paragraphs: Sequence[Paragraph]
    start: int
    point: str | None
    rules: Rules
    listed: bool

    def closed(self) -> int | None:
        """Where the quotes of the wording close; None if they never do."""
        depth = 0
        seen = _Seen()
        for at in range(self.start, min(len(self.paragraphs), self.start + _LONGEST)):
            if at > self.start and self._stops(at, seen):
                return None
            words = _all_words(self.paragraphs[at])
            depth += _depth(words)
            seen = seen.with_mark(self.paragraphs[at], at == self.start)
            if _CLOSED.search(words) and self._ends(at, words, depth, seen):
                return at + 1
        return None

    def broken_off(self) -> int:
        """Where a wording that is never closed ends: before the next order, point or stamp."""
        seen = _Seen().with_mark(self.paragraphs[self.start], 1)
        for at in range(self.start + 1, len(self.paragraphs)):
            if self._stops(at, seen) or self._orders(at):
                return at
            seen = seen.with_mark(self.paragraphs[at])
        return len(self.paragraphs)

    def _ends(self, at: int, words: str, depth: int, seen: _Seen) -> bool:
        """Whether the wording ends with the quote that closes at the end of the words.

        One quote may close two, or open two: then what comes next tells.
        """
        if at + 1 == len(self.paragraphs):
            return True
        if depth <= 0:
            if self._next_item(at, seen.item) or _is_next_row(self.paragraphs[at + 1], words):
                return False
            return self._is_end(at, words, seen)
        return bool(_ENDED.search(words)) and (self._stops(at + 1, seen) or self._orders(at + 1))

    def _is_end(self, at: int, words: str, seen: _Seen) -> bool:
        """Whether closed quotes end the wording, where what comes next may be its next row.

        A stray quote may stand behind a row: then what comes next is no point of the act.
        """
        after = self.paragraphs[at + 1]
        if not _follows(after, seen.point) or _ENDED_TWICE.search(words):
            return True
        own = not after.depth and _follows(after, self.point)
        return bool(_ENDED.search(words)) and (own or self._orders(at + 1))

    def _next_item(self, at: int, item: str | None) -> bool:
        """Whether the next paragraph is one more item under words with which the wording leads:
        «4. Комитету …: 1) «X»»; 2) «Y».».
        """
        mark = read_mark(self.paragraphs[at + 1].text)
        leads = self.paragraphs[self.start].text.string.endswith(":")
        if not leads or mark.kind is not ProvisionKind.ITEM or item is None or not item.isdecimal():
            return False
        return mark.number == str(int(item) + 1) and not self._orders(at + 1)

    def _orders(self, at: int) -> bool:
        return self.rules.order.search(self.paragraphs[at].text.string) is not None

    def _stops(self, at: int, seen: _Seen) -> bool:
        """Whether a paragraph cannot belong to the wording, whatever its quotes say."""
        paragraph, words = self.paragraphs[at], self.paragraphs[at].text.string
        if paragraph.role is Role.STRONG and (
            self.rules.signature.fullmatch(words) or _number(paragraph)
        ):
            return True
        if self.rules.note.match(words):
            return True
        if not paragraph.depth and _follows(paragraph, self.point):
            return not (self.listed and _follows(paragraph, seen.point))
        return stamp_at(self.paragraphs, at, self.rules) is not None


def _is_next_row(paragraph: Paragraph, before: str) -> bool:
    """Whether a paragraph is the row behind the one with these words."""
    row, last = _ROW.match(paragraph.text.string), _ROW.match(before)
    if row is None or last is None or row["before"] != last["before"]:
        return False
    return int(row["last"]) == int(last["last"]) + 1


def _all_words(paragraph: Paragraph) -> str:
    cells = [cell.string for row in paragraph.rows for cell in row]
    return " ".join([paragraph.text.string, *cells]).strip()


def _depth(words: str) -> int:
    return sum(1 if match[0] == "«" or match["open"] else -1 for match in _MARKS.finditer(words))


def _follows(paragraph: Paragraph, last: str | None) -> bool:
    """Whether a paragraph is the point that comes after the last one."""
    if last is None or not last.isdecimal():
        return False
    mark = read_mark(paragraph.text)
    return mark.kind is ProvisionKind.POINT and mark.number == str(int(last) + 1)
