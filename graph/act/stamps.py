"""Stamps: the words over an appendix that say whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.act.rules import Rules
from graph.formats import Role
from graph.model import Text
from graph.repair import Paragraph
from graph.repair.texts import SPACE, put_together, stripped

#: A stamp is never made of more paragraphs or characters than these.
_PARTS, _LENGTH = 12, 700
_FINISHED = (".", ";", ":", ",")
#: What stands at the end of a stamp is shorter than this, in characters.
_END = 40
#: Paragraphs that no stamp is made of.
_NEVER = (Role.TITLE, Role.HEADING, Role.TABLE)


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
    if paragraphs[start : start + 1] and paragraphs[start].role in _NEVER:
        return None
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
    bare: Stamp | None = None
    begun = start < len(paragraphs) and rules.first.match(paragraphs[start].text.string)
    for paragraph in paragraphs[start : start + _PARTS]:
        words = paragraph.text
        length += len(words)
        if paragraph.quoted or (parts and paragraph.role in _NEVER):
            break
        if parts and (paragraph.apart or paragraph.indented or rules.note.match(words.string)):
            break
        if length > _LENGTH or _is_finished(words.string, rules):
            break
        parts += [SPACE, words] if parts else [words]
        if begun or rules.last.search(words.string[-_END:]):
            stamp = _read(put_together(parts), len(parts) // 2 + 1, rules)
            if stamp and _is_whole(stamp, paragraph, rules):
                return stamp
        if bare is None and rules.bare_end.search(words.string[-_END:]):
            bare = _without_deed(put_together(parts), len(parts) // 2 + 1, rules)
        if paragraph.indented:
            break
    return bare


def _without_deed(text: Text, count: int, rules: Rules) -> Stamp | None:
    """A stamp that lacks the word for what was done, where no longer one is found."""
    return Stamp(text, count, None, True, False) if rules.bare.search(text.string) else None


def _is_finished(words: str, rules: Rules) -> bool:
    """Whether a sentence ends; a stamp may end with a short word for the year: «2002 г.»."""
    return words.endswith(_FINISHED) and rules.short_year.search(words) is None


def _is_whole(stamp: Stamp, last: Paragraph, rules: Rules) -> bool:
    """Whether a stamp says all: what the page sets apart is whole, a line may be torn from it."""
    return last.role is Role.ASIDE or rules.ends.search(stamp.text.string) is not None


def part_stamps(paragraphs: Sequence[Paragraph], rules: Rules) -> Iterator[Paragraph]:
    """The paragraphs, stamps that stand in one of them over each other parted."""
    for paragraph in paragraphs:
        if paragraph.role is not Role.ASIDE or not paragraph.breaks:
            yield paragraph
            continue
        words, start = paragraph.text, 0
        for at in paragraph.breaks:
            begins = rules.first.match(words.string, at)
            if begins or rules.last.search(words.string[start:at].rstrip()):
                yield replace(paragraph, text=stripped(words.cut(start, at)), breaks=())
                start = at
        yield replace(paragraph, text=stripped(words.cut(start, len(words))), breaks=())


def _read(text: Text, count: int, rules: Rules) -> Stamp | None:
    words = text.string
    if not rules.begins.match(words):
        return None
    if match := rules.appendix.search(words):
        nested = rules.act.fullmatch(match["to"]) is None
        return Stamp(text, count, match["number"] or match["after"], False, nested)
    if rules.approved.search(words):
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
