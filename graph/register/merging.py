"""What decisions make of entries: which slug gives way to which, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from graph.register.entry import Decision, Entry


def in_force(decisions: Iterable[Decision], until: date | None = None) -> list[Decision]:
    """Of the decisions made before a day the last on each two entries, in order of the record."""
    last: dict[frozenset[str], Decision] = {}
    for one in sorted(decisions, key=lambda decision: decision.when):
        if until is None or one.when < until:
            last.pop(frozenset((one.one, one.other)), None)
            last[frozenset((one.one, one.other))] = one
    return list(last.values())


def merged_by(decisions: Sequence[Decision], entries: Iterable[Entry]) -> dict[str, str]:
    """The slug that each merged entry became, in order of the slugs.

    Merges add up, however they are chained; one that closes a ring changes nothing. The inner
    units of merged bodies that have one name become one as well.
    """
    became: dict[str, str] = {}
    for one in decisions:
        if one.verdict == "merge":
            _join(became, one.one, one.other)
    if became:
        _join_units(became, entries)
    return {slug: _last(became, slug) for slug in sorted(became)}


def _join(became: dict[str, str], one: str, other: str) -> None:
    kept, gone = _last(became, one), _last(became, other)
    if kept != gone:
        became[gone] = kept


def _last(became: dict[str, str], slug: str) -> str:
    while slug in became:
        slug = became[slug]
    return slug


def _join_units(became: dict[str, str], entries: Iterable[Entry]) -> None:
    units: dict[tuple[str, str, str], str] = {}
    for entry in sorted(entries, key=lambda e: (e.identity.within in became, e.slug)):
        one = entry.identity
        if one.within:
            known = units.setdefault((_last(became, one.within), one.nature, one.words), entry.slug)
            _join(became, known, entry.slug)
