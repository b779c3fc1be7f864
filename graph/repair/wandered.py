"""Displaced links that no longer stand at the end of a line, found by what cannot meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import Text
from graph.repair.glue import GLUED
from graph.repair.log import Log
from graph.repair.meeting import Meetings
from graph.repair.seams import seam
from graph.repair.texts import put_together, stripped

#: How far behind its gap a link is sought, in characters, and how long it may be, in words.
_FAR, _LONG = 170, 6
#: Words that meet with so few points hardly follow each other, or surely do not.
_TORN, _SURELY_TORN = -1, -1.5
#: No paragraph that people wrote has more gaps than this.
_MOST = 12
#: As many characters of the words around a gap as any rule looks at.
_AROUND = 330

_QUOTES = '"»'
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

    More points are asked for than at the end of a line. Where no words fit, they stay as printed
    and the log says so, if those that stand there cannot follow each other.
    """
    return _unglued(_filled(text, meetings, log), meetings, log)


def _filled(text: Text, meetings: Meetings, log: Log) -> Text:
    """Words fetched into gaps that are torn."""
    at = 0
    for _ in range(_MOST):
        gap = meetings.torn.search(text.string, at)
        if gap is None:
            break
        at = gap.end()
        halves = [(max(0, at - _AROUND), at), (at, at + _AROUND)]
        points = _fit(text.string, halves, meetings)
        move = None
        if points <= _TORN or text.string.startswith(_MARKS, at):
            move = _best(_behind(text.string, at, meetings), meetings.enough + 1)
        if move:
            text = _moved(text, move, log)
        elif points <= _SURELY_TORN:
            _give_up(text, gap.start(), at, log)
    return text


def _unglued(text: Text, meetings: Meetings, log: Log) -> Text:
    """Words taken from behind the end of a sentence, where a blank is missing."""
    end = len(text)
    for glue in GLUED.finditer(text.string, max(0, end - _FAR)):
        start = glue.start()
        if text.string[start - 1] not in ".;" or text.string[start].isupper():
            continue
        words = text.string
        gaps = [match.start() for match in _WORD.finditer(words, max(0, start - _FAR), start)]
        moves = [_Move(gap, start, end, _gain(words, gap, start, end, meetings)) for gap in gaps]
        if move := _best(moves, meetings.enough + 2):
            return _moved(text, move, log)
        _give_up(text, start, start, log)
    return text


def _behind(words: str, gap: int, meetings: Meetings) -> Iterator[_Move]:
    """The words behind a gap that may be a link, each as a move into it."""
    spans = [match.span() for match in _WORD.finditer(words, gap, gap + _FAR)][1:]
    glued = {match.start() for match in GLUED.finditer(words, gap, gap + _FAR)}
    for start in sorted({start for start, _ in spans} | glued):
        for end in [end for _, end in spans if end > start][:_LONG]:
            if meetings.is_link(words[start:end], words[:gap]) and words[end - 1] not in _QUOTES:
                yield _Move(gap, start, end, _gain(words, gap, start, end, meetings))


def _best(moves: Iterable[_Move], enough: float) -> _Move | None:
    best = max(moves, key=lambda move: (round(move.gain, 6), -move.start), default=None)
    return best if best and best.gain >= enough else None


def _give_up(text: Text, start: int, end: int, log: Log) -> None:
    around = text.cut(max(0, start - 30), end + 30)
    log.note("displaced-unresolved", around, around.string)


def _gain(words: str, gap: int, start: int, end: int, meetings: Meetings) -> float:
    points = meetings.points
    piece = words[start:end]
    gain = points["filled"] * words.startswith(_MARKS, gap) + points["far"] * (start - gap)
    if meetings.is_link(piece, words[:gap]):
        gain += points["link"] + points["word"] * len(piece.split())
    if start and words[start - 1] in ".;:":
        gain += points["glued"]
    gain += end == len(words)
    low, high = max(0, gap - _AROUND), end + _AROUND
    black = (gap, start)
    better = _fit(words, [(low, gap), (start, end), black, (end, high)], meetings)
    better -= _fit(words, [(low, gap), black, (start, end), (end, high)], meetings)
    # A gap and a link alone are no reason: the words must fit better than before.
    return gain + better if better >= points["better"] else 0.0


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
