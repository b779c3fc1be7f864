"""Whom each mention means, and in which order acts tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph.model import ActClaims, Mention
from graph.names import scope_of
from graph.register.doubt import Doubt
from graph.register.entry import Decision
from graph.register.roll import Roll, roll_of

#: The home of a national issuer.
COUNTRY = ("*",)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The slug of each mention by act, as the record had it until the day of a decision."""

    until: date
    by_act: dict[str, dict[Mention, str]]


@dataclass(frozen=True)
class Resolution(Mapping[Mention, str]):
    """The slug of each mention; `doubts` are pairs to look at.

    Two acts may hold one and the same mention (the same words at the same place) and mean two
    bodies by it: `of` tells by the act, the mapping itself by the first act that holds it.
    `merged` maps the slug of an entry that a decision merged into another to the one it became.
    `earlier` is what was held of the same mentions until decisions of a later day, oldest first.
    `decisions` are all that were made, `settled` the doubts that they settled.
    """

    by_act: dict[str, dict[Mention, str]]
    doubts: tuple[Doubt, ...] = ()
    merged: dict[str, str] = field(default_factory=dict)
    earlier: tuple[Earlier, ...] = ()
    decisions: tuple[Decision, ...] = ()
    settled: tuple[Doubt, ...] = ()

    def of(self, act: str) -> Mapping[Mention, str]:
        """The slug of each mention in the act with this key."""
        return self.by_act.get(act, {})

    def key(self, mention: Mention, act: str | None = None) -> str:
        """The key of the body's IRI, `body/<slug>`; KeyError for a mention of no act resolved."""
        return f"body/{self[mention] if act is None else self.by_act[act][mention]}"

    @cached_property
    def _first(self) -> dict[Mention, str]:
        first: dict[Mention, str] = {}
        for slugs in self.by_act.values():
            for mention, slug in slugs.items():
                first.setdefault(mention, slug)
        return first

    def __getitem__(self, mention: Mention) -> str:
        return self._first[mention]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)


@dataclass(frozen=True, slots=True)
class Near:
    """Where the issuer of an act is at home: its outermost place and how deep that lies."""

    places: tuple[str, ...] = ()
    level: int = 0


def home_of(roll: Roll) -> Near:
    """Where the issuer of an act is at home; nowhere if the act tells no issuer."""
    issuer = roll.issuer
    if issuer is None:
        return Near()
    scope = scope_of(issuer)
    if scope.places:
        return Near(scope.places[:1], scope.first_level)
    return Near(COUNTRY) if scope.national else Near()


def act_order(held: ActClaims) -> tuple[date, int, str, str, str]:
    """By date, then number as people count, then key, language and file."""
    digits = "".join(filter(str.isdigit, held.act.number))[:18]
    source = held.document.source
    return held.act.day, int(digits or 0), held.act.key, held.act.language, source.sha256


@dataclass(frozen=True, slots=True)
class Ordered:
    """An act that may be on disk: its place in the order of acts, its edition, its roll."""

    order: tuple[str, int, str, str, str]
    key: str
    language: str
    get: Callable[[], Roll]

    @classmethod
    def of(cls, held: ActClaims) -> Ordered:
        """An act that is in memory."""
        roll = roll_of(held)
        return cls(written_order(held), held.act.key, held.act.language, lambda: roll)


def written_order(held: ActClaims) -> tuple[str, int, str, str, str]:
    """As `act_order`, of words and numbers alone, so that it can be kept in a file."""
    day, number, key, language, sha256 = act_order(held)
    return day.isoformat(), number, key, language, sha256
