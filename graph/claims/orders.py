"""What an act approves, and what it orders somebody to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.claims.context import Context, Reading
from graph.claims.events import matches
from graph.grammar import Match
from graph.model import Fault, Mention, Provision, ProvisionKind, Ref
from ontology import SHZ, code


def read_approval(context: Context, part: Provision) -> Reading:
    """What a clause approves: one thing in the sentence, or the items under it."""
    reading = Reading()
    data = context.language.section("phrases")["approval"]
    closed = _closed(context, part, data)
    if closed or any(matches(context, part, data["items"])):
        for item in part.children:
            _approve(context, item, 0, _before_verb(context, item, data), reading)
        reading.read.add(part.eid)
        return reading
    for match in matches(context, part, data["one"]):
        _approve(context, part, *match.words["what"], reading)
    if not reading.read and part.eid.startswith("point_") and "__" not in part.eid:
        for match in matches(context, part, data["begins"]):
            if not part.text.string[: match.start].strip():
                _approve(context, part, *match.words["what"], reading)
    return reading


def _before_verb(context: Context, item: Provision, data: dict[str, Any]) -> int:
    """Where the words for what is approved end: the last item may end in the verb of all."""
    verbs = [match.start for match in matches(context, item, data.get("closes", []))]
    return verbs[-1] if verbs else len(item.text)


def _closed(context: Context, part: Provision, data: dict[str, Any]) -> bool:
    """Whether the verb of approval stands behind the last of the items that a clause opens."""
    if not part.children or not any(matches(context, part, data.get("opens", []))):
        return False
    return any(matches(context, part.children[-1], data["closes"]))


def _approve(context: Context, part: Provision, start: int, end: int, reading: Reading) -> None:
    evidence = context.evidence(part, "approval", start, end)
    words = part.text.string[start:end].strip(" ;.")
    kinds = approved_kinds(context, words)
    bodies = [f.mention for f in context.masked(part).found if start <= f.start and f.end <= end]
    attached = _attached(context, kinds, bodies)
    reading.state(
        f"approval/{part.eid}",
        SHZ.Approval,
        evidence,
        (SHZ.statedText, context.literal(words)),
        *((SHZ.approves, Ref("clause", f"{context.act.key}/{eid}")) for eid in attached),
        *((SHZ.approvedKind, code("act-types", kind)) for kind in kinds),
    )
    if not attached:
        reading.faults.append(Fault("attachment-missing", part.eid, evidence.ranges, words))
    reading.read.add(part.eid)


def approved_kinds(context: Context, words: str) -> list[str]:
    """Codes of what the words name (a regulation, a structure, a balance sheet …), in order."""
    kinds = context.language.section("phrases")["approval"]["kinds"]
    folded = words.lower()
    return list(dict.fromkeys(kind for stem, kind in kinds.items() if stem in folded))


def _attached(context: Context, kinds: list[str], bodies: list[Mention]) -> list[str]:
    """The appendices whose heading names the same kind of thing for the same body."""
    owners = {context.fold(one.own) for one in bodies}
    found = []
    for part in context.document.walk():
        if part.kind is not ProvisionKind.APPENDIX:
            continue
        heading = next((p for p in part.children if p.kind is ProvisionKind.HEADING), None)
        if heading is None or not set(approved_kinds(context, heading.text.string)) & set(kinds):
            continue
        named = {context.fold(f.mention.own) for f in context.masked(heading).found}
        if named == owners or named & owners:
            found.append(part.eid)
    return found


def read_duty(context: Context, part: Provision) -> Reading:
    """What somebody is told to do; who is told stands in the clause or in its lead-in."""
    reading = Reading()
    if _heads_duties(context, part):
        for item in part.children:
            kind = duty_kind(context, item)
            state_duty(context, item, kind, None, reading)
        reading.read.add(part.eid)
        return reading
    for rule in context.language.section("phrases")["duty"]:
        for match in matches(context, part, rule["phrases"]):
            _duty(context, part, match, rule["kind"], reading)
            return reading
    return reading


def _heads_duties(context: Context, part: Provision) -> bool:
    """Whether each item under a clause is a duty: its lead-in or its last item says so."""
    items = [child for child in part.children if child.kind is ProvisionKind.ITEM]
    if not items or not part.text.string.rstrip().endswith(":"):
        return False
    data = context.language.section("phrases")["duty-items"]
    if not any(addressees(context, items[0], part)):
        return False
    if any(matches(context, part, data["leads"])):
        return True
    # In Kazakh the verb stands behind the last item; items with a verb of their own are clauses.
    before = items[:-1]
    return any(matches(context, items[-1], data["last"])) and not any(
        any(matches(context, one, rule["phrases"]))
        for one in before
        for rule in context.language.section("phrases")["duty"]
    )


def duty_kind(context: Context, part: Provision) -> str:
    """The kind of a duty by the first sign that its words hold."""
    signs: dict[str, str] = context.language.section("phrases")["duty-items"]["signs"]
    words = part.text.string.lower()
    return next((kind for sign, kind in signs.items() if sign in words), "other")


def _duty(context: Context, part: Provision, match: Match, kind: str, reading: Reading) -> None:
    who = part.text.string[slice(*match.words["who"])] if "who" in match.words else None
    state_duty(context, part, kind, who, reading)


def state_duty(
    context: Context, part: Provision, kind: str, control: str | None, reading: Reading
) -> None:
    """Note a duty of its addressees; the lead-in of an item is understood with it."""
    evidence = context.evidence(part, "duty")
    lead = context.lead_in(part)
    reading.state(
        f"duty/{part.eid}",
        SHZ.Duty,
        evidence,
        (SHZ.dutyKind, code("duty-kinds", kind)),
        (SHZ.statedText, context.literal(part.text.string.strip(" ;"))),
        (SHZ.orderedBy, Ref("clause", f"{context.act.key}/{part.eid}")),
        (SHZ.heading, context.literal(lead.text.string.strip(" :")) if lead else None),
        *((SHZ.performedBy, one) for one in addressees(context, part, lead)),
        (SHZ.controlAssignedTo, context.literal(control) if control else None),
    )
    reading.read.add(part.eid)
    if lead:
        reading.read.add(lead.eid)


def addressees(context: Context, part: Provision, lead: Provision | None) -> Iterator[Mention]:
    """Bodies in the nominative before the deed: in the clause itself, else in its lead-in."""
    for source in (part, lead):
        if source is None:
            continue
        cases = context.language.section("phrases")["addressee-cases"]
        named = [f.mention for f in context.masked(source).found if f.case in cases and not f.start]
        if named:
            yield named[0]
            return
