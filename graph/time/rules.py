"""The four bounds of what a clause says: its wording, its effect, its repeal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from graph.model import ActInfo, Amendment, Evidence, When
from graph.time.bounds import ALWAYS, Bounds, BoundValue, Lack, Reason
from graph.time.chronicle import Chronicle
from graph.time.effect import Effect, effect_of_act, effect_of_amendment

_DAY = timedelta(days=1)


def bounds_of(evidence: Evidence, act: ActInfo, chronicle: Chronicle) -> Bounds:
    """The bounds of a claim with this evidence, by all that the chronicle holds."""
    if evidence.when is When.ALWAYS:
        return ALWAYS
    wording = _wording(evidence.clause, act)
    earliest, latest = _start(evidence.clause, wording, act, chronicle)
    if evidence.when is When.EFFECT:
        return Bounds(earliest, latest, *_end(evidence.clause, act, chronicle))
    eve = _eve(evidence, act, wording.day if wording else act.day)
    if evidence.when is When.PRESUPPOSED:
        return Bounds(starts_not_after=eve)
    return Bounds(starts_not_after=eve, ends_not_before=_firm(earliest), ends_not_after=latest)


def act_bounds(act: ActInfo, chronicle: Chronicle) -> Bounds:
    """The period in which the act itself is in force; its wording may change within it."""
    earliest, latest = _start("", None, act, chronicle)
    return Bounds(earliest, latest, *_end("", act, chronicle))


def bounds_history(
    evidence: Evidence, act: ActInfo, chronicle: Chronicle
) -> list[tuple[date, Bounds]]:
    """What the record held of the bounds, each from a day on; a later entry supersedes."""
    history: list[tuple[date, Bounds]] = []
    for day in chronicle.days():
        if day < chronicle.recorded[act.key]:
            continue
        bounds = bounds_of(evidence, act, chronicle.known(day))
        if not history or history[-1][1] != bounds:
            history.append((day, bounds))
    return history


def _inside(clause: str, target: str) -> bool:
    return target in ("", clause) or clause.startswith(target + "__")


def _wording(clause: str, act: ActInfo) -> Amendment | None:
    """The latest change of the part in which the clause stands: its words are that act's."""
    changes = [c for c in act.amendments if c.kind != "repealed" and _inside(clause, c.target)]
    return max(changes, key=lambda change: change.day, default=None)


def _start(
    clause: str, wording: Amendment | None, act: ActInfo, chronicle: Chronicle
) -> tuple[BoundValue, BoundValue]:
    if wording is None:
        effect = effect_of_act(act, chronicle)
    else:
        effect = _as_worded(wording, act, effect_of_amendment(wording, act.key, chronicle))
    if effect.exact:
        return effect.earliest, effect.latest
    floor = effect.earliest.day or date.min
    presumed = [(day, b) for day, b in _presumed(clause, wording, act, chronicle) if day >= floor]
    if not presumed:
        return effect.earliest, effect.latest
    _, first = min(presumed, key=lambda pair: pair[0])
    lack = effect.latest
    return effect.earliest, replace(first, missing=lack.missing, lacks=lack.lacks)


def _as_worded(change: Amendment, act: ActInfo, effect: Effect) -> Effect:
    """What was added begins with the change; what was reworded may have been said before."""
    if change.kind == "added":
        added = Reason.ADDED if not effect.exact else effect.earliest.reason
        return Effect(replace(effect.earliest, reason=added), effect.latest)
    earliest = replace(
        effect.earliest,
        reason=Reason.EARLIER_WORDING,
        missing=act.key,
        lacks=Lack.EARLIER_EDITION,
    )
    return Effect(earliest, effect.latest)


def _presumed(
    clause: str, wording: Amendment | None, act: ActInfo, chronicle: Chronicle
) -> Iterator[tuple[date, BoundValue]]:
    """Days by which the clause, as worded, must have been in effect."""
    repeal = _repeal(clause, act)
    later = list(act.amendments) if wording is None else []
    for change in [*later, repeal] if repeal else later:
        noted = change.evidence.clause
        yield change.day, BoundValue(change.day, Reason.LATER_ACT, act.key, noted)
    seen = chronicle.recorded.get(act.key)
    if seen and not repeal:
        yield seen, BoundValue(seen, Reason.COPY_IN_FORCE, act.key, clause, recorded=seen)


def _repeal(clause: str, act: ActInfo) -> Amendment | None:
    """The first act that repeals the clause or the whole act."""
    parts = [c for c in act.amendments if c.kind == "repealed" and _inside(clause, c.target)]
    whole = [act.repealed_by] if act.repealed_by else []
    return min(parts + whole, key=lambda change: change.day, default=None)


def _end(
    clause: str, act: ActInfo, chronicle: Chronicle
) -> tuple[BoundValue, BoundValue] | tuple[None, None]:
    repeal = _repeal(clause, act)
    if repeal is None:
        return None, None
    noted = repeal.evidence.clause
    effect = effect_of_amendment(repeal, act.key, chronicle)
    if effect.exact:
        return effect.earliest, effect.latest
    earliest = BoundValue(repeal.day, Reason.REPEAL_DATE, act.key, noted)
    seen = chronicle.recorded.get(act.key)
    printed = BoundValue(seen, Reason.COPY_REPEALED, act.key, noted, recorded=seen)
    lack = effect.latest
    return earliest, replace(printed, missing=lack.missing, lacks=lack.lacks)


def _eve(evidence: Evidence, act: ActInfo, day: date) -> BoundValue:
    return BoundValue(
        day - _DAY,
        Reason.PRESUPPOSED,
        act.key,
        evidence.clause,
        lacks=Lack.EARLIER_ACT,
    )


def _firm(earliest: BoundValue) -> BoundValue:
    """The same day as the first on which the state before may have ended."""
    return replace(earliest, reason=Reason.ACT_DATE, missing=None, lacks=None)
