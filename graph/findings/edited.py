"""Edits of lists whose act is not held, or whose held act prints no such row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.dataset import HeldStatement
from graph.findings.asked import Asked, span, value
from graph.findings.hit import Hit, Span
from ontology import SHZ, code


def lists_not_held(asked: Asked) -> Iterator[Hit]:
    """Acts whose lists are changed by acts held, and that are not held themselves."""
    absent: dict[str, list[Span]] = defaultdict(list)
    for edit, act in _edits(asked):
        if act not in asked.record.chronicle.acts:
            absent[act].append(span(edit))
    for act, spans in sorted(absent.items()):
        yield Hit(
            "edited-list-not-held",
            tuple(spans),
            (asked.record.iris.act(act),),
            {"act": asked.act_name(act), "count": len(spans)},
        )


def rows_absent(asked: Asked) -> Iterator[Hit]:
    """Rows that an act takes out of a list of a held act which prints no row of that number.

    A copy that knows a later wording has lost the row already.
    """
    printed: dict[str, set[str]] = defaultdict(set)
    for one in asked.record.statements:
        if one.type == SHZ.ListEntry:
            act, _ = asked.clause(value(one, SHZ.list) or one.node)
            printed[act].add(str(value(one, SHZ.number)))
    for edit, act in _edits(asked):
        held = asked.record.chronicle.acts.get(act)
        if held is None or value(edit, SHZ.editKind) != code("edit-kinds", "remove"):
            continue
        if any(change.day >= edit.act.day for change in held.amendments):
            continue
        rows = [str(row) for name, row in edit.properties if name == SHZ.editedRow]
        if lost := [row for row in rows if row not in printed[act]]:
            yield Hit(
                "edited-row-absent",
                (span(edit),),
                (asked.record.iris.act(act),),
                {"act": asked.act_name(act), "rows": ", ".join(lost)},
            )


def _edits(asked: Asked) -> Iterator[tuple[HeldStatement, str]]:
    """The edits of rows, each with the key of the act that it changes."""
    for one in asked.by_type[SHZ.Edit]:
        act = value(one, SHZ.ofAct)
        if act is not None and value(one, SHZ.editedRow) is not None:
            yield one, asked.clause(act)[0]
