"""Acts of which other acts, or the editions of one, tell different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rdflib import Literal
from rdflib.term import Node

from graph.dataset import HeldClaim
from graph.findings.asked import Asked, iris, span
from graph.findings.hit import Hit
from ontology import ELI


def days_told_otherwise(asked: Asked) -> Iterator[Hit]:
    """Acts with several days, each with the first words that tell it; days that only the next
    edition tells stand beside. The side file tells one too, where the act prints none.
    """
    here, there = _told(asked), _told(asked.next_edition) if asked.next_edition else {}
    for act, days in here.items():
        key = str(act).rpartition("/")[2]
        held = asked.record.chronicle.acts.get(key)
        others = {day: one for day, one in there.get(act, {}).items() if day not in days}
        shown = {*days, *others, *([Literal(held.day)] if held else [])}
        if len(shown) > 1:
            yield Hit(
                "act-day-differs",
                tuple(span(one) for one in days.values()),
                iris([act]),
                {
                    "act": asked.act_name(key),
                    "days": ", ".join(map(_shown, sorted(shown, key=str))),
                },
                beside=tuple(span(one) for one in others.values()),
            )


def _told(asked: Asked) -> dict[Node, dict[Node, HeldClaim]]:
    """The days of each act, each with the first claim that tells it."""
    found: dict[Node, dict[Node, HeldClaim]] = defaultdict(dict)
    for one in asked.by_predicate[ELI.date_document]:
        found[one.subject].setdefault(one.object, one)
    return found


def _shown(day: Node) -> str:
    """A day as people write it."""
    return f"{day.toPython():%d.%m.%Y}" if isinstance(day, Literal) else str(day)
