"""What the words above items say of each body that is made there: its legal form, its superior."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.claims.context import Context, Reading
from graph.grammar import Found
from graph.model import Certainty, Evidence, Mention, Provision, Statement
from graph.names import legal_form
from graph.names.lexicon import compiled
from ontology import ROV, SHZ, code

#: Why a claim is read and not stated.
REASON = "said-above"
_WORD = re.compile(r"\S+")


def read_led(context: Context, reading: Reading) -> Reading:
    """The form and the superior of bodies that items name without them.

    «Создать следующие государственные учреждения Министерства: 1) «X»» says of X both; the words
    above and those of the item are quoted.
    """
    added = Reading()
    for event in reading.statements:
        if event.key.startswith("event/"):
            for predicate, body in event.properties:
                if predicate == SHZ.created and isinstance(body, Mention) and _is_bare(body):
                    _read(context, event, body, added)
    return added


def _is_bare(body: Mention) -> bool:
    return body.form is None and not body.chain


def _read(context: Context, event: Statement, body: Mention, reading: Reading) -> None:
    lead = context.lead_of(event.evidence.clause)
    told = _form(context, lead) if lead and lead.text.string.endswith(":") else None
    if lead is None or told is None:
        return
    form, start, end = told
    said = context.evidence(lead, REASON, start, end)
    evidence = _joined(said, event.evidence.clause, body)
    reading.claim(body, ROV.orgType, code("legal-forms", form), evidence)
    above = _owner(context, lead, start, end)
    if above:
        said = context.evidence(lead, REASON, min(start, above.start), max(end, above.end))
        evidence = _joined(said, event.evidence.clause, body)
        reading.claim(body, SHZ.subordinateTo, above.mention, evidence, "name")


def _joined(said: Evidence, clause: str, body: Mention) -> Evidence:
    """The words above and the name on the item together."""
    return replace(
        said,
        clause=clause,
        ranges=said.ranges + body.ranges,
        certainty=Certainty.INTERPRETED,
        reason=REASON,
    )


def _form(context: Context, lead: Provision) -> tuple[str, int, int] | None:
    """The legal form that words name outside of any body, and where it stands."""
    taken = [(one.start, one.end) for one in context.masked(lead).found]
    for form, start, end in _forms(lead.text.string, context.language.code):
        if not any(a < end and start < b for a, b in taken):
            return form, start, end
    return None


def _forms(words: str, language: str) -> Iterator[tuple[str, int, int]]:
    """The legal forms that words name, the longest at each place first."""
    for hit in _WORD.finditer(words):
        if compiled(language).head_first:
            if told := legal_form(words[hit.start() :], language):
                yield told[0], told[1] + hit.start(), told[2] + hit.start()
        elif told := legal_form(words[: hit.end()], language):
            yield told


def _owner(context: Context, lead: Provision, start: int, end: int) -> Found | None:
    """The body in the genitive right beside a form."""
    words = lead.text.string
    between = context.language.section("phrases").get("led", {}).get("between", ())
    for one in context.masked(lead).found:
        beside = words[end : one.start] if one.start >= end else words[one.end : start]
        if one.case == "gen" and (not beside.strip() or beside.strip().lower() in between):
            return one
    return None
