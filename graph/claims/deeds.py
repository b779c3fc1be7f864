"""Deeds in the rows of a list: heading, lead-in or last row say what is done to each."""

from __future__ import annotations

import re
from typing import Any

from graph.claims.context import Context, Reading
from graph.claims.events import make_event
from graph.claims.printed import heading_of
from graph.grammar import Match
from graph.model import Provision, ProvisionKind

_ROWS = {ProvisionKind.POINT, ProvisionKind.ITEM, ProvisionKind.INDENT, ProvisionKind.ROW}
#: What may stand in a row beside the deed: a number, brackets, the end of the sentence.
_BESIDE = re.compile(r"[\W\d_]*(?:\([^()]*\)[\W\d_]*)*")


def read_deed_rows(context: Context, part: Provision) -> Reading:
    """The events that the rows under a part state, each by the first rule whose row fits.

    A row is read only where it is nothing but the deed; one that is more stays for other rules.
    """
    reading = Reading()
    rows = [child for child in part.children if child.kind in _ROWS]
    if not rows:
        return reading
    told = _told(part, rows)
    rules = [
        rule
        for rule in context.language.section("phrases")["event"]
        if any(lead in told for lead in rule.get("leads", ()))
        and not any(lead in told for lead in rule.get("not-leads", ()))
    ]
    for row in rows:
        found = _deed(context, row, rules)
        if found:
            make_event(context, row, *found, 1, reading)
            reading.read.add(row.eid)
    if reading.read:
        reading.read.add(part.eid)
    return reading


def _told(part: Provision, rows: list[Provision]) -> str:
    """The words that say which deed it is, in lower case."""
    heading = heading_of(part)
    words = (heading.text.string if heading else "", part.text.string, rows[-1].text.string)
    return " ".join(words).lower()


def _deed(
    context: Context, row: Provision, rules: list[dict[str, Any]]
) -> tuple[dict[str, Any], Match] | None:
    masked, words = context.smoothed(row), row.text.string
    for rule in rules:
        for pattern in rule.get("rows", ()):
            for match in context.grammar.phrase(pattern).read(masked):
                before, after = words[: match.start], words[match.end :]
                if _BESIDE.fullmatch(before) and _ends(after, rule):
                    return rule, match
    return None


def _ends(after: str, rule: dict[str, Any]) -> bool:
    """Whether only signs, brackets, or the verb that closes the list follow."""
    rest = _BESIDE.sub("", after, count=1).lower()
    return not rest or any(lead in rest for lead in rule.get("leads", ()))
