"""What the register holds of one body, and what people decided about two."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mention says of who it is, in the form for comparing.

    `places` are outermost first, `national` where the country stands instead of them; `above`
    tells bodies apart whose own words do not; `within` is the slug of the body of a unit; `near`
    are the places of the issuer of the act, for names that tell no place. `name` is the name that
    a body of the whole country has in every language: it tells all.
    """

    nature: str
    words: str
    places: tuple[str, ...] = ()
    national: bool = False
    above: str = ""
    within: str = ""
    near: tuple[str, ...] = ()
    name: str = ""

    @property
    def placed(self) -> bool:
        """Whether the name itself tells where it holds."""
        return bool(self.places) or self.national or bool(self.within)

    @property
    def key(self) -> str:
        """The identity in one line: equal for mentions that are certainly of one body."""
        if self.name:
            return f"{self.nature}|@{self.name}"
        scope = "/".join(self.places) or ("*" if self.national else "?" + "/".join(self.near))
        return "|".join((self.nature, self.words, scope, self.above, self.within))


@dataclass(slots=True)
class Entry:
    """A body: the slug that it keeps, who it is, the keys that lead to it.

    `seen` holds each name with each act that uses it, and the first clause of the act that does.
    """

    slug: str
    identity: Identity
    keys: set[str] = field(default_factory=set)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The entry as it stands in the register's file, everything in order."""
        one = self.identity
        return {
            "slug": self.slug,
            "nature": one.nature,
            "words": one.words,
            "places": list(one.places),
            "national": one.national,
            "above": one.above,
            "within": one.within,
            "near": list(one.near),
            "name": one.name,
            "keys": sorted(self.keys),
            "seen": [
                {"name": name, "act": act, "clause": clause}
                for (name, act), clause in sorted(self.seen.items())
            ],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Entry:
        """The entry that `as_json` wrote; KeyError or TypeError for anything else."""
        identity = Identity(
            data["nature"],
            data["words"],
            tuple(data["places"]),
            bool(data["national"]),
            data["above"],
            data["within"],
            tuple(data["near"]),
            str(data["name"]),
        )
        seen = {(one["name"], one["act"]): one["clause"] for one in data["seen"]}
        return cls(str(data["slug"]), identity, set(data["keys"]), seen)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of two entries: `merge` into `one`, or `distinct` for good.

    `when` is the day on which it entered the record; a later decision on the same two overrules.
    """

    verdict: str
    one: str
    other: str
    who: str
    when: date
    why: str
