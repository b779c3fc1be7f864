"""The four bounds of a period, and what they answer for a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import TypeVar

#: One zone for the whole country since 1 March 2024; acts before that date no hour.
KAZAKHSTAN = timezone(timedelta(hours=5))
#: The days that may be asked about: acts before them are no acts of these institutions, days after
#: them are slips of the pen.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


def kazakhstan_day(moment: datetime) -> date:
    """The calendar day in Kazakhstan of a moment that carries its own zone."""
    return moment.astimezone(KAZAKHSTAN).date()


class Reason(StrEnum):
    """Why a bound lies where it lies: codes of the list `bound-reasons`."""

    ACT_DATE = "act-date"  # a clause changes nothing before the date of its act
    ADDED = "added"  # the part was added by a later act
    EARLIER_WORDING = "earlier-wording"  # reworded by a later act; what stood before is not held
    SIGNING = "signing"  # in force from signing
    ADOPTION = "adoption"  # in force from the day it was adopted, which is its date
    REGISTRATION = "registration"  # in force from the registration that its text prints
    PRINTED_DAY = "printed-day"  # the act prints the day
    PUBLICATION = "publication"  # counted from a publication date that is held
    SUPPLIED = "supplied"  # the day of effect itself is supplied from outside the text
    LATER_ACT = "later-act"  # a later act presupposes the effect
    COPY_IN_FORCE = "copy-in-force"  # a copy of that day prints the text as in force
    COPY_REPEALED = "copy-repealed"  # a copy of that day prints the text as repealed
    PRESUPPOSED = "presupposed"  # the act presupposes the state on its eve
    REPEAL_DATE = "repeal-date"  # nothing is repealed before the date of the repealing act


#: Reasons that rest on our reading, not on a printed or supplied day.
INTERPRETED = frozenset(
    {Reason.LATER_ACT, Reason.COPY_IN_FORCE, Reason.COPY_REPEALED, Reason.PRESUPPOSED}
)


class Lack(StrEnum):
    """What would have to be known to draw a bound closer."""

    PUBLICATION_DATE = "publication-date"
    EFFECT_DATE = "effect-date"
    ENTRY_RULE = "entry-rule"
    EARLIER_EDITION = "earlier-edition"
    EARLIER_ACT = "earlier-act"


@dataclass(frozen=True, slots=True)
class BoundValue:
    """One bound: its day (None: no day is held), why, and what would draw it closer.

    `act` and `clause` are where the reason is printed; `missing` is the key of the act whose
    date (`lacks`) is not held; `recorded` is the day on which the reason entered the record.
    """

    day: date | None
    reason: Reason
    act: str
    clause: str
    missing: str | None = None
    lacks: Lack | None = None
    recorded: date | None = None

    @property
    def firm(self) -> bool:
        """Whether the other side of the bound is excluded, not merely unknown."""
        return self.day is not None and self.reason is not Reason.EARLIER_WORDING


@dataclass(frozen=True, slots=True)
class Bounds:
    """A half-open period of which each end lies between two days; `always` has no ends."""

    starts_not_before: BoundValue | None = None
    starts_not_after: BoundValue | None = None
    ends_not_before: BoundValue | None = None
    ends_not_after: BoundValue | None = None
    always: bool = False

    def items(self) -> Iterator[tuple[str, BoundValue]]:
        """The bounds that are there, by the name of their property, in order of time."""
        for name, value in (
            ("startsNotBefore", self.starts_not_before),
            ("startsNotAfter", self.starts_not_after),
            ("endsNotBefore", self.ends_not_before),
            ("endsNotAfter", self.ends_not_after),
        ):
            if value is not None:
                yield name, value

    def without_end(self) -> Bounds:
        """The same start, for what no repeal undoes: an event that has taken place."""
        return Bounds(self.starts_not_before, self.starts_not_after, always=self.always)


ALWAYS = Bounds(always=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """`yes`, `no` or `not-known`; the bound that decides it, or the one that is too wide."""

    value: str
    bound: BoundValue | None = None

    @property
    def missing(self) -> str | None:
        """The key of the act whose date is not held, when the answer is not known."""
        return self.bound.missing if self.bound and self.value == "not-known" else None

    @property
    def clause(self) -> tuple[str, str] | None:
        """Act key and clause id that decide, or that need the missing date."""
        return (self.bound.act, self.bound.clause) if self.bound else None


#: The days of the four bounds in order of time, as dates or as their ordinals: None or 0 for none.
_Day = TypeVar("_Day", date, int)
Four = tuple[_Day | None, _Day | None, _Day | None, _Day | None]


def decide(days: Four[_Day], firm: bool, at: _Day) -> tuple[str, int]:
    """Whether a period of these four days holds the day `at`, and which of the four tells it.

    `firm` is whether the other side of the first is excluded.
    """
    first, begun, ends, ended = days
    if ended and ended <= at:
        return "no", 3
    if first and at < first:
        return "no" if firm else "not-known", 0
    if not begun or at < begun:
        return "not-known", 1
    return ("not-known", 2) if ends and ends <= at else ("yes", 1)


def stretch(days: Four[int]) -> tuple[int, int]:
    """The days for which `decide` says yes, as ordinals, the last not included: may be none."""
    first, begun, ends, ended = days
    never = date.max.toordinal()
    if not begun:
        return never, never
    return max(first or 0, begun), min(ends or never, ended or never)


def answer(bounds: Bounds, at: date) -> Answer:
    """Whether the period holds the day `at`."""
    if bounds.always:
        return Answer("yes")
    first, begun = bounds.starts_not_before, bounds.starts_not_after
    ends, ended = bounds.ends_not_before, bounds.ends_not_after
    days = (_day(first), _day(begun), _day(ends), _day(ended))
    value, side = decide(days, first is None or first.firm, at)
    return Answer(value, (first, begun or first, ended or ends, ended)[side])


def may_have_begun(bounds: Bounds, at: date) -> bool:
    """Whether the day lies after the earliest start that is held.

    False before it, and where no start is held: that nothing is known of earlier days is no sign
    that something held on them.
    """
    return _reached(bounds.starts_not_before, at)


def _day(bound: BoundValue | None) -> date | None:
    return bound.day if bound else None


def _reached(bound: BoundValue | None, at: date) -> bool:
    return bound is not None and bound.day is not None and bound.day <= at


def together(answers: Iterable[Answer]) -> Answer:
    """The answer of several claims of one fact: any yes, else any not-known, else no."""
    held = list(answers)
    for value in ("yes", "not-known", "no"):
        for one in held:
            if one.value == value:
                return one
    return Answer("not-known")
