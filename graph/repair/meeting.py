"""How well two stretches of words meet, and which words may be a link: data of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from graph.language import Language
from graph.repair.patterns import filled, pattern

#: No pattern looks at more characters than these on either side of a seam.
_LEFT, _RIGHT = 320, 240
#: Most look at fewer on the left.
_NEAR = 60
#: Ends of words that are kept with what stands there.
_MOST = 4096


@dataclass(frozen=True, slots=True)
class Link:
    """What a link may be: the pattern of all its words, and when the pattern holds."""

    words: re.Pattern[str]
    where: str | None = None  # only where these words (a name in `before`) stand before it
    last: bool = False  # only at the end of a line, as the next one goes on with it


@dataclass(frozen=True)
class Meetings:
    """The seams of a language: what stands before, what after, and the points for each pair."""

    before: dict[str, re.Pattern[str]]
    long_before: dict[str, re.Pattern[str]]
    after: dict[str, re.Pattern[str]]
    seams: dict[str, dict[str, float]]
    links: tuple[Link, ...]
    points: dict[str, float]
    enough: float
    sure: float
    torn: re.Pattern[str]
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def score(self, left: str, right: str) -> float:
        """The points of the seam between two stretches of words; 0 where nothing is known."""
        here = _blanks_closed(left[-_LEFT:])
        there = _blanks_closed(right[:_RIGHT])
        total = 0.0
        for name in self._standing(here):
            total += sum(
                points
                for other, points in self.seams[name].items()
                if self.after[other].match(there)
            )
        return total

    def is_link(self, words: str, left: str | None) -> bool:
        """Whether the words may be a link behind the words `left`; None: at the end of a line."""
        piece = _blanks_closed(words)
        here = None if left is None else _blanks_closed(left[-_LEFT:])
        return any(
            link.words.fullmatch(piece) is not None
            for link in self.links
            if (here is None or not link.last)
            and (link.where is None or (here is not None and self._stands(link.where, here)))
        )

    def _standing(self, left: str) -> tuple[str, ...]:
        """Which names of the seams stand there; a line is tried again and again at the same gap."""
        known = self._known.get(left)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = tuple(name for name in self.seams if self._stands(name, left))
            self._known[left] = known
        return known

    def _stands(self, name: str, left: str) -> bool:
        """Whether the words of a name stand at the end of the words to the left."""
        near = self.before.get(name)
        found = near.search(left[-_NEAR:]) if near else self.long_before[name].search(left)
        return found is not None


def _blanks_closed(words: str) -> str:
    return " ".join(words.split())


@cache
def meetings(language: Language) -> Meetings:
    """The seams of a language; compiled once."""
    data = language.section("repair")["displaced"]
    parts = dict(data["parts"])
    for name in parts:
        parts[name] = filled(parts[name], parts)

    def compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
        return {name: pattern(filled(words, parts)) for name, words in table.items()}

    links = [
        Link(pattern(filled(link["words"], parts)), link.get("where"), link.get("last", False))
        for link in data["links"]
    ]
    seams = {seam["before"]: dict(seam["points"]) for seam in data["seams"]}
    return Meetings(
        compiled(data["before"]),
        compiled(data["long-before"]),
        compiled(data["after"]),
        seams,
        tuple(links),
        dict(data["points"]),
        data["enough"],
        data["sure"],
        pattern(filled(data["torn"], parts)),
    )
