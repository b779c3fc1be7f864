"""Who is there and who stands under whom, of each body between two of its days: worked out once."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.hierarchy.compact.scales import Scales
from graph.hierarchy.compact.turns import Turns

#: What the arrays hold of an answer.
VALUES = ("no", "not-known", "yes")


@dataclass(frozen=True, slots=True)
class Stands:
    """Bodies by place; of the body at place n, what holds between two of its days.

    Before its first day that lies in slot `turns.starts[n] + n`, from its k-th on k slots later.
    `there` and `sure` are places in VALUES: whether it is there, and stands under `above` (a place
    plus one, 0 for none). `below` are the places of all that any claim ever put under it, by the
    alphabet, from `starts[n]` to `starts[n + 1]`. `days` are those of all bodies in order of time,
    `turned` the place of the body whose day it is.
    """

    there: array[int]
    sure: array[int]
    above: array[int]
    starts: array[int]
    below: array[int]
    days: array[int]
    turned: array[int]


def slot(turns: Turns, place: int, day: int) -> int:
    """Where the answers for a body on a day lie."""
    return bisect_right(turns.days, day, turns.starts[place], turns.starts[place + 1]) + place


def read_stands(scales: Scales, turns: Turns, terms: array[int], ranks: array[int]) -> Stands:
    """The stands of bodies whose terms and ranks are given, as the record is now."""
    there, sure, above = array("B"), array("B"), array("I")
    for place in range(len(terms)):
        for day in _each_first(turns, place):
            stand = stood(scales, terms, place, day)
            there.append(stand[0])
            sure.append(stand[1])
            above.append(stand[2])
    places = {term: place for place, term in enumerate(terms)}
    return Stands(there, sure, above, *_below(scales, places, ranks), *_turned(turns))


def stood(scales: Scales, terms: array[int], place: int, day: int) -> tuple[int, int, int]:
    """What `there`, `sure` and `above` hold of a body on a day, as these scales weigh it."""
    there = VALUES.index(scales.there(terms[place], day))
    if not there:
        return 0, 0, 0
    weighed = scales.weigh(terms[place], day)
    above = bisect_left(terms, weighed.above) if weighed.above >= 0 else len(terms)
    found = above < len(terms) and terms[above] == weighed.above
    return there, VALUES.index(weighed.value), above + 1 if found else 0


def _each_first(turns: Turns, place: int) -> Iterable[int]:
    """The eve of the first day of a body, then each of its days."""
    days = turns.days[turns.starts[place] : turns.starts[place + 1]]
    return [days[0] - 1 if days else 1, *days]


def _below(
    scales: Scales, places: dict[int, int], ranks: array[int]
) -> tuple[array[int], array[int]]:
    found, columns = defaultdict[int, set[int]](set), scales.columns
    for row, predicate in enumerate(columns.predicates):
        if predicate in scales.placing:
            above, one = (places.get(side[row] - 1) for side in (columns.objects, columns.subjects))
            if above is not None and one is not None and above != one:
                found[above].add(one)
    starts, below = array("I", [0]), array("I")
    for place in range(len(ranks)):
        below.extend(sorted(found.get(place, ()), key=ranks.__getitem__))
        starts.append(len(below))
    return starts, below


def _turned(turns: Turns) -> tuple[array[int], array[int]]:
    """The days of all bodies in order of time, with the place of each."""
    ends = turns.starts[1:]
    pairs = sorted(
        turns.days[at] << 32 | place
        for place, end in enumerate(ends)
        for at in range(turns.starts[place], end)
    )
    days, low = array("i", (pair >> 32 for pair in pairs)), 0xFFFFFFFF
    return days, array("I", (pair & low for pair in pairs))
