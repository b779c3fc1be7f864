"""What the record knows of dates: acts held, when each entered, dates supplied from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.errors import SideFileError
from graph.model import ActClaims, ActInfo, SideFile

#: What can be given from outside the text: when an act was published, when it took effect.
SUPPLIED = ("publication", "effect")


@dataclass(frozen=True, slots=True)
class Supplied:
    """A date given from outside the text: `what` (one of SUPPLIED) of the act with this key."""

    what: str
    act: str
    day: date
    recorded: date


@dataclass(frozen=True)
class Chronicle:
    """The acts held by key, the first day each was recorded, and the supplied dates in order."""

    acts: dict[str, ActInfo]
    recorded: dict[str, date]
    supplied: tuple[Supplied, ...] = ()

    @classmethod
    def of(cls, acts: Iterable[ActClaims]) -> Chronicle:
        """The chronicle of all acts held; two editions of one act count as one act."""
        infos: dict[str, ActInfo] = {}
        recorded: dict[str, date] = {}
        supplied: set[Supplied] = set()
        for held in acts:
            key, side = held.act.key, held.document.side
            infos.setdefault(key, held.act)
            recorded[key] = min(side.recorded, recorded.get(key, side.recorded))
            supplied |= set(supplied_by(side))
        ordered = sorted(supplied, key=lambda s: (s.recorded, s.what, s.act, s.day))
        return cls(infos, recorded, tuple(ordered))

    def known(self, at: date) -> Chronicle:
        """The record as it stood at the end of the day `at`."""
        recorded = {key: day for key, day in self.recorded.items() if day <= at}
        acts = {key: info for key, info in self.acts.items() if key in recorded}
        return replace(
            self,
            acts=acts,
            recorded=recorded,
            supplied=tuple(s for s in self.supplied if s.recorded <= at),
        )

    def days(self) -> list[date]:
        """The days on which the record grew, in order."""
        return sorted({*self.recorded.values(), *(s.recorded for s in self.supplied)})

    def given(self, what: str, act: str) -> Supplied | None:
        """The date supplied last for an act: a later record corrects an earlier one."""
        return next((s for s in reversed(self.supplied) if (s.what, s.act) == (what, act)), None)


def supplied_by(side: SideFile) -> Iterator[Supplied]:
    """The dates of a side file, whose keys are `publication:<act key>` or `effect:<act key>`.

    Raises SideFileError for any other key.
    """
    for key, day, since in side.supplied:
        what, _, act = key.partition(":")
        if what not in SUPPLIED or not act:
            raise SideFileError("`publication:<act>` or `effect:<act>`", f"`{key}`", "supplied")
        yield Supplied(what, act, day, since)
