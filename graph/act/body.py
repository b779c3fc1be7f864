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
        end = _end_of_quote(paragraphs, at)
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
        clauses.add(read_mark(words))


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


def _end_of_quote(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the quoted new wording of another act that begins at `start` ends; `start` if none."""
    words = paragraphs[start].text.string
    if start == 0 or not words.startswith(_OPENING):
        return start
    before = paragraphs[start - 1].text.string
    quoted = read_mark(paragraphs[start].text.cut(1, len(words))).kind
    if not before.endswith(":") or quoted is ProvisionKind.PARAGRAPH:
        return start
    for index in range(start, min(len(paragraphs), start + _QUOTED)):
        if paragraphs[index].text.string.rstrip(".;,").endswith(('"', "»")):
            return index + 1
    return start
