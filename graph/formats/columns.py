"""A second column beside the lines of a row: where in each line of an old page it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.formats.tongue import LANGUAGES
from graph.language import load

#: A row of a list, by its number.
_ROW = re.compile(
    r"[\"«]?\d{1,4}[^\W\d_]?(?:-\d{1,3})*(?:\\?[.)]\s|\s+(?=[\"«]|[^\W\d_a-zа-яёәғқңөұүһі]))"
)
#: What may stand behind the last line of rows in a wording.
_END = r"[\"»]?[;.]?"


@dataclass(frozen=True, slots=True)
class _Column:
    """The words of one language: a place at the end of a line, what may stand before it there, and
    those that go on below.
    """

    place: re.Pattern[str]
    opens: re.Pattern[str]
    half: re.Pattern[str]
    rest: re.Pattern[str]
    behind: re.Pattern[str]


def second_column(lines: Sequence[str]) -> list[int]:
    """Where the second column begins in each line of a paragraph; the length of a line that has
    none. Only a row of a list has one: places, printed beside a name that takes several lines.
    """
    ends = [len(line) for line in lines]
    if len(lines) < 2 or not _ROW.match(lines[0]):
        return ends
    for column in _columns():
        found = _found(lines, column)
        if found != ends:
            return found
    return ends


def _found(lines: Sequence[str], column: _Column) -> list[int]:
    cuts: list[int] = []
    above = ""
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        cut = _cut(line.rstrip(), above, below, column)
        cuts.append(len(line) if cut is None else cut)
        above = line[cuts[-1] :].strip()
    return cuts


def _cut(line: str, above: str, below: str, column: _Column) -> int | None:
    """Where the second column begins in a line, between its parts in the lines beside it."""
    if above and column.opens.fullmatch(above.rpartition(" ")[2]):
        proper = re.search(r"(?<=\S)\s+[^\W\d_a-zа-я][\w-]+$", line)
        return proper.start() if proper else None
    hit = column.place.search(line)
    if hit is None:
        return None
    words = hit[0].strip(' "».;')
    if column.half.fullmatch(words) and not column.rest.search(below):
        return None
    if not column.behind.search(line[: hit.start()]):
        return None
    begins_inside = column.rest.match(words) and not column.half.fullmatch(above)
    return None if begins_inside else hit.start()


def goes_on_above(line: str) -> bool:
    """Whether a line goes on with whose the body is that the row names."""
    return any(above.match(line) for above in _above())


def ends_title(line: str) -> bool:
    """Whether a line ends with the title of an act, where whose it is stands behind it."""
    return any(title.search(line) for title in _titles())


def ends_seated(line: str) -> bool:
    """Whether a line ends with the place where a body sits."""
    return any(seat.search(line) for seat in _seats())


def begins_stamp(line: str) -> bool:
    """Whether a line begins with the word with which the stamp of an appendix begins."""
    return any(first.match(line) for first in _first())


@cache
def _first() -> tuple[re.Pattern[str], ...]:
    stamps = (load(code).section("structure")["stamps"] for code in LANGUAGES)
    return tuple(re.compile(one["first"], re.VERBOSE) for one in stamps)


@cache
def _above() -> tuple[re.Pattern[str], ...]:
    columns = (load(code).section("repair").get("columns") for code in LANGUAGES)
    return tuple(re.compile(one["above"]) for one in columns if one and "above" in one)


@cache
def _titles() -> tuple[re.Pattern[str], ...]:
    columns = (load(code).section("repair").get("columns") for code in LANGUAGES)
    return tuple(re.compile(rf"(?:{one['title']})$") for one in columns if one and "title" in one)


@cache
def _seats() -> tuple[re.Pattern[str], ...]:
    columns = (load(code).section("repair").get("columns") for code in LANGUAGES)
    return tuple(
        re.compile(rf"(?:{one['seat']}){_END}$") for one in columns if one and "seat" in one
    )


@cache
def _columns() -> tuple[_Column, ...]:
    found = []
    for code in LANGUAGES:
        data = load(code).section("repair").get("columns")
        if data:
            place = re.compile(rf"(?<=\S)\s+(?:{data['place']}),?{_END}$", re.VERBOSE)
            rest = {name: re.compile(data[name]) for name in ("opens", "half", "rest", "behind")}
            found.append(_Column(place, **rest))
    return tuple(found)
