"""Whether a body exists on a day: from the events that made or ended it, and from its traces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.hierarchy.facts import Fact
from graph.time import Answer, BoundValue
from ontology import SHZ

if TYPE_CHECKING:
    from graph.hierarchy.moment import Moment

_CREATED, _ENDED = str(SHZ.created), str(SHZ.ended)


def existence(moment: Moment, iri: str) -> Answer:
    """`yes`, `no` or `not-known`, with the bound that decides or is too wide.

    The last event that has begun decides: a body may end and be made anew. A claim about the body
    that holds on the day proves it, unless an event speaks against it.
    """
    ruling = _ruling(moment, iri)
    if ruling and ruling.value != "not-known":
        return ruling
    traces: list[Answer] = []
    for _, said in moment.held(_traces(moment, iri)):
        if said.value == "yes":
            return said
        traces.append(said)
    return ruling or _widest(traces)


def may_exist(moment: Moment, iri: str) -> bool:
    """Whether no event speaks against it: only an event can, since silence refutes nothing."""
    ruling = _ruling(moment, iri)
    return ruling is None or ruling.value != "no"


def _traces(moment: Moment, iri: str) -> Iterator[Fact]:
    """The claims on a thing and on who stands under it: each that holds shows that it exists."""
    yield from moment.record.about(iri)
    yield from moment.record.under(iri)


def _ruling(moment: Moment, iri: str) -> Answer | None:
    """What the events say: None when none is on record."""
    events = [(f, True) for f in moment.record.statements(_CREATED, iri) if f.known(moment.known)]
    events += [(f, False) for f in moment.record.statements(_ENDED, iri) if f.known(moment.known)]
    ordered = sorted(events, key=lambda event: (event[0].start, event[0].iri))
    begun = [event for event in ordered if event[0].start <= moment.day]
    if not begun:
        first = ordered[0] if ordered else None
        return Answer("no", _start(first[0])) if first and first[1] else None
    return _said(moment, *begun[-1])


def _said(moment: Moment, event: Fact, created: bool) -> Answer:
    said = event.at(moment.day, moment.known)
    if said.value != "yes":
        return Answer("not-known", said.bound)
    return Answer("yes" if created else "no", said.bound)


def _start(event: Fact) -> BoundValue | None:
    return event.bounds.starts_not_before


def _widest(traces: list[Answer]) -> Answer:
    """Nothing proves it: not known, and never a plain no, since silence refutes nothing."""
    lacking = next((said for said in traces if said.missing), None)
    return lacking or Answer("not-known", next((said.bound for said in traces), None))
