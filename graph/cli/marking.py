"""The words of a clause with those marked that a fact rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.text import Text

from graph.hierarchy.evidence import Span

#: How many characters of a long clause are shown before, between and after the marked words.
CONTEXT = 160
_SPACE = re.compile(r"\s+")
Piece = tuple[str, bool]


def pieces(clause: list[Span], marked: Iterable[Span]) -> list[Piece]:
    """The words of a clause cut where marks begin and end, each with whether it is marked.

    White space is one blank, unmarked words longer than twice CONTEXT are cut out.
    """
    spans = list(marked)
    cut = [piece for part in clause or spans for piece in _cut(part, spans)]
    last = len(cut) - 1
    return [
        (words if held else _shortened(words, place == 0, place == last), held)
        for place, (words, held) in enumerate(cut)
    ]


def _cut(part: Span, marked: list[Span]) -> Iterator[Piece]:
    inside = [(m.start, m.end) for m in marked if m.sha256 == part.sha256]
    edges = {part.start, part.end, *(edge for pair in inside for edge in pair)}
    ordered = sorted(edge for edge in edges if part.start <= edge <= part.end)
    for start, end in pairwise(ordered):
        words = _SPACE.sub(" ", part.quote[start - part.start : end - part.start])
        yield words, any(a <= start and end <= b for a, b in inside)


def _shortened(words: str, first: bool, last: bool) -> str:
    if len(words) <= 2 * CONTEXT:
        return words
    head = "" if first else words[:CONTEXT]
    tail = "" if last else words[-CONTEXT:]
    return f"{head} … {tail}"


def drawn(clause: list[Span], marked: Iterable[Span]) -> Text:
    """The words for a terminal: marked ones bold, and between ⟦ ⟧ so that a pipe keeps them."""
    text = Text()
    for words, held in pieces(clause, marked):
        text.append(f"⟦{words}⟧" if held else words, style="bold" if held else "")
    return text
