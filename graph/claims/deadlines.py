"""Deadlines of a service: working or calendar days, each with the condition printed before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rdflib import Literal, URIRef

from graph.claims.context import Context, Reading
from graph.claims.printed import printed_number
from graph.language import Language
from graph.model import Provision, Ref
from graph.words import plain
from ontology import SHZ

#: The words that announce a deadline stand near the start of their paragraph.
_REACH = 120


def tells_deadline(part: Provision, language: Language) -> bool:
    """Whether a paragraph begins by announcing the deadline of the service."""
    leads: list[str] = language.section("service")["deadline"]["leads"]
    start = plain(part.text.string[:_REACH], language.code)
    return any(lead in start for lead in leads)


def read_deadlines(
    part: Provision, service: Ref, context: Context, reading: Reading, told: bool = False
) -> None:
    """Note every number of days of a paragraph that announces deadlines, or that stands under one
    that does (`told`).
    """
    if not told and not tells_deadline(part, context.language):
        return
    reading.read.add(part.eid)
    small = plain(part.text.string, context.language.code)
    after = 0
    for count, (days, number, start, end) in enumerate(_days(small, context.language), 1):
        condition = _condition(small, after, start)
        after = end
        begin, stop = condition or (start, start)
        reading.state(
            f"deadline/{part.eid}-{count}",
            SHZ.ConditionalDeadline,
            context.evidence(part, "deadline", begin, end),
            (days, Literal(number)),
            (SHZ.position, Literal(count)),
            (SHZ.condition, context.literal(part.text.string[begin:stop]) if condition else None),
            of=(service, SHZ.conditionalDeadline),
        )


def _days(small: str, language: Language) -> Iterator[tuple[URIRef, int, int, int]]:
    """Numbers of days, in order: in which days they count, the number, and its place."""
    found = []
    for property_, pattern in _patterns(language):
        for hit in pattern.finditer(small):
            number = printed_number(hit, language.code)
            if number:
                found.append((property_, number[0], number[1], hit.end()))
    return iter(sorted(found, key=lambda one: one[2]))


def _condition(small: str, after: int, start: int) -> tuple[int, int] | None:
    """Where the words of a condition stand: between the last comma and the dash before a number."""
    dash = re.search(r"\s*[-–—]\s*$", small[after:start])
    if dash is None:
        return None
    end = after + dash.start()
    begin = max(small.rfind(mark, after, end) + 1 for mark in ",;:")
    begin = max(begin, after)
    begin += len(small[begin:end]) - len(small[begin:end].lstrip())
    return (begin, end) if begin < end else None


@cache
def _patterns(language: Language) -> tuple[tuple[URIRef, re.Pattern[str]], ...]:
    data = language.section("service")["deadline"]
    return (
        (SHZ.workingDays, re.compile(data["working"])),
        (SHZ.calendarDays, re.compile(data["calendar"])),
    )
