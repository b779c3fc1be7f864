"""The claims of an act: the rules of its language run over each provision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from graph.claims.acts import identify, read_act_facts
from graph.claims.bodies import read_bodies, read_unnamed
from graph.claims.citing import is_named_by_term
from graph.claims.context import Context, Reading
from graph.claims.deeds import read_deed_rows
from graph.claims.designations import read_designation
from graph.claims.edits import read_edit, read_repealed_list, read_repeals
from graph.claims.events import read_events, read_succession
from graph.claims.honours import read_honour
from graph.claims.led import read_led
from graph.claims.limits import read_limit, read_limits
from graph.claims.lists import read_list
from graph.claims.mended import mark_mended
from graph.claims.orders import read_approval, read_duty
from graph.claims.referred import mark_referring
from graph.claims.regulation import is_model, read_regulation
from graph.claims.relisted import mark_relisted
from graph.claims.removed import read_removed_clause
from graph.claims.service import read_service
from graph.claims.staffing import read_staffing
from graph.claims.systems import read_systems
from graph.claims.told import read_told
from graph.grammar import grammar_of
from graph.language import load
from graph.model import ActClaims, ActInfo, Document, Provision, ProvisionKind, Unread

#: Readers of one enacting clause, in the order in which they are tried; the first that reads wins.
_CLAUSE_READERS: tuple[Callable[[Context, Provision], Reading], ...] = (
    read_removed_clause,
    read_succession,
    read_deed_rows,
    read_events,
    read_limit,
    read_approval,
    read_designation,
    read_honour,
    read_repeals,
    read_edit,
    read_duty,
    read_list,
    read_told,
)
#: Readers of the clauses of an appendix that is no regulation, table or list.
_EDIT_READERS: tuple[Callable[[Context, Provision], Reading], ...] = (
    read_removed_clause,
    read_repeals,
    read_edit,
)
#: Readers of a whole appendix; each looks at the heading and leaves what is not its own.
_PART_READERS: tuple[Callable[[Provision, Context], Reading], ...] = (
    read_regulation,
    read_limits,
    read_staffing,
    read_service,
    read_repealed_list,
)
_CLAUSES = {
    ProvisionKind.POINT,
    ProvisionKind.ITEM,
    ProvisionKind.INDENT,
    ProvisionKind.PARAGRAPH,
}
#: Why a clause stays unread.
_NO_RULE = "no rule of the language fits its words"
_OF_A_MODEL = "it stands in a model regulation, which is of no one body"
#: Parts of an appendix whose rows may state deeds.
_CONTAINERS = {ProvisionKind.APPENDIX, ProvisionKind.POINT, ProvisionKind.TABLE}


def read_claims(document: Document) -> ActClaims:
    """Everything that an act says, each claim with its clause and its exact words.

    Raises NotAnActError when the document does not say who passed it, when, under which number.
    """
    language = load(document.language)
    unknown = ActInfo("", "", None, date.min, "", "", document.language)
    context = Context(document, unknown, language, grammar_of(language))
    context.act = identify(context)
    reading = read_act_facts(context)
    for part in document.parts:
        if part.kind is ProvisionKind.APPENDIX:
            _read_appendix(context, part, reading)
        else:
            _read_clauses(context, part, reading)
        reading.add(read_systems(part, context))
    reading.add(read_bodies(context))
    reading.add(read_led(context, reading))
    reading.add(read_unnamed(context, reading))
    mark_referring(context, reading)
    mark_mended(reading)
    mark_relisted(context, reading)
    document.faults += reading.faults
    unread = list(_unread(context, reading))
    return ActClaims(
        document, context.act, reading.claims, reading.statements, unread, reading.read
    )


def _read_clauses(context: Context, part: Provision, reading: Reading) -> None:
    """Read the clauses of a part and what stands under them, each once."""
    for clause in part.walk():
        if clause.kind in _CLAUSES and clause.eid not in reading.read:
            _first(context, clause, _CLAUSE_READERS, reading)


def _first(
    context: Context,
    clause: Provision,
    readers: tuple[Callable[[Context, Provision], Reading], ...],
    reading: Reading,
) -> None:
    """What the first reader brings that reads a clause."""
    for reader in readers:
        found = reader(context, clause)
        if found.read:
            reading.add(found)
            return


def _read_appendix(context: Context, part: Provision, reading: Reading) -> None:
    before = len(reading.read)
    for reader in _PART_READERS:
        reading.add(reader(part, context))
    edited = len(reading.read) == before
    containers = {one.eid: one for one in part.walk() if one.kind in _CONTAINERS}
    # A table is asked for by the part in which it stands, and once more by itself.
    deeds_of = cache(lambda eid: read_deed_rows(context, containers[eid]))
    for clause in part.walk():
        # Rows that state deeds are no list of subordinates, whatever their heading says besides,
        # but where the list is approved as one and the deed means it by its term.
        deeds = deeds_of(clause.eid) if clause.kind in _CONTAINERS else Reading()
        if deeds.read:
            reading.add(deeds)
        lists = clause.kind in _CLAUSES or clause.kind is ProvisionKind.APPENDIX
        tables = (one for one in clause.children if lists and one.kind is ProvisionKind.TABLE)
        done = deeds.read or any(deeds_of(one.eid).read for one in tables)
        if lists and (not done or is_named_by_term(context, clause)):
            reading.add(read_list(context, clause))
        if clause.kind in _CLAUSES and clause.eid not in reading.read:
            readers = _EDIT_READERS if edited else _EDIT_READERS[:1]
            _first(context, clause, readers, reading)


def _unread(context: Context, reading: Reading) -> Iterator[Unread]:
    """Clauses that no rule understood; words that lead to others are understood with these."""
    for unit in context.document.parts:
        reason = _OF_A_MODEL if is_model(unit, context) else _NO_RULE
        for part in unit.walk():
            if part.kind in _CLAUSES and part.eid not in reading.read:
                leads = part.text.string.endswith(":") or not part.text
                if leads and any(one.eid in reading.read for one in part.walk()):
                    continue
                yield Unread(part.eid, reason, part.text.ranges(context.document.source))
