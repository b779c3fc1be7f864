"""Whom each mention means, and in which order acts tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from rdflib import Literal

from graph.model import ActClaims, Mention, Object, Range
from graph.names import read_name, scope_of
from graph.register.doubt import Doubt
from graph.register.entry import Decision
from ontology import SHZ

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


def home_of(held: ActClaims) -> Near:
    """Where the issuer of an act is at home; nowhere if the act tells no issuer."""
    issuer = held.act.issuer
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
    """An act that may be on disk: its place in the order of acts, its edition, how to get it."""

    order: tuple[str, int, str, str, str]
    key: str
    language: str
    get: Callable[[], ActClaims]

    @classmethod
    def of(cls, held: ActClaims) -> Ordered:
        """An act that is in memory."""
        return cls(written_order(held), held.act.key, held.act.language, lambda: held)


def written_order(held: ActClaims) -> tuple[str, int, str, str, str]:
    """As `act_order`, of words and numbers alone, so that it can be kept in a file."""
    day, number, key, language, sha256 = act_order(held)
    return day.isoformat(), number, key, language, sha256


def mentions_of(held: ActClaims) -> list[tuple[Mention, str]]:
    """Every mention in an act's claims and statements with its clause, in order of the text."""
    found: dict[Mention, tuple[int, int, str]] = {}
    for number, (mention, clause, ranges) in enumerate(_all_mentions(held)):
        place = mention.ranges or ranges
        start = place[0].start if place else 0
        known = found.get(mention)
        if known is None or (start, number) < known[:2]:
            found[mention] = (start, number, clause)
    ordered = sorted(found.items(), key=lambda one: one[1])
    return [(mention, clause) for mention, (_, _, clause) in ordered]


def _all_mentions(held: ActClaims) -> Iterator[tuple[Mention, str, tuple[Range, ...]]]:
    if held.act.issuer is not None:
        yield held.act.issuer, "requisites", held.act.issuer.ranges
    for claim in held.claims:
        where = claim.evidence
        yield from _among((claim.subject, claim.object), where.clause, where.ranges)
    for statement in held.statements:
        where = statement.evidence
        terms: list[Object] = [value for _, value in statement.properties]
        if statement.of is not None:
            terms.append(statement.of[0])
        yield from _among(tuple(terms), where.clause, where.ranges)


def _among(
    terms: tuple[Object, ...], clause: str, ranges: tuple[Range, ...]
) -> Iterator[tuple[Mention, str, tuple[Range, ...]]]:
    for term in terms:
        if isinstance(term, Mention):
            yield term, clause, ranges


def renamings(held: ActClaims) -> Iterator[tuple[Mention, Mention]]:
    """The body under its old name and under its new one, for each renaming that an act orders."""
    for statement in held.statements:
        if statement.type != SHZ.Renaming:
            continue
        terms = dict(statement.properties)
        old, new = terms.get(SHZ.renamed), terms.get(SHZ.newName)
        if isinstance(new, Literal) and isinstance(old, Mention):
            new = read_name(str(new), old.language)
        if isinstance(old, Mention) and isinstance(new, Mention):
            yield old, new


def created_in(held: ActClaims) -> Iterator[Mention]:
    """The bodies that an act makes."""
    for statement in held.statements:
        for name, value in statement.properties:
            if name == SHZ.created and isinstance(value, Mention):
                yield value
