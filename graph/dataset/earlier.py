"""What the record held of an act before a decision on who is who, beside what it holds now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeVar

from graph.dataset.held import HeldClaim, HeldStatement, History
from graph.dataset.maker import Maker
from graph.model import Mention, Object, Ref, Statement

#: Until which day the bodies of an act were told apart in which way.
Epoch = tuple[date, Mapping[Mention, str]]
Fact = TypeVar("Fact", HeldClaim, HeldStatement)


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of an act: those held now, and those that a decision put an end to."""

    claims: Sequence[HeldClaim]
    statements: Sequence[HeldStatement]
    earlier: Sequence[HeldClaim | HeldStatement] = ()


def told_apart(now: Maker, epochs: Iterable[Epoch]) -> Told:
    """The facts of an act; what decisions changed has a fact of its own for each time between.

    A fact that no decision touches is one, as if there were none.
    """
    claims, statements = list(now.claims()), list(now.statements())
    states = list(_turning(epochs, now.bodies))
    if not states:
        return Told(claims, statements)
    changed = _changed(now, [bodies for _, bodies in states])
    earlier: list[HeldClaim | HeldStatement] = []
    touched: set[int] = set()
    since = date.min
    makers = [replace(now, bodies=b, changed=changed, until=day) for day, b in states]
    told = [list(maker.claims()) for maker in makers]
    for was in told:
        touched |= {at for at, (a, b) in enumerate(zip(claims, was, strict=True)) if _apart(a, b)}
    for maker, was in zip(makers, told, strict=True):
        until = maker.until or date.max
        held = zip(now.held.statements, maker.statements(), strict=True)
        gone = (_clip(was[at], since, until) for at in sorted(touched))
        lost = (_clip(fact, since, until) for one, fact in held if one.key in changed)
        earlier += (fact for fact in (*gone, *lost) if fact)
        since = until
    return Told(
        [_since(one, since) if at in touched else one for at, one in enumerate(claims)],
        [
            _since(fact, since) if one.key in changed else fact
            for one, fact in zip(now.held.statements, statements, strict=True)
        ],
        earlier,
    )


def _turning(epochs: Iterable[Epoch], now: Mapping[Mention, str]) -> Iterator[Epoch]:
    """The epochs whose bodies are others than those of the next, or of now."""
    for (until, bodies), (_, after) in pairwise([*epochs, (date.max, now)]):
        if bodies != after:
            yield until, bodies


def _changed(now: Maker, states: Sequence[Mapping[Mention, str]]) -> frozenset[str]:
    """The statements that name another body now, and those that lead to such a one."""
    moved = {one for state in states for one in state if state[one] != now.bodies.get(one)}
    changed: set[str] = set()
    while True:
        more = {
            one.key
            for one in now.held.statements
            if one.key not in changed and any(_leads(term, moved, changed) for term in _terms(one))
        }
        if not more:
            return frozenset(changed)
        changed |= more


def _terms(statement: Statement) -> Iterator[Object]:
    yield from (value for _, value in statement.properties)
    if statement.of:
        yield statement.of[0]


def _leads(term: Object, moved: set[Mention], changed: set[str]) -> bool:
    if isinstance(term, Mention):
        return term in moved
    return isinstance(term, Ref) and term.kind == "statement" and term.key in changed


def _apart(one: HeldClaim, other: HeldClaim) -> bool:
    return (one.subject, one.object) != (other.subject, other.object)


def _clip(fact: Fact, since: date, until: date) -> Fact | None:
    """The fact as it was held from one day to another; None where it was not yet."""
    kept = _since(fact, since)
    history = [(day, bounds) for day, bounds in kept.history if day < until]
    return replace(kept, history=history, until=until) if history else None


def _since(fact: Fact, since: date) -> Fact:
    """The fact as the record has held it from a day on."""
    before: History = [(day, bounds) for day, bounds in fact.history if day <= since][-1:]
    after: History = [(day, bounds) for day, bounds in fact.history if day > since]
    return replace(fact, history=[*((since, bounds) for _, bounds in before), *after])
