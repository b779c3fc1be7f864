"""When an act takes effect: its rule of entry, worked out as far as the dates are held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graph.model import ActInfo, Amendment, EntryRule
from graph.time.bounds import BoundValue, Lack, Reason
from graph.time.chronicle import Chronicle

#: "From the day of publication" is that day; "after n days have passed since the day of
#: publication" is the day after them.
BY_PUBLICATION = frozenset({"first-publication-day", "publication-day", "days-after-publication"})

#: From the day of a registration or of another deed, or after months, whose number no rule holds:
#: which is told by the day of effect itself.
BY_DEED = frozenset({"registration-day", "event-day", "months-after-publication"})


@dataclass(frozen=True, slots=True)
class Effect:
    """The first day of effect lies from `earliest` to `latest`, whose day may not be held."""

    earliest: BoundValue
    latest: BoundValue

    @property
    def exact(self) -> bool:
        """Whether the day itself is held."""
        return self.latest.day is not None


def effect_of_act(act: ActInfo, chronicle: Chronicle) -> Effect:
    """The effect of an act by the rule that it prints itself."""
    rule = act.entry
    clause = rule.evidence.clause if rule else ""
    return _effect(act.key, act.day, rule, (act.key, clause), chronicle, act.registered)


def effect_of_amendment(change: Amendment, noted_in: str, chronicle: Chronicle) -> Effect:
    """The effect of an amending act: by its own text if held, else by the note in `noted_in`."""
    held = chronicle.acts.get(change.by)
    rule = held.entry if held and held.entry else _noted_rule(change)
    registered = held.registered if held else None
    at = noted_in, change.evidence.clause
    return _effect(change.by, change.day, rule, at, chronicle, registered)


def _noted_rule(change: Amendment) -> EntryRule | None:
    return EntryRule(change.rule, change.evidence) if change.rule else None


def _effect(
    key: str,
    day: date,
    rule: EntryRule | None,
    at: tuple[str, str],
    chronicle: Chronicle,
    registered: date | None,
) -> Effect:
    given = chronicle.given("effect", key)
    if given:
        return _on(given.day, Reason.SUPPLIED, at, given.recorded)
    if rule and rule.kind == "registration-day" and registered:
        own = _on(registered, Reason.REGISTRATION, at)
    else:
        own = _by_rule(key, day, rule, at, chronicle)
    if rule and rule.from_day:
        own = _from(own, rule.from_day, at)
    other = rule.not_before if rule else None
    return _not_before(own, other, at, chronicle) if other else own


def _by_rule(
    key: str, day: date, rule: EntryRule | None, at: tuple[str, str], chronicle: Chronicle
) -> Effect:
    kind = rule.kind if rule else None
    if rule and kind == "signature-day":
        return _on(day, Reason.SIGNING, at)
    if rule and kind == "adoption-day":
        return _on(day, Reason.ADOPTION, at)
    if rule and rule.day:
        return _on(rule.day, Reason.PRINTED_DAY, at)
    published = chronicle.given("publication", key)
    if rule and published and kind in BY_PUBLICATION:
        after = 1 + (rule.days or 0) if kind == "days-after-publication" else 0
        first = published.day + timedelta(days=after)
        return _on(first, Reason.PUBLICATION, at, published.recorded)
    lacks = _lack(kind)
    return Effect(
        BoundValue(day, Reason.ACT_DATE, *at, missing=key, lacks=lacks),
        BoundValue(None, Reason.ACT_DATE, *at, missing=key, lacks=lacks),
    )


def _lack(kind: str | None) -> Lack:
    """What would tell the day of effect under a rule of this kind."""
    if kind in BY_PUBLICATION:
        return Lack.PUBLICATION_DATE
    return Lack.EFFECT_DATE if kind in BY_DEED else Lack.ENTRY_RULE


def _on(day: date, reason: Reason, at: tuple[str, str], recorded: date | None = None) -> Effect:
    bound = BoundValue(day, reason, *at, recorded=recorded)
    return Effect(bound, bound)


def _from(own: Effect, day: date, at: tuple[str, str]) -> Effect:
    """The effect of an act that prints a day before which it takes none."""
    printed = BoundValue(day, Reason.PRINTED_DAY, *at)
    earliest = max(own.earliest, printed, key=_day)
    return Effect(earliest, max(own.latest, printed, key=_day) if own.exact else own.latest)


def _not_before(own: Effect, other: str, at: tuple[str, str], chronicle: Chronicle) -> Effect:
    """The effect of an act that waits for another act as well."""
    given, held = chronicle.given("effect", other), chronicle.acts.get(other)
    if given:
        awaited = _on(given.day, Reason.SUPPLIED, at, given.recorded)
    elif held and not (held.entry and held.entry.not_before):  # two acts may wait for each other
        awaited = effect_of_act(held, chronicle)
    else:
        unknown = BoundValue(None, Reason.ACT_DATE, *at, missing=other, lacks=Lack.EFFECT_DATE)
        return Effect(own.earliest, unknown if own.exact else own.latest)
    earliest = max(own.earliest, awaited.earliest, key=_day)
    if own.exact and awaited.exact:
        return Effect(earliest, max(own.latest, awaited.latest, key=_day))
    return Effect(earliest, awaited.latest if own.exact else own.latest)


def _day(bound: BoundValue) -> date:
    return bound.day or date.min
