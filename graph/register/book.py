"""The register itself: entries by slug and by identity, read from its file and written to it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.errors import DatasetError
from graph.model import ActClaims, Mention
from graph.names import national_name, read_name, scope_of
from graph.register.doubt import Doubt, find_doubts
from graph.register.editions import Pair, match_editions, place_word
from graph.register.entry import Decision, Entry, Identity
from graph.register.resolution import (
    COUNTRY,
    Near,
    Resolution,
    act_order,
    home_of,
    mentions_of,
    renamings,
)
from graph.words import slug

#: The version of the file's form.
VERSION = 1


class Register:
    """Bodies and their slugs. Resolving acts adds what is new and changes no slug."""

    def __init__(self, entries: Iterable[Entry] = (), decisions: Sequence[Decision] = ()) -> None:
        self.decisions = tuple(decisions)
        self._merged = {one.other: one.one for one in decisions if one.verdict == "merge"}
        self._entries: dict[str, Entry] = {}
        self._keys: dict[str, Entry] = {}
        self._across: dict[tuple[str, str], float] = {}
        self._indexed: set[tuple[str, str, str, str]] = set()
        self._words: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._add(entry)

    @classmethod
    def load(cls, path: Path | None, decisions: Sequence[Decision] = ()) -> Register:
        """The register of a file that `dump` wrote; an empty one without a file.

        Raises DatasetError when the file is not a register.
        """
        if path is None:
            return cls((), decisions)
        try:
            data = json.loads(path.read_bytes())
            if data["version"] != VERSION:
                raise DatasetError(
                    f"a register of version {VERSION}", str(data["version"]), str(path)
                )
            return cls((Entry.from_json(one) for one in data["bodies"]), decisions)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DatasetError("a register of bodies as JSON", repr(error), str(path)) from error

    def dump(self) -> bytes:
        """The register as JSON: the same bodies, the same bytes."""
        bodies = [self._entries[name].as_json() for name in sorted(self._entries)]
        data = {"version": VERSION, "bodies": bodies}
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in order of their slugs."""
        return tuple(self._entries[name] for name in sorted(self._entries))

    def resolve(self, acts: Iterable[ActClaims]) -> Resolution:
        """The slug of every mention in the acts, whatever their order.

        New entries are made in order of act date, number, clause and position.
        """
        by_act: dict[str, dict[Mention, str]] = {}
        self._across.clear()
        ordered = sorted(acts, key=act_order)
        editions = _editions(ordered)
        for held in ordered:
            pairs = _pairs(held, editions[held.act.key])
            partners = {pair.one: (pair.other, home) for pair, home in pairs if pair.certain}
            slugs = by_act.setdefault(held.act.key, {})
            slugs.update(self._resolve_act(held, partners))
            self._doubt_pairs(pairs, slugs)
        return Resolution(by_act, self._doubts(), dict(sorted(self._merged.items())))

    def _doubt_pairs(
        self, pairs: Iterable[tuple[Pair, Near]], slugs: Mapping[Mention, str]
    ) -> None:
        """Note the pairs of editions that are not certain, when both editions are resolved."""
        for pair, _ in pairs:
            if not pair.certain and pair.one in slugs and pair.other in slugs:
                self._note_across(slugs[pair.one], slugs[pair.other], pair.score)

    def _note_across(self, one: str, other: str, score: float) -> None:
        if one != other:
            both = min(one, other), max(one, other)
            self._across[both] = max(score, self._across.get(both, 0.0))

    def _resolve_act(
        self, held: ActClaims, partners: dict[Mention, tuple[Mention, Near]]
    ) -> dict[Mention, str]:
        place = _Place(held.act.key, home_of(held), partners=partners)
        for old, new in renamings(held):
            place.former[self._identity(new, place).key] = old
        slugs: dict[Mention, str] = {}
        for mention, place.clause in mentions_of(held):
            slugs[mention] = self._slug(mention, place)
        return slugs

    def _slug(self, mention: Mention, place: _Place) -> str:
        identity = self._identity(mention, place)
        twin = self._twin(mention, place)
        known = self._find(twin) if twin else None
        entry = self._find(identity) or known or self._renamed(identity, place)
        if entry is None:
            entry = self._make(mention, identity)
        self._note(entry, identity)
        if twin is not None and known in (None, entry):
            self._note(entry, twin)
        elif known is not None and twin is not None:
            self._note_across(entry.slug, known.slug, 1.0)
        entry.seen.setdefault((mention.whole, place.act), place.clause)
        return self._merged.get(entry.slug, entry.slug)

    def _twin(self, mention: Mention, place: _Place) -> Identity | None:
        """Who the mention is by its name in the other edition of the act, where that is certain."""
        if mention not in place.partners:
            return None
        other, home = place.partners[mention]
        return self._identity(other, _Place(place.act, home, place.clause))

    def _renamed(self, identity: Identity, place: _Place) -> Entry | None:
        """The entry of a body that the act being read renames to this."""
        old = place.former.get(identity.key)
        if old is None:
            return None
        former = self._identity(old, place)
        return self._find(former) or self._make(old, former)

    def _identity(self, mention: Mention, place: _Place) -> Identity:
        scope = scope_of(mention)
        if mention.within is not None:
            return Identity(mention.nature, scope.words, within=self._slug(mention.within, place))
        places = scope.places
        if places and not (scope.own_place or scope.generic or mention.number):
            places = places[:1]
        if 0 < place.home.level < scope.first_level:
            places = (*place.home.places, *places)
        above = _superior(mention) if scope.generic and mention.chain else ""
        national = scope.national and not places
        known = tuple(place_word(name, mention.language) for name in places)
        name = national_name(mention) or ""
        near = tuple(place_word(one, mention.language) for one in place.home.places)
        return Identity(mention.nature, scope.words, known, national, above, near=near, name=name)

    def _find(self, identity: Identity) -> Entry | None:
        """The entry that certainly is the same body, or None."""
        known = self._keys.get(identity.key)
        if known is not None or identity.within:
            return known
        alike = self._words[identity.nature, identity.words, identity.above]
        return _only(
            find_placed(identity, alike) if identity.placed else find_open(identity, alike)
        )

    def _make(self, mention: Mention, identity: Identity) -> Entry:
        name = self._free(slug(_spoken(mention), mention.language))
        entry = Entry(name, identity)
        self._add(entry)
        return entry

    def _free(self, base: str) -> str:
        """The slug, or the first one free with a number after it."""
        name, number = base, 1
        while name in self._entries:
            number += 1
            name = f"{base}-{number}"
        return name

    def _add(self, entry: Entry) -> None:
        one = entry.identity
        entry.keys.add(one.key)
        self._entries[entry.slug] = entry
        for key in entry.keys:
            self._index(key, entry)

    def _index(self, key: str, entry: Entry) -> None:
        """Let an entry be found by a key, and by the words in it where they tell no place."""
        self._keys.setdefault(key, entry)
        nature, words, *_, above, within = (*key.split("|"), "", "")[:5]
        if not within and (entry.slug, nature, words, above) not in self._indexed:
            self._indexed.add((entry.slug, nature, words, above))
            self._words[nature, words, above].append(entry)

    def _note(self, entry: Entry, identity: Identity) -> None:
        """What one more mention tells of an entry: another key, or a place not known before."""
        if identity.key not in entry.keys:
            entry.keys.add(identity.key)
            self._index(identity.key, entry)
        if identity.placed and not entry.identity.placed and identity.words == entry.identity.words:
            places, national = identity.places, identity.national
            entry.identity = replace(entry.identity, places=places, national=national)

    def _doubts(self) -> tuple[Doubt, ...]:
        settled = {frozenset((one.one, one.other)) for one in self.decisions}
        across = {Doubt(*both, "edition", score) for both, score in self._across.items()}
        known = {(one.one, one.other) for one in across}
        near = {one for one in find_doubts(self.entries) if (one.one, one.other) not in known}
        doubts = sorted(near | across)
        return tuple(d for d in doubts if frozenset((d.one, d.other)) not in settled)


@dataclass
class _Place:
    """Where in the acts a mention stands: the act, its issuer's home, the clause.

    `former` are the bodies that the act renames, by the key of the new name; `partners` what the
    other edition of the act calls a body, and where that edition's issuer is at home.
    """

    act: str
    home: Near
    clause: str = ""
    former: dict[str, Mention] = field(default_factory=dict)
    partners: dict[Mention, tuple[Mention, Near]] = field(default_factory=dict)


def _editions(acts: Iterable[ActClaims]) -> dict[str, list[ActClaims]]:
    """The editions of each act, one in each language."""
    found: dict[str, dict[str, ActClaims]] = defaultdict(dict)
    for held in acts:
        found[held.act.key].setdefault(held.act.language, held)
    return {key: list(by_language.values()) for key, by_language in found.items()}


def _pairs(held: ActClaims, editions: Sequence[ActClaims]) -> list[tuple[Pair, Near]]:
    """What other editions call each body, with the home of their issuers."""
    others = [one for one in editions if one.act.language != held.act.language]
    return [(pair, home_of(one)) for one in others for pair in match_editions(held, one)]


def find_placed(identity: Identity, alike: Sequence[Entry]) -> list[Entry]:
    """Entries of the same words without a place of their own, met in acts of this place."""
    homes = {(), COUNTRY, identity.places[:1]}
    return [entry for entry in alike if not entry.identity.placed and entry.identity.near in homes]


def find_open(identity: Identity, alike: Sequence[Entry]) -> list[Entry]:
    """Entries that a name without any place may mean: those at home where the act is; else those
    of the whole country; else, in a national act, the only one there is.
    """
    near = [entry for entry in alike if near_of(entry) == identity.near]
    wide = [entry for entry in alike if entry.identity.national or near_of(entry) in ((), COUNTRY)]
    anywhere = alike if identity.near in ((), COUNTRY) else []
    return near or wide or list(anywhere)


def near_of(entry: Entry) -> tuple[str, ...]:
    """The place in which an entry is at home."""
    return entry.identity.places[:1] or entry.identity.near


def _only(found: Sequence[Entry]) -> Entry | None:
    return found[0] if len(found) == 1 else None


def _superior(mention: Mention) -> str:
    """The words of the nearest superior, for own names that say nothing by themselves."""
    return scope_of(read_name(mention.chain[-1], mention.language)).words


def _spoken(mention: Mention) -> str:
    """What the slug is made of: the own name; a place before it if it begins like any word."""
    own, place = mention.own, mention.place
    if place is None or mention.within is not None or own[:1].isupper() or not own[:1].isalpha():
        return own
    return f"{place} {own}"
