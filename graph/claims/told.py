"""Duties in any words: somebody is addressed, and the mood of the verb says that it is an order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.claims.context import Context, Reading
from graph.claims.orders import addressees, duty_kind, state_duty
from graph.language import Language
from graph.model import Provision


def read_told(context: Context, part: Provision) -> Reading:
    """What a body is told to do in words that no rule knows, where none of them may be a deed.

    The addressee begins the clause, or its lead-in.
    """
    reading = Reading()
    mood = _mood(context.language)
    own = next((one.end for one in context.masked(part).found if not one.start), 0)
    lead = context.lead_in(part)
    led = lead if lead is not None and lead.text.string.rstrip().endswith(":") else None
    words = part.text.string[own:]
    if words.rstrip().endswith(":") or not mood.orders(words):
        return reading
    if any(addressees(context, part, None if own else led)):
        state_duty(context, part, duty_kind(context, part), None, reading)
    return reading


@dataclass(frozen=True, slots=True)
class _Mood:
    """How verbs say an order, and which words of a sentence may be those of a deed."""

    verb: re.Pattern[str]
    deeds: re.Pattern[str]

    def orders(self, words: str) -> bool:
        return bool(self.verb.search(words)) and not self.deeds.search(words)


@cache
def _mood(language: Language) -> _Mood:
    data = language.section("phrases")["duty-mood"]
    return _Mood(*(re.compile(data[name], re.IGNORECASE) for name in ("verb", "deeds")))
