"""Edits: what an act does to the words of another, and to the rows of its lists."""

from __future__ import annotations

from dataclasses import dataclass

from graph.hierarchy.codes import Code
from graph.hierarchy.facts import Fact
from graph.hierarchy.moment import Moment
from ontology import ELI, SHZ

_OF, _BY_EDIT, _AMENDS = str(SHZ.ofAct), str(SHZ.byEdit), str(ELI.amends)
_KIND, _LIST, _SECTION = str(SHZ.editKind), str(SHZ.editedList), str(SHZ.section)
_ROW, _ENTRY_FOR = str(SHZ.editedRow), str(SHZ.entryFor)


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of an act: `rows` are printed numbers, `bodies` those that its new rows name."""

    fact: Fact
    act: str
    kind: Code | None
    listed: str | None
    section: str | None
    rows: tuple[str, ...]
    bodies: tuple[str, ...]


def edits_by(moment: Moment, act: str) -> list[Edit]:
    """The edits that an act makes of others, in the order of their clauses."""
    others = {claim.object for claim in moment.record.claims(act, _AMENDS)}
    found = [fact for other in others for fact in moment.record.statements(_OF, other)]
    return _edits(moment, [fact for fact in found if fact.clause.startswith(f"{act}/")])


def edits_of(moment: Moment, act: str) -> list[Edit]:
    """The edits that others make of an act, in the order of their clauses."""
    return _edits(moment, moment.record.statements(_OF, act))


def _edits(moment: Moment, facts: list[Fact]) -> list[Edit]:
    known = [fact for fact in facts if fact.known(moment.known)]
    return [_edit(moment, fact) for fact in sorted(known, key=lambda fact: fact.clause)]


def _edit(moment: Moment, fact: Fact) -> Edit:
    node, entries = fact.node, moment.record.statements(_BY_EDIT, fact.iri)
    bodies = (body for entry in entries for body in entry.node.all(_ENTRY_FOR))
    return Edit(
        fact,
        node.first(_OF) or "",
        moment.hierarchy.codes.get(node.first(_KIND)),
        node.first(_LIST),
        node.first(_SECTION),
        tuple(sorted(node.texts(_ROW), key=_order)),
        tuple(dict.fromkeys(bodies)),
    )


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("-") if part.isdecimal())
