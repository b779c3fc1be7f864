"""Numbers in words and figures, and dates as acts print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.language import load
from graph.words.letters import plain

_FIGURES = re.compile(r"\d{1,9}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text, from `start` to `end` in characters."""

    day: date
    start: int
    end: int


def read_number(words: str, language: str) -> int | None:
    """The number that the words begin with: `бес` 5, `жиырма бес` 25, `2 (екі)` 2, `бесінші` 5.

    Figures win over words. None when the words do not begin with a number.
    """
    small = plain(words, language).strip()
    figures = _FIGURES.match(small)
    if figures:
        return int(figures[0])
    return _in_words(_WORD.findall(small), language)


def _in_words(words: Sequence[str], language: str) -> int | None:
    data = load(language).section("numbers")
    thousands, below, known = 0, 0, False
    for word in words:
        value = data["numerals"].get(word, data["ordinals"].get(word))
        if value is None:
            break
        known = True
        if value == 1000:
            thousands, below = thousands + (below or 1) * value, 0
        else:
            below = (below or 1) * value if value == 100 else below + value
        if word in data["ordinals"]:
            break
    return thousands + below if known else None


def find_dates(text: str, language: str) -> list[Dated]:
    """Every date in a text, in order, none overlapping; days that do not exist are left out."""
    small = plain(text, language)
    found: list[Dated] = []
    for pattern in _patterns(language):
        for match in pattern.finditer(small):
            day = _day(match, language)
            if day is not None:
                found.append(Dated(day, *match.span()))
    found.sort(key=lambda dated: (dated.start, -dated.end))
    kept: list[Dated] = []
    for dated in found:
        if not kept or kept[-1].end <= dated.start:
            kept.append(dated)
    return kept


def read_date(text: str, language: str) -> date | None:
    """The first date in a text, or None."""
    return next((dated.day for dated in find_dates(text, language)), None)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    data = load(language).section("numbers")["dates"]
    months = "|".join(re.escape(month) for month in data["months"])
    return tuple(re.compile(one.replace("{month}", months)) for one in data["patterns"])


def _day(match: re.Match[str], language: str) -> date | None:
    parts = match.groupdict()
    if parts.get("month"):
        months = load(language).section("numbers")["dates"]["months"]
        month = months.index(parts["month"]) + 1
    else:
        month = int(parts["number"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
