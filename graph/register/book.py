"""The register itself: entries by slug and by identity, read from its file and written to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from graph.errors import DatasetError
from graph.model import ActClaims, Mention
from graph.register.apart import FORM, Named, in_form, made_apart, words_of
from graph.register.doubt import FEW, Doubt, find_doubts, telling
from graph.register.entry import Decision, Entry, Identity
from graph.register.identity import at_home, identity_of, is_guessed
from graph.register.index import Index
from graph.register.links import Links, Partner, find_links, partners_of, uncertain
from graph.register.merging import in_force, merged_by
from graph.register.order import Editions
from graph.register.resolution import (
    Earlier,
    Near,
    Ordered,
    Resolution,
    home_of,
)
from graph.register.roll import Roll
from graph.words import slug

#: The version of the file's form.
VERSION = 1


class Register:
    """Bodies and their slugs. Resolving acts adds what is new and changes no slug."""

    def __init__(self, entries: Iterable[Entry] = (), decisions: Sequence[Decision] = ()) -> None:
        self.decisions = tuple(decisions)
        self._entries: dict[str, Entry] = {}
        self._numbers: dict[str, int] = {}
        self._index = Index()
        self._links = Links()
        self._apart: set[str] = set()
        self._across: dict[tuple[str, str], tuple[str, float]] = {}
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

    def entry(self, name: str) -> Entry | None:
        """The entry with a slug, if there is one."""
        return self._entries.get(name)

    def resolve(self, acts: Iterable[ActClaims]) -> Resolution:
        """The slug of every mention in the acts, whatever their order.

        New entries are made in order of act date, number, clause and position; what decisions
        merge is merged after that, so that no decision changes the slug of a third body.
        """
        return self.resolve_in_turn(map(Ordered.of, acts))

    def resolve_in_turn(self, acts: Iterable[Ordered]) -> Resolution:
        """As `resolve`; no more acts are in memory at once than one has editions."""
        by_act: dict[str, dict[Mention, str]] = {}
        for key, slugs in self.resolve_each(acts):
            by_act.setdefault(key, {}).update(slugs)
        return self._decided(by_act)

    def resolve_each(self, acts: Iterable[Ordered]) -> Iterator[tuple[str, dict[Mention, str]]]:
        """The key of each act with the slug of each mention in one edition, in order of the acts.

        Nothing is kept but what the register holds of bodies, before decisions.
        """
        ordered = sorted(acts, key=lambda one: one.order)
        editions = Editions(ordered)
        self._across.clear()
        self._links = find_links(editions.all())
        doubted: dict[str, list[tuple[str, str, float]]] = {key: [] for key in editions.known}
        for one in ordered:
            roll, near = editions.near(one)
            pairs = self._links.pairs(near)
            homes = {roll.language: home_of(roll) for roll in near} if pairs else {}
            slugs = self._resolve_act(roll, partners_of(pairs, one.language, homes), near)
            together = editions.together(one, slugs)
            if together:
                doubted[one.key] = uncertain(pairs, together)
            yield one.key, slugs
        for named in doubted.values():
            for name, other, score in named:
                self._note_across(name, other, "edition", score)

    def _decided(self, by_act: dict[str, dict[Mention, str]]) -> Resolution:
        """What was resolved, as decisions have it, now and until the day of each."""
        days = sorted({one.when for one in self.decisions})
        held = [merged_by(in_force(self.decisions, day), self.entries) for day in (*days, None)]
        earlier = tuple(
            Earlier(day, _mapped(by_act, before))
            for day, (before, after) in zip(days, pairwise(held), strict=True)
            if before != after
        )
        still, settled = self._doubts(held[-1])
        return Resolution(
            _mapped(by_act, held[-1]), still, held[-1], earlier, self.decisions, settled
        )

    def _note_across(self, one: str, other: str, kind: str, score: float) -> None:
        if one != other:
            both = min(one, other), max(one, other)
            known = self._across.get(both)
            if known is None or known[1] < score:
                self._across[both] = kind, score

    def _resolve_act(
        self, roll: Roll, partners: dict[Mention, Partner], editions: Sequence[Roll]
    ) -> dict[Mention, str]:
        apart = made_apart(editions, lambda body, one: identity_of(body, home_of(one)))
        place = _Place(roll.key, home_of(roll), partners=partners, apart=apart)
        pairs = roll.renamed
        olds = {self._identity(old, place).key for old, _ in pairs}
        for old, new in pairs:
            key = self._identity(new, place).key
            if key in olds:
                place.swapped[new] = old
            else:
                place.former[key] = old
        return {mention: self._slug(mention, place) for mention in place.each(roll)}

    def _slug(self, mention: Mention, place: _Place) -> str:
        if mention in place.swapped:
            return self._slug(place.swapped[mention], place)
        identity = self._identity(mention, place)
        twin = self._twin(mention, place)
        known = self._find(twin, place.act) if twin else None
        entry = self._find(identity, place.act) or known or self._renamed(identity, place)
        entry = entry or self._linked(identity) or self._make(mention, identity)
        self._note(entry, identity)
        if twin is not None and known in (None, entry):
            self._note(entry, twin)
        elif known is not None and twin is not None:
            self._note_across(entry.slug, known.slug, "edition", 1.0)
        for alike in self._links.alike.get(identity.key, ()):
            other = self._index.by_key(alike.key)
            if other is not None:
                self._note_across(entry.slug, other.slug, "history", 1.0)
        entry.seen.setdefault((mention.whole, place.act), place.clause)
        return entry.slug

    def _twin(self, mention: Mention, place: _Place) -> Identity | None:
        """Who the mention is by its name in the other edition of the act, where that is certain."""
        if mention not in place.partners:
            return None
        other, home = place.partners[mention]
        return self._identity(other, _Place(place.act, home, place.clause, apart=place.apart))

    def _renamed(self, identity: Identity, place: _Place) -> Entry | None:
        """The entry of a body that the act being read renames to this."""
        old = place.former.get(identity.key)
        if old is None:
            return None
        former = self._identity(old, place)
        return self._find(former) or self._linked(former) or self._make(old, former)

    def _linked(self, identity: Identity) -> Entry | None:
        """The entry of a body that some act certainly calls this as well.

        A name that tells no place means the body at home where the act is.
        """
        alike = self._links.alike
        keys = dict.fromkeys((identity.key, at_home(identity).key))
        others = (other for key in keys for other in alike.get(key, ()))
        return next((entry for other in others if (entry := self._find(other))), None)

    def _identity(self, mention: Mention, place: _Place) -> Identity:
        within = self._slug(mention.within, place) if mention.within is not None else ""
        identity = identity_of(mention, place.home, within)
        form = mention.form
        made = form is not None and place.apart.get(words_of(identity)) == form
        if form and (made or identity.words in self._apart):
            own = in_form(identity, form)
            return own if made or self._find(own) else identity
        return identity

    def _find(self, identity: Identity, act: str = "") -> Entry | None:
        """The entry that certainly is the same body, or None; what an act names in full and in
        short is one.
        """
        known = self._index.by_key(identity.key)
        if known is not None or identity.within:
            return known
        found = self._index.candidates(identity)
        if len(found) != 1:
            return None
        here = any(act == other for _, other in found[0].seen)
        return found[0] if here or not is_guessed(identity, found[0].identity) else None

    def _make(self, mention: Mention, identity: Identity) -> Entry:
        """A new entry; those that the name may mean as well, when they are few, are doubted."""
        entry = Entry(self._free(slug(_spoken(mention), mention.language)), identity)
        alike = [] if identity.within else self._index.candidates(identity)
        for other in alike if len(alike) <= FEW else ():
            self._note_across(entry.slug, other.slug, "unplaced", 0.5)
        self._add(entry)
        return entry

    def _free(self, base: str) -> str:
        """The slug, or the first one free with a number after it."""
        name, number = base, self._numbers.get(base, 1)
        while name in self._entries or (number > 1 and name == base):
            number += 1
            name = f"{base}-{number}"
        self._numbers[base] = number
        return name

    def _add(self, entry: Entry) -> None:
        entry.keys.add(entry.identity.key)
        if FORM in entry.identity.above:
            self._apart.add(entry.identity.words)
        self._entries[entry.slug] = entry
        self._index.add(entry, sorted(entry.keys))

    def _note(self, entry: Entry, identity: Identity) -> None:
        """What one more mention tells of an entry: another key, or a place not known before."""
        if identity.key not in entry.keys:
            entry.keys.add(identity.key)
            self._index.add(entry, [identity.key])
        if identity.placed and not entry.identity.placed and identity.words == entry.identity.words:
            places, national = identity.places, identity.national
            self._index.move(entry, replace(entry.identity, places=places, national=national))

    def _doubts(self, became: Mapping[str, str]) -> tuple[tuple[Doubt, ...], tuple[Doubt, ...]]:
        """The doubts that are open, and those that decisions settled, both in order of slugs."""
        across = telling({Doubt(*both, *why) for both, why in self._across.items()})
        known = {(one.one, one.other) for one in across}
        near = {one for one in find_doubts(self.entries) if (one.one, one.other) not in known}
        decided = {frozenset((one.one, one.other)) for one in self.decisions}
        closed: list[Doubt] = []
        still: list[Doubt] = []
        for doubt in sorted(near | across):
            one, other = (became.get(name, name) for name in (doubt.one, doubt.other))
            done = one == other or frozenset((doubt.one, doubt.other)) in decided
            (closed if done else still).append(doubt)
        return tuple(still), tuple(closed)


@dataclass
class _Place:
    """Where in the acts a mention stands: the act, its issuer's home, the clause.

    `former` are the bodies that the act renames, by the key of the new name; `swapped` those
    whose new name is the old name of another; `partners` what the other edition of the act calls
    a body, and where that edition's issuer is at home; `apart` are the names under which the act
    makes one body and ends another, with the legal form of the one that it makes.
    """

    act: str
    home: Near
    clause: str = ""
    former: dict[str, Mention] = field(default_factory=dict)
    swapped: dict[Mention, Mention] = field(default_factory=dict)
    partners: dict[Mention, Partner] = field(default_factory=dict)
    apart: Mapping[Named, str] = field(default_factory=dict)

    def each(self, roll: Roll) -> Iterator[Mention]:
        """Every mention of an act, this place going along."""
        for mention, self.clause in roll.named:
            yield mention


def _mapped(
    by_act: dict[str, dict[Mention, str]], became: dict[str, str]
) -> dict[str, dict[Mention, str]]:
    """The slugs with those that gave way replaced."""
    if not became:
        return by_act
    return {
        act: {mention: became.get(name, name) for mention, name in slugs.items()}
        for act, slugs in by_act.items()
    }


def _spoken(mention: Mention) -> str:
    """What the slug is made of: the own name; a place before it if it begins like any word."""
    own, place = mention.own, mention.place
    if place is None or mention.within is not None or own[:1].isupper() or not own[:1].isalpha():
        return own
    return f"{place} {own}"
