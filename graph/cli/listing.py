"""Acts in a table: whether each is in force on a day, and in whose wording its text is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.cli.words import say
from graph.hierarchy import Moment
from graph.hierarchy.acts import Act


def act_rows(moment: Moment, acts: Iterable[Act], language: str) -> Iterator[tuple[object, ...]]:
    """Key, day, number, recorded day, whether it is in force, whose wording, title."""
    for act in acts:
        status, wording = say(act.answer.value, language), _wording(moment, act, language)
        recorded = recorded_from(moment, act)
        yield act.slug, act.day, act.number, recorded, status, wording, act.title


def _wording(moment: Moment, act: Act, language: str) -> str:
    """What its text is: of other acts each with whether its wording holds on the day."""
    if not act.held:
        return say("not-held", language)
    said: dict[str, str] = {}
    for one in act.wordings:
        said[moment.record.path(one.by).removeprefix("act/")] = one.answer.value
    told = (f"{by} ({say(value, language)})" for by, value in said.items())
    acts = ", ".join(told)
    return say("wording-of", language, acts=acts) if acts else say("wording-own", language)


def recorded_from(moment: Moment, act: Act) -> object:
    """The day on which the act entered the record; None for one that others only name."""
    days = (fact.recorded_from for fact in moment.record.about(act.iri) if fact.known(moment.known))
    return min((day for day in days if day), default=None) if act.held else None
