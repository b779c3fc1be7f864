"""Staffing totals, and the times and ends of procedures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from rdflib import Literal
from rdflib.term import Node

from graph.dataset import HeldStatement
from graph.findings.asked import Asked, iris, number, span, value, values
from graph.findings.hit import Hit
from ontology import PPLAN, QB, SHZ


def totals_against_lines(asked: Asked) -> Iterator[Hit]:
    """Printed totals of staffing tables and of lists of limits that are not the sum of theirs.

    A limit that stands inside another is in its number already.
    """
    sums: dict[Node | None, Decimal] = defaultdict(Decimal)
    for one in asked.by_type[SHZ.StaffLine]:
        sums[value(one, QB.dataSet)] += _units(value(one, SHZ.unitCount))
    for one in asked.by_type[SHZ.StaffLimit]:
        if value(one, SHZ.partOfLimit) is None:
            sums[value(one, SHZ.inLimitList)] += _units(value(one, SHZ.unitCount))
    for table in (*asked.by_type[SHZ.StaffingTable], *asked.by_type[SHZ.StaffLimitList]):
        stated = value(table, SHZ.statedTotal)
        if stated is not None and _units(stated) != sums[table.node]:
            owners = [one for one in (table.node, value(table, SHZ.tableOf)) if one is not None]
            yield Hit(
                "total-mismatch",
                (span(table),),
                iris(owners),
                {"stated": f"{_units(stated)}", "sum": f"{sums[table.node]}"},
            )


def _units(node: Node | None) -> Decimal:
    """Units of staff, which may be halves."""
    return Decimal(str(node)) if isinstance(node, Literal) else Decimal(0)


@dataclass(frozen=True)
class _Plan:
    """A procedure: minutes by step, where each leads, and which step the text prints first."""

    steps: dict[Node, HeldStatement]
    after: dict[Node, list[Node]]

    def paths(self) -> Iterator[list[Node]]:
        """Every way from the first step to an end, no step twice."""
        first = min(self.steps, key=lambda node: number(value(self.steps[node], SHZ.position)))
        waiting: list[list[Node]] = [[first]]
        while waiting:
            path = waiting.pop()
            onward = [node for node in self.after.get(path[-1], []) if node not in path]
            if not onward:
                yield path
            waiting += [[*path, node] for node in onward]

    def minutes(self, path: Iterable[Node]) -> int:
        """The printed minutes of the steps of a path."""
        return sum(_minutes(self.steps[node]) for node in path)


def _minutes(step: HeldStatement) -> int:
    found = value(step, SHZ.maxDuration)
    length = found.toPython() if isinstance(found, Literal) else None
    return int(length.total_seconds() // 60) if isinstance(length, timedelta) else 0


def _plans(asked: Asked) -> Iterator[_Plan]:
    steps: dict[Node, dict[Node, HeldStatement]] = defaultdict(dict)
    after: dict[Node, list[Node]] = defaultdict(list)
    for kind in (PPLAN.Step, SHZ.DecisionStep):
        for one in asked.by_type[kind]:
            plan = value(one, PPLAN.isStepOfPlan)
            if plan is not None:
                steps[plan][one.node] = one
            after[one.node] += values(one, SHZ.nextStep)
    for branch in asked.by_type[SHZ.Branch]:
        if branch.of:
            after[branch.of[0]] += values(branch, SHZ.nextStep)
    for rows in steps.values():
        yield _Plan(rows, after)


def times_of_paths(asked: Asked) -> Iterator[Hit]:
    """Procedures whose rows add up to what no path through them takes."""
    for plan in _plans(asked):
        paths = sorted({plan.minutes(path) for path in plan.paths()})
        total = plan.minutes(plan.steps)
        if total not in paths:
            yield Hit(
                "path-times",
                tuple(span(one) for one in plan.steps.values()),
                iris(plan.steps),
                {"paths": ", ".join(map(str, paths)), "sum": total},
            )


def ends_without_output(asked: Asked) -> Iterator[Hit]:
    """Paths whose last step gives none of the outputs that the service names.

    Where no path gives any, the outputs were not made out: that says nothing of the procedure.
    """
    giving = {claim.subject for claim in asked.by_predicate[SHZ.outcome]}
    for plan in _plans(asked):
        ends = {path[-1] for path in plan.paths()}
        for last in sorted(ends - giving, key=str) if ends & giving else ():
            step = plan.steps[last]
            yield Hit(
                "branch-without-output",
                (span(step),),
                iris([last]),
                {"number": value(step, SHZ.position)},
            )
