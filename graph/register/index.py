"""Where entries are found: by the key of an identity, by its words and the place they hold in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from graph.register.doubt import FEW
from graph.register.entry import Entry, Identity
from graph.register.resolution import COUNTRY

#: What is equal for identities that only a place can tell apart: nature, words, above.
Alike = tuple[str, str, str]
Slugs = dict[str, Entry]


class Index:
    """Entries by key, and those of the same words by the place in which they are at home.

    No look-up takes longer because many bodies share their words: a school with number 1 is in
    every district.
    """

    def __init__(self) -> None:
        self._keys: dict[str, Entry] = {}
        self._all: dict[Alike, Slugs] = defaultdict(dict)
        self._national: dict[Alike, Slugs] = defaultdict(dict)
        self._homes: dict[Alike, dict[tuple[str, ...], Slugs]] = defaultdict(dict)
        self._unplaced: dict[Alike, dict[tuple[str, ...], Slugs]] = defaultdict(dict)

    def add(self, entry: Entry, keys: Iterable[str]) -> None:
        """Let an entry be found by keys, and by the words in them where they tell no place."""
        for key in keys:
            self._keys.setdefault(key, entry)
            alike = _alike(key)
            if alike and entry.slug not in self._all[alike]:
                self._all[alike][entry.slug] = entry
                self._place(alike, entry)

    def _place(self, alike: Alike, entry: Entry) -> None:
        one = entry.identity
        self._homes[alike].setdefault(near_of(one), {})[entry.slug] = entry
        if not one.placed:
            self._unplaced[alike].setdefault(one.near, {})[entry.slug] = entry
        if one.national:
            self._national[alike][entry.slug] = entry

    def move(self, entry: Entry, identity: Identity) -> None:
        """Give an entry that was met without a place the identity with the place it has."""
        before, entry.identity = entry.identity, identity
        for alike in {one for key in entry.keys if (one := _alike(key))}:
            self._homes[alike][near_of(before)].pop(entry.slug, None)
            self._unplaced[alike].get(before.near, {}).pop(entry.slug, None)
            self._place(alike, entry)

    def by_key(self, key: str) -> Entry | None:
        """The entry to which a key leads."""
        return self._keys.get(key)

    def candidates(self, identity: Identity) -> list[Entry]:
        """The entries that an identity without a key here may mean, FEW + 1 of them at most."""
        alike = identity.nature, identity.words, identity.above
        choices = self._in_place if identity.placed else self._open
        for choice in choices(alike, identity):
            first = islice(chain.from_iterable(held.items() for held in choice), 2 * (FEW + 1))
            if found := list(dict(first).values())[: FEW + 1]:
                return found
        return []

    def _in_place(self, alike: Alike, identity: Identity) -> Iterator[list[Slugs]]:
        """Entries of the same words without a place of their own, met in acts of this place."""
        nears = dict.fromkeys(((), COUNTRY, identity.places[:1]))
        yield [self._unplaced[alike].get(near, {}) for near in nears]

    def _open(self, alike: Alike, identity: Identity) -> Iterator[list[Slugs]]:
        """Entries that a name without any place may mean: those at home where the act is; else
        those of the whole country; else, in a national act, all there are.
        """
        homes = self._homes[alike]
        yield [homes.get(identity.near, {})]
        yield [self._national[alike], homes.get((), {}), homes.get(COUNTRY, {})]
        if identity.near in ((), COUNTRY):
            yield [self._all[alike]]


def near_of(identity: Identity) -> tuple[str, ...]:
    """The place in which a body is at home."""
    return identity.places[:1] or identity.near


def _alike(key: str) -> Alike | None:
    """The words of a key; None for one of an inner unit, which nothing but its key tells."""
    nature, words, *_, above, within = (*key.split("|"), "", "")[:5]
    return None if within else (nature, words, above)
