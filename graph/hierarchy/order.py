"""Two orders: of names by the Kazakh alphabet, of clauses as an act prints them."""

from __future__ import annotations

import re
from functools import cache

#: The 42 letters of the Cyrillic alphabet of Kazakh; code points alone would put ә, ғ, қ last.
ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_RANK = {letter: chr(0x500 + place) for place, letter in enumerate(ALPHABET)}
_NUMBER = re.compile(r"(\d+)")


@cache
def kazakh_order(words: str) -> str:
    """A key: numbers by their value, Latin before Cyrillic, quotes and case not heeded."""
    plain = "".join(c for c in words.casefold() if c.isalnum() or c.isspace() or c == "-")
    padded = _NUMBER.sub(lambda number: number[0].zfill(6), plain)
    return "".join(_RANK.get(letter, letter) for letter in padded)


def printed_order(iri: str) -> tuple[tuple[str, int], ...]:
    """A key of a clause or of a node named after one: numbers in it count as numbers.

    The parts of an act sort by their numbers, which is the order of print for items and rows of
    one list.
    """
    pieces = _NUMBER.split(iri)
    numbers = [*map(int, pieces[1::2]), 0]
    return tuple(zip(pieces[::2], numbers, strict=True))
