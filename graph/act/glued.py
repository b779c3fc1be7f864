"""Rows that an act prints in one paragraph are parted where their numbers tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.act.marks import read_mark
from graph.model import ProvisionKind
from graph.repair import Paragraph
from graph.repair.texts import stripped

#: The number of the next row, behind the end of one.
_NEXT = re.compile(r'(?<=[.;»"])\s+(?=(?P<number>\d{1,4})\\?\.\s+(?P<first>\S))')


def part_glued(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, «7. X. 8. Y.» before «9. Z.» as two: both numbers around it tell."""
    parted: list[Paragraph] = []
    for at, one in enumerate(paragraphs):
        after = _number(paragraphs[at + 1]) if at + 1 < len(paragraphs) else None
        parted += _parted(one, after)
    return parted


def _parted(paragraph: Paragraph, after: int | None) -> list[Paragraph]:
    number, words = _number(paragraph), paragraph.text
    if number is None or after != number + 2:
        return [paragraph]
    for match in _NEXT.finditer(words.string):
        begins = match["first"].isupper() or match["first"] in '"«'
        if begins and int(match["number"]) == number + 1:
            first, second = words.cut(0, match.start()), words.cut(match.end(), len(words))
            texts = (stripped(first), stripped(second))
            return [replace(paragraph, text=text, breaks=()) for text in texts]
    return [paragraph]


def _number(paragraph: Paragraph) -> int | None:
    mark = read_mark(paragraph.text)
    told = mark.kind is ProvisionKind.POINT and mark.number and mark.number.isdecimal()
    return int(mark.number) if told and mark.number and not paragraph.rows else None
