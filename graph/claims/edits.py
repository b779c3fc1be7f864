"""What an act does to other acts: which it repeals, and how it changes their text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.newrows import read_new_rows
from graph.claims.notes import note_cited
from graph.claims.printed import Rule, heading_of, rule, rules
from graph.claims.references import Reference, completed, read_references
from graph.claims.relisted import note_relisted
from graph.claims.rowedits import read_row_edit
from graph.grammar import Grammar
from graph.language import Language
from graph.model import Provision, ProvisionKind, Ref
from graph.words import plain
from ontology import ELI, SHZ, code

_QUOTE = re.compile("[«»]")
_ITEMS = (ProvisionKind.ITEM, ProvisionKind.POINT, ProvisionKind.INDENT, ProvisionKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class _Rules:
    """The phrases of edits and repeals, compiled; `where` tells a line that only says where."""

    repeals: Rule
    items: Rule
    above: Rule
    repealed: Rule
    begins: Rule
    edits: tuple[Rule, ...]
    where: re.Pattern[str]
    part: re.Pattern[str]


def read_repeals(context: Context, part: Provision) -> Reading:
    """The acts that a clause, or the items under it, declare to be without force."""
    reading = Reading()
    known = _rules(context.language, context.grammar)
    items = [child for child in part.children if child.kind in _ITEMS]
    last = items[-1] if items else None
    # In Kazakh the verb stands behind the last item.
    ordered = known.repeals.match(context.masked(part)) is not None
    ordered = ordered or (last is not None and _says(known.repeals, last, context))
    if not ordered:
        return reading
    for one in items or [part]:
        _repeal(context, one, known, reading, part if items else None)
    if reading.read:
        reading.read.add(part.eid)
    return reading


def read_repealed_list(part: Provision, context: Context) -> Reading:
    """The acts in an appendix that lists those without force; else an empty reading."""
    reading = Reading()
    heading = heading_of(part)
    known = _rules(context.language, context.grammar)
    if heading is None or not _says(known.repealed, heading, context):
        return reading
    for one in part.children:
        if one.kind in _ITEMS:
            _repeal(context, one, known, reading)
    if reading.read:
        reading.read.add(heading.eid)
    return reading


def _says(known: Rule, part: Provision, context: Context) -> bool:
    return known.match(context.masked(part)) is not None


def _repeal(
    context: Context,
    part: Provision,
    known: _Rules,
    reading: Reading,
    above: Provision | None = None,
) -> None:
    """The first act that a clause names outside quotes; in part only, where it names a part.

    One without an issuer is told by the words `above` it.
    """
    named = _outside(part.text.string, read_references(context, part))
    if above is not None and (named is None or named.number is None):
        named = _led(context, part, above, known) or named
    if named is None:
        return
    evidence = context.evidence(part, "repeal", named.start, named.end)
    note_cited(named, reading, evidence, context)
    small = plain(part.text.string, context.language.code)
    predicate = ELI.amends if known.part.search(small) else ELI.repeals
    reading.claim(Ref("act", context.act.key), predicate, Ref("act", named.key), evidence)
    reading.read.add(part.eid)


def _led(context: Context, part: Provision, above: Provision, known: _Rules) -> Reference | None:
    """The act of an item that begins with its title, day or number, under words that say whose."""
    words, masked = part.text.string, context.masked(part)
    hits = (hit for phrase in known.items.phrases for hit in phrase.read(masked))
    match = next((hit for hit in hits if not any(map(str.isalnum, words[: hit.start]))), None)
    whose = known.above.match(context.masked(above)) if match else None
    return completed(context, part, match, above, whose) if match and whose else None


def _outside(words: str, named: Sequence[Reference]) -> Reference | None:
    """The first reference that does not stand inside the title of another act."""
    for one in named:
        before, behind = words[: one.start], _QUOTE.search(words, one.end)
        if before.count("«") <= before.count("»") and (behind is None or behind[0] != "»"):
            return one
    return named[0] if named else None


def read_edit(context: Context, part: Provision) -> Reading:
    """A change of the text of another act: what is done, and to which act.

    A line that only says where the changes are made belongs to them, as does the lead-in of all.
    """
    reading = Reading()
    known = _rules(context.language, context.grammar)
    found = next(
        ((one, hit) for one in known.edits if (hit := one.match(context.masked(part)))), None
    )
    act = _changed_act(context, part)
    if found:
        _edit(context, part, found[0].data["kind"], found[1].end, act, reading)
    elif not _says(known.begins, part, context):
        small = plain(part.text.string, context.language.code).strip()
        if act is None or not known.where.search(small):
            return reading
    _amends(context, part, reading)
    reading.read.add(part.eid)
    return reading


def _edit(
    context: Context,
    part: Provision,
    kind: str,
    end: int,
    act: Reference | None,
    reading: Reading,
) -> None:
    """One edit, with the rows of a list that it takes out, puts in or gives new words."""
    rows = read_row_edit(context, part)
    listed = context.literal(rows.listed.string.strip()) if rows and rows.listed else None
    section = context.literal(rows.section.string.strip()) if rows and rows.section else None
    if rows and kind == "reword" and (rows.whole or rows.headed):
        kind = "relist"
    edit = reading.state(
        f"edit/{part.eid}",
        SHZ.Edit,
        context.evidence(part, f"edit-{kind}", 0, end),
        (SHZ.editKind, code("edit-kinds", kind)),
        (SHZ.ofAct, Ref("act", act.key) if act else None),
        (SHZ.editedList, listed),
        (SHZ.section, section),
        *((SHZ.editedRow, Literal(number)) for number in (rows.numbers if rows else ())),
        (SHZ.statedText, context.literal(part.text.string.strip(" :;."))),
        (SHZ.orderedBy, Ref("clause", f"{context.act.key}/{part.eid}")),
    )
    if rows and act and kind in ("add", "reword", "relist"):
        read_new_rows(context, part, rows, act.key, edit, reading)
        note_relisted(context, part, rows, edit)


def _amends(context: Context, part: Provision, reading: Reading) -> None:
    """That this act changes the one that the clause itself names."""
    named = _outside(part.text.string, read_references(context, part))
    if named is None:
        return
    evidence = context.evidence(part, "amends", named.start, named.end)
    note_cited(named, reading, evidence, context)
    reading.claim(Ref("act", context.act.key), ELI.amends, Ref("act", named.key), evidence)


def _changed_act(context: Context, part: Provision) -> Reference | None:
    """The act whose text a clause speaks of: named in it, or in the nearest clause above it."""
    above: Provision | None = part
    while above is not None:
        named = _outside(above.text.string, read_references(context, above))
        if named is not None:
            return named
        above = context.lead_in(above)
    return None


@cache
def _rules(language: Language, grammar: Grammar) -> _Rules:
    data = language.section("edits")
    return _Rules(
        rule(grammar, data["repeals"]),
        rule(grammar, data["items"]),
        rule(grammar, data["above"]),
        rule(grammar, data["repealed"]),
        rule(grammar, data["begins"]),
        rules(grammar, data["edit"]),
        re.compile(data["where"], re.DOTALL),
        re.compile(data["part"]),
    )
