"""Lists of other acts that an edit gives anew in an appendix: its rows are rows of that list."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.claims.context import Context, Reading
from graph.claims.rowedits import RowEdit, owner_of
from graph.claims.terms import unit_of
from graph.model import Provision, Ref, Statement
from ontology import SHZ


def note_relisted(context: Context, part: Provision, edit: RowEdit, by: Ref) -> None:
    """Keep in mind that an appendix to which a clause refers holds the list that it edits."""
    appendix = _appendix(context, part) if edit.whole and edit.listed else None
    if appendix is not None:
        context.relisted[appendix] = by, owner_of(context, edit)


def _appendix(context: Context, part: Provision) -> str | None:
    """The id of the appendix to which a clause refers: of the text in which it stands, or of the
    act.
    """
    pattern = context.language.section("phrases")["appendix"]["refers"]
    hits = list(re.finditer(pattern, part.text.string, re.IGNORECASE))
    if not hits:
        return None
    name = f"app_{hits[-1]['number'] or 1}"
    unit = unit_of(part.eid)
    inner = f"{unit}__{name}"
    return inner if unit and context.has(inner) else name


def mark_relisted(context: Context, reading: Reading) -> None:
    """Say of each entry in such an appendix by which edit it stands in the other act's list."""
    if context.relisted:
        reading.statements[:] = [_marked(context, one) for one in reading.statements]


def _marked(context: Context, entry: Statement) -> Statement:
    where = next((value for name, value in entry.properties if name == SHZ.list), None)
    if not isinstance(where, Ref) or where.kind != "clause":
        return entry
    by, _ = context.relisted.get(where.key.partition("/")[2], (None, None))
    return replace(entry, properties=(*entry.properties, (SHZ.byEdit, by))) if by else entry
