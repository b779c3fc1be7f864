"""Printed lines become blocks: the lines of one paragraph, over page breaks if need be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.formats import Line
from graph.formats.paragraphs import begins_numbered
from graph.language import Language
from graph.repair.apart import Side, apart_of, is_beside
from graph.repair.glue import GLUED
from graph.repair.patterns import pattern

#: A line indented by fewer characters than this begins no paragraph of its own.
_INDENT = 3
_FINISHED = (".", ";", ":", "!", "?")
_SHORT = re.compile(r"(?:^|[\s.(])[^\W\d_]{1,2}\.$")
# The row of a table: words without any number, and one number at the end.
_ROW = re.compile(r"(?:\d{1,3}\.?\s)?[^\d№]{3,90}\s\d{1,3}$")


@dataclass(slots=True)
class Block:
    """The lines of one paragraph; `indented` if its first line is, as points and items are."""

    lines: list[Line]
    indented: bool
    words: str  # of the first line
    side: Side | None = None  # where the page sets it apart


@dataclass(frozen=True, slots=True)
class _Rules:
    """What the words of a line say of its place on the page."""

    alone: re.Pattern[str]  # a line that is a paragraph by itself
    begins: re.Pattern[str]  # the beginning of a heading, a stamp, a row
    goes_on: re.Pattern[str]  # the beginning of a line that continues, in spite of its capital
    signed: re.Pattern[str]  # the whole of a signature
    noted: re.Pattern[str]  # the beginning of an editor's note
    last: re.Pattern[str]  # the end of a line that is the last of its paragraph
    flat: bool = field(default=False)  # no line of the file is indented


def read_blocks(text: str, lines: Sequence[Line], language: Language) -> list[Block]:
    """The paragraphs of a text as blocks of its lines, in their order.

    A paragraph begins at an indented line, or at one after blank lines. A line without indent
    goes on with the paragraph before it, also over blank lines if that paragraph is unfinished
    and the line reads like its continuation. In a file without any indent, every end of a
    sentence at the end of a line ends a paragraph. Lines set to the right, or in the middle, are a
    block that stands alone.
    """
    rules = _rules(language, flat=not any(line.indent >= _INDENT for line in lines))
    apart = apart_of(lines, _INDENT)
    blocks: list[Block] = []
    for line in lines:
        words = text[line.start : line.end]
        side = apart.side(line, words)
        if blocks and (side or blocks[-1].side):
            goes_on = _goes_on_apart(blocks[-1], line, side, text, rules)
        else:
            goes_on = bool(blocks) and _continues(blocks[-1], line, text, rules)
        if goes_on:
            blocks[-1].lines.append(line)
        else:
            indented = line.indent >= _INDENT and side is None
            blocks.append(Block([line], indented, words, side))
    return blocks


def _goes_on_apart(block: Block, line: Line, side: Side | None, text: str, rules: _Rules) -> bool:
    """Whether a line goes on with a block where one of them is set apart. A long line in the middle
    of a page may begin no further in than a paragraph.
    """
    last, either = block.lines[-1], block.side or side
    before, words = text[last.start : last.end], text[line.start : line.end]
    if line.gap or line.turned or either is None or _is_finished(before):
        return False
    if rules.begins.match(words) or rules.last.search(before) or rules.alone.fullmatch(before):
        return False
    both = block.side is side
    if not is_beside(last, line, either) or (either is Side.RIGHT and not both):
        return False
    if block.side is None:
        if len(block.lines) > 1 or begins_numbered(before):
            return False
        block.side, block.indented = side, False
    return not begins_numbered(words)


def _rules(language: Language, *, flat: bool) -> _Rules:
    data = language.section("repair")["layout"]
    return _Rules(**{name: pattern(words) for name, words in data.items()}, flat=flat)


def _continues(block: Block, line: Line, text: str, rules: _Rules) -> bool:
    last = block.lines[-1]
    before, words = text[last.start : last.end], text[line.start : line.end]
    if line.indent >= _INDENT or line.broken:
        return _goes_on_set_in(block, line, before, words)
    if rules.alone.fullmatch(words) or rules.alone.fullmatch(before):
        return False
    if line.gap or line.turned:
        return not _is_finished(before) and _goes_on(block, line, text, rules)
    return not _begins_without_gap(block, before, words, rules)


def _goes_on_set_in(block: Block, line: Line, before: str, words: str) -> bool:
    """Whether a line that is set in goes on with one that is: small letters behind no end."""
    if line.gap or line.turned or line.broken or block.lines[-1].indent < _INDENT:
        return False
    ended = _is_finished(before) or before.endswith((",", '"', "»"))
    return words[0].islower() and not ended and not begins_numbered(block.words)


def _begins_without_gap(block: Block, before: str, words: str, rules: _Rules) -> bool:
    """Whether a line begins a paragraph although no blank line stands before it."""
    if rules.begins.match(words):
        return not block.indented or _is_finished(before)
    if (rules.flat or _is_note(block, rules)) and _is_finished(before):
        return True
    if block.indented or words[0].islower():
        return False
    return bool(_ROW.match(before) or _ROW.match(words) or rules.last.search(before))


def _is_note(block: Block, rules: _Rules) -> bool:
    """Whether the block is an editor's note, which is one sentence and ends with it."""
    return rules.noted.match(block.words) is not None


def _is_finished(words: str) -> bool:
    """Whether a line ends a sentence, or did so before a displaced link came to stand behind it.

    The dot of an initial or of a short word ends none.
    """
    if words.endswith(_FINISHED):
        return not _SHORT.search(words[-5:])
    return GLUED.search(words) is not None and not words.endswith(("№", "-"))


def _goes_on(block: Block, line: Line, text: str, rules: _Rules) -> bool:
    """Whether a line after blank lines belongs to the unfinished paragraph before them."""
    words = text[line.start : line.end]
    if line.indent or rules.goes_on.match(words):
        return True
    if words[0].islower() or not (words[0].isalnum() or words[0] in '"«№([—–-*#<>|'):
        return True
    last = block.lines[-1]
    if not block.indented or rules.begins.match(words):
        return False
    return (last.open or line.turned) and not rules.signed.fullmatch(
        text[block.lines[0].start : last.end]
    )
