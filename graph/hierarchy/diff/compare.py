"""Two moments compared, body by body."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date

from graph.errors import UnknownThingError
from graph.hierarchy.diff.aspects import ASPECTS, Pair, decided, life, stays
from graph.hierarchy.diff.change import KINDS, Change, Diff
from graph.hierarchy.moment import Moment


def diff(before: Moment, after: Moment, under: str | None = None) -> Diff:
    """What differs from one moment to another, of all bodies or of one and all under it.

    The moments may be of two generations, or of two days of knowledge. `under` is an IRI; a body
    counts as under it if it is so on either day. Raises UnknownThingError where neither knows it.
    """
    scope = _scope(before, after, under)
    pairs = [Pair(iri, before, after) for iri in scope]
    told = [one for pair in _changing(pairs, before, after) for one in _changes(pair)]
    rank = after.hierarchy.rank
    found = sorted(
        (one for one in told if isinstance(one, Change)),
        key=lambda one: (KINDS.index(one.kind), rank(one.body.iri)),
    )
    silent = Counter(one for one in told if isinstance(one, str))
    undecided = sum(not decided(pair) for pair in pairs)
    uncompared = {kind: silent[kind] for kind in ASPECTS if silent[kind]}
    return Diff(before, after, tuple(found), len(pairs), undecided, uncompared)


def _changes(pair: Pair) -> Iterator[Change | str]:
    """The changes of one body; the kind alone where the days cannot be compared."""
    yield from life(pair)
    if stays(pair):
        for kind, aspect in ASPECTS.items():
            yield from (change or kind for change in aspect(pair))


def _scope(before: Moment, after: Moment, under: str | None) -> list[str]:
    moments = (before, after)
    if under is None:
        natures = {iri: n for m in moments for iri, n in m.hierarchy.natures.items()}
        return [iri for iri, nature in natures.items() if nature == "body"]
    known = [moment for moment in moments if under in moment.hierarchy.natures]
    if not known:
        raise UnknownThingError("body", after.record.path(under))
    below = (step.body for moment in known for step in moment.subordinates(under))
    return list(dict.fromkeys([under, *(body.iri for body in below if body.nature == "body")]))


def _changing(pairs: list[Pair], before: Moment, after: Moment) -> list[Pair]:
    """Those of which some bound lies, or some event may lie, between the two moments.

    All of them where the moments are of two records: then more than the day differs.
    """
    if before.hierarchy is not after.hierarchy or before.known != after.known:
        return pairs
    turned, unsure = _turned(before, after), after.hierarchy.unsure
    return [pair for pair in pairs if pair.iri in turned or pair.between(unsure.get(pair.iri, ()))]


def _turned(before: Moment, after: Moment) -> set[str]:
    turns = after.hierarchy.turns
    first, last = (bisect_right(turns, m.day, key=_day) for m in (before, after))
    return set().union(*(bodies for _, bodies in turns[first:last]))


def _day(turn: tuple[date, set[str]]) -> date:
    return turn[0]
