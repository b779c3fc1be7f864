"""Whether words that state a deed order it: they may propose, allow, quote it, or say half."""

from __future__ import annotations

import re
from typing import Any

from graph.grammar import Match
from graph.model import Provision

#: Signs that open a quotation, and that close one.
_OPENING, _CLOSING = ('"', "«", "“"), ('"', "»", "”")
#: Where a sentence of a clause ends, or one of its parts.
_END = re.compile(r"[.;:]\s")


def only_allows(words: str, phrases: dict[str, Any]) -> bool:
    """Whether words before a deed say that it is only allowed or advised."""
    small = words.lower()
    return any(sign in small for sign in phrases.get("not-deeds-before", ()))


def orders_nothing(part: Provision, phrases: dict[str, Any]) -> bool:
    """Whether a clause only proposes a deed, or changes the words of another act."""
    words = part.text.string.lower()
    behind = phrases.get("deeds-behind")
    told = any(sign in words for sign in phrases["not-deeds"])
    return told and not (behind and re.search(behind, words))


def is_quoted(part: Provision, match: Match) -> bool:
    """Whether the verb of a deed begins or ends words in quotes: «слова "Создать …" заменить»."""
    words = part.text.string
    bodies = [one for slot in match.bodies.values() for one in slot]
    first = min((one.start for one in bodies), default=0)
    last = max((one.end for one in bodies), default=len(words))
    before = words[: match.start][-1:] in _OPENING and match.start < first
    return before or (words[match.end : match.end + 1] in _CLOSING and match.end > last)


def is_half(part: Provision, match: Match, rule: dict[str, Any]) -> bool:
    """Whether words beside a deed in its sentence make it part of another that was not read:
    «создать … путем слияния …» of bodies that no name tells.
    """
    if "half-of" not in rule:
        return False
    words = part.text.string
    start = max((one.end() for one in _END.finditer(words, 0, match.start)), default=0)
    end = _END.search(words, match.end)
    beside = f"{words[start : match.start]} {words[match.end : end.start() if end else None]}"
    return any(re.search(sign, " ".join(beside.lower().split())) for sign in rule["half-of"])
