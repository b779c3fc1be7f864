"""Two moments compared, body by body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

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
    below = (iri for moment in known for iri in moment.under(under))
    natures = known[-1].hierarchy.natures
    return list(dict.fromkeys([under, *(iri for iri in below if natures.get(iri) == "body")]))


def _changing(pairs: list[Pair], before: Moment, after: Moment) -> list[Pair]:
    """Those of which some bound lies, or some event may lie, between the two moments.

    All of them where the moments are of two records: then more than the day differs.
    """
    if before.hierarchy is not after.hierarchy or before.known != after.known:
        return pairs
    return [pair for pair in pairs if _may_change(pair)]


def _may_change(pair: Pair) -> bool:
    """Something said of the body turns, or one of its superiors comes or goes."""
    index, before, after = pair.after.hierarchy, pair.before, pair.after
    return (
        index.turned(pair.iri, before.day, after.day)
        or before.there(pair.iri) != after.there(pair.iri)
        or bool(pair.between(index.unsure(pair.iri)))
    )
