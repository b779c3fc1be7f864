"""What acts tell of two names being one body's: two editions of one act, and renamings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.model import Mention
from graph.register.editions import match_editions
from graph.register.entry import Identity
from graph.register.identity import identity_of
from graph.register.pairs import Pair
from graph.register.resolution import Near, home_of
from graph.register.roll import Roll

#: A mention of another edition, and where the issuer is at home as that edition names it.
Partner = tuple[Mention, Near]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A pair without its words: each mention by its language and its number in its edition."""

    one: tuple[str, int]
    other: tuple[str, int]
    score: float
    certain: bool


@dataclass
class Links:
    """The pairs of each act's editions, and identities that are one body in all acts together.

    `alike` maps a key to the identities that certainly are the same body, in order of their keys;
    a key for which acts tell two different ones has none.
    """

    alike: dict[str, list[Identity]] = field(default_factory=dict)
    _kept: dict[str, list[_Kept]] = field(default_factory=dict)

    def keep(self, one: Roll, other: Roll, pairs: Iterable[Pair]) -> None:
        """Keep the pairs of two editions of an act by numbers: their words are long."""
        first, second = _numbers(one), _numbers(other)
        languages = one.language, other.language
        self._kept.setdefault(one.key, []).extend(
            _Kept(
                (languages[0], first[pair.one]),
                (languages[1], second[pair.other]),
                pair.score,
                pair.certain,
            )
            for pair in pairs
        )

    def pairs(self, acts: Sequence[Roll]) -> list[Pair]:
        """The pairs of the editions of an act."""
        kept = self._kept.get(acts[0].key, ())
        named = {act.language: act.named for act in acts}

        def mention(place: tuple[str, int]) -> Mention:
            return named[place[0]][place[1]][0]

        return [Pair(mention(one.one), mention(one.other), one.score, one.certain) for one in kept]


def _numbers(act: Roll) -> dict[Mention, int]:
    return {mention: number for number, (mention, _) in enumerate(act.named)}


def uncertain(pairs: Iterable[Pair], slugs: Mapping[Mention, str]) -> list[tuple[str, str, float]]:
    """The slugs of the pairs of editions that are not certain, and what speaks for them."""
    return [
        (slugs[pair.one], slugs[pair.other], pair.score)
        for pair in pairs
        if not pair.certain and pair.one in slugs and pair.other in slugs
    ]


def partners_of(
    pairs: Iterable[Pair], language: str, homes: Mapping[str, Near]
) -> dict[Mention, Partner]:
    """What the other edition of an act certainly calls each body that one in `language` names."""
    found: dict[Mention, Partner] = {}
    for pair in pairs:
        if pair.certain:
            for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
                if one.language == language and other.language in homes:
                    found[one] = other, homes[other.language]
    return found


def find_links(editions: Iterable[Sequence[Roll]]) -> Links:
    """The links in acts, given edition by edition in order of languages; the order of the acts
    does not matter, and no more than the editions of one are looked at at once.
    """
    links, told = Links(), _Told()
    for acts in editions:
        for one, other in _both(acts):
            pairs = match_editions(one, other)
            links.keep(one, other, pairs)
            told.add_pairs(pairs, {act.language: home_of(act) for act in acts})
        for act in acts:
            told.add_renamings(act)
    links.alike = told.groups()
    return links


def _both(acts: Sequence[Roll]) -> Iterator[tuple[Roll, Roll]]:
    """The first edition with each of the others: all of them name what it names."""
    return ((acts[0], other) for other in acts[1:])


#: A key, its language, the language of another edition.
_Side = tuple[str, str, str]


@dataclass
class _Told:
    """Pairs of keys as acts tell them."""

    across: dict[_Side, set[str]] = field(default_factory=lambda: defaultdict(set))
    renamed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    made: set[str] = field(default_factory=set)
    known: dict[str, Identity] = field(default_factory=dict)

    def _key(self, mention: Mention, home: Near) -> str:
        identity = identity_of(mention, home)
        self.known.setdefault(identity.key, identity)
        return identity.key

    def add_pairs(self, pairs: Iterable[Pair], homes: Mapping[str, Near]) -> None:
        """The certain pairs of two editions."""
        for pair in pairs:
            if pair.certain and _alone(pair.one) and _alone(pair.other):
                one = self._key(pair.one, homes[pair.one.language])
                other = self._key(pair.other, homes[pair.other.language])
                if one != other:
                    languages = pair.one.language, pair.other.language
                    self.across[one, *languages].add(other)
                    self.across[other, *languages[::-1]].add(one)

    def add_renamings(self, act: Roll) -> None:
        """The renamings of an act, but not where one's new name is another's old name."""
        home = home_of(act)
        pairs = [(o, n) for o, n in act.renamed if _alone(o) and _alone(n)]
        keys = [(self._key(old, home), self._key(new, home)) for old, new in pairs]
        olds, news = {old for old, _ in keys}, {new for _, new in keys}
        for old, new in keys:
            if old not in news and new not in olds:
                self.renamed[old].add(new)
        self.made |= {self._key(one, home) for one in act.created() if _alone(one)}

    def groups(self) -> dict[str, list[Identity]]:
        """For each key the other identities of its body, where all acts tell the same of it."""
        joined: dict[str, set[str]] = defaultdict(set)
        for (one, language, wanted), others in self.across.items():
            for other in others if len(others) == 1 else ():
                if self.across[other, wanted, language] == {one}:
                    joined[one].add(other)
        came: dict[str, set[str]] = defaultdict(set)
        for old, news in self.renamed.items():
            for new in news:
                came[new].add(old)
        for old, news in self.renamed.items():
            for new in news if len(news) == 1 else ():
                if came[new] == {old} and not {old, new} & self.made:
                    joined[old].add(new)
                    joined[new].add(old)
        groups = _closed(joined)
        return {key: [self.known[one] for one in groups[key]] for key in groups}


def _closed(joined: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Each key with all that it reaches."""
    groups: dict[str, list[str]] = {}
    for start in joined:
        if start in groups:
            continue
        group, ahead = {start}, [start]
        while ahead:
            more = joined.get(ahead.pop(), set()) - group
            group |= more
            ahead += more
        for key in group:
            groups[key] = sorted(group - {key})
    return groups


def _alone(mention: Mention) -> bool:
    """Whether a body is named by itself, not as a part of another."""
    return mention.within is None
