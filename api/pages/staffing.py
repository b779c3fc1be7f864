"""The staff of a body: three totals, and the lines of the table by unit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from api.pages.desk import Desk
from api.pages.faces import Face, face
from api.pages.proof import Proofs, Why
from graph.hierarchy.staff import StaffLine, staff_of


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: the post as the act has it, and how many."""

    post: str
    count: float
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """The lines of one unit or body; `own` unless it is another body in the same table."""

    face: Face
    own: bool
    lines: tuple[Line, ...]

    @property
    def total(self) -> float:
        """The sum of its lines."""
        return sum(line.count for line in self.lines)


@dataclass(frozen=True, slots=True)
class Staffing:
    """What the page says of the staff; totals are None where there is no table."""

    answer: str
    own: float
    table_total: float | None
    stated_total: float | None
    units: tuple[Unit, ...]
    own_why: tuple[Why, ...]
    stated_why: tuple[Why, ...]


def staffing_of(desk: Desk, proofs: Proofs, iri: str) -> Staffing | None:
    """The staff on the day; None where no table on record names the body."""
    staff = staff_of(desk.moment, iri)
    if staff.own is None:
        return None
    proofs.gather(line.fact for line in staff.lines)
    units = groupby(staff.lines, key=lambda line: line.unit.iri)
    return Staffing(
        staff.answer.value,
        staff.own,
        staff.table_total,
        staff.stated_total,
        tuple(_unit(desk, proofs, list(lines)) for _, lines in units),
        proofs.of([line.fact for line in staff.lines if line.own]),
        proofs.of([staff.table] if staff.table else []),
    )


def _unit(desk: Desk, proofs: Proofs, lines: list[StaffLine]) -> Unit:
    language = desk.seen.say.language
    shown = tuple(Line(line.post(language), line.count, proofs.of([line.fact])) for line in lines)
    return Unit(face(lines[0].unit, desk.seen, desk.abbreviations), lines[0].own, shown)
