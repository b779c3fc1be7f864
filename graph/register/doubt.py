"""Pairs of entries that may be one body in two spellings, or two bodies with nearly one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import combinations

from graph.register.entry import Entry

#: Entries that a name may mean, more of which tell nothing.
FEW = 5
#: Words in common that make two names alike, at the least; short names differ by their one word.
COMMON = 3
#: Words from which on two of them may differ.
LONG = 8
#: How like each other two words are that a slip of the pen may have made, from 0 to 1.
SLIP = 0.75
#: The same for words of places, which are alike for better reasons.
SLIP_OF_PLACE = 0.85
#: Letters by which a misspelt head word may be longer: a minister is no misspelt ministry.
LONGEST_SLIP = 2
#: Entries that share one pattern and are compared with each other, at most.
MOST = 50


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two entries by slug: `spelling` if they may be one body, `near-name` if they are nearly
    called alike, `edition` if two editions of an act name them where they should name one,
    `history` if an act renames one to the other or an edition certainly calls it so, and both
    have been bodies of their own; `unplaced` if the name of the one tells no place and may mean
    the other. `score` is how alike they are, from 0 to 1.
    """

    one: str
    other: str
    kind: str
    score: float

    @property
    def id(self) -> str:
        """A short name for the pair, the same in every build: 12 hexadecimal digits."""
        return sha256(f"{self.one}\n{self.other}".encode()).hexdigest()[:12]


def find_doubts(entries: Iterable[Entry]) -> tuple[Doubt, ...]:
    """The doubtful pairs, in order of their slugs; time grows with the number of entries.

    Only entries that share a pattern are compared: most names have none like them. Those of a
    series that one act names side by side are told apart by it: nobody need look at them.
    """
    ordered = sorted(entries, key=lambda entry: entry.slug)
    patterns: dict[int, list[int]] = defaultdict(list)
    for number, entry in enumerate(ordered):
        for pattern in {hash(one) for one in _patterns(entry)}:
            patterns[pattern].append(number)
    pairs = {
        pair
        for alike in patterns.values()
        if len(alike) > 1
        for pair in combinations(alike[:MOST], 2)
    }
    doubts = [_doubt(ordered[one], ordered[other]) for one, other in pairs]
    found = {doubt for doubt in doubts if doubt is not None}
    acts = {entry.slug: {act for _, act in entry.seen} for entry in ordered}
    series = {one for one in series_of(found) if acts[one.one] & acts[one.other]}
    return tuple(sorted(found - series))


def series_of(doubts: Iterable[Doubt]) -> set[Doubt]:
    """Near names of three bodies or more, each near to each other one: they are numbered by a word
    (a place, a station), and nobody takes one for the other.
    """
    near = {frozenset((one.one, one.other)): one for one in doubts if one.kind == "near-name"}
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in near:
        beside[one].add(other)
        beside[other].add(one)
    return {doubt for doubt in near.values() if beside[doubt.one] & beside[doubt.other]}


def telling(doubts: Iterable[Doubt]) -> set[Doubt]:
    """The doubts without those of a name that may mean any of many bodies: that tells nothing."""
    held = set(doubts)
    open_ones = [one for one in held if one.kind == "unplaced"]
    often = Counter(slug for one in open_ones for slug in (one.one, one.other))
    return held - {one for one in open_ones if max(often[one.one], often[one.other]) > FEW}


def _patterns(entry: Entry) -> Iterator[tuple[object, ...]]:
    """What nearly equal names share: their words with one of them, or two of many, left out; and
    their words in a place whose name lacks one letter. A number is never left out: names that
    differ in one are two.
    """
    one = entry.identity
    words = one.words.split()
    for place in _shortened("".join(one.places).replace(" ", "")) if one.places else ():
        yield one.nature, one.above, one.within, one.words, place
    spoken = [at for at, word in enumerate(words) if not any(map(str.isdigit, word))]
    for left in range(3 if len(words) >= LONG else 2 if len(words) >= COMMON else 0):
        for gone in combinations(spoken, left):
            kept = (word for at, word in enumerate(words) if at not in gone)
            yield one.nature, one.within, one.places or one.near, *kept


def _shortened(word: str) -> Iterator[str]:
    """A word, and what is left of it without one of its letters."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _doubt(one: Entry, other: Entry) -> Doubt | None:
    """What kind of doubt a pair is; None where the names differ in a number or too much."""
    first, second = one.identity.words.split(), other.identity.words.split()
    apart = list(_differences(first, second))
    common = len(first) + len(second) - sum(len(a) + len(b) for a, b in apart)
    if not apart:
        return _by_place(one, other)
    score = round(SequenceMatcher(None, one.identity.words, other.identity.words).ratio(), 3)
    if any(map(_numbered, apart)):
        return None
    heads = abs(len(first[-1]) - len(second[-1])) <= LONGEST_SLIP
    if heads and all(_slip(a, b) for a, b in apart):
        return Doubt(one.slug, other.slug, "spelling", score)
    return Doubt(one.slug, other.slug, "near-name", score) if common >= 2 * COMMON else None


def _differences(
    first: Sequence[str], second: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield first[a:b], second[c:d]


def _numbered(apart: tuple[Sequence[str], Sequence[str]]) -> bool:
    """Whether two names differ in a number: they are two, and nobody need look."""
    return all(any(letter.isdigit() for word in words for letter in word) for words in apart)


def _slip(first: Sequence[str], second: Sequence[str], least: float = SLIP) -> bool:
    """Whether one word is the other misspelt or inflected; numbers never are."""
    if len(first) != 1 or len(second) != 1:
        return False
    a, b = first[0], second[0]
    letters = a.isalpha() and b.isalpha()
    return letters and SequenceMatcher(None, a, b, autojunk=False).ratio() >= least


def _by_place(one: Entry, other: Entry) -> Doubt | None:
    """The same words in places spelt nearly alike."""
    first, second = " ".join(one.identity.places), " ".join(other.identity.places)
    apart = list(_differences(first.split(), second.split()))
    joined = first.replace(" ", "") == second.replace(" ", "")
    if not apart or not (joined or all(_slip(a, b, SLIP_OF_PLACE) for a, b in apart)):
        return None
    score = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return Doubt(one.slug, other.slug, "spelling", round(score, 3))
