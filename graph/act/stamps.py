"""Stamps: the words over an appendix that say whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.act.rules import Rules
from graph.model import Text
from graph.repair import Paragraph
from graph.repair.texts import SPACE, put_together

#: A stamp is never made of more paragraphs or characters than these.
_PARTS, _LENGTH = 12, 700
#: The words that make a stamp one stand in this many characters at its end.
_END = 80
_FINISHED = (".", ";", ":", ",")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The words of a stamp, the number of paragraphs they take, and what they say.

    `number` is the printed number of the appendix; `approved` is set for a document that an act
    approved; `nested` for an appendix of such a document.
    """

    text: Text
    count: int
    number: str | None
    approved: bool
    nested: bool


def stamp_at(paragraphs: Sequence[Paragraph], start: int, rules: Rules) -> Stamp | None:
    """The stamp that begins at the paragraph `start`, or None.

    Blank lines may have torn a stamp into several paragraphs; the shortest run of them that
    reads as a whole stamp is taken, so that a heading before it stays outside.
    """
    found = _shortest(paragraphs, start, rules)
    if found is None or found.count == 1:
        return found
    later = range(start + 1, start + found.count)
    if any(_complete(paragraphs, at, start + found.count, rules) for at in later):
        return None
    return found


def _shortest(paragraphs: Sequence[Paragraph], start: int, rules: Rules) -> Stamp | None:
    parts: list[Text] = []
    length = 0
    for paragraph in paragraphs[start : start + _PARTS]:
        words = paragraph.text
        length += len(words)
        if parts and (paragraph.apart or paragraph.indented or rules.note.match(words.string)):
            return None
        if length > _LENGTH or words.string.endswith(_FINISHED):
            return None
        parts += [SPACE, words] if parts else [words]
        if stamp := _read(put_together(parts), len(parts) // 2 + 1, rules):
            return stamp
        if paragraph.indented:
            return None
    return None


def _read(text: Text, count: int, rules: Rules) -> Stamp | None:
    if not rules.begins.match(text.string):
        return None
    end = text.string[-_END:]
    if match := rules.appendix.search(end):
        nested = rules.act.fullmatch(match["to"]) is None
        return Stamp(text, count, match["number"] or match["after"], False, nested)
    if rules.approved.search(end):
        return Stamp(text, count, None, True, False)
    return None


def _complete(paragraphs: Sequence[Paragraph], start: int, end: int, rules: Rules) -> bool:
    """Whether the paragraphs from `start` on are a stamp that names its act or document."""
    stamp = _shortest(paragraphs, start, rules)
    if stamp is None or start + stamp.count != end:
        return False
    year = rules.year.search(stamp.text.string)
    if stamp.nested:
        return stamp.text.string.startswith(('"', "«"))
    return year is not None and year.start() > 0
