"""What the heading of a list in a regulation says: which competences stand under it, and whose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from graph.language import Language
from graph.model import Mention
from graph.words import plain, read_ending

#: Letters of a word that stay when its ending changes, where a body is itself an «apparatus».
_STEM = 7
#: Letters of the word for an office, at least.
_OFFICE = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What a lead-in says of the items under it; with a `reason` where that is a reading.

    `heading` are its words, `start` where its items begin in the characters of the part;
    a `container` may hold headings of its own; `alone` is the kind where none stands above.
    """

    kind: str
    heading: str
    start: int
    reason: str | None = None
    container: bool = False
    alone: str | None = None


def told_by(words: str, rest: int, body: Mention, language: Language) -> Told | None:
    """What kind of competence a lead-in heads; None where it heads none of the body or its head."""
    data = language.section("regulation")["competence"]
    spoken = plain(words, language.code).split()
    while spoken and spoken[-1] in data["fillers"]:
        spoken.pop()
    for lead in data["leads"]:
        whose = _whose(spoken, lead, language)
        if whose is not None:
            return _of_whom(whose, lead, Told("", words, rest), body, language)
    return None


def head_power(language: Language) -> str:
    """The kind of the powers of a head."""
    return str(language.section("regulation")["competence"]["head-kind"])


def _whose(spoken: Sequence[str], lead: Mapping[str, Any], language: Language) -> list[str] | None:
    """The words that say whose competences a lead heads; None where it is another lead."""
    if "pattern" in lead:
        match = _pattern(lead["pattern"]).fullmatch(" ".join(spoken))
        return None if match is None else (match.groupdict().get("whose") or "").split()
    tail = lead["words"].split()
    return list(spoken[: -len(tail)]) if list(spoken[-len(tail) :]) == tail else None


def _of_whom(
    whose: list[str], lead: Mapping[str, Any], told: Told, body: Mention, language: Language
) -> Told | None:
    data = language.section("regulation")["competence"]
    own = plain(body.own, language.code)
    if any(word in data["others"] and word[:_STEM] not in own for word in whose):
        return None
    heads = set(whose) & set(data["heads"])
    # An office that has a regulation of its own is headed by nobody.
    offices = tuple(word for word in own.split() if len(word) >= _OFFICE)
    if heads and not any(word.startswith(offices) for word in heads):
        return Told(data["head-kind"], told.heading, told.start)
    if whose and "words" in lead and read_ending(whose[-1], language.code)[1] != "gen":
        return None
    return replace(
        told,
        kind=lead["kind"],
        reason=lead.get("reason"),
        container=lead.get("container", False),
        alone=lead.get("alone"),
    )


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
