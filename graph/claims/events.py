"""Deeds that an act orders: what became of whom, who moved where, who succeeds to whose rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from rdflib import URIRef

from graph.claims.cells import in_one_piece, torn
from graph.claims.chained import chained, paired, without_survivor
from graph.claims.context import Context, Reading
from graph.claims.ordering import is_half, is_quoted, only_allows, orders_nothing
from graph.claims.printed import listed
from graph.grammar import Found, Match
from graph.model import Certainty, Evidence, Object, Provision, Range, Ref, When
from ontology import ORG, SHZ, code

#: The slots of a phrase and the property that each becomes, in the order of the model's table.
_ROLES = {
    "survivor": SHZ.survivor,
    "ended": SHZ.ended,
    "joined": SHZ.ended,
    "created": SHZ.created,
    "transferred": SHZ.transferred,
    "from": SHZ.fromBody,
    "to": SHZ.toBody,
    "renamed": SHZ.renamed,
}
#: The names that a renaming states, whole.
_NAMES = {"renamed": SHZ.oldName, "new": SHZ.newName}
#: What ORG calls them: originals are survivors and ended ones, results are created ones.
_ORG_ROLES = {
    "survivor": ORG.originalOrganization,
    "ended": ORG.originalOrganization,
    "joined": ORG.originalOrganization,
    "created": ORG.resultingOrganization,
    "other": ORG.resultingOrganization,
}


@dataclass(frozen=True, slots=True)
class Order:
    """Words outside of a row that order the deed on it: their clause, their place, the order."""

    clause: str
    ranges: tuple[Range, ...]
    form: str


def read_events(context: Context, part: Provision) -> Reading:
    """The events of one enacting clause.

    A clause whose own words order nothing is read once more together with the items under it,
    and then as if no colon parted them.
    """
    reading = _read_deeds(context, part)
    if not reading.read and (more := torn(part)):
        reading = _read_deeds(context, in_one_piece(part))
        if reading.read:
            reading.read.update(one.eid for one in more)
    items = listed(part) if part.text.string.endswith(":") else []
    for colon in (True, False) if items else ():
        if not reading.read:
            reading = _read_deeds(context, context.join(part, items, colon=colon))
            if reading.read:
                reading.read.update(item.eid for item in items)
    return reading


def _read_deeds(context: Context, part: Provision) -> Reading:
    """The deeds of a sentence: the first rule whose phrase fits reads its words, and words beside
    them may order another one.
    """
    reading = Reading()
    data = context.language.section("phrases")
    if not context.grammar.may_stand(context.deeds, context.masked(part)):
        return reading
    if not context.smoothed(part).found:
        return reading
    lead = _lead_in(context, part)
    if orders_nothing(part, data) or (lead and orders_nothing(lead, data)):
        return reading
    allowed = lead is not None and only_allows(lead.text.string, data)
    taken: list[Match] = []
    count = 0
    for rule in data["event"] if not allowed else ():
        for whole in matches(context, part, rule.get("phrases", ())):
            match = paired(context, part, rule, whole)
            without = "items" in rule and not part.children
            again = not rule.get("beside") and _overlaps(match, taken)
            if without or again or not is_full(match, rule) or is_half(part, match, rule):
                continue
            if only_allows(part.text.string[: match.start], data) or is_quoted(part, match):
                continue
            for one in (match, *chained(context, part, rule, match)):
                if one is not match and (_overlaps(one, taken) or not is_full(one, rule)):
                    continue
                taken.append(one)
                count += make_event(context, part, rule, one, count + 1, reading)
    if taken:
        reading.read.add(part.eid)
    return reading


def _lead_in(context: Context, part: Provision) -> Provision | None:
    """The words before a colon with which a clause goes on."""
    lead = context.lead_in(part)
    return lead if lead is not None and lead.text.string.endswith(":") else None


def _overlaps(match: Match, taken: list[Match]) -> bool:
    return any(match.start < one.end and one.start < match.end for one in taken)


def is_full(match: Match, rule: dict[str, Any]) -> bool:
    """Whether the slot that takes several bodies has them, and no body of a pair is alone."""
    if "even" in rule and len({len(match.bodies.get(slot, ())) for slot in rule["pairs"]}) > 1:
        return False
    return "several" not in rule or len(match.bodies.get(rule["several"], ())) > 1


def matches(context: Context, part: Provision, patterns: list[str]) -> Iterator[Match]:
    """Where the first phrase that fits stands in a clause."""
    # What smoothing leaves out or takes for a body brings no words: most sentences need none.
    if not context.grammar.may_stand(patterns, context.masked(part)):
        return
    masked = context.smoothed(part)
    for phrase in context.grammar.standing(patterns, masked):
        found = list(phrase.read(masked))
        if found:
            yield from found
            return


def make_event(
    context: Context,
    part: Provision,
    rule: dict[str, Any],
    match: Match,
    number: int,
    reading: Reading,
    order: Order | None = None,
) -> int:
    """One event, or one for each item where the bodies stand under the clause.

    `number` tells apart several deeds of one clause; `order` holds the words outside of it that
    order the deed, which are quoted too. Returns how many it now has more.
    """
    slot = rule.get("items")
    if not slot:
        evidence = _evidence(context, part, rule, match)
        if order:
            evidence = replace(evidence, ranges=order.ranges + evidence.ranges)
        found = _roles_of(match, rule)
        for count, roles in enumerate(found, number):
            key = f"{part.eid}-{count}" if count > 1 else part.eid
            told = (form_of(part, match) or order.form, order.clause) if order else None
            _event(context, part, match, rule, key, roles, evidence, reading, told)
        return len(found)
    for item in part.children:
        bodies = tuple(context.masked(item).found)
        if not bodies:
            continue
        evidence = _item_evidence(context, part, rule, match, item)
        roles = {**match.bodies, slot: bodies[:1]}
        _event(context, part, match, rule, item.eid, roles, evidence, reading)
        reading.read.add(item.eid)
    return 0


def gather_event(
    context: Context,
    rule: dict[str, Any],
    key: str,
    rows: Sequence[tuple[Provision, Match]],
    shared: dict[str, tuple[Found, ...]],
    order: Order,
    reading: Reading,
) -> None:
    """One event in which the bodies of all rows have a part: the order and each row are quoted."""
    slot = rule["gathers"]
    roles = {**shared, slot: tuple(one for _, match in rows for one in match.bodies[slot])}
    quoted = [_evidence(context, row, rule, match) for row, match in rows]
    ranges = order.ranges + tuple(place for one in quoted for place in one.ranges)
    evidence = replace(quoted[0], clause=order.clause, ranges=ranges)
    told = (order.form, order.clause)
    _event(context, *rows[0], rule, key, roles, evidence, reading, told)


def _roles_of(match: Match, rule: dict[str, Any]) -> list[dict[str, tuple[Found, ...]]]:
    """The bodies by role, for each event: one for each body of a slot that takes a single one, one
    for each pair where two slots go together and have as many bodies.
    """
    match = without_survivor(match)
    slots = rule.get("pairs") or [rule["each"]] if rule.keys() & {"pairs", "each"} else []
    rows = [match.bodies.get(slot, ()) for slot in slots]
    if not rows or len({len(row) for row in rows}) > 1:
        return [dict(match.bodies)]
    return [
        {**match.bodies, **{slot: (one,) for slot, one in zip(slots, ones, strict=True)}}
        for ones in zip(*rows, strict=True)
    ] or [dict(match.bodies)]


def _evidence(context: Context, part: Provision, rule: dict[str, Any], match: Match) -> Evidence:
    reason = rule.get("reason")
    certainty = Certainty.INTERPRETED if reason else Certainty.STATED
    return context.evidence(
        part, rule["name"], match.start, match.end, certainty=certainty, reason=reason
    )


def _item_evidence(
    context: Context, part: Provision, rule: dict[str, Any], match: Match, item: Provision
) -> Evidence:
    """The order stands in the lead-in, the body in the item: both are quoted."""
    lead = _evidence(context, part, rule, match)
    own = context.evidence(item, rule["name"])
    return Evidence(
        item.eid, lead.ranges + own.ranges, rule["name"], lead.certainty, lead.reason, lead.when
    )


def _event(
    context: Context,
    part: Provision,
    match: Match,
    rule: dict[str, Any],
    key: str,
    roles: dict[str, tuple[Found, ...]],
    evidence: Evidence,
    reading: Reading,
    told: tuple[str, str] | None = None,
) -> None:
    form, clause = told or (form_of(part, match), part.eid)
    properties: list[tuple[URIRef, Object | None]] = []
    for role, bodies in roles.items():
        for one in bodies:
            for name in {one.mention.own, one.mention.whole}:
                context.roles.setdefault(context.fold(name), set()).add(role)
            if role in _ROLES:
                properties.append((_ROLES[role], one.mention))
            if role in _ORG_ROLES:
                properties.append((_ORG_ROLES[role], one.mention))
            if role in _NAMES:
                properties.append((_NAMES[role], context.literal(one.mention.whole)))
    context.naming.add(evidence.clause)
    context.partakers.update(one.mention for bodies in roles.values() for one in bodies)
    event = reading.state(
        f"event/{key}",
        SHZ[rule["kind"]],
        evidence,
        *properties,
        (SHZ.orderedBy, Ref("clause", f"{context.act.key}/{clause}")),
        (SHZ.statedForm, context.literal(form)),
        (SHZ.statedKind, code("change-kinds", rule["stated"])),
    )
    if rule["kind"] == "Transfer":
        _transfer(event, roles, evidence, reading)


def form_of(part: Provision, match: Match) -> str:
    """The words that order the deed: what follows the last body, stands before the first, or
    else between them.
    """
    bodies = sorted((one.start, one.end) for slot in match.bodies.values() for one in slot)
    words = part.text.string
    after = max((end for _, end in bodies), default=match.start)
    found = words[after : match.end].strip(" :;,.")
    found = found or words[match.start : bodies[0][0]].strip(" :;,.")
    between = (words[one[1] : other[0]].strip(" :;,.") for one, other in pairwise(bodies))
    return found or max(between, key=len, default="")


def _transfer(
    event: Ref, roles: dict[str, tuple[Found, ...]], evidence: Evidence, reading: Reading
) -> None:
    """Who is handed over stands under the new superior; the old one is read from the name."""
    for one in roles.get("transferred", ()):
        for to in roles.get("to", ()):
            reading.claim(one.mention, SHZ.subordinateTo, to.mention, evidence, "order")
        if "from" not in roles and one.superiors:
            guess = Evidence(
                evidence.clause,
                one.mention.ranges,
                "transfer-from",
                Certainty.INTERPRETED,
                "superior-in-name",
                When.UNTIL_EFFECT,
            )
            reading.claim(event, SHZ.fromBody, one.superiors[-1], guess)


def read_succession(context: Context, part: Provision) -> Reading:
    """Who succeeds to whose rights, in what scope, by which instrument."""
    reading = Reading()
    data = context.language.section("phrases")["succession"]
    for match in matches(context, part, data["phrases"]):
        evidence = context.evidence(part, "succession", match.start, match.end)
        scope, instrument = (_words(part, match, name) for name in ("scope", "instrument"))
        reading.state(
            f"succession/{part.eid}",
            SHZ.LegalSuccession,
            evidence,
            *((SHZ.predecessor, one.mention) for one in match.bodies.get("predecessor", ())),
            *((SHZ.successor, one.mention) for one in match.bodies.get("successor", ())),
            (SHZ.scope, context.literal(scope) if scope else None),
            (SHZ.apportionedBy, context.literal(instrument) if instrument else None),
            (SHZ.orderedBy, Ref("clause", f"{context.act.key}/{part.eid}")),
        )
        reading.read.add(part.eid)
    return reading


def _words(part: Provision, match: Match, name: str) -> str | None:
    if name not in match.words:
        return None
    start, end = match.words[name]
    return part.text.string[start:end]
