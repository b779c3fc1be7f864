"""Places of characters in a text become the stretches that they stand in."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, islice
from operator import sub

# The rest of a character reference, behind its ampersand.
_REFERENCE = re.compile(r"#?\w{1,31};")
#: Signs of no width, and marks over the letter before them, as they stand in a class of letters.
NO_WIDTH, MARKS = "\u200b-\u200f\u2060-\u2064\ufeff", "\u0300-\u036f"
#: A hyphen that is shown at the end of a line alone.
SOFT = "\u00ad"
# What no reader sees.
_UNSEEN = re.compile(f"[\\s{SOFT}{NO_WIDTH}{MARKS}]*")
_DOUBLED = "<>'\u2019"
_OVER = re.compile(f"[{MARKS}]+")

# Places that follow each other, as far as most files go: to compare with them takes no time.
_ORDER = array("I", range(1 << 16))


def runs_of(text: str, places: array[int], nowhere: int) -> list[tuple[int, int]]:
    """The half-open stretches of a text that hold the places, in the order of the places; a place
    that is `nowhere` is in none.

    A gap is bridged only where the text holds nothing that is seen in it. A character that is
    written as a reference (`&laquo;`) has the place of its ampersand and takes all of it.
    """
    runs: list[tuple[int, int]] = []
    start = end = -1
    for first, after in _rows_known(places, nowhere):
        if start >= 0:
            end = _with_reference(text, end)
            if end <= first and _is_unseen(text, end, first):
                end = after
                continue
            runs.append((start, end))
        start, end = first, after
    if start >= 0:
        runs.append((start, _with_reference(text, end)))
    return runs


def _is_unseen(text: str, start: int, end: int) -> bool:
    """Whether nothing is seen in a gap, or only the second sign of a quote made of two."""
    if end - start == 1 and text[start] in _DOUBLED:
        return text[start - 1] == text[start]
    return _UNSEEN.fullmatch(text, start, end) is not None


def _rows_known(places: array[int], nowhere: int) -> Iterable[tuple[int, int]]:
    if places and places == _ORDER[places[0] : places[0] + len(places)]:
        return [(places[0], places[0] + len(places))]
    return rows_of([one for one in places if one != nowhere])


def rows_of(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places that follow each other, as half-open stretches: most of a text is a few of them."""
    steps = map(sub, islice(places, 1, None), places)
    begin = 0
    for at in compress(count(1), map((1).__ne__, steps)):
        yield places[begin], places[at - 1] + 1
        begin = at
    if places:
        yield places[begin], places[-1] + 1


def _with_reference(text: str, end: int) -> int:
    """The end of a stretch, behind the character reference whose ampersand ends it, or the marks
    over its last letter, if any.
    """
    if text[end - 1] == "&" and (rest := _REFERENCE.match(text, end)):
        return rest.end()
    over = _OVER.match(text, end)
    return over.end() if over else end
