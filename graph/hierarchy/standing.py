"""Which superior a body has on a day, when several clauses name one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from graph.hierarchy.compact import Weighing
from graph.hierarchy.facts import Fact
from graph.time import Answer

if TYPE_CHECKING:
    from graph.hierarchy.moment import Moment


class Standing:
    """The superior of a body on a day.

    `value` is how surely, as in `answer`, which is worked out when it is asked for; `facts` are the
    claims for that superior, strongest first; `others` the claims for other superiors that are not
    refuted on that day, strongest first. Where the answer is not known, `others` are the
    alternatives; where it is yes, they compete with it.
    """

    __slots__ = ("_answer", "facts", "others", "superior", "value")

    def __init__(
        self,
        superior: str | None,
        value: str,
        answer: Callable[[], Answer],
        facts: tuple[Fact, ...] = (),
        others: tuple[Fact, ...] = (),
    ) -> None:
        self.superior, self.value, self.facts, self.others = superior, value, facts, others
        self._answer: Answer | Callable[[], Answer] = answer

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Standing) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash((self.superior, self.value))

    def _told(self) -> tuple[object, ...]:
        return self.superior, self.answer, self.facts, self.others

    @property
    def answer(self) -> Answer:
        """`yes`, `no` or `not-known`, with the bound that decides."""
        if not isinstance(self._answer, Answer):
            self._answer = self._answer()
        return self._answer


def facts_for(standing: Standing, superior: str) -> tuple[Fact, ...]:
    """The claims that put the body under that superior and that the day does not refute."""
    if standing.superior == superior:
        return standing.facts
    return tuple(fact for fact in standing.others if fact.object == superior)


def standing_of(moment: Moment, iri: str) -> Standing:
    """The superior out of all claims of subordination of one body that the record holds.

    What is not there stands under nobody.
    """
    term, facts = moment.record.compact.terms.find(iri), moment.record.facts
    if term is None or moment.there(iri) == "no":
        there = moment.existence(iri)
        return Standing(None, there.value, lambda: there)
    weighed = moment.scales.weigh(term, moment.day.toordinal())
    return Standing(
        moment.record.compact.terms.text(weighed.above) if weighed.above >= 0 else None,
        weighed.value,
        _decided(moment, weighed),
        tuple(map(facts.at, weighed.winners)),
        tuple(map(facts.at, weighed.others)),
    )


def _decided(moment: Moment, weighed: Weighing) -> Callable[[], Answer]:
    """The answer when it is asked for; it is kept longer than the moment."""
    if weighed.row < 0:
        return partial(Answer, weighed.value)
    return partial(moment.record.facts.at(weighed.row).at, moment.day, moment.known)
