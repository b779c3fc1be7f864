"""Which superior a body has on a day, when several clauses name one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.hierarchy.facts import Fact
from graph.time import Answer

#: An order outweighs a name that carries the superior, and that outweighs a mere list.
_WEIGHT = {"order": 3, "name": 2, "list": 1, "": 0}


@dataclass(frozen=True, slots=True)
class Standing:
    """The superior of a body on a day.

    `answer` is how surely; `facts` are the claims for that superior, strongest first; `others`
    the claims for other superiors that are not refuted on that day, strongest first. Where the
    answer is not known, `others` are the alternatives; where it is yes, they compete with it.
    """

    superior: str | None
    answer: Answer
    facts: tuple[Fact, ...] = ()
    others: tuple[Fact, ...] = ()


NOWHERE = Standing(None, Answer("not-known"))


def resolve(facts: Iterable[Fact], at: date, known: date | None = None) -> Standing:
    """One superior out of all claims of subordination of one body that the record holds.

    The strongest of the certain ones wins: by what it rests on, then by the later start. A
    stronger claim that may have begun by that day makes the answer not known. A claim whose
    answer is no takes no part.
    """
    held = sorted(((fact, fact.at(at, known)) for fact in facts), key=_strength, reverse=True)
    alive = [(fact, said) for fact, said in held if said.value != "no"]
    if not alive:
        return Standing(None, held[0][1]) if held else NOWHERE
    winner, said = next((pair for pair in alive if pair[1].value == "yes"), alive[0])
    begun = [(fact, said) for fact, said in alive if fact.start <= at]
    doubt = _doubt(begun, winner) if said.value == "yes" else said
    return Standing(
        winner.object,
        doubt or said,
        tuple(fact for fact, _ in alive if fact.object == winner.object),
        tuple(fact for fact, _ in alive if fact.object != winner.object),
    )


def _strength(pair: tuple[Fact, Answer]) -> tuple[int, date, str]:
    fact = pair[0]
    return _WEIGHT.get(fact.basis, 0), fact.start, fact.iri


def _doubt(alive: list[tuple[Fact, Answer]], winner: Fact) -> Answer | None:
    """The answer of a stronger claim for another superior that may hold already."""
    for fact, said in alive:
        if fact is winner:
            return None
        if fact.object != winner.object:
            return said
    return None
