"""Two editions of one act: what only one of them says, and what both say differently.

What is compared is what no language owns: which clauses there are, the numbers in them, kinds of
events, rules of entry. Where one edition was read and the other was not, that is said as such.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from graph.dataset import Record
from graph.findings.asked import Asked
from graph.findings.hit import Hit, Span, labels
from graph.findings.orders import code_of
from graph.language import load
from graph.model import ActClaims, Amendment, EntryRule, Provision, ProvisionKind, Statement
from ontology import read_codelist

_NUMBER = re.compile(r"\d+")
#: Parts with a number or a place of their own; what else there is belongs to one of these.
_UNITS = {
    ProvisionKind.TITLE,
    ProvisionKind.POINT,
    ProvisionKind.ITEM,
    ProvisionKind.APPENDIX,
    ProvisionKind.HEADING,
    ProvisionKind.ROW,
}
#: Parts that are no text of the act: who keeps the copy words them.
_ASIDE = {ProvisionKind.NOTE, ProvisionKind.STAMP, ProvisionKind.SIGNATURE, ProvisionKind.STATUS}
#: Parts whose numbers tell how the text is set: of appendices, of the first section of a list.
_UNNUMBERED = {ProvisionKind.APPENDIX, ProvisionKind.HEADING}
#: Numbers shown of a clause, at most.
_SHOWN = 8


@dataclass(frozen=True)
class Pair:
    """Two editions of an act; `place` is the layer of the record in which the first lies."""

    first: ActClaims
    second: ActClaims
    place: int

    @cached_property
    def units(self) -> tuple[dict[str, Unit], dict[str, Unit]]:
        """The numbered clauses of both, by id."""
        return _units(self.first), _units(self.second)

    @cached_property
    def aside(self) -> dict[str, tuple[Amendment | None, Amendment | None]]:
        """Clauses that only one edition knows to be changed or repealed."""
        ones, others = _changed(self.first), _changed(self.second)
        apart = {eid for eid in ones.keys() ^ others.keys() if eid}
        return {eid: (ones.get(eid), others.get(eid)) for eid in sorted(apart)}

    @cached_property
    def repealed(self) -> frozenset[str]:
        """Clauses in whose place an edition has a note that they are no more."""
        changes = (*self.first.act.amendments, *self.second.act.amendments)
        return frozenset(one.target for one in changes if one.kind == "repealed" and one.target)

    @cached_property
    def beside_missing(self) -> frozenset[str]:
        """Clauses after which one edition has a clause that the other has not: it may hold its
        words itself.
        """
        found = set()
        for ones, others in (self.units, self.units[::-1]):
            for before, eid in pairwise(ones):
                if eid not in others:
                    found.add(before)
        return frozenset(found)

    def is_aside(self, eid: str) -> bool:
        """Whether a clause, or one that it is part of, is in another wording in one edition."""
        return any(
            eid == one or eid.startswith(f"{one}__") for one in (*self.aside, *self.repealed)
        )

    def hit(self, rule: str, spans: list[Span], beside: list[Span], **words: object) -> Hit:
        """A finding with the words of both editions."""
        languages = {
            "one": labels("languages", self.first.act.language),
            "other": labels("languages", self.second.act.language),
        }
        return Hit(rule, tuple(spans), (), {**languages, **words}, self.place, tuple(beside))


@dataclass(frozen=True, slots=True)
class Unit:
    """A numbered clause with the unnumbered paragraphs and quoted wordings that belong to it."""

    part: Provision
    span: Span
    numbers: Counter[str] = field(default_factory=Counter)
    places: list[tuple[Span, frozenset[str]]] = field(default_factory=list)

    def add(self, span: Span, numbers: list[str]) -> None:
        """Takes in the numbers of a part of the clause."""
        self.numbers.update(numbers)
        self.places.append((span, frozenset(numbers)))

    def spans(self, numbers: Counter[str]) -> list[Span]:
        """The parts in which numbers stand; the clause itself where it has none of them."""
        return [span for span, held in self.places if held & numbers.keys()] or [self.span]


def pairs_of(record: Record) -> Iterator[Pair]:
    """Each act that is held in two languages, in order of the record."""
    layers = record.editions()
    for place, (ones, others) in enumerate(pairwise(layers)):
        for key in filter(others.__contains__, ones):
            yield Pair(ones[key], others[key], place)


def _units(held: ActClaims) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    # Each edition cites the newspaper of its own language.
    printed_in = re.compile(load(held.act.language).section("findings")["printed-in"])

    def walk(part: Provision, owner: Unit | None) -> None:
        if part.kind in _ASIDE:
            return
        named = part if part.text.string else _heading(part)
        span = held.act.key, part.eid, named.text.ranges(held.document.source)
        if part.kind in _UNITS:
            owner = found[part.eid] = Unit(part, span)
        if owner is not None and part.kind not in _UNNUMBERED:
            words = printed_in.sub("", part.text.string)
            owner.add(span, [str(int(one)) for one in _NUMBER.findall(words)])
        for child in part.children:
            walk(child, owner)

    for part in held.document.parts:
        walk(part, None)
    return found


def _heading(part: Provision) -> Provision:
    """The first part of a part that has words: of an appendix its stamp or heading."""
    return next((child for child in part.children if child.text.string), part)


def _changed(held: ActClaims) -> dict[str, Amendment]:
    return {one.target: one for one in held.act.amendments}


def other_wordings(record: Record) -> Iterator[Hit]:
    """Clauses that one edition holds in a later wording, or as repealed, and the other does not."""
    names = Asked(record)
    for pair in pairs_of(record):
        for eid, (one, other) in pair.aside.items():
            change = one or other
            first, second = (units.get(eid) for units in pair.units)
            if change is not None and first and second:
                knows = pair.first if one else pair.second
                yield pair.hit(
                    "edition-wording",
                    [first.span],
                    [second.span],
                    knows=labels("languages", knows.act.language),
                    act=names.act_name(change.by),
                )


def missing_clauses(record: Record) -> Iterator[Hit]:
    """Clauses that one edition has and the other has not: the outermost, told once an act."""
    for pair in pairs_of(record):
        ones, others = pair.units
        only = _outermost(eid for eid in ones if eid not in others and not pair.is_aside(eid))
        lost = _outermost(eid for eid in others if eid not in ones and not pair.is_aside(eid))
        if only or lost:
            yield pair.hit(
                "edition-clause",
                [ones[eid].span for eid in only],
                [others[eid].span for eid in lost],
                first=len(only),
                second=len(lost),
            )


def _outermost(eids: Iterator[str]) -> list[str]:
    found: list[str] = []
    for eid in eids:
        if not any(eid.startswith(f"{one}__") for one in found):
            found.append(eid)
    return found


def other_numbers(record: Record) -> Iterator[Hit]:
    """Clauses of which both editions have the same parts and not the same numbers."""
    for pair in pairs_of(record):
        ones, others = pair.units
        for eid in ones:
            if eid not in others or pair.is_aside(eid) or eid in pair.beside_missing:
                continue
            only, lost = ones[eid].numbers, others[eid].numbers
            if only != lost:
                yield pair.hit(
                    "edition-number",
                    ones[eid].spans(only - lost),
                    others[eid].spans(lost - only),
                    first=_numbers(only - lost),
                    second=_numbers(lost - only),
                )


def _numbers(counted: Counter[str]) -> str:
    numbers = sorted(counted.elements(), key=int)
    return ", ".join(numbers[:_SHOWN]) + (" …" if len(numbers) > _SHOWN else "") or "–"


def other_events(record: Record) -> Iterator[Hit]:
    """Events that the editions call by two kinds; and those that were read in one edition only."""
    kinds = {kind: concept.labels for kind, concept in read_codelist("change-kinds").items()}
    for pair in pairs_of(record):
        ones, others = _events(pair.first), _events(pair.second)
        for key in ones.keys() & others.keys():
            one, other = ones[key], others[key]
            if one.type != other.type:
                yield pair.hit(
                    "edition-kind",
                    [_span(pair.first, one)],
                    [_span(pair.second, other)],
                    first=kinds[code_of(one.type)],
                    second=kinds[code_of(other.type)],
                )
        yield from _unread(pair, ones, others)


def _unread(pair: Pair, ones: dict[str, Statement], others: dict[str, Statement]) -> Iterator[Hit]:
    """Clauses of which one edition alone yielded events, while the other has the clause."""
    one, two = ({told.evidence.clause for told in held.values()} for held in (ones, others))
    for held, clauses in ((pair.first, one - two), (pair.second, two - one)):
        for eid in sorted(clauses):
            first, second = (units.get(eid) for units in pair.units)
            if first and second and not pair.is_aside(eid):
                read = labels("languages", held.act.language)
                yield pair.hit("edition-unread", [first.span], [second.span], read=read)


def _events(held: ActClaims) -> dict[str, Statement]:
    return {one.key: one for one in held.statements if one.key.startswith("event/")}


def _span(held: ActClaims, statement: Statement) -> Span:
    return held.act.key, statement.evidence.clause, statement.evidence.ranges


def other_entries(record: Record) -> Iterator[Hit]:
    """Editions that print two rules of entry into force, or of which only one prints a rule."""
    for pair in pairs_of(record):
        one, other = pair.first.act.entry, pair.second.act.entry
        if one and other and _rule(one) != _rule(other):
            yield pair.hit(
                "edition-entry",
                [(pair.first.act.key, one.evidence.clause, one.evidence.ranges)],
                [(pair.second.act.key, other.evidence.clause, other.evidence.ranges)],
            )


def _rule(entry: EntryRule) -> tuple[object, ...]:
    return entry.kind, entry.days, entry.day, entry.not_before
