"""Deeds that share the verb of another: «переименовать X в Y, а Z – в W»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from graph.claims.context import Context
from graph.grammar import Match
from graph.language import Language, load
from graph.model import Provision


def chained(
    context: Context, part: Provision, rule: dict[str, Any], match: Match
) -> Iterator[Match]:
    """The deeds that words join to one, before or behind it, in the order in which they stand."""
    patterns = rule.get("chained", ())
    if not patterns:
        return
    masked = context.smoothed(part)
    beside = [one for two in patterns for one in context.grammar.phrase(two).read(masked)]
    words = part.text.string
    group = [match]
    while more := _next(beside, group, words, context.language):
        group.append(more)
    yield from sorted(group[1:], key=lambda one: one.start)


def paired(context: Context, part: Provision, rule: dict[str, Any], match: Match) -> Match:
    """A deed of pairs without those before it that share its verb: of «X Y, Z W болып қайта
    аталсын» the last pair, not «Y, Z» as one W.
    """
    if "even" not in rule:
        return match
    first, second = rule["pairs"]
    many = len(match.bodies.get(first, ())) - len(match.bodies.get(second, ()))
    if many <= 0 or many == len(match.bodies[first]):
        return match
    left, kept = match.bodies[first][:many], match.bodies[first][many:]
    last = replace(match, bodies={**match.bodies, first: kept}, start=kept[0].start)
    before = {one.end for pair in chained(context, part, rule, last) for one in pair.bodies[second]}
    return last if before.issuperset(one.end for one in left) else match


def without_survivor(match: Match) -> Match:
    """A deed without him who stays among those who end: «X мен Y X-ке қосылсын»."""
    stays = {one.mention.whole for one in match.bodies.get("survivor", ())}
    ended = tuple(one for one in match.bodies.get("ended", ()) if one.mention.whole not in stays)
    return replace(match, bodies={**match.bodies, "ended": ended}) if ended else match


def _next(beside: list[Match], group: list[Match], words: str, language: Language) -> Match | None:
    """One that nothing but a word like «and» parts from the deeds that were found."""
    start, end = min(one.start for one in group), max(one.end for one in group)
    joined = _joined(language.code)
    for one in beside:
        behind = one.start >= end and joined.fullmatch(words, end, one.start)
        before = one.end <= start and joined.fullmatch(words, one.end, start)
        if behind or before:
            return one
    return None


@cache
def _joined(code: str) -> re.Pattern[str]:
    """A sign, a word like «and», or both, and where the next body is."""
    phrases = load(code).section("phrases")
    said = "|".join(map(re.escape, (*phrases["joiners"], *phrases.get("contrasts", ()))))
    placed = phrases.get("placed", "(?!)")
    joins = rf"(?:\s*[,;]\s*(?:(?i:{said})\s+)?|\s+(?i:{said})\s+)(?:{placed})?"
    return re.compile(joins)
