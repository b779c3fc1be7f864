"""The points of an act or of an appendix: chapters, points, notes, quoted wordings, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.act.clauses import Clauses
from graph.act.front import joined
from graph.act.marks import Mark, arabic, read_mark
from graph.act.rules import Rules
from graph.formats import Role
from graph.model import ProvisionKind, Text
from graph.repair import Paragraph

_FINISHED = (".", ";", ":", ",")
#: Paragraphs that go on with the heading of a chapter, at most, and their letters.
_MOST_LINES = 3
_LONGEST_LINE = 120
#: The number of a point without a sign, before a word that begins with a capital.
_SIGNLESS = re.compile(r"(?P<number>\d{1,3})\s+(?=[^\W\d_a-zа-яёәғқңөұүһі])")
# An editor's word that something was left out: [... points 2 to 9 ...].
_LEFT_OUT = re.compile(r"\[\s?(?:\.\.\.|…).*(?:\.\.\.|…)\s?\]")


def read_clauses(clauses: Clauses, paragraphs: Sequence[Paragraph], rules: Rules) -> None:
    """Take the paragraphs in: chapters, notes, points and what stands under them."""
    marked = any(paragraph.marked for paragraph in paragraphs)
    flat = not any(p.role is Role.HEADING if marked else p.indented for p in paragraphs)
    if marked and flat:
        paragraphs = _with_whole_headings(paragraphs, rules)
    for at, paragraph in enumerate(paragraphs):
        if paragraph.quoted:
            clauses.add_quoted(paragraph)
        elif paragraph.rows:
            clauses.add_table(paragraph)
        else:
            following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
            _take(clauses, paragraph, following, rules, flat)


def _with_whole_headings(paragraphs: Sequence[Paragraph], rules: Rules) -> list[Paragraph]:
    """The paragraphs, with the heading of a chapter in one that is printed in several: a number in
    Roman letters, and lines without an end before the point that follows.
    """
    whole: list[Paragraph] = []
    at = 0
    while at < len(paragraphs):
        lines = [one.text for one in paragraphs[at : at + 1 + _lines_more(paragraphs, at, rules)]]
        at += len(lines)
        first = paragraphs[at - len(lines)]
        whole.append(first if len(lines) == 1 else replace(first, text=joined(lines)))
    return whole


def _lines_more(paragraphs: Sequence[Paragraph], at: int, rules: Rules) -> int:
    """How many paragraphs go on with the heading of a chapter that is the one at `at`."""
    match = rules.chapter.match(paragraphs[at].text.string)
    roman = match is not None and not (match["number"] or match["plain"]).isdigit()
    for more in range(_MOST_LINES + 1 if roman else 0):
        line, following = paragraphs[at + more], paragraphs[at + more + 1 : at + more + 2]
        if not _may_head(line) or not following:
            return 0
        if read_mark(following[0].text).kind is ProvisionKind.POINT:
            return more
    return 0


def _may_head(line: Paragraph) -> bool:
    words = line.text.string
    plain = not (line.quoted or line.rows or words.endswith(_FINISHED))
    return plain and len(words) <= _LONGEST_LINE and words[:1].isupper()


def _take(
    clauses: Clauses, paragraph: Paragraph, following: Paragraph | None, rules: Rules, flat: bool
) -> None:
    words = paragraph.text
    if rules.note.match(words.string) or _LEFT_OUT.fullmatch(words.string):
        clauses.add_note(words)
    elif heading := _heading(clauses, paragraph, following, rules, flat):
        clauses.add_heading(*heading)
    elif paragraph.role is Role.HEADING:
        clauses.add_title(words)
    else:
        mark = _between(clauses, words, following) or read_mark(words)
        if mark.kind is ProvisionKind.ITEM and rules.reference.match(mark.words.string):
            mark = Mark(ProvisionKind.PARAGRAPH, None, words)
        clauses.add(mark, paragraph.depth)


def _between(clauses: Clauses, words: Text, following: Paragraph | None) -> Mark | None:
    """The mark of a point whose number has lost its sign, «8 Департамент», where the points around
    it tell: «7.» before and «9.» behind.
    """
    match = _SIGNLESS.match(words.string)
    last = clauses.point.number if match and clauses.point else None
    if not match or not last or following is None or following.quoted or following.rows:
        return None
    after, number = read_mark(following.text), match["number"]
    around = last.isdecimal() and (int(last) + 1, after.number) == (
        int(number),
        str(int(number) + 1),
    )
    told = around and after.kind is ProvisionKind.POINT
    return Mark(ProvisionKind.POINT, number, words.cut(match.end(), len(words))) if told else None


def _heading(
    clauses: Clauses, paragraph: Paragraph, following: Paragraph | None, rules: Rules, flat: bool
) -> tuple[str, Text] | None:
    """Number and words of a chapter's heading; markup says which paragraphs are headings."""
    words = paragraph.text
    if paragraph.marked:
        match = rules.chapter.match(words.string)
        if match is None or words.string.endswith(_FINISHED):
            return None
        number = match["number"] or match["plain"]
        is_heading = paragraph.role is Role.HEADING or match["number"]
        if is_heading or (flat and _heads(number, clauses.chapter, following)):
            return number, words.cut(match.end(), len(words))
        return None
    if paragraph.indented and not flat:
        return None
    return _chapter(clauses, words, following, rules)


def _heads(number: str, last: int, following: Paragraph | None) -> bool:
    """Whether a number without any markup is of a chapter: a point follows, whose number does not
    go on from it where both are in digits.
    """
    if arabic(number) != last + 1 or following is None:
        return False
    mark = read_mark(following.text)
    goes_on = number.isdigit() and mark.number == str(int(number) + 1)
    return mark.kind is ProvisionKind.POINT and not goes_on


def _chapter(
    clauses: Clauses, words: Text, following: Paragraph | None, rules: Rules
) -> tuple[str, Text] | None:
    """Number and words of a chapter's heading.

    Where nothing is indented, a plain number must also go on from the last chapter's.
    """
    match = rules.chapter.match(words.string)
    if match is None or words.string.endswith(_FINISHED) or following is None:
        return None
    number: str = match["number"] or match["plain"]
    goes_on = arabic(number) == clauses.chapter + 1
    if match["number"] or following.indented or goes_on:
        return number, words.cut(match.end(), len(words))
    return None
