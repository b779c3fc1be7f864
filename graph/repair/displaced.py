"""Linked words that the copy displaced to the end of their line, put back into their gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from graph.model import Text
from graph.repair.glue import GLUED
from graph.repair.log import Log
from graph.repair.meeting import Meetings
from graph.repair.seams import seam
from graph.repair.texts import put_together, stripped

#: Only the end of a line is searched: as many characters and words as links ever take.
_WINDOW, _WORDS, _PIECES, _GAPS = 140, 14, 3, 5

# A blank before a mark, two blanks or more between words.
_GAP = re.compile(r"(?<=\S) (?: *)(?=[,;:.)])(?![.]{2})|(?<=\S)  +(?=\S)")
_START = re.compile(r"(?<!\S)\S")


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a line where a link may have stood.

    `certain` if only a lost link explains it, `torn` if no words can follow each other there.
    """

    at: int
    certain: bool
    torn: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """A way to read a line: the pieces of its end from `cuts` on, each put into a gap.

    `cuts` holds where each piece begins, and the end; a piece beyond the last gap stays.
    """

    cuts: tuple[int, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as printed, the words before it in its paragraph, and those of the next line."""

    before: str
    line: Text
    after: str
    led: bool  # a blank, or a mark that never begins a line, stands at its beginning


def restore(printed: Printed, meetings: Meetings, log: Log) -> Text:
    """The line with its displaced links put back; unchanged where nothing fits well enough."""
    words = printed.line.string
    glued = {match.start() for match in GLUED.finditer(words)}
    gaps = _gaps(printed, meetings)
    if not gaps:
        return printed.line
    starts = _starts(words)
    best, gain = None, 0.0
    for order in _orders(printed, gaps, starts, glued, meetings):
        points = _gain(printed, order, glued, meetings)
        if points > gain + 1e-9:
            best, gain = order, points
    if best and gain >= _needed(best, printed, meetings):
        return _moved(printed, best, log)
    return printed.line


def _gaps(printed: Printed, meetings: Meetings) -> list[Gap]:
    """The gaps of a line from which a link may have gone; where there are many, the surest."""
    words = printed.line.string
    gaps = [Gap(0, True)] if printed.led else []
    found = _GAP.finditer(words, max(0, len(words) - 2 * _WINDOW))
    for at, end in (match.span() for match in found):
        torn = meetings.score(f"{printed.before} {words[:at]}", words[at:]) <= -1
        gaps.append(Gap(at, words[end] in ",;:.)", torn))
    if len(gaps) > _GAPS:
        gaps = [gap for gap in gaps if gap.certain or gap.torn]
    return gaps[-_GAPS:]


def _starts(words: str) -> list[int]:
    """Where a piece of the end of the line may begin."""
    low = max(0, len(words) - _WINDOW)
    found = {match.start() for match in _START.finditer(words, low)}
    found |= {match.start() for match in GLUED.finditer(words, low)}
    return sorted(at for at in found if words[at] not in ",;:.)")[-_WORDS:]


def _orders(
    printed: Printed, gaps: list[Gap], starts: list[int], glued: set[int], meetings: Meetings
) -> Iterator[Order]:
    """All ways to read the end of the line as links that belong into the gaps before it."""
    words = printed.line.string
    end = len(words)

    @cache
    def link(start: int, stop: int, gap: Gap | None) -> bool:
        left = None if gap is None else f"{printed.before} {words[: gap.at]}"
        return meetings.is_link(words[start:stop], left)

    for number in range(1, _PIECES + 1):
        for cuts in combinations(starts, number):
            spans = list(pairwise((*cuts, end)))
            before = [gap for gap in gaps if words[gap.at : cuts[0]].strip()]
            for moved in {number, number - 1} - {0}:
                if moved < number and not link(*spans[-1], None):
                    continue
                for chosen in combinations(before, moved):
                    if all(link(*span, gap) for span, gap in zip(spans, chosen, strict=False)):
                        yield Order((*cuts, end), chosen)
    if len(gaps) == 1 and not printed.after:
        for start in sorted(glued & set(starts)):
            if words[gaps[0].at : start].strip():
                yield Order((start, end), tuple(gaps))


def _gain(printed: Printed, order: Order, glued: set[int], meetings: Meetings) -> float:
    """By how many points the order is better than the printed one."""
    words, points = printed.line.string, meetings.points
    gain = sum(points["filled"] for gap in order.gaps if gap.certain)
    if order.cuts[0] in glued:
        gain += points["glued"] if words[order.cuts[0] - 1] in ".;:" else points["touching"]
    for piece in _links(printed, order, meetings):
        gain += points["link"] + points["word"] * len(piece.split())
    edges = sorted({0, *(gap.at for gap in order.gaps), *order.cuts})
    better = _fit(printed, _spans(order), meetings) - _fit(printed, pairwise(edges), meetings)
    # Two blanks, or a comma, and a link alone are no reason: the words must fit better.
    if order.cuts[0] in glued:
        needed = -points["glued"]
    elif any(gap.certain or gap.torn for gap in order.gaps):
        needed = points["better"]
    else:
        needed = points["much-better"]
    return gain + better if better >= needed else 0.0


def _fit(printed: Printed, spans: Iterable[tuple[int, int]], meetings: Meetings) -> float:
    """The points of all seams of a line whose parts stand in the given order."""
    words = printed.line.string
    parts = [part for start, end in spans if (part := words[start:end].strip())]
    total = 0.0
    for index in range(len(parts) + 1):
        left = " ".join([printed.before, *parts[:index]])
        total += meetings.score(left, " ".join([*parts[index:], printed.after]))
    return total


def _spans(order: Order) -> list[tuple[int, int]]:
    """The parts of the line in their new order: plain words, and the pieces in their gaps."""
    spans: list[tuple[int, int]] = []
    at = 0
    pieces = list(pairwise(order.cuts))
    for gap, piece in zip(order.gaps, pieces, strict=False):
        spans += [(at, gap.at), piece]
        at = gap.at
    return [*spans, (at, order.cuts[0]), *pieces[len(order.gaps) :]]


def _links(printed: Printed, order: Order, meetings: Meetings) -> list[str]:
    """The moved pieces that look like links where they go."""
    words = printed.line.string
    return [
        words[start:stop]
        for gap, (start, stop) in zip(order.gaps, pairwise(order.cuts), strict=False)
        if meetings.is_link(words[start:stop], f"{printed.before} {words[: gap.at]}")
    ]


def _needed(order: Order, printed: Printed, meetings: Meetings) -> float:
    """The points that a move needs: more if some of the words do not look like a link."""
    links = len(_links(printed, order, meetings))
    return meetings.enough if links == len(order.gaps) else meetings.sure


def _moved(printed: Printed, order: Order, log: Log) -> Text:
    words = printed.line.string
    parts: list[Text] = []
    for span in _spans(order):
        part = stripped(printed.line.cut(*span))
        if parts and len(part):
            parts += seam(parts[-1].string, part.string)
        parts += [part] if len(part) else []
    whole = put_together(parts)
    pieces = list(pairwise(order.cuts))[: len(order.gaps)]
    moved = put_together(printed.line.cut(*piece) for piece in pieces)
    log.moved(words, moved, whole.string)
    return whole
