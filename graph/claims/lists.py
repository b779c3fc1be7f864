"""Lists of subordinate bodies: who stands in whose list, at which place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.events import matches
from graph.claims.generic import with_generic
from graph.grammar import first
from graph.model import Certainty, Evidence, Mention, Provision, ProvisionKind, Ref
from ontology import SHZ

#: What may say, between the rows of a list, that those of another owner follow.
_TOLD = (ProvisionKind.HEADING, ProvisionKind.CHAPTER, ProvisionKind.PARAGRAPH)


@dataclass(slots=True)
class _List:
    """The rows of one owner, and the words that say whose they are."""

    owner: Mention
    told: Provision
    rows: list[Provision]


def read_list(context: Context, part: Provision) -> Reading:
    """The entries under a lead-in, or a heading of an appendix, that says whose list it is.

    One body a row. Being listed is a fact of its own, and an interpreted claim of subordination
    to the owner. A row that names no body stays unread. A paragraph or a heading between rows may
    begin the list of another owner.
    """
    reading = Reading()
    for one in _lists(context, part):
        for position, row in enumerate(one.rows, 1):
            _entry(context, part, one.owner, position, row, reading)
        if one.rows:
            reading.read |= {part.eid, one.told.eid}
    return reading


def _lists(context: Context, part: Provision) -> Iterator[_List]:
    """The lists under a part, in order; rows that stand under no owner are left out."""
    last = _begun(context, part) if part.text and part.children else None
    for child in part.children:
        if begun := _begun(context, child) if child.kind in _TOLD else None:
            if last:
                yield last
            last = begun
        elif child.kind is ProvisionKind.PARAGRAPH and child.text.string.endswith(":"):
            if last:
                yield last
            last = None
        elif last:
            yield from _take(context, part, child, last)
    if last:
        yield last


def _take(context: Context, part: Provision, child: Provision, last: _List) -> Iterator[_List]:
    """The rows that a part of a list holds; a section may be the list of a body of its own."""
    items = [one for one in child.children if one.kind is ProvisionKind.ITEM]
    if child.kind is ProvisionKind.TABLE:
        last.rows += child.children
    elif child.kind in (ProvisionKind.ITEM, ProvisionKind.ROW):
        last.rows.append(child)
    elif part.kind is not ProvisionKind.APPENDIX:
        return
    elif child.kind is ProvisionKind.POINT and items:
        bodies = context.masked(child).found
        yield _List(bodies[0].mention if bodies else last.owner, child, items)
    elif child.kind is ProvisionKind.POINT or _is_row(context, child):
        last.rows.append(child)


def _begun(context: Context, told: Provision) -> _List | None:
    """A list that begins with words that say whose it is."""
    data = context.language.section("phrases")["list"]
    if any(word in told.text.string.lower() for word in data.get("not-headings", ())):
        return None
    match = next(matches(context, told, data["headings"]), None)
    titled = told.kind is not ProvisionKind.PARAGRAPH or told.text.string.endswith(":")
    if match is None and titled and (masked := with_generic(context, told)):
        phrases = map(context.grammar.phrase, data["headings"])
        match = first(list(phrases), masked)
    return _List(match.bodies["owner"][0].mention, told, []) if match else None


def _is_row(context: Context, part: Provision) -> bool:
    """Whether an unnumbered paragraph is nothing but the name of a body."""
    if part.kind is not ProvisionKind.PARAGRAPH:
        return False
    found, words = context.row_body(part), part.text.string
    if found is None or len(context.masked(part).found) > 1:
        return False
    return not (words[: found.start] + words[found.end :]).strip(" ;.,»")


def _entry(
    context: Context,
    part: Provision,
    owner: Mention,
    position: int,
    item: Provision,
    reading: Reading,
) -> None:
    listed = context.row_body(item)
    if listed is None or listed.short:
        return
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
