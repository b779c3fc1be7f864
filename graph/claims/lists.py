"""Lists of subordinate bodies: who stands in whose list, at which place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import Literal

from graph.claims.bare import bare_rows, is_bare, without_regions
from graph.claims.cells import in_one_piece, named_cell, rows_in
from graph.claims.context import Context, Reading
from graph.claims.events import matches
from graph.claims.generic import with_generic
from graph.claims.listed import (
    alone,
    is_form,
    is_name,
    is_no_row,
    is_row,
    is_sentence,
    is_told,
    listed_body,
    without_lead,
)
from graph.claims.removed import is_removed
from graph.grammar import first
from graph.model import Certainty, Evidence, Mention, Provision, ProvisionKind, Ref
from graph.repair.texts import SPACE, put_together
from ontology import SHZ

#: What may say, between the rows of a list, that those of another owner follow.
_TOLD = (ProvisionKind.HEADING, ProvisionKind.CHAPTER, ProvisionKind.PARAGRAPH)
_UNNUMBERED = (ProvisionKind.HEADING, ProvisionKind.PARAGRAPH)
_SIGNS = " \t;.,:<>*"
#: The number behind which a row was put in: the 9 of «9-1».
_MAIN = re.compile(r"\d+")
#: A heading is torn into no more paragraphs than these.
_HEADINGS = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """A row and the heading of its section, if any stands between the rows."""

    part: Provision
    section: Provision | None


@dataclass(slots=True)
class _List:
    """The rows of one owner, and the words that say whose they are; of none where they say not."""

    owner: Mention | None
    told: Provision
    rows: list[_Row]
    section: Provision | None = None
    #: Whether nothing but names may be rows: the heading alone does not tell that they are.
    strict: bool = False
    #: Whether the heading speaks of shares: who holds them is no superior.
    shares: bool = False

    def take(self, *rows: Provision) -> None:
        """Take rows in, under the heading that was printed last."""
        self.rows += [_Row(row, self.section) for row in rows]


def read_list(context: Context, part: Provision) -> Reading:
    """The entries under a lead-in, or a heading of an appendix, that says whose list it is.

    One body a row. Being listed is a fact of its own, and an interpreted claim of subordination
    to the owner. A row that names no body stays unread. A paragraph or a heading between rows may
    begin the list of another owner.
    """
    reading = Reading()
    for one in _lists(context, part):
        for position, row in enumerate(one.rows, 1):
            _entry(context, part, one, position, row, reading)
        if one.rows:
            reading.read |= {part.eid, one.told.eid}
    return reading


def _lists(context: Context, part: Provision) -> Iterator[_List]:
    """The lists under a part, in order; rows that stand under no owner are left out."""
    last = _begun(context, part) if part.text and _has_rows(context, part) else None
    at, bare = 0, is_bare(part)
    while at < len(part.children):
        child = part.children[at]
        begun, count = _told(context, part.children, at)
        if begun is None and last is None:
            begun = _of_edit(context, part, child) or _of_nobody(context, part, child)
        if begun:
            if last:
                yield _finished(context, last)
            last = begun
        elif last and re.match(
            context.language.section("phrases")["list"]["ends"], child.text.string
        ):
            yield _finished(context, last)
            last = None
        elif child.kind is ProvisionKind.PARAGRAPH and child.text.string.endswith(":"):
            if last and (is_form(context, child) or (bare and not context.masked(child).found)):
                last.section = child
            else:
                if last:
                    yield _finished(context, last)
                last = _of_named(context, child) if last else None
        elif last and (bare or _is_headed(last)) and (rows := bare_rows(context, part, child)):
            last.take(*rows)
        elif last and _leads_numbered(part.children[at : at + 2]):
            last.section = child
        elif last:
            yield from (_finished(context, one) for one in _take(context, part, child, last))
        elif part.kind is ProvisionKind.APPENDIX:
            last = _begun_behind(context, part.children[at : at + 2])
        at += count
    if last:
        yield _finished(context, last)


def _has_rows(context: Context, part: Provision) -> bool:
    """Whether what stands under a part may be rows: not where the last item has the verb of a
    sentence that all items are of.
    """
    items = [one for one in part.children if one.kind is ProvisionKind.ITEM]
    ends = bool(items) and is_sentence(items[-1].text.string, context.language)
    return bool(part.children) and not ends


def _of_edit(context: Context, part: Provision, heading: Provision) -> _List | None:
    """The list of another act that an appendix gives anew, whatever its heading says."""
    _, owner = context.relisted.get(part.eid, (None, None))
    told = heading.kind is ProvisionKind.HEADING
    return _List(owner, heading, []) if owner and told else None


def _of_named(context: Context, lead: Provision) -> _List | None:
    """The list of the body whose name is all of a lead-in within the list of its superior."""
    bodies = context.masked(lead).found
    return _List(bodies[0].mention, lead, []) if bodies and is_row(context, lead) else None


def _of_nobody(context: Context, part: Provision, heading: Provision) -> _List | None:
    """The list of bodies whose heading says of what kind they are, and not whose."""
    data, words = context.language.section("phrases")["list"], heading.text.string.lower()
    if part.kind is not ProvisionKind.APPENDIX or heading.kind is not ProvisionKind.HEADING:
        return None
    shares = _is_of_shares(context, heading)
    others = (*data["not-headings"], *(() if shares else data["not-unowned"]))
    if any(word in words for word in others) or not re.search(data["unowned"], words):
        return None
    return _List(None, heading, [], strict=True, shares=shares)


def _is_of_shares(context: Context, heading: Provision) -> bool:
    """Whether a list is of bodies whose shares somebody holds or has rights in."""
    data, words = context.language.section("phrases")["list"], heading.text.string.lower()
    return re.search(data["shares"], words) is not None


def _finished(context: Context, one: _List) -> _List:
    """A list under whose heading nothing stands but a paragraph: that is its only row, if all its
    words may be a name. Where the heading does not tell that rows follow, those are which tell by
    themselves that they are names, if they are most.
    """
    if one.strict:
        named = [row for row in one.rows if is_told(context, row.part)]
        one.rows = named if 2 * len(named) > len(one.rows) else []
        return one
    only = one.section
    if (
        not one.rows
        and only
        and only.kind is ProvisionKind.PARAGRAPH
        and listed_body(context, only)
    ):
        one.section = None
        one.take(only)
    return one


def _told(context: Context, parts: Sequence[Provision], at: int) -> tuple[_List | None, int]:
    """The list that begins with a part and the headings that go on with it, and how many."""
    first = parts[at]
    if first.kind not in _TOLD:
        return None, 1
    begun, count = _begun(context, first), 1
    if first.kind is not ProvisionKind.HEADING:
        return begun, count
    for end in range(at + 2, min(len(parts), at + _HEADINGS) + 1):
        more = parts[end - 1]
        if more.kind is not ProvisionKind.HEADING or (begun and not more.text.string[:1].islower()):
            break
        if is_row(context, more):
            break
        joined = put_together([one for part in parts[at:end] for one in (SPACE, part.text)][1:])
        if longer := _begun(context, replace(first, text=joined)):
            begun, count = longer, end - at
    return begun, count


def _take(context: Context, part: Provision, child: Provision, last: _List) -> Iterator[_List]:
    """The rows that a part of a list holds; a section may be the list of a body of its own."""
    items = [one for one in child.children if _is_led(context, child, one)]
    if child.kind is ProvisionKind.TABLE:
        last.take(*(row for row in rows_in(child.children) if not is_no_row(context, row)))
    elif child.kind in (ProvisionKind.ITEM, ProvisionKind.ROW):
        last.take(child)
    elif part.kind is not ProvisionKind.APPENDIX and not _is_headed(last):
        return
    elif is_form(context, in_one_piece(child)):
        last.section = child
        last.take(*items)
    elif child.kind is ProvisionKind.POINT and items:
        bodies = () if last.shares else context.masked(child).found
        rows = [_Row(one, None) for one in items]
        owner = bodies[0].mention if bodies else last.owner
        yield _List(owner, child, rows, strict=last.strict, shares=last.shares)
        yield from () if last.shares else _below(context, items)
    elif child.kind is ProvisionKind.POINT or (
        child.kind in _UNNUMBERED and is_row(context, child)
    ):
        last.take(in_one_piece(without_regions(context, child)))
        # The heading of the next section stands under the row before it.
        under = [one for one in child.children if one.kind is ProvisionKind.PARAGRAPH]
        last.section = under[-1] if under else last.section
    elif child.kind in _TOLD:
        last.section = child


def _is_headed(last: _List) -> bool:
    """Whether a list begins with a paragraph that is its heading, as where an old page prints one
    right under the last point of a text: it begins with a capital and no sign ends it.
    """
    words = last.told.text.string
    told = last.told.kind is ProvisionKind.PARAGRAPH
    return told and words[:1].isupper() and words[-1:].isalnum()


def _below(context: Context, rows: Sequence[Provision]) -> Iterator[_List]:
    """The lists of bodies that rows name which say that their own stand under them."""
    for row in rows:
        owner = listed_body(context, row) if without_lead(context, row) is not row else None
        if owner is not None:
            under = [_Row(one, None) for one in row.children if is_name(context, one)]
            yield _List(owner.mention, row, under)


def _leads_numbered(parts: Sequence[Provision]) -> bool:
    """Whether rows numbered anew follow a part without number: it heads them, though a name."""
    unnumbered = parts[0].kind in _UNNUMBERED
    return unnumbered and [one.number for one in parts if one.kind is ProvisionKind.POINT] == ["1"]


def _is_led(context: Context, lead: Provision, one: Provision) -> bool:
    """Whether a part under a point is a row: an item, or a name alone behind a colon."""
    if one.kind is ProvisionKind.ITEM:
        return True
    leads = lead.text.string.endswith(":") and one.kind is ProvisionKind.PARAGRAPH
    return leads and not is_form(context, one) and is_row(context, one)


def _begun_behind(context: Context, points: Sequence[Provision]) -> _List | None:
    """The list whose heading is printed as the last words of the point before its rows, which
    are numbered anew.
    """
    last = points[0].children[-1:]
    numbers = [int(one.number) for one in points if one.number and one.number.isdecimal()]
    anew = len(numbers) == 2 and numbers[1] <= numbers[0]
    heads = anew and last and last[0].kind is ProvisionKind.PARAGRAPH
    if heads and last[0].text.string.rstrip(" <*>").endswith("."):
        return None
    return _begun(context, last[0]) if heads else None


def _begun(context: Context, told: Provision) -> _List | None:
    """A list that begins with words that say whose it is."""
    data = context.language.section("phrases")["list"]
    # What a body is called says nothing of what the list is of.
    spoken = context.masked(told).lower
    if any(word in spoken for word in data.get("not-headings", ())):
        return None
    match = next(matches(context, told, data["headings"]), None)
    titled = told.kind is not ProvisionKind.PARAGRAPH or told.text.string.endswith(":")
    if match is None and titled and (masked := with_generic(context, told)):
        phrases = map(context.grammar.phrase, data["headings"])
        match = first(list(phrases), masked)
    if match is None and told.kind is ProvisionKind.HEADING:
        return _titled(context, told)
    if match is None:
        return None
    shares = _is_of_shares(context, told)
    owner = None if shares else match.bodies["owner"][0].mention
    return _List(owner, told, [], strict=shares, shares=shares)


def _titled(context: Context, told: Provision) -> _List | None:
    """The list whose heading has no word for a list: «Территориальные органы Комитета …»."""
    data, words = context.language.section("phrases")["list"], told.text.string
    for match in matches(context, told, data["titles"]):
        if not (words[: match.start] + words[match.end :]).strip(_SIGNS):
            return _List(match.bodies["owner"][0].mention, told, [], strict=True)
    return None


def owner_in_heading(context: Context, heading: Provision) -> Mention | None:
    """The body whose list begins with a heading of these words."""
    begun = _begun(context, heading)
    return begun.owner if begun else None


def _key(of: _List, position: int, item: Provision) -> str:
    """The key of an entry; names that run into one another stand in one part."""
    before = sum(row.part.eid == item.eid for row in of.rows[: position - 1])
    return f"entry/{item.eid}~{before + 1}" if before else f"entry/{item.eid}"


def _entry(
    context: Context, part: Provision, of: _List, position: int, row: _Row, reading: Reading
) -> None:
    item = alone(context, named_cell(context, row.part))
    listed = None if is_removed(item, context) else listed_body(context, item)
    if listed is None or listed.short:
        return
    evidence = context.evidence(item, "list-entry", listed.start, listed.end)
    main = _MAIN.match(item.number or "")
    number = int(main[0]) if main and int(main[0]) else position
    section = context.literal(row.section.text.string.strip()) if row.section else None
    reading.state(
        _key(of, position, item),
        SHZ.ListEntry,
        evidence,
        (SHZ.list, Ref("clause", f"{context.act.key}/{part.eid}")),
        (SHZ.position, Literal(number)),
        (SHZ.number, Literal(item.number) if item.number else None),
        (SHZ.heading, context.literal(of.told.text.string.strip(" :"))),
        (SHZ.section, section),
        (SHZ.entryFor, listed.mention),
    )
    under = Evidence(
        evidence.clause, evidence.ranges, "listed-under", Certainty.INTERPRETED, "listed-under"
    )
    if of.owner is not None:
        reading.claim(listed.mention, SHZ.subordinateTo, of.owner, under, "list")
    context.naming.add(item.eid)
    reading.read |= {item.eid, row.section.eid} if row.section else {item.eid}
