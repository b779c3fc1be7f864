"""How many people: the lines of a staffing table added up, for a body and for the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.dataset import Held, HeldStatement
from graph.view.ledger import Ledger
from graph.view.standing import Standing, latest, value
from ontology import ORG, QB, SHZ


def add_staff(standing: Standing, ledger: Ledger) -> None:
    """`shz:staffTotal` of each body (with its inner units) and of each table that holds."""
    lines = standing.statements(SHZ.StaffLine)
    of_table: dict[Node | None, list[HeldStatement]] = defaultdict(list)
    for line in lines:
        of_table[value(line, QB.dataSet)].append(line)
    for table in standing.statements(SHZ.StaffingTable):
        if own := of_table.get(table.node):
            ledger.derive(table.node, SHZ.staffTotal, _total(own), "sum-of-lines", own)
    for body, counted in _by_body(lines, standing).items():
        ledger.derive(body, SHZ.staffTotal, _total(counted), "sum-of-lines", counted)


def _by_body(
    lines: Iterable[HeldStatement], standing: Standing
) -> dict[URIRef, list[HeldStatement]]:
    """The lines of each unit in its latest table, also counted for the body it is part of."""
    units: dict[URIRef, list[HeldStatement]] = defaultdict(list)
    for line in lines:
        unit = value(line, SHZ.ofUnit)
        if isinstance(unit, URIRef):
            units[unit].append(line)
    parts = {c.subject: c.object for c in standing.claims(ORG.unitOf)}
    bodies: dict[URIRef, list[HeldStatement]] = defaultdict(list)
    for unit, counted in units.items():
        table = value(latest(counted), QB.dataSet)
        current = [line for line in counted if value(line, QB.dataSet) == table]
        for body in _with_bodies(unit, parts):
            bodies[body] += current
    return bodies


def _with_bodies(unit: URIRef, parts: dict[URIRef, Node]) -> list[URIRef]:
    chain = [unit]
    while isinstance(above := parts.get(chain[-1]), URIRef) and above not in chain:
        chain.append(above)
    return chain


def _total(lines: Iterable[Held]) -> Literal:
    total = Decimal(0)
    for line in lines:
        count = value(line, SHZ.unitCount) if isinstance(line, HeldStatement) else None
        total += Decimal(str(count)) if count is not None else 0
    return Literal(int(total)) if total == int(total) else Literal(total)
