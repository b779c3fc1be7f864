"""The points of an act or of an appendix: chapters, points, notes, quoted wordings, signature."""

from __future__ import annotations

from collections.abc import Sequence

from graph.act.clauses import Clauses
from graph.act.marks import Mark, read_mark
from graph.act.rules import Rules
from graph.model import ProvisionKind, Text
from graph.repair import Paragraph

_FINISHED = (".", ";", ":", ",")
_OPENING = ('"', "«")
#: A quoted wording of another act is looked through to its end over this many paragraphs.
_QUOTED = 400


def read_clauses(clauses: Clauses, paragraphs: Sequence[Paragraph], rules: Rules) -> None:
    """Take the paragraphs in: chapters, notes, points and what stands under them."""
    flat = not any(paragraph.indented for paragraph in paragraphs)
    at = 0
    while at < len(paragraphs):
        last = clauses.point.number if clauses.point else None
        end = _end_of_quote(paragraphs, at, last)
        for paragraph in paragraphs[at:end]:
            clauses.add(Mark(ProvisionKind.PARAGRAPH, None, paragraph.text))
        if end == at:
            following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
            _take(clauses, paragraphs[at], following, rules, flat)
            end = at + 1
        at = end


def _take(
    clauses: Clauses, paragraph: Paragraph, following: Paragraph | None, rules: Rules, flat: bool
) -> None:
    words = paragraph.text
    if rules.note.match(words.string):
        clauses.add_note(words)
    elif (flat or not paragraph.indented) and (
        heading := _chapter(clauses, words, following, rules)
    ):
        clauses.add_heading(*heading)
    else:
        mark = read_mark(words)
        if mark.kind is ProvisionKind.ITEM and rules.reference.match(mark.words.string):
            mark = Mark(ProvisionKind.PARAGRAPH, None, words)
        clauses.add(mark)


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
    goes_on = int(number) == clauses.chapter + 1
    if match["number"] or following.indented or goes_on:
        return number, words.cut(match.end(), len(words))
    return None


def _end_of_quote(paragraphs: Sequence[Paragraph], start: int, point: str | None) -> int:
    """Where the quoted new wording of another act that begins at `start` ends; `start` if none.

    It begins behind a colon. If it begins without a number of its own, a point that goes on from
    the last one shows that the quote was never closed and is no wording.
    """
    words = paragraphs[start].text.string
    if start == 0 or not words.startswith(_OPENING):
        return start
    if not paragraphs[start - 1].text.string.endswith(":"):
        return start
    numbered = read_mark(paragraphs[start].text.cut(1, len(words))).number is not None
    if not numbered and (point is None or any(mark in words[1:] for mark in '"»')):
        return start
    for index in range(start, min(len(paragraphs), start + _QUOTED)):
        text = paragraphs[index].text
        if text.string.rstrip(".;,").endswith(('"', "»")):
            return index + 1
        if not numbered and _follows(read_mark(text).number, point):
            return start
    return start


def _follows(number: str | None, last: str | None) -> bool:
    decimal = number is not None and number.isdecimal() and last is not None and last.isdecimal()
    return decimal and int(number or 0) == int(last or 0) + 1
