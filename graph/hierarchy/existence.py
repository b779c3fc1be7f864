"""Whether a body exists on a day: from the events that made or ended it, and from its traces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.hierarchy.compact import Ruling
from graph.time import Answer, BoundValue

if TYPE_CHECKING:
    from graph.hierarchy.moment import Moment


def existence(moment: Moment, iri: str) -> Answer:
    """`yes`, `no` or `not-known`, with the bound that decides or is too wide: see Scales."""
    term = moment.record.compact.terms.find(iri)
    if term is None:
        return Answer("not-known")
    day = moment.day.toordinal()
    ruling = moment.scales.ruling(term, day)
    if ruling and ruling.value != "not-known":
        return Answer(ruling.value, _bound(moment, ruling))
    witness = moment.scales.witness(term, day)
    if witness is not None:
        return _said(moment, witness)
    return Answer("not-known", _bound(moment, ruling)) if ruling else _widest(moment, term)


def _bound(moment: Moment, ruling: Ruling) -> BoundValue | None:
    if ruling.begun:
        return _said(moment, ruling.row).bound
    return moment.record.facts.at(ruling.row).bounds.starts_not_before


def _said(moment: Moment, row: int) -> Answer:
    return moment.record.facts.at(row).at(moment.day, moment.known)


def _widest(moment: Moment, term: int) -> Answer:
    """Nothing proves it: not known, and never a plain no, since silence refutes nothing."""
    traces = [_said(moment, row) for row in moment.scales.traces(term)]
    lacking = next((said for said in traces if said.missing), None)
    return lacking or Answer("not-known", next((said.bound for said in traces), None))
