"""Bodies that two editions of an act name in clauses of two numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Mention
from graph.register.likeness import PLACES_IN, likeness, own_roots, place_word
from graph.register.pairs import Body, Pair, Told, body_of
from graph.words import fold

#: A pair of two clauses that is less like each other than this is none.
LEAST = 0.45
#: By how much it must be better than every other pair of one of its two bodies.
AHEAD = 0.1
#: Bodies of an edition that are compared so, at most.
MOST = 400
#: How much more likely a pair is that stands at one place in two parts of other numbers.
PLACE = 0.12
#: Places in which bodies are called alike, from which on they are a row.
ROW = 3
#: Bodies that may have a word in common though it tells something.
FEW = 3


@dataclass(frozen=True)
class Words:
    """The bodies that an edition names, by the beginnings of the words in their names."""

    by_root: Mapping[str, Mapping[Body, Mention]]

    @classmethod
    def of(cls, told: Mapping[str, Iterable[Told]]) -> Words:
        """The words of an edition."""
        found: dict[str, dict[Body, Mention]] = defaultdict(dict)
        for several in told.values():
            for one in several:
                for root in own_roots(one.mention):
                    found[root].setdefault(one.body, one.mention)
        return cls(found)

    def has_more(self, one: Mention, other: Mention) -> bool:
        """Whether the edition of `other` names another body as well, which may be `one` and has
        the words that `other` shares with it, and another one.
        """
        ours, theirs, body = own_roots(one), own_roots(other), body_of(other)
        common = ours & theirs
        return any(
            common <= own_roots(mention) and named != body and likeness(one, mention) > 0
            for root in ours - theirs
            for named, mention in self.by_root.get(root, {}).items()
        )


def match_rest(left: Sequence[Told], right: Sequence[Told]) -> list[Pair]:
    """The pairs of what no clause pairs, each body once: only those that share a word, a number or
    the place within a part which not many have, and that no other comes near.
    """
    left, right = left[:MOST], right[:MOST]
    scores = _scores(left, right)
    best: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (a, b), score in scores.items():
        best[0, a].append(score)
        best[1, b].append(score)
    return [
        Pair(left[a].mention, right[b].mention, min(1.0, score), certain=True)
        for (a, b), score in scores.items()
        if score >= LEAST and _ahead(score, best[0, a]) and _ahead(score, best[1, b])
    ]


def _ahead(score: float, several: list[float]) -> bool:
    others = sorted(several, reverse=True)[:2]
    return score == others[0] and (len(others) == 1 or score - others[1] >= AHEAD)


def _scores(left: Sequence[Told], right: Sequence[Told]) -> dict[tuple[int, int], float]:
    """How alike the bodies are that have something in common which not many have."""
    marks = [_marks(one) for one in left], [_marks(one) for one in right]
    usual = _usual(marks[0]) | _usual(marks[1])
    marked: dict[str, list[int]] = defaultdict(list)
    for at, several in enumerate(marks[1]):
        for mark in several - usual:
            marked[mark].append(at)
    rows = _of_one_row(left, right)
    found: dict[tuple[int, int], float] = {}
    for at, one in enumerate(left):
        near = {b for mark in marks[0][at] - usual for b in marked.get(mark, ())}
        for other in sorted(near | rows[at]):
            score = likeness(one.mention, right[other].mention, usual)
            if score > 0:
                same = one.place and one.place == right[other].place
                found[at, other] = round(score + PLACE * bool(same or other in rows[at]), 3)
    return found


def _of_one_row(left: Sequence[Told], right: Sequence[Told]) -> dict[int, set[int]]:
    """Of bodies that are called alike in many places, those of one place: what the one edition
    calls them is what the other does, where no other words of it are in as many of their places.
    """
    homes: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(right):
        homes[_home(one)].append(at)
    both = [(a, b) for a, one in enumerate(left) if _home(one) for b in homes.get(_home(one), ())]
    votes = Counter(
        (left[a].body[0], right[b].body[0])
        for a, b in both
        if likeness(left[a].mention, right[b].mention) > 0
    )
    best: dict[tuple[int, str], list[int]] = defaultdict(list)
    for pair, count in votes.items():
        for side, words in enumerate(pair):
            best[side, words].append(count)
    found: dict[int, set[int]] = defaultdict(set)
    for a, b in both:
        pair = left[a].body[0], right[b].body[0]
        count = votes[pair]
        if count >= ROW and all(
            max(several) == count and several.count(count) == 1
            for several in (best[0, pair[0]], best[1, pair[1]])
        ):
            found[a].add(b)
    return found


def _home(one: Told) -> str:
    """The place that a name tells, in the language in which registers tell places."""
    place = one.mention.place
    return fold(place_word(place, one.mention.language), PLACES_IN) if place else ""


def _marks(one: Told) -> frozenset[str]:
    """By what a body is known in every language: borrowed words, a number, its place in a part."""
    number = {f"№ {one.mention.number}"} if one.mention.number else set()
    place = {f"§ {one.place}"} if one.place else set()
    return own_roots(one.mention) | number | place


def _usual(several: Sequence[frozenset[str]]) -> frozenset[str]:
    """What many of the bodies have."""
    counts = Counter(mark for marks in several for mark in marks)
    most = max(FEW, len(several) // 4)
    return frozenset(mark for mark, count in counts.items() if count > most)
