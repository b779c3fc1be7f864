"""Limits of staff: how many units a body may have, in a sentence, in items, or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.counts import is_columns, is_total, name_and_count, names_and_counts, units
from graph.claims.listed import listed_body
from graph.claims.printed import Rule, heading_of, rule
from graph.grammar import Grammar
from graph.language import Language
from graph.model import Mention, Provision, ProvisionKind, Ref, Source, Text
from graph.words import plain
from ontology import SHZ

_ROWS = (ProvisionKind.ROW, ProvisionKind.POINT, ProvisionKind.ITEM)
#: The number of a row that stands under another, right before its words: `1)`.
_INNER = re.compile(r"\d\s*\)(?:\s|<[^<>]*>|\|)*\Z")
_REACH = 60


def read_limit(context: Context, part: Provision) -> Reading:
    """The limits that a clause sets in its own sentence, or in the items under it."""
    reading = Reading()
    if not context.language.has("staffing"):
        return reading
    known = _rules(context.language, context.grammar)
    match = known.sentence.match(context.smoothed(part))
    if match:
        bodies = match.bodies.get("body", ())
        evidence = context.evidence(part, "staff-limit", match.start, match.end)
        count = units(part.text.string[slice(*match.words["count"])])
        body = bodies[0].mention if bodies else None
        properties = ((SHZ.limitOf, body), (SHZ.unitCount, count))
        reading.state(f"limit/{part.eid}", SHZ.StaffLimit, evidence, *properties)
        reading.read.add(part.eid)
    elif part.children and known.items.match(context.masked(part)):
        _read_rows(part, part.children, context, reading)
    return reading


def read_limits(part: Provision, context: Context) -> Reading:
    """What an appendix says, if it is a list of limits; else an empty reading."""
    reading = Reading()
    heading = heading_of(part)
    if heading is None or not context.language.has("staffing"):
        return reading
    if _rules(context.language, context.grammar).heading.match(context.masked(heading)):
        rows = [one for one in part.walk() if one.kind in _ROWS]
        _read_rows(part, rows, context, reading)
        reading.read |= {heading.eid} if reading.read else set()
    return reading


def _read_rows(
    part: Provision, rows: Iterable[Provision], context: Context, reading: Reading
) -> None:
    """The rows of a list of limits, each as a limit, the total, or the head of the columns."""
    limits = _List(part, context, reading)
    for row in rows:
        limits.take(row)
    limits.close()


@dataclass(slots=True)
class _List:
    """One list being read; `outer` is the limit of which the next rows may be a part."""

    part: Provision
    context: Context
    reading: Reading
    position: int = 0
    outer: Ref | None = None
    total: tuple[Provision, Literal] | None = None

    @property
    def key(self) -> str:
        return f"limit-list/{self.part.eid}"

    def take(self, row: Provision) -> None:
        """Read one row."""
        language = self.context.language
        if several := names_and_counts(row):
            self._several(row, several)
            return
        name, count = self._name_and_count(row)
        total = name is not None and is_total(name.string, language)
        if name is None or count is None or (is_columns(name.string, language) and not total):
            self.reading.read |= {row.eid} if row.kind is ProvisionKind.ROW else set()
            return
        self.reading.read.add(row.eid)
        if total:
            self.total = row, count
        else:
            self._limit(row, name, count, row.eid)

    def _name_and_count(self, row: Provision) -> tuple[Text | None, Literal | None]:
        """Of a row of a table by its cells; of a clause by the number at its end."""
        if row.kind is ProvisionKind.ROW:
            return name_and_count(row)
        match = _pattern(self.context.language, "at-end").search(row.text.string)
        if match is None:
            return None, None
        return row.text.cut(0, match.start()), units(match["count"])

    def _several(self, row: Provision, several: Sequence[tuple[Text, Literal]]) -> None:
        """The limits of one row: the first, and its parts."""
        self.reading.read.add(row.eid)
        outer, self.outer = self.outer, None
        for number, (name, count) in enumerate(several, 1):
            ref = self._limit(row, name, count, f"{row.eid}-{number}", part=number > 1)
            self.outer = self.outer or ref
        self.outer = outer

    def _limit(
        self, row: Provision, name: Text, count: Literal, place: str, part: bool = False
    ) -> Ref:
        """Note one limit: a part of the one before it where it is printed as one."""
        self.position += 1
        inner = part or _may_be_inner(row, self.context.document.source)
        inside = self.outer if inner else None
        body = self._body(row, name)
        ref = self.reading.state(
            f"limit/{place}",
            SHZ.StaffLimit,
            self.context.evidence(row, "staff-limit"),
            (SHZ.limitOf, body),
            (SHZ.unitCount, count),
            (SHZ.statedText, self.context.literal(name.string.strip(" -–—;:"))),
            (SHZ.position, Literal(self.position)),
            (SHZ.inLimitList, Ref("statement", self.key)),
            (SHZ.partOfLimit, inside),
        )
        if inside is None:
            self.outer = ref if _opens(name.string, self.context.language) else None
        return ref

    def _body(self, row: Provision, name: Text) -> Mention | None:
        """Whose limit it is: a body named in the words, or all words where they begin a name and
        do not speak of a part of a body.
        """
        named = next((one.mention for one in self.context.bodies(name)), None)
        begins = name.string.lstrip(' "«')[:1].isupper()
        if named or not begins or _pattern(self.context.language, "parts").search(name.string):
            return named
        seat = _pattern(self.context.language, "seat").search(name.string)
        bare = name.cut(0, seat.start()) if seat else name
        found = listed_body(self.context, replace(row, text=bare, cells=()))
        return found.mention if found else None

    def close(self) -> None:
        """The list itself, with its printed total, where there is one."""
        if not self.position:
            return
        place = self.total[0] if self.total else heading_of(self.part) or self.part
        evidence = self.context.evidence(place, "staff-limits")
        total = self.total[1] if self.total else None
        self.reading.state(self.key, SHZ.StaffLimitList, evidence, (SHZ.statedTotal, total))
        self.reading.read.add(self.part.eid)


def _may_be_inner(row: Provision, source: Source) -> bool:
    """Whether a row of a table prints no number of the first level: none at all, or `1)`."""
    if row.kind is not ProvisionKind.ROW:
        return False
    if row.number is None:
        return True
    start = next((one.start for one in row.text.ranges(source)), 0)
    return _INNER.search(source.text, max(0, start - _REACH), start) is not None


def _opens(name: str, language: Language) -> bool:
    """Whether the rows after a row are a part of it: «в том числе:»."""
    small = plain(name, language.code).rstrip(" :")
    return small.endswith(tuple(language.section("staffing")["inner"]))


@dataclass(frozen=True, slots=True)
class _Rules:
    """The phrases of limits, compiled."""

    sentence: Rule
    items: Rule
    heading: Rule


@cache
def _pattern(language: Language, name: str) -> re.Pattern[str]:
    """A pattern of the data: where a body sits behind its name (`seat`), words for a part of a
    body or for several at once (`parts`), the number at the end of a clause (`at-end`).
    """
    return re.compile(language.section("staffing")["limit"][name], re.IGNORECASE)


@cache
def _rules(language: Language, grammar: Grammar) -> _Rules:
    data = language.section("staffing")["limit"]
    kinds = ("sentence", "items", "heading")
    return _Rules(*(rule(grammar, {"phrases": data[kind]}) for kind in kinds))
