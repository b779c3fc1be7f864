"""Rows of lists without numbers, and headings of rows, in the lines between fences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.formats.paragraphs import begins_numbered, ends_short
from graph.formats.tongue import LANGUAGES
from graph.language import load

_FINISHED = (".", ";", ":")
#: A list has no fewer lines than these, and no fewer that begin as its rows do.
_LINES, _BEGUN = 4, 3
_FIRST = re.compile(r"1(?!\d)")


def begun_rows(lines: Sequence[str]) -> dict[int, bool]:
    """Which lines of such lists begin a row, and which go on with one; what no line tells of
    itself is left out.
    """
    told: dict[int, bool] = {}
    for run in _runs(lines):
        begun = [at for at in run if _begins(lines, at, run)]
        if len(run) < _LINES or len(begun) < _BEGUN:
            continue
        told |= dict.fromkeys(begun, True)
        told |= {at: True for at in run[1:] if _is_behind_bracket(lines, at)}
        told |= {at: False for at in run[1:] if ends_short(lines[at - 1])}
    return told


def region_lines(lines: Sequence[str]) -> set[int]:
    """Lines that are headings of numbered rows: each is nothing but a region or a town, and one
    stands over the first row. Those that only stand behind rows say where their bodies sit.
    """
    found: set[int] = set()
    headed, region = False, -1
    for at, line in enumerate(lines):
        if begins_numbered(line):
            headed = region >= 0 if _FIRST.match(line) else headed
            found |= {region} if headed and region >= 0 else set()
        if line:
            region = at if any(one.fullmatch(line) for one in _told("region")) else -1
    return found


def _runs(lines: Sequence[str]) -> Iterator[range]:
    """Lines in a row of which none is numbered or ends a sentence."""
    start = 0
    for at, line in enumerate([*lines, ""]):
        ends = line.endswith(_FINISHED) and not ends_short(line)
        if not line or ends or begins_numbered(line):
            yield range(start, at)
            start = at + 1


def begins_row(line: str) -> bool:
    """Whether a line begins as the rows of such lists do."""
    return any(one.match(line) for one in _told("begins"))


def _is_behind_bracket(lines: Sequence[str], at: int) -> bool:
    """Whether a line begins with a capital behind the bracket with which a row ends."""
    return lines[at - 1].endswith(")") and lines[at][:1].isupper()


def _begins(lines: Sequence[str], at: int, run: range) -> bool:
    """Whether a line begins as a row does, or stands behind the end of one."""
    behind = at > run.start and any(one.search(lines[at - 1]) for one in _told("ends"))
    return (behind and lines[at][:1].isupper()) or begins_row(lines[at])


@cache
def _told(name: str) -> tuple[re.Pattern[str], ...]:
    rows = (load(code).section("repair").get("unnumbered", {}) for code in LANGUAGES)
    return tuple(re.compile(one[name]) for one in rows if name in one)
