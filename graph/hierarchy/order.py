"""The order in which an act prints its clauses."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(\d+)")


def printed_order(iri: str) -> tuple[tuple[str, int], ...]:
    """A key of a clause, or of a node named after one: numbers in it count as numbers.

    Parts of one list sort as they are printed: item 2 before item 10.
    """
    pieces = _NUMBER.split(iri)
    numbers = [*map(int, pieces[1::2]), 0]
    return tuple(zip(pieces[::2], numbers, strict=True))
