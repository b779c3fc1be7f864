"""Places of characters in a text become the stretches that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable

# The rest of a character reference, behind its ampersand.
_REFERENCE = re.compile(r"#?\w{1,31};")


def runs_of(text: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """The half-open stretches of a text that hold the places, in the order of the places.

    A gap is bridged only where the text holds nothing but white space in it. A character that is
    written as a reference (`&laquo;`) has the place of its ampersand and takes all of it.
    """
    runs: list[tuple[int, int]] = []
    start = end = -1
    for place in places:
        if place == end:
            end += 1
            continue
        if start >= 0:
            end = _with_reference(text, end)
            if end <= place and not text[end:place].strip():
                end = place + 1
                continue
            runs.append((start, end))
        start, end = place, place + 1
    if start >= 0:
        runs.append((start, _with_reference(text, end)))
    return runs


def _with_reference(text: str, end: int) -> int:
    """The end of a stretch, behind the character reference whose ampersand ends it, if any."""
    if text[end - 1] == "&" and (rest := _REFERENCE.match(text, end)):
        return rest.end()
    return end
