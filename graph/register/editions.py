"""Two editions of one act: which mentions of the one and of the other name one body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.model import Mention
from graph.register.likeness import likeness, own_roots
from graph.register.pairs import Body, Pair, Told, body_of
from graph.register.rest import Words, match_rest
from graph.register.roll import Roll

#: A pair that is less like each other than this is none.
LEAST = 0.45
#: By how much the best pair must be better than every other for one of its two mentions.
AHEAD = 0.1
#: How much less likely a pair is whose mentions do not play one part in an event.
ROLE = 0.2
#: How much more likely a pair is whose mentions play one part in the same event, alone.
PART = 0.3
#: Mentions of one clause that are compared with each other, at most.
MOST = 40
#: How often what is left is looked at again after clear pairs were found.
ROUNDS = 4


def match_editions(one: Roll, other: Roll) -> list[Pair]:
    """The pairs of mentions in two editions of one act, in order of the first edition.

    Mentions are compared within one clause (most clause ids of editions are the same) by what does
    not depend on language: the kind, the legal form, the place, the number, the names of national
    bodies, words that both languages borrowed, and the place in the order of the clause. Names
    are never translated. What is left, because editions number their clauses in two ways, is
    compared wherever it stands. A mention is in one pair at most.
    """
    ones, others = _by_clause(one), _by_clause(other)
    words = Words.of(ones), Words.of(others)
    pairs = [
        pair
        for clause, left in ones.items()
        for pair in _pairs(left, others.get(clause, []), words)
    ]
    pairs = _agreed(pairs)
    rest = match_rest(
        _left(ones, (p.one for p in pairs if p.certain)),
        _left(others, (p.other for p in pairs if p.certain)),
    )
    return _joined(one, pairs, rest)


def _left(told: Mapping[str, list[Told]], matched: Iterable[Mention]) -> list[Told]:
    """Whom no pair holds: one mention of each body."""
    known = {body_of(mention) for mention in matched}
    found = {one.body: one for several in reversed([*told.values()]) for one in reversed(several)}
    return [one for one in found.values() if one.body not in known]


def _joined(one: Roll, pairs: Sequence[Pair], rest: Sequence[Pair]) -> list[Pair]:
    """All pairs in order of the first edition; those of the rest in place of uncertain ones."""
    taken = {mention for pair in rest for mention in (pair.one, pair.other)}
    kept = [pair for pair in pairs if pair.certain or not {pair.one, pair.other} & taken]
    order = {mention: number for number, (mention, _) in enumerate(one.named)}
    return sorted([*kept, *rest], key=lambda pair: order[pair.one])


def _agreed(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, certain only where most clauses that name the body of either mention agree."""
    votes = Counter((body_of(pair.one), body_of(pair.other)) for pair in pairs if pair.certain)
    best: tuple[dict[Body, int], dict[Body, int]] = ({}, {})
    for both, count in votes.items():
        for side, body in zip(best, both, strict=True):
            side[body] = max(side.get(body, 0), count)

    def most(pair: Pair) -> bool:
        one, other = body_of(pair.one), body_of(pair.other)
        return votes[one, other] == best[0][one] == best[1][other]

    return [replace(pair, certain=pair.certain and most(pair)) for pair in pairs]


def _by_clause(roll: Roll) -> dict[str, list[Told]]:
    table: dict[str, list[Told]] = defaultdict(list)
    roles, parts = _roles(roll), _parts(roll)
    for mention, clause in roll.named:
        place = clause.partition("__")[2] if clause.startswith("app_") else ""
        body, plays = body_of(mention), (frozenset(roles[mention]), frozenset(parts[mention]))
        told = Told(mention, body, *plays, place)
        table[clause].append(told)
    return table


def _parts(roll: Roll) -> dict[Mention, set[str]]:
    """The parts that each mention alone plays: editions number their events alike."""
    parts: dict[Mention, set[str]] = defaultdict(set)
    often = Counter((part.statement, part.role) for part in roll.parts)
    for part in roll.parts:
        if often[part.statement, part.role] == 1:
            parts[part.body].add(f"{part.statement} {part.type} {part.role}")
    return parts


def _roles(roll: Roll) -> dict[Mention, set[str]]:
    """What each mention is in the events of the act: what is renamed, what it becomes, …"""
    roles: dict[Mention, set[str]] = defaultdict(set)
    for part in roll.parts:
        roles[part.body].add(str(part.role))
    return roles


def _pairs(
    left: Sequence[Told], right: Sequence[Told], words: tuple[Words, Words]
) -> Iterator[Pair]:
    """The best pairs of one clause, the likeliest first; what is equally like, in its order."""
    rows, columns = range(min(len(left), MOST)), range(min(len(right), MOST))
    in_all = _in_all(left) | _in_all(right)
    scores = {(a, b): _likeness(left[a], right[b], in_all) for a in rows for b in columns}
    for (a, b), score in scores.items():
        one, other = left[a].mention, right[b].mention
        if score and (words[1].has_more(one, other) or words[0].has_more(other, one)):
            scores[a, b] = 0.0
    sure: dict[int, int] = {}
    for _ in range(ROUNDS):
        more = _clear(left, right, scores, sure)
        if not more:
            break
        sure.update(more)
    best = dict(sure)
    ordered = sorted(scores, key=lambda one: (-scores[one], abs(one[0] - one[1]), one))
    for a, b in ordered:
        if scores[a, b] >= LEAST and a not in best and b not in best.values():
            best[a] = b
    for a in sorted(best):
        b = best[a]
        score = min(1.0, scores[a, b])
        yield Pair(left[a].mention, right[b].mention, score, a in sure)


def _clear(
    left: Sequence[Told],
    right: Sequence[Told],
    scores: dict[tuple[int, int], float],
    sure: dict[int, int],
) -> dict[int, int]:
    """The pairs that no other comes near, those that are sure already left out; of what is
    equally like because an edition names one body twice, the pairs in order.
    """
    taken = set(sure.values())
    free = [pair for pair in scores if pair[0] not in sure and pair[1] not in taken]
    found: dict[int, int] = {}
    for a, b in sorted(free, key=lambda one: (-scores[one], abs(one[0] - one[1]), one)):
        if scores[a, b] < LEAST or a in found or b in found.values():
            continue
        one, other = left[a].body, right[b].body
        rivals = [
            scores[k, m]
            for k, m in free
            if (m == b and left[k].body != one) or (k == a and right[m].body != other)
        ]
        if scores[a, b] - max(rivals, default=0) >= AHEAD:
            found[a] = b
    return found


def _likeness(one: Told, other: Told, in_all: frozenset[str]) -> float:
    """As `likeness`, less where events of the act tell two different things of the two, more where
    they are the same in the same event.
    """
    alike = likeness(one.mention, other.mention, in_all)
    apart = one.roles and other.roles and not one.roles & other.roles
    same = alike > 0 and one.parts & other.parts
    return round(max(0.0, alike - ROLE * bool(apart) + PART * bool(same)), 3)


def _in_all(told: Sequence[Told]) -> frozenset[str]:
    """The beginnings of words that every body named in a clause has in its name."""
    roots = {one.body: own_roots(one.mention) for one in told}
    return frozenset.intersection(*roots.values()) if len(roots) > 1 else frozenset()
