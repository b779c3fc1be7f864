"""The staffing table of a body: every printed line under its unit, and the printed total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.counts import is_columns, is_total, name_and_count
from graph.claims.described import describe, introduce
from graph.claims.printed import body_in_heading
from graph.grammar import Grammar, Phrase
from graph.language import Language
from graph.model import Mention, Provision, ProvisionKind, Ref, Text, When
from graph.words import fold, plain
from ontology import ELI, ORG, QB, SHZ, code

#: Adjectives that may stand before the head of a unit's name, and the head itself.
_ADJECTIVES = 3
_WORD = re.compile(r"[\w/]+")


def read_staffing(part: Provision, context: Context) -> Reading:
    """What an appendix says, if it is the staffing table of a body; else an empty reading."""
    reading = Reading()
    if not context.language.has("staffing"):
        return reading
    headed = body_in_heading(part, context, _headings(context.language, context.grammar))
    rows = [one for one in part.walk() if one.kind is ProvisionKind.ROW]
    if headed is None or not rows:
        return reading
    heading, found = headed
    table = _Table(part, found.mention, context, reading, found.mention)
    table.open(heading)
    for row in rows:
        table.take(row)
    table.close(heading)
    return reading


@dataclass(slots=True)
class _Table:
    """One table being read: `unit` is the body or inner unit that the next lines belong to."""

    part: Provision
    owner: Mention
    context: Context
    reading: Reading
    unit: Mention
    body: Mention | None = None
    position: int = 0
    total: Literal | None = None
    total_row: Provision | None = None

    @property
    def key(self) -> str:
        return f"staff-table/{self.part.eid}"

    def open(self, heading: Provision) -> None:
        """Whose table it is."""
        clause = Ref("clause", f"{self.context.act.key}/{self.part.eid}")
        evidence = self.context.evidence(heading, "staffing-of", when=When.ALWAYS)
        self.reading.claim(clause, ELI.is_about, self.owner, evidence)
        self.reading.read |= {self.part.eid, heading.eid}

    def close(self, heading: Provision) -> None:
        """The table itself, with its printed total, where there is one."""
        place = self.total_row or heading
        evidence = self.context.evidence(place, "staffing-table")
        properties = (
            (SHZ.tableOf, self.owner),
            (SHZ.statedTotal, self.total),
            (QB.structure, SHZ.staffingStructure),
        )
        self.reading.state(self.key, SHZ.StaffingTable, evidence, *properties)

    def take(self, row: Provision) -> None:
        """Read one row as a total, a line, a unit, or the head of the columns."""
        name, count = name_and_count(row)
        if name is None or is_columns(name.string, self.context.language):
            self.reading.read.add(row.eid)
        elif count is None:
            self._unit(row, name)
        elif is_total(name.string, self.context.language):
            self.total, self.total_row = count, row
            self.reading.read.add(row.eid)
        else:
            self._line(row, name, count)

    def _unit(self, row: Provision, name: Text) -> None:
        named = self.context.bodies(name)
        whole = named[0].mention if named and named[0].end >= len(name) - 1 else None
        if whole and _same(whole, self.owner, self.context.language):
            self.unit = self.body = self.owner
        elif whole and whole.form:
            self.unit = self.body = whole
        elif _is_unit(name.string, self.context.language):
            self.unit = self._inner_unit(row, name)
        else:
            return
        self.reading.read.add(row.eid)

    def _inner_unit(self, row: Provision, name: Text) -> Mention:
        within = self.body or self.owner
        start = row.text.string.find(name.string)
        unit = describe(row, start, start + len(name), self.context, "unit", within)
        evidence = self.context.evidence(row, "staffing-unit", start, start + len(name))
        introduce(unit, evidence, self.context, self.reading)
        self.reading.claim(unit, ORG.unitOf, within, evidence)
        return unit

    def _line(self, row: Provision, name: Text, count: Literal) -> None:
        self.position += 1
        words = name.string.strip()
        post = _post_type(words, self.context.language)
        self.reading.state(
            f"staff-line/{row.eid}",
            SHZ.StaffLine,
            self.context.evidence(row, "staffing-line"),
            (QB.dataSet, Ref("statement", self.key)),
            (SHZ.ofUnit, self.unit),
            (SHZ.postName, self.context.literal(words)),
            (SHZ.ofPostType, code("post-types", post) if post else None),
            (SHZ.unitCount, count),
            (SHZ.position, Literal(self.position)),
        )
        self.reading.read.add(row.eid)


def _same(one: Mention, other: Mention, language: Language) -> bool:
    return fold(one.whole, language.code) == fold(other.whole, language.code)


def _is_unit(name: str, language: Language) -> bool:
    """Whether the word for a unit stands where the language has the head of a name."""
    data = language.section("staffing")
    words = _WORD.findall(plain(name, language.code))
    if data.get("units-first"):
        return bool(words) and any(word in data["units"] for word in words[:_ADJECTIVES])
    return bool(words) and words[-1] in data["units"]


def _post_type(name: str, language: Language) -> str | None:
    """The code of the first rule of which the name has all words of a phrase, in their order."""
    spoken = f" {' '.join(_WORD.findall(plain(name, language.code)))} "
    for post in language.section("staffing")["post"]:
        if any(f" {words} " in spoken for words in post["words"]):
            return str(post["code"])
    return None


@cache
def _headings(language: Language, grammar: Grammar) -> tuple[Phrase, ...]:
    return tuple(grammar.phrase(one) for one in language.section("staffing")["headings"])
