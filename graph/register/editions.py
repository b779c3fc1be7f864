"""Two editions of one act: which mentions of the one and of the other name one body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.claims.places import find_place
from graph.model import Mention
from graph.names import national_name, read_name, scope_of
from graph.names.lexicon import compiled
from graph.register.roll import Roll
from graph.words import fold, plain, slug

#: The language in which registers tell places.
PLACES_IN = "kk"
#: Letters that two words in different languages must begin with alike to be one borrowed word.
ALIKE = 4
#: A pair that is less like each other than this is none.
LEAST = 0.45
#: By how much the best pair must be better than every other for one of its two mentions.
AHEAD = 0.1
#: How much less likely a pair is whose mentions do not play one part in an event.
ROLE = 0.2
#: How much more likely a pair is whose mentions play one part in the same event, alone.
PART = 0.3
#: How much more likely a pair is whose names say one national body as their superior.
SUPERIOR = 0.12
#: Mentions of one clause that are compared with each other, at most.
MOST = 40
#: How often what is left is looked at again after clear pairs were found.
ROUNDS = 4
#: Words that two names must have borrowed both to be as like as borrowed words can tell.
ENOUGH = 2


#: A body within one edition: its own words, its places, its superiors.
Body = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention, what is equal for all of its body within the edition, what it is in the events of
    its act, and of which of them it alone is that.
    """

    mention: Mention
    body: Body
    roles: frozenset[str]
    parts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """A mention in one edition and the mention of the same body in the other.

    `score` is how much speaks for it, from 0 to 1. `certain`: nothing else in the clause comes
    near, and nothing speaks against it.
    """

    one: Mention
    other: Mention
    score: float
    certain: bool


def match_editions(one: Roll, other: Roll) -> list[Pair]:
    """The pairs of mentions in two editions of one act, in order of the first edition.

    Mentions are compared within one clause (the clause ids of editions are the same) by what does
    not depend on language: the kind, the legal form, the place, the number, the names of national
    bodies, words that both languages borrowed, and the place in the order of the clause. Names
    are never translated. A mention is in one pair at most.
    """
    ones, others = _by_clause(one), _by_clause(other)
    pairs = [pair for clause, left in ones.items() for pair in _pairs(left, others.get(clause, []))]
    return _agreed(pairs)


def _agreed(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, certain only where most clauses that name the body of either mention agree."""
    votes = Counter((_body(pair.one), _body(pair.other)) for pair in pairs if pair.certain)
    best: tuple[dict[Body, int], dict[Body, int]] = ({}, {})
    for both, count in votes.items():
        for side, body in zip(best, both, strict=True):
            side[body] = max(side.get(body, 0), count)

    def most(pair: Pair) -> bool:
        one, other = _body(pair.one), _body(pair.other)
        return votes[one, other] == best[0][one] == best[1][other]

    return [replace(pair, certain=pair.certain and most(pair)) for pair in pairs]


def _by_clause(roll: Roll) -> dict[str, list[Told]]:
    table: dict[str, list[Told]] = defaultdict(list)
    roles, parts = _roles(roll), _parts(roll)
    for mention, clause in roll.named:
        told = Told(mention, _body(mention), frozenset(roles[mention]), frozenset(parts[mention]))
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


def _pairs(left: Sequence[Told], right: Sequence[Told]) -> Iterator[Pair]:
    """The best pairs of one clause, the likeliest first; what is equally like, in its order."""
    rows, columns = range(min(len(left), MOST)), range(min(len(right), MOST))
    in_all = _in_all(left) | _in_all(right)
    scores = {(a, b): _likeness(left[a], right[b], in_all) for a in rows for b in columns}
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


def _body(mention: Mention) -> Body:
    """What is equal for mentions of one body within an edition."""
    scope = scope_of(mention)
    return scope.words, scope.places, mention.chain


def _likeness(one: Told, other: Told, in_all: frozenset[str]) -> float:
    """As `likeness`, less where events of the act tell two different things of the two, more where
    they are the same in the same event.
    """
    alike = likeness(one.mention, other.mention, in_all)
    apart = one.roles and other.roles and not one.roles & other.roles
    same = alike > 0 and one.parts & other.parts
    return round(max(0.0, alike - ROLE * bool(apart) + PART * bool(same)), 3)


def likeness(one: Mention, other: Mention, in_all: frozenset[str] = frozenset()) -> float:
    """How much speaks for two mentions in different languages being of one body, from 0 to
    about 1.2; 0 when something speaks against it: another place, kind, number, legal form,
    ministry. Words that begin as in `in_all` tell nothing.
    """
    names = national_name(one), national_name(other)
    if names[0] and names[0] == names[1]:
        return 1.0
    if names[0] and names[1]:
        return 0.0
    told = (
        (_equal(one.kind, other.kind), 0.1),
        (_one_form(one.form, other.form), 0.08),
        (_equal(one.number, other.number), 0.1),
        (_equal(one.nature, other.nature), 0.0),
    )
    place = _place_likeness(one, other)
    under = _equal(_national_superior(one), _national_superior(other))
    if place is None or under is False or any(test is False for test, _ in told):
        return 0.0
    chain = 0.06 * (len(one.chain) == len(other.chain)) + SUPERIOR * bool(under)
    score = 0.3 + sum(weight for test, weight in told if test) + 0.22 * place + chain
    return round(score + 0.24 * _borrowed(one, other, in_all), 3)


@lru_cache(maxsize=16384)
def _national_superior(mention: Mention) -> str | None:
    """The key of the national body that a name says its body is under, if it says one."""
    if not mention.chain:
        return None
    return national_name(read_name(mention.chain[0], mention.language))


def _equal(one: object, other: object) -> bool | None:
    """Whether two things are equal; None when one of them is not known."""
    return None if one is None or other is None else one == other


def _one_form(one: str | None, other: str | None) -> bool | None:
    """Whether two legal forms are one; None also where one is the other told more closely, whose
    code ends in it: an enterprise of the treasury, a republican one.
    """
    if one is None or other is None or one == other:
        return _equal(one, other)
    return None if one.endswith(other) or other.endswith(one) else False


def _place_likeness(one: Mention, other: Mention) -> float | None:
    """How alike the places of two mentions are, from 0 to 1; None when they are two places."""
    if one.place is None or other.place is None:
        return 0.0
    first = find_place(one.place, one.language)
    second = find_place(other.place, other.language)
    if first and second:
        return 1.0 if first.code == second.code else None
    if _level(one.place, one.language) != _level(other.place, other.language):
        return None
    roots = _roots(one.place, one.language), _roots(other.place, other.language)
    common = len(roots[0] & roots[1])
    return 0.9 * common / max(len(roots[0]), len(roots[1]), 1)


@lru_cache(maxsize=4096)
def _level(place: str, language: str) -> int | None:
    """How deep a place lies, by the noun in its name."""
    words = compiled(language)
    for word in plain(place, language).split():
        form = words.inflections.get(word)
        if form is not None and form.lemma in words.levels:
            return words.levels[form.lemma]
    return None


def _in_all(told: Sequence[Told]) -> frozenset[str]:
    """The beginnings of words that every body named in a clause has in its name."""
    roots = {one.body: _own_roots(one.mention) for one in told}
    return frozenset.intersection(*roots.values()) if len(roots) > 1 else frozenset()


def _borrowed(one: Mention, other: Mention, in_all: frozenset[str]) -> float:
    """How much the words of two names (with their superiors, without places) that begin alike
    tell, from 0 to 1.
    """
    common = (_own_roots(one) & _own_roots(other)) - in_all
    return min(len(common), ENOUGH) / ENOUGH


@lru_cache(maxsize=16384)
def _own_roots(mention: Mention) -> frozenset[str]:
    place = _roots(mention.place, mention.language) if mention.place else frozenset()
    return _roots(mention.whole, mention.language) - place


@lru_cache(maxsize=16384)
def _roots(name: str, language: str) -> frozenset[str]:
    """The beginnings of the words of a name in Latin letters, without the known nouns."""
    known = compiled(language).inflections
    words = (word for word in fold(name, language).split() if word not in known)
    latin = (slug(word, language) for word in words)
    return frozenset(word[:ALIKE] for word in latin if len(word) >= ALIKE)


@lru_cache(maxsize=4096)
def place_word(name: str, language: str) -> str:
    """A place, in the form for comparing, in the language of PLACES_IN where the list of places
    knows it for certain; else as it is named.
    """
    known = find_place(name, language) if language != PLACES_IN else None
    label = known.labels.get(PLACES_IN) if known else None
    return fold(label, PLACES_IN) if label else name
