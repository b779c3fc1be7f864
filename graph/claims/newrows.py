"""Rows that an edit puts in the list of another act, and the bodies that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import Literal, URIRef

from graph.claims.context import Context, Reading
from graph.claims.listed import alone, is_form, is_row, listed_body
from graph.claims.lists import owner_in_heading
from graph.claims.rowedits import RowEdit, is_of_bodies, owner_of
from graph.claims.wordings import wordings
from graph.grammar import Found
from graph.model import Certainty, Evidence, Mention, Object, Provision, Ref, Text
from graph.repair.texts import SPACE, put_together, stripped
from ontology import SHZ

_OPEN, _CLOSE = "«", "»"
_NUMBERED = re.compile(
    r"[\"«]?\s*(?P<number>\d{1,4}(?:[^\W\d_](?![^\W\d_]))?(?:\s?-\s?\d{1,3}|\.\d{1,3})*)\s?[.)]?\s+(?=\S)"
)
#: The code under which a register keeps a body: «АЛА-003812 «…» АҚ».
_CODE = re.compile(r"[^\W\d_]{2,4}-\d{4,}\s+(?=[«\"])")
_PUT_IN = re.compile(r"\d{1,4}[^\W\d_]?(?:-\d{1,3})+|\d{1,4}[^\W\d_]")
_MAIN = re.compile(r"\d+")
_ITEM = re.compile(r"[\"«]?\s*\d+\)")
#: How a row ends, and a clause that leads to others does not.
_ENDS = (".", ";", "»", '"')
_END = re.compile(r"(?:[\s.;,]|\s\d{1,3}(?:[.,]\d+)?\s?%[\"»]?)+$")


@dataclass(slots=True)
class _Row:
    """A row of the new wording: its printed number, its words, and the words above it."""

    part: Provision
    above: Provision | None


def read_new_rows(
    context: Context, part: Provision, edit: RowEdit, act: str, by: Ref, reading: Reading
) -> None:
    """The entries that an edit makes, each for the list of the act with this key.

    Nothing where the list is of no bodies, or where nothing tells that it is and a row has
    neither a legal form nor a name in quotes.
    """
    given = edit.headed or edit.whole
    rows = list(_all_rows(context, part, edit) if given else _rows(context, part, edit))
    heads = not edit.headed and any(row.above for row in rows)
    told_nowhere = edit.listed is None and edit.section is None
    if not is_of_bodies(context, edit) and not heads and not told_nowhere:
        return
    owner = (_new_owner(context, part) if edit.whole else None) or owner_of(context, edit)
    for position, row in enumerate(rows, 1):
        row.part = alone(context, row.part)
        found = listed_body(context, row.part)
        if found is None or found.short or (edit.listed is None and found.mention.form is None):
            continue
        if told_nowhere and not heads and not is_row(context, row.part):
            continue
        section = row.above.text.string if row.above else edit.section and edit.section.string
        told = (
            (SHZ.heading, context.literal(edit.listed.string.strip()) if edit.listed else None),
            (SHZ.section, context.literal(section.strip(" :")) if section else None),
            (SHZ.list, Ref("act", act)),
            (SHZ.byEdit, by),
        )
        above = _in_name(context, found, (row.above and _first(context, row.above)) or owner)
        _enter(context, row.part, position, found, above, told, reading)


def _first(context: Context, part: Provision) -> Mention | None:
    return next((one.mention for one in context.masked(part).found), None)


def _in_name(context: Context, found: Found, owner: Mention | None) -> Mention | None:
    """The owner as the name in the row has it, where it carries one of that own name."""
    own = context.fold(owner.own) if owner else None
    return next((one for one in found.superiors if context.fold(one.own) == own), owner)


def _enter(
    context: Context,
    row: Provision,
    position: int,
    found: Found,
    owner: Mention | None,
    told: Sequence[tuple[URIRef, Object | None]],
    reading: Reading,
) -> None:
    evidence = context.evidence(row, "list-entry", found.start, found.end)
    main = _MAIN.match(row.number or "")
    reading.state(
        f"entry/{row.eid}",
        SHZ.ListEntry,
        evidence,
        *told,
        (SHZ.position, Literal(int(main[0]) if main and int(main[0]) else position)),
        (SHZ.number, Literal(row.number) if row.number else None),
        (SHZ.entryFor, found.mention),
    )
    if owner is not None:
        under = Evidence(
            evidence.clause, evidence.ranges, "listed-under", Certainty.INTERPRETED, "listed-under"
        )
        reading.claim(found.mention, SHZ.subordinateTo, owner, under, "list")
    context.naming.add(row.eid)
    context.entered[row.eid] = (row, found)


def _rows(context: Context, part: Provision, edit: RowEdit) -> Iterator[_Row]:
    """The rows of the wordings behind a clause; a paragraph without a number goes on with one,
    or is a row itself where the one before it leads: «3. Комитет …: 1) …».
    """
    above: Provision | None = None
    pieces: list[Provision] = []
    number: str | None = None
    led = False
    for one in wordings(context, part):
        told = _number(one, edit.numbers)
        if pieces and pieces[-1].text.string.endswith(":"):
            above, pieces, led = _whole(pieces, number), [], True
        if led and told is None and _is_heading(context, one):
            continue
        if led and (told is None or _ITEM.match(one.text.string)):
            yield _Row(_whole([one], told), above)
            continue
        above, led = None if led else above, False
        named = told is None or not edit.numbers or told in edit.numbers
        goes_on = number is None or (_is_next(told, number) and one.text.string.endswith(_ENDS))
        if not named and not goes_on:
            # A wording that was left open may have taken in what follows it.
            break
        if told is None and edit.numbers and (number is None or _is_ended(pieces)):
            if pieces:
                yield _Row(_whole(pieces, number), above)
            above, pieces = replace(one, text=_bare(one.text)), []
            continue
        if pieces and (told is not None or not edit.numbers):
            yield _Row(_whole(pieces, number), above)
            pieces = []
        number = told if told is not None or not edit.numbers else number
        pieces.append(one)
    if pieces:
        yield _Row(_whole(pieces, number), above)


def _is_ended(pieces: Sequence[Provision]) -> bool:
    """Whether the words of a row are at their end: what has no number behind them heads others."""
    return bool(pieces) and pieces[-1].text.string.endswith((".", ";"))


def _is_next(number: str | None, last: str | None) -> bool:
    """Whether a row goes on behind the last: «215 … 222», and then «223» that no clause names."""
    return last is not None and last.isdecimal() and number == str(int(last) + 1)


def _new_owner(context: Context, part: Provision) -> Mention | None:
    """Whose list it is by the heading with which its new wording begins."""
    first = next(wordings(context, part), None)
    if first is None or first.number is not None:
        return None
    return owner_in_heading(context, replace(first, text=_bare(first.text)))


def _all_rows(context: Context, part: Provision, edit: RowEdit) -> Iterator[_Row]:
    """The rows of a section or a list given whole: its own heading comes first.

    What has no number among rows that have, or is no name, is the heading of a section; but it is
    a row under one that leads: «2. Комитет …: 1) …».
    """
    above: Provision | None = None
    led = False
    lines = [(one, one.number or _printed(one)) for one in wordings(context, part)]
    numbers = any(number for _, number in lines[edit.headed :])
    for at, (one, number) in enumerate(lines):
        row = _whole([one], number)
        if row.text.string.endswith(":"):
            above, led = (row, number is not None) if at or edit.headed else (None, False)
        elif (
            is_form(context, row)
            or (edit.headed and not at and not _is_first(context, row))
            or _is_counted_anew(context, row, lines[at + 1 : at + 2])
        ):
            above, led = row, False
        elif at and at + 1 == len(lines):
            # A heading has rows under it.
            yield _Row(row, above)
        elif number is None and not led and (not at or numbers or not is_row(context, row)):
            above = row if at or edit.headed else None
        else:
            if led and number is not None and not _ITEM.match(one.text.string):
                above, led = None, False
            yield _Row(row, above)


def _is_counted_anew(
    context: Context, row: Provision, after: Sequence[tuple[Provision, str | None]]
) -> bool:
    """Whether a numbered line leads rows that are counted anew behind it, and is none itself."""
    if row.number is None or [number for _, number in after] != ["1"]:
        return False
    found = listed_body(context, row)
    return found is None or found.mention.form is None


def _is_first(context: Context, row: Provision) -> bool:
    """Whether the first line of a section given anew is its first row already, and no heading."""
    found = listed_body(context, row) if row.number == "1" and is_row(context, row) else None
    return found is not None and found.mention.form is not None


def _is_heading(context: Context, line: Provision) -> bool:
    """Whether a line before a colon stands over some rows, and is none itself."""
    row = _whole([line], None)
    return row.text.string.endswith(":") and (
        is_form(context, row) or not context.masked(row).found
    )


def _number(part: Provision, numbers: tuple[str, ...]) -> str | None:
    """The printed number of a row, where it is one that the edit names, or it names none."""
    if part.number is not None:
        return part.number
    number = _printed(part)
    return number if number in numbers or (not numbers and _is_put_in(number)) else None


def _is_put_in(number: str | None) -> bool:
    """Whether a number is that of a row put in behind another, which no name begins with."""
    return number is not None and _PUT_IN.fullmatch(number) is not None


def _printed(part: Provision) -> str | None:
    """The number with which the words of a row begin."""
    found = _NUMBERED.match(part.text.string)
    return found["number"].replace(" ", "") if found else None


def _whole(pieces: list[Provision], number: str | None) -> Provision:
    """The row as one part, without its number and the quotes of the wording."""
    text = put_together([one for piece in pieces for one in (SPACE, piece.text)][1:])
    return replace(pieces[0], number=number, text=_bare(text), children=[])


def _bare(text: Text) -> Text:
    """The words without the number before them and a quote that has no partner at their ends."""
    match = _NUMBERED.match(text.string)
    kept = text.cut(match.end(), len(text)) if match else text
    if match and (code := _CODE.match(kept.string)):
        kept = kept.cut(code.end(), len(kept))
    kept = kept.cut(0, len(_END.sub("", kept.string)))
    words = kept.string
    if _is_closed(words):
        return stripped(kept.cut(1, len(kept) - 1))
    depth = words.count(_OPEN) - words.count(_CLOSE)
    odd = words.count('"') % 2 == 1
    if words[:1] in (_OPEN, '"') and (depth > 0 or odd) and not match:
        kept = kept.cut(1, len(kept))
    elif (depth < 0 and words.endswith(_CLOSE)) or (odd and words.endswith('"')):
        kept = kept.cut(0, len(kept) - 1)
    return stripped(kept.cut(0, len(_END.sub("", kept.string))))


def _is_closed(words: str) -> bool:
    """Whether quotes around all words are those of the wording: a name in quotes is inside."""
    if not (words.startswith(_OPEN) and words.endswith(_CLOSE) and _OPEN in words[1:]):
        return False
    depth = 0
    for sign in words[:-1]:
        depth += (sign == _OPEN) - (sign == _CLOSE)
        if depth == 0:
            return False
    return depth == 1
