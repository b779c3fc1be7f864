"""Rows that an act prints in one paragraph are parted where their numbers tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.act.marks import read_mark
from graph.model import ProvisionKind
from graph.repair import Paragraph
from graph.repair.texts import stripped

#: So many rows behind the first in one paragraph need no other to tell.
_MANY = 2
#: The number of the next row, behind the end of one.
_NEXT = re.compile(r'(?<=[.;»"])\s+(?=(?P<number>\d{1,4})\\?\.\s+(?P<first>\S))')


def part_glued(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, «7. X. 8. Y.» before «9. Z.» as two, «1. X; 2. Y; 3. Z.» as three: the
    numbers around or inside it tell.
    """
    parted: list[Paragraph] = []
    for at, one in enumerate(paragraphs):
        after = _number(paragraphs[at + 1]) if at + 1 < len(paragraphs) else None
        parted += _parted(one, after)
    return parted


def _parted(paragraph: Paragraph, after: int | None) -> list[Paragraph]:
    number, words = _number(paragraph), paragraph.text
    cuts = list(_cuts(words.string, number)) if number is not None else []
    if number is None or not (len(cuts) >= _MANY or (cuts and after == number + len(cuts) + 1)):
        return [paragraph]
    starts, ends = (0, *(end for _, end in cuts)), (*(start for start, _ in cuts), len(words))
    texts = [stripped(words.cut(start, end)) for start, end in zip(starts, ends, strict=True)]
    return [replace(paragraph, text=text, breaks=()) for text in texts]


def _cuts(words: str, number: int) -> Iterator[tuple[int, int]]:
    """Where a row ends and the next begins, each with the next number."""
    for match in _NEXT.finditer(words):
        begins = match["first"].isupper() or match["first"] in '"«'
        if begins and int(match["number"]) == number + 1:
            number += 1
            yield match.span()


def _number(paragraph: Paragraph) -> int | None:
    mark = read_mark(paragraph.text)
    told = mark.kind is ProvisionKind.POINT and mark.number and mark.number.isdecimal()
    return int(mark.number) if told and mark.number and not paragraph.rows else None
