"""Words that lead to a deed of the rows under them, as the language data gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache


def leads_stand(told: str, leads: Sequence[str]) -> bool:
    """Whether one of the leads stands in words in lower case; «…» are any words of the sentence."""
    for lead in leads:
        for piece in _pieces(lead):
            if piece not in told:
                break
        else:
            if lead_pattern(lead).search(told):
                return True
    return False


@cache
def _pieces(lead: str) -> tuple[str, ...]:
    """What surely stands where a lead does: most leads are ruled out by it in no time."""
    return tuple(lead.lower().split("…"))


@cache
def lead_pattern(lead: str) -> re.Pattern[str]:
    """A lead as an expression; no other word goes on before it."""
    between = r"[^:;]{0,400}?"
    words = between.join(map(re.escape, lead.split("…")))
    # «образуемых» is no part of «преобразуемых».
    return re.compile(rf"(?<!\w){words}", re.IGNORECASE)
