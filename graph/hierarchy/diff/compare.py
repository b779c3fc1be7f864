"""Two moments compared, body by body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from graph.errors import UnknownThingError
from graph.hierarchy.diff.aspects import ASPECTS, Pair, life, life_of, stays
from graph.hierarchy.diff.change import KINDS, Change, Diff, may_cause
from graph.hierarchy.moment import Moment


def diff(before: Moment, after: Moment, under: str | None = None) -> Diff:
    """What differs from one moment to another, of all bodies or of one and all under it.

    The moments may be of two generations, or of two days of knowledge. `under` is an IRI; a body
    counts as under it if it is so on either day. Raises UnknownThingError where neither knows it.
    """
    scope, may_change = _scope(before, after, under), _turning(before, after)
    turned = [iri for iri in scope if may_change(iri)]
    pairs = {iri: Pair.of(iri, before, after) for iri in turned}
    told = [change for pair in pairs.values() for change in _changes(pair)]
    lives = (pairs[iri].lives if iri in pairs else (life_of(after, iri),) for iri in scope)
    undecided = sum("not-known" in one for one in lives)
    rank = after.hierarchy.rank
    found = sorted(
        (one for one in told if isinstance(one, Change)),
        key=lambda one: (KINDS.index(one.kind), rank(one.body.iri)),
    )
    silent = Counter(one for one in told if isinstance(one, str))
    uncompared = {kind: silent[kind] for kind in ASPECTS if silent[kind]}
    return Diff(before, after, tuple(found), len(scope), tuple(turned), undecided, uncompared)


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


def _turning(before: Moment, after: Moment) -> Callable[[str], bool]:
    """What tells whether something of a body turns between the two moments, or an event may lie
    there.

    Always where the moments are of two records: then more than the day differs.
    """
    if before.hierarchy is not after.hierarchy or before.known != after.known:
        return lambda _: True
    hierarchy, known = after.hierarchy, after.known
    turned = hierarchy.turned(before.day, after.day)
    events = {
        iri
        for iri, event in hierarchy.unsure()
        if event.known(known) and may_cause(event, before, after)
    }
    return lambda iri: iri in turned or iri in events
