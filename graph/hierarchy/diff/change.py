"""One difference between two days, and the facts that caused it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.hierarchy.body import Body
from graph.hierarchy.facts import Fact
from graph.hierarchy.moment import Moment

#: What can differ, in the order in which it is told.
KINDS = ("new", "ended", "renamed", "moved", "form", "staff", "competences")


@dataclass(frozen=True, slots=True)
class Change:
    """A body and what of it differs: `before` and `after` are IRIs, words, or numbers as words.

    `status` is `yes`, or `not-known` where one of the days is not certain. `causes` are the
    events, claims and statements that brought it about; none makes it unexplained. `item` is the
    IRI of a competence that came or went.
    """

    kind: str
    body: Body
    status: str
    before: str | None
    after: str | None
    causes: tuple[Fact, ...]
    item: str | None = None

    @property
    def unexplained(self) -> bool:
        """Whether no clause on record tells why."""
        return not self.causes


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes from one moment to another, by kind, then by the alphabet.

    `compared` is how many bodies were looked at, `turned` are those of which something may differ,
    `undecided` is how many it is not known of whether they were there on one of the two days,
    `uncompared` of how many that may have changed it is not known by kind: where they are many,
    few changes do not mean that little happened.
    """

    before: Moment
    after: Moment
    changes: tuple[Change, ...]
    compared: int
    turned: tuple[str, ...]
    undecided: int
    uncompared: dict[str, int]

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each kind."""
        counted = Counter(change.kind for change in self.changes)
        return {kind: counted[kind] for kind in KINDS}


def may_cause(fact: Fact, before: Moment, after: Moment) -> bool:
    """Whether the fact may have begun or ended between the two, as the record that has it knew."""
    first, until = before.day.toordinal(), after.day.toordinal()
    held = after if fact.within(after.record.facts) else before
    rows = held.scales.bounds(fact.row)
    starts, started, ends, ended = held.record.compact.columns.days_of(rows)
    begins = bool(rows[0] or rows[1]) and _between(starts, started, first, until)
    return begins or (bool(rows[2]) and _between(ends, ended, first, until))


def _between(low: int | None, high: int | None, first: int, last: int) -> bool:
    """Whether a day from `low` to `high` may lie there; None or 0 stands for no bound."""
    return (not low or low <= last) and (not high or high > first)
