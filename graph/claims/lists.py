"""Lists of subordinate bodies: who stands in whose list, at which place."""

from __future__ import annotations

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.events import matches
from graph.model import Certainty, Evidence, Mention, Provision, ProvisionKind, Ref
from ontology import SHZ


def read_list(context: Context, part: Provision) -> Reading:
    """The entries under a lead-in that says whose list it is; one body an item.

    Being listed is a fact of its own, and an interpreted claim of subordination to the owner.
    An item that names no body stays unread.
    """
    reading = Reading()
    headings = context.language.section("phrases")["list"]["headings"]
    for match in matches(context, part, headings):
        owner = match.bodies["owner"][0].mention
        entries = [item for item in part.children if item.kind is ProvisionKind.ITEM]
        for position, item in enumerate(entries, 1):
            _entry(context, part, owner, position, item, reading)
        if entries:
            reading.read.add(part.eid)
            return reading
    return reading


def _entry(
    context: Context,
    part: Provision,
    owner: Mention,
    position: int,
    item: Provision,
    reading: Reading,
) -> None:
    found = context.masked(item).found
    if not found:
        return
    listed = found[0]
    evidence = context.evidence(item, "list-entry", listed.start, listed.end)
    number = int(item.number) if item.number and item.number.isdecimal() else position
    reading.state(
        f"entry/{item.eid}",
        SHZ.ListEntry,
        evidence,
        (SHZ.list, Ref("clause", f"{context.act.key}/{part.eid}")),
        (SHZ.position, Literal(number)),
        (SHZ.entryFor, listed.mention),
    )
    under = Evidence(
        evidence.clause, evidence.ranges, "listed-under", Certainty.INTERPRETED, "listed-under"
    )
    reading.claim(listed.mention, SHZ.subordinateTo, owner, under, "list")
    context.naming.add(item.eid)
    reading.read.add(item.eid)
