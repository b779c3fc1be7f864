"""Rows of lists that a later act takes out, puts in or gives new words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.dataset.held import HeldClaim, HeldStatement, History
from graph.dataset.renamed import merged
from graph.time import Bounds, Reason
from ontology import SHZ, code

_REMOVE, _REWORD, _RELIST = (code("edit-kinds", kind) for kind in ("remove", "reword", "relist"))
#: The part of the words for a list that stands in its heading, at least.
_ALIKE = 0.6
#: What says which list an entry stands in.
_OF_LIST = (SHZ.list, SHZ.heading)
#: Letters of a word that its case leaves as they are.
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass
class Edited:
    """Statements and claims in which edits of lists have taken effect."""

    statements: list[HeldStatement]
    claims: list[HeldClaim]


def with_edits(statements: Iterable[HeldStatement], claims: Iterable[HeldClaim]) -> Edited:
    """The facts, of which an entry ends when a later act takes its row out or rewords it.

    With it ends what follows from being listed there. An entry that an edit makes stands in the
    list of the act that is changed, where that one is held; else in the act as a whole. Nothing
    happens to the bodies.
    """
    told, facts = list(statements), list(claims)
    new = {_value(one, SHZ.byEdit) for one in told if one.type == SHZ.ListEntry}
    edits = [one for one in told if one.type == SHZ.Edit and (_rows(one) or one.node in new)]
    if not edits:
        return Edited(told, facts)
    lists = _Lists([one for one in told if one.type == SHZ.ListEntry])
    for edit in sorted(edits, key=_order):
        lists.apply(edit)
    return Edited(
        [lists.now.get(one.node, one) for one in told],
        [_ended_with(one, lists.ends) for one in facts],
    )


def _order(edit: HeldStatement) -> tuple[object, ...]:
    return edit.act.day, edit.act.number, edit.act.key, edit.evidence.ranges


@dataclass
class _Lists:
    """The entries of all lists as edits leave them; `ends` are those that ended, by clause."""

    entries: Sequence[HeldStatement]
    now: dict[URIRef, HeldStatement] = field(default_factory=dict)
    ends: dict[tuple[str, str], History] = field(default_factory=dict)
    _of_act: dict[Node, list[URIRef]] = field(default_factory=lambda: defaultdict(list))
    _by_edit: dict[Node, list[URIRef]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.now = {one.node: one for one in self.entries}
        for one in self.entries:
            edit = _value(one, SHZ.byEdit)
            if edit is None:
                self._of_act[_act_of(one)].append(one.node)
            else:
                self._by_edit[edit].append(one.node)

    def apply(self, edit: HeldStatement) -> None:
        """End the entries that an edit takes out or rewords; put in those that it makes."""
        act, kind = _value(edit, SHZ.ofAct), _value(edit, SHZ.editKind)
        if act is None:
            return
        fresh = [self.now[node] for node in self._by_edit[edit.node]]
        within = _same_list(edit, [self.now[node] for node in self._of_act[act]])
        if kind in (_REMOVE, _REWORD):
            # A row is reworded where its new words are understood; else they only are the edit's.
            numbers = _rows(edit) & ({*map(_number, fresh)} if kind == _REWORD else _rows(edit))
            for one in _same_section(edit, within):
                if _number(one) in numbers:
                    self._end(one, edit)
        elif kind == _RELIST and fresh:
            for one in _same_section(edit, within, told=True):
                self._end(one, edit)
        for one in fresh:
            self.now[one.node] = _put_in(one, within)
            self._of_act[act].append(one.node)

    def _end(self, entry: HeldStatement, edit: HeldStatement) -> None:
        clause = entry.act.key, entry.evidence.clause
        if clause in self.ends or entry.act.day >= edit.act.day or _is_later(entry, edit):
            return
        ending = [(since, _as_end(bounds)) for since, bounds in edit.history]
        self.now[entry.node] = replace(entry, history=merged(entry.history, ending))
        self.ends[clause] = ending


def _put_in(entry: HeldStatement, within: Sequence[HeldStatement]) -> HeldStatement:
    """A new entry in the list in which the others stand, under its heading."""
    if not within:
        return entry
    told = [one for one in within[0].properties if one[0] in _OF_LIST]
    own = [one for one in entry.properties if one[0] not in _OF_LIST]
    return replace(entry, properties=(*told, *own))


def _ended_with(claim: HeldClaim, ends: dict[tuple[str, str], History]) -> HeldClaim:
    """What follows from being listed ends with the entry."""
    ending = ends.get((claim.act.key, claim.evidence.clause))
    if ending is None or claim.basis != "list":
        return claim
    return replace(claim, history=merged(claim.history, ending))


def _as_end(bounds: Bounds) -> Bounds:
    """The period that ends when the other begins."""
    first = bounds.starts_not_before
    if first is not None:
        first = replace(first, reason=Reason.ACT_DATE, missing=None, lacks=None)
    return Bounds(ends_not_before=first, ends_not_after=bounds.starts_not_after)


def _is_later(entry: HeldStatement, edit: HeldStatement) -> bool:
    """Whether the text of the list is held in a wording that already knows the edit."""
    clause = entry.evidence.clause
    return any(
        change.day >= edit.act.day
        and (not change.target or f"{clause}__".startswith(f"{change.target}__"))
        for change in entry.act.amendments
    )


def _act_of(entry: HeldStatement) -> URIRef:
    """The act in whose text an entry is printed, by the clause of its list."""
    return URIRef(str(_value(entry, SHZ.list)).rsplit("/", 1)[0])


# ------------------------------------------------------------------ which list, which section


def _same_list(edit: HeldStatement, entries: Sequence[HeldStatement]) -> list[HeldStatement]:
    """The entries of the list that an edit names: of the only one, or the one best alike."""
    by_list: dict[object, list[HeldStatement]] = defaultdict(list)
    for one in entries:
        by_list[_value(one, SHZ.list), *sorted(_words(one, SHZ.heading).items())].append(one)
    likeness = [
        (_alike(edit, SHZ.editedList, rows[0], SHZ.heading), rows) for rows in by_list.values()
    ]
    told = [(alike, rows) for alike, rows in likeness if alike is not None]
    if not told:
        return list(entries) if len(by_list) == 1 else []
    best = max(alike for alike, _ in told)
    found = [rows for alike, rows in told if alike == best]
    return found[0] if best >= _ALIKE and len(found) == 1 else []


def _same_section(
    edit: HeldStatement, entries: Sequence[HeldStatement], *, told: bool = False
) -> Iterator[HeldStatement]:
    """The entries of the section that an edit names; all where one of both has none, but if it
    must be `told` only where the edit has none.
    """
    for one in entries:
        alike = _alike(edit, SHZ.section, one, SHZ.section)
        unknown = alike is None and not (told and _value(edit, SHZ.section))
        if unknown or (alike is not None and alike >= _ALIKE):
            yield one


def _alike(one: HeldStatement, name: URIRef, other: HeldStatement, its: URIRef) -> float | None:
    """How much of the words of one stand in those of the other; None where there are none in one
    language."""
    theirs = _words(other, its)
    shares = []
    for language, words in _words(one, name).items():
        if language in theirs and words:
            shares.append(len(words & theirs[language]) / len(words))
    return max(shares, default=None)


def _words(statement: HeldStatement, name: URIRef) -> dict[str, frozenset[str]]:
    """The beginnings of the words of a property, by language."""
    return {
        value.language or "": frozenset(word[:_STEM] for word in _WORD.findall(str(value).lower()))
        for given, value in statement.properties
        if given == name and isinstance(value, Literal)
    }


def _value(statement: HeldStatement, name: URIRef) -> Node | None:
    return next((value for given, value in statement.properties if given == name), None)


def _rows(edit: HeldStatement) -> set[str]:
    return {str(value) for name, value in edit.properties if name == SHZ.editedRow}


def _number(entry: HeldStatement) -> str:
    """The printed number of a row, or its place in the list."""
    return str(_value(entry, SHZ.number) or _value(entry, SHZ.position))
