"""Staffing totals, and the times and ends of procedures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rdflib.term import Node

from graph.findings.asked import Asked, iris, number, span, value
from graph.findings.hit import Hit
from ontology import QB, SHZ


def totals_against_lines(asked: Asked) -> Iterator[Hit]:
    """Printed totals of staffing tables that are not the sum of the lines."""
    lines: dict[Node | None, int] = defaultdict(int)
    for one in asked.by_type[SHZ.StaffLine]:
        lines[value(one, QB.dataSet)] += number(value(one, SHZ.unitCount))
    for table in asked.by_type[SHZ.StaffingTable]:
        stated, total = value(table, SHZ.statedTotal), lines[table.node]
        if stated is not None and number(stated) != total:
            yield Hit(
                "total-mismatch",
                (span(table),),
                iris([table.node, value(table, SHZ.tableOf)]),
                {"stated": number(stated), "sum": total},
            )
