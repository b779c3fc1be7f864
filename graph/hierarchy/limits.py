"""How many units of staff acts let a body have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.hierarchy.body import Body, in_language
from graph.hierarchy.facts import Fact
from graph.hierarchy.moment import Moment
from graph.time import Answer
from ontology import SHZ

_OF, _COUNT, _WORDS = str(SHZ.limitOf), str(SHZ.unitCount), str(SHZ.statedText)
_POSITION, _LIST, _WITHIN = str(SHZ.position), str(SHZ.inLimitList), str(SHZ.partOfLimit)
_TOTAL = str(SHZ.statedTotal)


@dataclass(frozen=True, slots=True)
class StaffLimit:
    """A limit as printed: for whom or what, how many, inside which other limit («of which»).

    `body` is None where the words name none that is known; `list_total` is what the list prints
    as the sum of all its limits.
    """

    body: Body | None
    words: str | None
    count: int | float
    within: str | None
    list_total: int | float | None
    answer: Answer
    fact: Fact


def limits_of(moment: Moment, iri: str, language: str = "kk") -> tuple[StaffLimit, ...]:
    """The limits of a body and its units, and those that are a part of them, in order of print.

    Those that certainly do not hold on the day are left out.
    """
    units = (moment.body(iri).iri, *(step.body.iri for step in moment.units(iri)))
    facts = {fact.iri: fact for unit in units for fact in moment.record.statements(_OF, unit)}
    for outer in list(facts):
        facts |= {fact.iri: fact for fact in moment.record.statements(_WITHIN, outer)}
    held = moment.held(_printed(facts.values()))
    return tuple(_limits(moment, held, language))


def _printed(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (fact.start, fact.node.number(_POSITION) or 0, fact.iri))


def _limits(
    moment: Moment, held: Iterable[tuple[Fact, Answer]], language: str
) -> Iterator[StaffLimit]:
    for fact, said in held:
        if said.value == "no":
            continue
        node, body = fact.node, fact.node.first(_OF)
        whole = moment.record.facts.get(node.first(_LIST) or "")
        yield StaffLimit(
            moment.body(body) if body else None,
            in_language(node.labels(_WORDS), language),
            node.amount(_COUNT),
            node.first(_WITHIN),
            whole.node.amount(_TOTAL) if whole and _TOTAL in whole.node.values else None,
            said,
            fact,
        )
