"""One printed row of a procedure: its label, who acts, what is done, and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.claims.actors import find_actor
from graph.claims.printed import printed_number
from graph.language import Language
from graph.model import Provision
from graph.words import plain

#: The code of a row that prints no label.
ACTION = "action"
CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a procedure; `action` and `actor` are stretches of its text, in characters."""

    part: Provision
    label: str | None
    kind: str
    action: tuple[int, int]
    actor: tuple[int, int] | None
    minutes: int | None
    days: int | None

    def words(self, stretch: tuple[int, int]) -> str:
        """The words of a stretch."""
        return self.part.text.string[slice(*stretch)]


def read_row(part: Provision, language: Language) -> Row:
    """A row as it is printed."""
    small = plain(part.text.string, language.code)
    label, kind, start = _label(small, language)
    minutes, start, end = _time(small, _rules(language).minutes, start, language)
    if minutes is None:
        hours, start, end = _time(small, _rules(language).hours, start, language)
        minutes = hours * 60 if hours is not None else None
    days, start, end = _time(small[:end], _rules(language).days, start, language)
    actor = find_actor(part.text.string, start, end, language)
    printed = part.text.string[slice(*label)] if label else None
    return Row(part, printed, kind, (start, end), actor, minutes, days)


def _label(small: str, language: Language) -> tuple[tuple[int, int] | None, str, int]:
    """Where the label stands, the kind that it tells, and where the words after it begin."""
    label = _rules(language).label.match(small)
    kinds: Mapping[str, str] = language.section("service")["row"]["kinds"]
    if label is None or label["word"] not in kinds:
        return None, ACTION, 0
    return label.span("label"), kinds[label["word"]], label.end()


def _time(
    small: str, patterns: tuple[re.Pattern[str], ...], start: int, language: Language
) -> tuple[int | None, int, int]:
    """A printed time, and the stretch that is left when it stands at the start or at the end."""
    end = len(small.rstrip(" ;."))
    for pattern in patterns:
        for hit in pattern.finditer(small, start):
            number = printed_number(hit, language.code)
            if number:
                return number[0], *_without(small, start, end, number[1], hit)
    return None, start, end


def _without(small: str, start: int, end: int, begin: int, hit: re.Match[str]) -> tuple[int, int]:
    """The stretch without a time that stands at its start or at its end."""
    if not small[start:begin].strip():
        return hit.end() + len(small[hit.end() :]) - len(small[hit.end() :].lstrip()), end
    if not small[hit.end() : end].strip(" ;."):
        return start, len(small[: hit.start()].rstrip(" ;,"))
    return start, end


@dataclass(frozen=True, slots=True)
class _Rules:
    label: re.Pattern[str]
    minutes: tuple[re.Pattern[str], ...]
    hours: tuple[re.Pattern[str], ...]
    days: tuple[re.Pattern[str], ...]


@cache
def _rules(language: Language) -> _Rules:
    data = language.section("service")
    return _Rules(
        re.compile(data["row"]["label"]),
        tuple(map(re.compile, data["row"]["minutes"])),
        tuple(map(re.compile, data["row"]["hours"])),
        tuple(map(re.compile, data["row"]["days"])),
    )
