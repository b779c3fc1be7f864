"""Displaced links that no longer stand at the end of a line, found by what cannot meet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Text
from graph.repair.displaced import GLUED
from graph.repair.log import Log
from graph.repair.meeting import Meetings
from graph.repair.seams import seam
from graph.repair.texts import put_together, stripped

#: How far behind its gap a link is sought, in characters, and how long it may be, in words.
_FAR, _LONG = 170, 6
#: As many characters of the words around a gap as any rule looks at.
_AROUND = 330

_MARKS = (",", ";", ":", ".", ")")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Move:
    """The words from `start` to `end` belong to `gap`; `gain` says by how many points better."""

    gap: int
    start: int
    end: int
    gain: float


def bring_back(text: Text, meetings: Meetings, log: Log) -> Text:
    """The paragraph with links moved back into gaps that no end of a line has filled.

    More points are asked for than at the end of a line. Where no words fit and those that stand
    there cannot follow each other, the log says so and the words stay as printed.
    """
    at = 0
    while gap := meetings.torn.search(text.string, at):
        move = _best(text.string, gap.end(), meetings)
        if move and move.gain > meetings.enough + 1:
            text = _moved(text, move, log)
        elif _fit(text.string, [(0, gap.end()), (gap.end(), len(text))], meetings) <= -1:
            around = text.cut(max(0, gap.start() - 30), gap.end() + 30)
            log.note("displaced-unresolved", around, around.string)
        at = gap.end()
    return text


def _best(words: str, gap: int, meetings: Meetings) -> _Move | None:
    """The best words behind a gap to put into it."""
    found = _WORD.finditer(words, gap, gap + _FAR)
    spans = [match.span() for match in found][1:]
    glued = {match.start() for match in GLUED.finditer(words, gap, gap + _FAR)}
    starts = sorted({start for start, _ in spans} | glued)
    best: _Move | None = None
    for start in starts:
        ends = [end for _, end in spans if end > start][:_LONG]
        for end in ends:
            if meetings.is_link(words[start:end], quote_open=False, last=False):
                move = _Move(
                    gap, start, end, _gain(words, gap, start, end, start in glued, meetings)
                )
                best = move if best is None or move.gain > best.gain + 1e-9 else best
    return best


def _gain(words: str, gap: int, start: int, end: int, glued: bool, meetings: Meetings) -> float:
    points = meetings.points
    gain = points["link"] + points["word"] * len(words[start:end].split())
    gain += points["filled"] * (words[gap : gap + 1] in _MARKS) + points["glued"] * glued
    gain += end == len(words)
    low, high = max(0, gap - _AROUND), end + _AROUND
    black = (gap, start)
    moved = _fit(words, [(low, gap), (start, end), black, (end, high)], meetings)
    return gain + moved - _fit(words, [(low, gap), black, (start, end), (end, high)], meetings)


def _fit(words: str, spans: list[tuple[int, int]], meetings: Meetings) -> float:
    """The points of the seams between parts of a text that stand in the given order."""
    parts = [words[start:end] for start, end in spans]
    return sum(
        meetings.score(" ".join(parts[:index]), " ".join(parts[index:]))
        for index in range(1, len(parts))
    )


def _moved(text: Text, move: _Move, log: Log) -> Text:
    spans = [(0, move.gap), (move.start, move.end), (move.gap, move.start), (move.end, len(text))]
    parts: list[Text] = []
    for part in (stripped(text.cut(*span)) for span in spans):
        if parts and len(part):
            parts += seam(parts[-1].string, part.string)
        parts += [part] if len(part) else []
    whole = put_together(parts)
    low, high = max(0, move.gap - 30), move.end + 10
    printed = text.string[low:high]
    log.moved(printed, text.cut(move.start, move.end), whole.string[low:high])
    return whole
