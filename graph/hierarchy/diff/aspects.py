"""What of a body is compared: its life, name, superior, form, staff and competences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph.hierarchy.body import in_language
from graph.hierarchy.competences import HOLDER, competences_of
from graph.hierarchy.diff.change import Change, may_cause
from graph.hierarchy.facts import Fact
from graph.hierarchy.index import Hierarchy
from graph.hierarchy.moment import Moment
from graph.hierarchy.staff import counted, staff_of
from graph.hierarchy.standing import Standing
from ontology import SHZ

_CREATED, _ENDED = str(SHZ.created), str(SHZ.ended)
_RENAMED, _TRANSFERRED = str(SHZ.renamed), str(SHZ.transferred)
#: Changes of one kind; None where the days cannot be compared, since one of them is not certain.
Compared = Iterator[Change | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """A body at two moments; `lives` is whether it was there, at each.

    `pointed` are the properties by which one of the two records has it, or a claim of it.
    """

    iri: str
    before: Moment
    after: Moment
    lives: tuple[str, str]
    pointed: frozenset[str]

    @classmethod
    def of(cls, iri: str, before: Moment, after: Moment) -> Pair:
        """The pair of a body that one of the two records may not know."""
        pointed = after.record.pointed(iri)
        if before.hierarchy is not after.hierarchy:
            pointed |= before.record.pointed(iri)
        return cls(
            iri, before, after, (life_of(before, iri), life_of(after, iri)), frozenset(pointed)
        )

    @property
    def moments(self) -> tuple[Moment, Moment]:
        """The two."""
        return self.before, self.after

    @property
    def indexes(self) -> list[Hierarchy]:
        """The records of the two moments, each once."""
        before, after = self.before.hierarchy, self.after.hierarchy
        return [after] if before is after else [before, after]

    @property
    def stands_still(self) -> bool:
        """Whether it certainly stands under one and the same body at both moments."""
        above = [one.levels.superior(one.hierarchy.place(self.iri)) for one in self.moments]
        return above[0] is not None and above[0] == above[1]

    def events(self, role: str) -> list[Fact]:
        """The events in which the body has a role and that may lie between the two."""
        if role not in self.pointed:
            return []
        return self.between(self.after.record.statements(role, self.iri))

    def between(self, facts: Iterable[Fact]) -> list[Fact]:
        """Those facts that may have begun or ended between the two."""
        before, after = self.before, self.after
        return [f for f in facts if f.known(after.known) and may_cause(f, before, after)]

    def change(
        self,
        kind: str,
        sure: bool,
        before: str | None,
        after: str | None,
        causes: Iterable[Fact],
        item: str | None = None,
    ) -> Change:
        """A change of this body, told as it is after, or as it was if it is no more."""
        moment = self.before if kind == "ended" else self.after
        known = {fact.iri: fact for fact in causes}
        status = "yes" if sure else "not-known"
        return Change(
            kind, moment.body(self.iri), status, before, after, tuple(known.values()), item
        )


def life(pair: Pair) -> Iterator[Change]:
    """`new` and `ended`: certain between a yes and a no, else only where an event may cause it."""
    before, after = pair.lives
    for kind, role, old, new in (("new", _CREATED, "no", "yes"), ("ended", _ENDED, "yes", "no")):
        if before == new or after == old:
            continue
        causes, sure = pair.events(role), (before, after) == (old, new)
        if sure or causes:
            name = (pair.after if kind == "new" else pair.before).body(pair.iri).name()
            old_name, new_name = (None, name) if kind == "new" else (name, None)
            yield pair.change(kind, sure, old_name, new_name, causes)


def stays(pair: Pair) -> bool:
    """Whether the body may have been there on both days."""
    return "no" not in pair.lives


def life_of(moment: Moment, iri: str) -> str:
    """Whether a body is there; one of which the record does not know is not."""
    place = moment.hierarchy.place(iri)
    return "no" if place is None else moment.levels.there(place)


def name(pair: Pair) -> Compared:
    """`renamed`: another whole name is certain, or an event may have renamed the body."""
    old, new = pair.before.certain(pair.iri).names, pair.after.certain(pair.iri).names
    causes = sorted(pair.events(_RENAMED), key=lambda event: event.start)
    sure = bool(old) and bool(new) and not old.keys() & new.keys()
    if sure or causes:
        began = pair.between(new.values())
        stated = [event.node for event in causes]
        was = next((in_language(n.labels(str(SHZ.oldName)), "kk") for n in stated), None)
        becomes = next((in_language(n.labels(str(SHZ.newName)), "kk") for n in stated[::-1]), None)
        before, after = was or next(iter(old), None), becomes or next(iter(new), None)
        done = bool(causes) and all(_done(pair, event) for event in causes)
        yield pair.change("renamed", sure or done, before, after, [*causes, *began])
    elif not old or not new:
        yield None


def _done(pair: Pair, event: Fact) -> bool:
    """Whether the event certainly lies between the two moments."""
    before = event.at(pair.before.day, pair.after.known)
    return before.value == "no" and event.at(pair.after.day, pair.after.known).value == "yes"


def superior(pair: Pair) -> Compared:
    """`moved`: another superior is certain, or a transfer may have taken effect."""
    if pair.stands_still:
        return
    old, new = pair.before.standing(pair.iri), pair.after.standing(pair.iri)
    sure = old.value == new.value == "yes"
    if sure and old.superior == new.superior:
        return
    orders = pair.between(f for f in (*new.facts, *new.others) if f.basis == "order")
    causes = [*pair.events(_TRANSFERRED), *orders]
    if sure:
        causes += pair.between(f for f in new.facts if f.basis != "order")
    if sure or causes:
        to = orders[0].object if orders else new.superior
        yield pair.change("moved", sure, _other(old, to), to, causes)
    else:
        yield None


def _other(standing: Standing, to: str | None) -> str | None:
    """The superior before; of several that are not certain one that is not the new one."""
    if standing.superior != to:
        return standing.superior
    return next((fact.object for fact in standing.others if fact.object != to), None)


def form(pair: Pair) -> Compared:
    """`form`: another legal form is certain."""
    old, new = pair.before.certain(pair.iri).forms, pair.after.certain(pair.iri).forms
    if not old or not new:
        yield None
    elif not old.keys() & new.keys():
        causes = pair.between(new.values())
        yield pair.change("form", True, min(old), min(new), causes)


def staff(pair: Pair) -> Compared:
    """`staff`: another total of the body and its inner units is certain."""
    if not any(counted(index, pair.iri) for index in pair.indexes):
        yield None
        return
    old, new = (staff_of(moment, pair.iri) for moment in (pair.before, pair.after))
    if not old.answer.value == new.answer.value == "yes":
        yield None
    elif old.own != new.own:
        lines = (line.fact for line in new.lines if line.own)
        facts = [new.table] if new.table else list(lines)
        yield pair.change("staff", True, str(old.own), str(new.own), pair.between(facts))


def competences(pair: Pair) -> Compared:
    """`competences`: one change for each item that came or went, where both days are certain."""
    if HOLDER not in pair.pointed:
        yield None
        return
    old, new = (_items(moment, pair.iri) for moment in pair.moments)
    if not old or not new:
        yield None
        return
    for key, fact in old.items():
        if key not in new:
            causes = pair.between([fact])
            yield pair.change("competences", True, key[1], None, causes, fact.iri)
    for key, fact in new.items():
        if key not in old:
            causes = pair.between([fact])
            yield pair.change("competences", True, None, key[1], causes, fact.iri)


def _items(moment: Moment, iri: str) -> dict[tuple[str, str], Fact]:
    """The items that are certain by kind and words; none where one of them is not certain."""
    held = competences_of(moment, iri)
    if any(one.answer.value != "yes" for one in held):
        return {}
    return {(one.kind, one.text()): one.fact for one in held}


#: What is compared of a body that stays.
ASPECTS: dict[str, Callable[[Pair], Compared]] = {
    "renamed": name,
    "moved": superior,
    "form": form,
    "staff": staff,
    "competences": competences,
}
