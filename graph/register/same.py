"""Things that two editions of one act tell of, each in its language: which of them are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rdflib import URIRef

from graph.model import ActClaims, Object, Ref, Statement
from ontology import ELI, SHZ

#: Things that an edition calls by its own words; their IRIs are made of them.
_NAMED = ("role", "system")


@dataclass(frozen=True, slots=True)
class Same:
    """What is one in two editions: `refs` lead from things of the second to those of the first,
    `statements` from keys of competences to keys.
    """

    refs: Mapping[Ref, Ref] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)


def same_things(first: ActClaims, second: ActClaims) -> Same:
    """What is one in two editions of an act.

    A service is one where the same part of the act is about it; who acts and by which system,
    where both editions have the step and most steps agree; a competence, where the same part gives
    it with its kind and number once in each. Names are never translated.
    """
    if first is second:
        return Same()
    return Same(_services(first, second) | _actors(first, second), _competences(first, second))


def one_service(pairs: Iterable[Mapping[Ref, Ref]]) -> dict[Ref, Ref]:
    """Services of all acts, each with the one that it is: of the edition that is told first."""
    kept: dict[Ref, Ref] = {}
    for pair in pairs:
        for other, one in pair.items():
            if other.kind == "service":
                a, b = _root(one, kept), _root(other, kept)
                if a != b:
                    kept[b] = a
    return {ref: _root(ref, kept) for ref in kept}


def _root(ref: Ref, kept: Mapping[Ref, Ref]) -> Ref:
    while ref in kept:
        ref = kept[ref]
    return ref


def _services(first: ActClaims, second: ActClaims) -> dict[Ref, Ref]:
    ones, others = _about(first), _about(second)
    both = ((others[part], ones[part]) for part in ones.keys() & others.keys())
    return {other: one for other, one in sorted(both, key=str) if other != one}


def _about(held: ActClaims) -> dict[Ref, Ref]:
    """The service that each part of an act is about."""
    found: dict[Ref, Ref] = {}
    for claim in held.claims:
        part, about = claim.subject, claim.object
        if claim.predicate != ELI.is_about or not isinstance(part, Ref):
            continue
        if isinstance(about, Ref) and about.kind == "service":
            found.setdefault(part, about)
    return found


def _actors(first: ActClaims, second: ActClaims) -> dict[Ref, Ref]:
    """Roles and systems that the same steps name, where no other pair has as many steps."""
    votes = Counter(_votes(first, second))
    best: dict[Ref, list[int]] = defaultdict(list)
    for pair, count in votes.items():
        for side in pair:
            best[side].append(count)

    def most(ref: Ref, count: int) -> bool:
        return best[ref].count(count) == 1 and max(best[ref]) == count

    return {
        other: one
        for (one, other), count in votes.items()
        if one != other and most(one, count) and most(other, count)
    }


def _votes(first: ActClaims, second: ActClaims) -> Iterator[tuple[Ref, Ref]]:
    steps = {one.key: one for one in first.statements if one.key.startswith("step/")}
    for other in second.statements:
        one = steps.get(other.key)
        if one is None or one.type != other.type:
            continue
        ours, theirs = _named(one), _named(other)
        for kind in ours.keys() & theirs.keys():
            if len(ours[kind]) == len(theirs[kind]) == 1:
                yield ours[kind][0], theirs[kind][0]


def _named(statement: Statement) -> dict[str, list[Ref]]:
    """The roles and the systems that a step names."""
    found: dict[str, list[Ref]] = defaultdict(list)
    for _, value in statement.properties:
        if isinstance(value, Ref) and value.kind in _NAMED:
            found[value.kind].append(value)
    return found


def _competences(first: ActClaims, second: ActClaims) -> dict[str, str]:
    """Competences whose clauses have other ids in the second edition than in the first."""
    ones, others = _by_place(first), _by_place(second)
    alike = {
        (one.key, kind)
        for kind in ones.keys() & others.keys()
        for one in ones[kind]
        if any(one.key == other.key for other in others[kind])
    }
    found: dict[str, str] = {}
    for kind in ones.keys() & others.keys():
        left = [one.key for one in ones[kind] if (one.key, kind) not in alike]
        right = [one.key for one in others[kind] if (one.key, kind) not in alike]
        if len(left) == len(right) == 1:
            found[right[0]] = left[0]
    return found


def _by_place(held: ActClaims) -> dict[tuple[object, ...], Sequence[Statement]]:
    """The competences of an act by the part that gives them, their kind and their number."""
    table: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in held.statements:
        if one.type == SHZ.Competence:
            part = one.evidence.clause.partition("__")[0]
            table[part, _value(one, SHZ.competenceKind), _value(one, SHZ.number)].append(one)
    return dict(table)


def _value(statement: Statement, predicate: URIRef) -> Object | None:
    return next((value for name, value in statement.properties if name == predicate), None)
