"""How many work in a body: lines, own total, total of its table, and the total as printed."""

from __future__ import annotations

from dataclasses import dataclass

from graph.hierarchy.body import Body, in_language
from graph.hierarchy.codes import Code
from graph.hierarchy.facts import Fact
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.moment import Moment
from graph.time import Answer
from ontology import QB, SHZ

_TABLE_OF, _TOTAL = str(SHZ.tableOf), str(SHZ.statedTotal)
_DATA_SET, _UNIT = str(QB.dataSet), str(SHZ.ofUnit)
_POST, _TYPE, _COUNT = str(SHZ.postName), str(SHZ.ofPostType), str(SHZ.unitCount)
_POSITION = str(SHZ.position)


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One printed line: how many of a post in a unit; `own` unless it is a line of another body."""

    unit: Body
    posts: dict[str, str]
    post_type: Code | None
    count: int | float
    own: bool
    answer: Answer
    fact: Fact

    def post(self, language: str = "kk") -> str:
        """The post in a language; in Kazakh, or as it is, where the act has none in it."""
        return in_language(self.posts, language) or ""


@dataclass(frozen=True, slots=True)
class Staff:
    """The staff of a body on a day.

    `own` counts the body and its inner units (None: no line is known), `table_total` all lines of
    its table (None: it has no table), `stated_total` is the number that the act prints. Lines are
    in order of print: all of its table, or where it has none, those on it in the tables of others.
    """

    answer: Answer
    own: int | float | None
    table_total: int | float | None
    stated_total: int | float | None
    lines: tuple[StaffLine, ...]
    table: Fact | None


def staff_of(moment: Moment, iri: str) -> Staff:
    """The staff by the table that holds on the day; none that holds makes the answer not known."""
    units = {moment.body(iri).iri} | {step.body.iri for step in moment.units(iri)}
    table, said = _table(moment, iri)
    lines = _lines(moment, table, units) if table else _elsewhere(moment, units)
    answer = said if table else next((line.answer for line in lines), said)
    return Staff(
        answer,
        sum(line.count for line in lines if line.own) if lines else None,
        sum(line.count for line in lines) if table else None,
        table.node.amount(_TOTAL) if table and table.node.texts(_TOTAL) else None,
        tuple(lines),
        table,
    )


def counted(index: Hierarchy, iri: str) -> bool:
    """Whether any table or line is on record of a body, of whatever day."""
    record = index.record
    if iri not in index.natures:
        return False
    units = (iri, *(fact.subject for fact in index.units(iri)))
    return bool(record.statements(_TABLE_OF, iri)) or any(
        record.statements(_UNIT, unit) for unit in units
    )


def _table(moment: Moment, iri: str) -> tuple[Fact | None, Answer]:
    """The table that certainly holds, else one that may, the later start first."""
    found = list(moment.held(moment.record.statements(_TABLE_OF, iri)))
    alive = [(fact, said) for fact, said in found if said.value != "no"]
    if not alive:
        return None, found[0][1] if found else Answer("not-known")
    return max(alive, key=lambda pair: (pair[1].value == "yes", pair[0].start, pair[0].iri))


def _lines(moment: Moment, table: Fact, units: set[str]) -> list[StaffLine]:
    facts = moment.record.statements(_DATA_SET, table.iri)
    return [_line(moment, fact, said, units) for fact, said in moment.held(_printed(facts))]


def _elsewhere(moment: Moment, units: set[str]) -> list[StaffLine]:
    facts = [f for unit in units for f in moment.record.statements(_UNIT, unit)]
    held = moment.held(_printed(facts))
    return [_line(moment, fact, said, units) for fact, said in held if said.value != "no"]


def _printed(facts: list[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (fact.start, fact.node.number(_POSITION) or 0, fact.iri))


def _line(moment: Moment, fact: Fact, said: Answer, units: set[str]) -> StaffLine:
    node, unit = fact.node, fact.node.first(_UNIT) or ""
    return StaffLine(
        moment.body(unit),
        node.labels(_POST),
        moment.hierarchy.codes.get(node.first(_TYPE)),
        node.amount(_COUNT),
        unit in units,
        said,
        fact,
    )
