"""The points of an act or of an appendix: chapters, points, notes, quoted wordings, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.act.clauses import Clauses
from graph.act.marks import Mark, arabic, read_mark
from graph.act.rules import Rules
from graph.formats import Role
from graph.model import ProvisionKind, Text
from graph.repair import Paragraph

_FINISHED = (".", ";", ":", ",")
# An editor's word that something was left out: [... points 2 to 9 ...].
_LEFT_OUT = re.compile(r"\[\s?(?:\.\.\.|…).*(?:\.\.\.|…)\s?\]")


def read_clauses(clauses: Clauses, paragraphs: Sequence[Paragraph], rules: Rules) -> None:
    """Take the paragraphs in: chapters, notes, points and what stands under them."""
    marked = any(paragraph.marked for paragraph in paragraphs)
    flat = not any(p.role is Role.HEADING if marked else p.indented for p in paragraphs)
    for at, paragraph in enumerate(paragraphs):
        if paragraph.quoted:
            clauses.add_quoted(paragraph)
        elif paragraph.rows:
            clauses.add_table(paragraph)
        else:
            following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
            _take(clauses, paragraph, following, rules, flat)


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
        mark = read_mark(words)
        if mark.kind is ProvisionKind.ITEM and rules.reference.match(mark.words.string):
            mark = Mark(ProvisionKind.PARAGRAPH, None, words)
        clauses.add(mark, paragraph.depth)


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
        if is_heading or (flat and _heads(arabic(number), clauses.chapter, following)):
            return number, words.cut(match.end(), len(words))
        return None
    if paragraph.indented and not flat:
        return None
    return _chapter(clauses, words, following, rules)


def _heads(number: int, last: int, following: Paragraph | None) -> bool:
    """Whether a number without any markup is of a chapter: the next one does not go on from it."""
    if number != last + 1 or following is None:
        return False
    mark = read_mark(following.text)
    return mark.kind is ProvisionKind.POINT and mark.number != str(number + 1)


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
