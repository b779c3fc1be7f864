"""Lists of subordinate bodies: who stands in whose list, at which place."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.events import matches
from graph.claims.printed import heading_of
from graph.model import Certainty, Evidence, Mention, Provision, ProvisionKind, Ref
from ontology import SHZ


def read_list(context: Context, part: Provision) -> Reading:
    """The entries under a lead-in, or a heading of an appendix, that says whose list it is.

    One body a row. Being listed is a fact of its own, and an interpreted claim of subordination
    to the owner. A row that names no body stays unread.
    """
    reading = Reading()
    told = heading_of(part) if part.kind is ProvisionKind.APPENDIX else part
    rows = list(_rows(part))
    if told is None or not rows:
        return reading
    headings = context.language.section("phrases")["list"]["headings"]
    for match in matches(context, told, headings):
        owner = match.bodies["owner"][0].mention
        for position, row in enumerate(rows, 1):
            _entry(context, part, owner, position, row, reading)
        reading.read |= {part.eid, told.eid}
        return reading
    return reading


def _rows(part: Provision) -> Iterator[Provision]:
    """The rows of a list: items of a clause; points and table rows of an appendix."""
    for child in part.children:
        if part.kind is ProvisionKind.APPENDIX and child.kind is ProvisionKind.TABLE:
            yield from child.children
        elif child.kind in (ProvisionKind.ITEM, ProvisionKind.ROW) or (
            child.kind is ProvisionKind.POINT and part.kind is ProvisionKind.APPENDIX
        ):
            yield child


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
