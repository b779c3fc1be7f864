"""Names that a later act ends: what one act gives a body, a renaming in another takes away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from rdflib import URIRef
from rdflib.term import Node

from graph.dataset.held import HeldStatement, History
from graph.model import When
from graph.time import Bounds
from ontology import SKOSXL


def with_ends(statements: Iterable[HeldStatement]) -> Iterator[HeldStatement]:
    """The statements, of which old names end when a later act renames their body."""
    held, endings = list(statements), Endings()
    for one in held:
        words = _words_of(one)
        if words is not None and one.of and one.evidence.when is When.UNTIL_EFFECT:
            endings.note(one.of[0], words, Ending(one.act.day, one.history))
    for one in held:
        words = _words_of(one)
        if words is not None and one.of:
            yield replace(one, history=endings.applied(one.of[0], words, one.act.day, one.history))
        else:
            yield one


@dataclass(frozen=True, slots=True)
class Ending:
    """The day of an act that renames a body, and what was known of the old name's period, since."""

    day: date
    history: History


class Endings:
    """Names of bodies that some act ends, by body and words."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[URIRef, Node], list[Ending]] = defaultdict(list)

    def note(self, body: URIRef, words: Node, ending: Ending) -> None:
        """Takes note of a name that its own act ends."""
        self._by_name[body, words].append(ending)

    def applied(self, body: URIRef, words: Node, day: date, history: History) -> History:
        """The history of a name form of an act of that day, with the end that a later act sets."""
        later = [one for one in self._by_name.get((body, words), ()) if one.day > day]
        if not later:
            return history
        return merged(history, min(later, key=lambda one: one.day).history)


def _words_of(statement: HeldStatement) -> Node | None:
    """The words of a name form; None of any other statement."""
    if statement.type != SKOSXL.Label:
        return None
    return next((value for name, value in statement.properties if name == SKOSXL.literalForm), None)


def merged(own: History, ending: History) -> History:
    """What was known of the start from the one and of the end from the other, since each day."""
    found: History = []
    for since in sorted({day for day, _ in (*own, *ending)}):
        begun, ended = _known(own, since), _known(ending, since)
        if begun is not None:
            bounds = begun if ended is None else _ended(begun, ended)
            if not found or found[-1][1] != bounds:
                found.append((since, bounds))
    return found


def _known(history: History, at: date) -> Bounds | None:
    return next((bounds for since, bounds in reversed(history) if since <= at), None)


def _ended(begun: Bounds, ended: Bounds) -> Bounds:
    """A period that ends by itself keeps its end."""
    if begun.ends_not_before or begun.always:
        return begun
    return replace(
        begun, ends_not_before=ended.ends_not_before, ends_not_after=ended.ends_not_after
    )
