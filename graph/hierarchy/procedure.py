"""The steps of a procedure as printed, and the paths through them with their minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import DataError
from graph.hierarchy.body import in_language
from graph.hierarchy.facts import Fact, local_name
from graph.hierarchy.moment import Moment
from graph.time import Answer
from ontology import PPLAN, SHZ, SKOS

_OF_SERVICE, _CHANNEL = str(SHZ.procedureOf), str(SHZ.channel)
_OF_PLAN, _POSITION = str(PPLAN.isStepOfPlan), str(SHZ.position)
_NUMBER, _KIND, _ACTION = str(SHZ.number), str(SHZ.stepKind), str(SHZ.action)
_ACTOR, _SYSTEM, _DURATION = str(SHZ.performedBy), str(SHZ.usesSystem), str(SHZ.maxDuration)
_NEXT, _BRANCH, _OUTCOME = str(SHZ.nextStep), str(SHZ.branch), str(SHZ.outcome)
_CONDITION, _LABEL = str(SHZ.branchCondition), str(SKOS.prefLabel)
_MINUTES = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")
#: More paths than this are not followed: a procedure of many conditions has too many to read.
_MOST = 256


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a condition leads: `certainty` is Interpreted where the act does not say it."""

    condition: str | None
    next: str
    certainty: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One printed row: `minutes` at most, None where none are printed; `next` is another step."""

    iri: str
    position: int
    number: str | None
    kind: str
    actor: str | None
    action: str | None
    systems: tuple[str, ...]
    minutes: int | None
    next: str | None
    branches: tuple[Branch, ...]
    outcomes: tuple[str, ...]
    answer: Answer
    fact: Fact


@dataclass(frozen=True, slots=True)
class Path:
    """One way through: the steps in order, their minutes added up, the outputs at its end."""

    steps: tuple[ProcedureStep, ...]
    conditions: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """The sum of the minutes of its steps."""
        return sum(step.minutes or 0 for step in self.steps)

    @property
    def interpreted(self) -> bool:
        """Whether any turn of it is read, not stated."""
        return bool(self.conditions)


@dataclass(frozen=True, slots=True)
class Plan:
    """One route of a service: its channel, its rows in order of print, its paths."""

    iri: str
    channel: str | None
    steps: tuple[ProcedureStep, ...]
    paths: tuple[Path, ...]
    answer: Answer
    fact: Fact

    @property
    def minutes(self) -> int:
        """All printed rows added up, though no path takes all of them."""
        return sum(step.minutes or 0 for step in self.steps)


def plans_of(moment: Moment, service: str, language: str = "kk") -> tuple[Plan, ...]:
    """The routes of a service, in order of their IRI; words in a language, else in Kazakh."""
    facts = sorted(moment.record.statements(_OF_SERVICE, service), key=lambda fact: fact.iri)
    return tuple(_plan(moment, fact, said, language) for fact, said in moment.held(facts))


def _plan(moment: Moment, fact: Fact, said: Answer, language: str) -> Plan:
    facts = moment.held(moment.record.statements(_OF_PLAN, fact.iri))
    made = (_step(moment, one, answer, language) for one, answer in facts)
    steps = sorted(made, key=_by_position)
    return Plan(fact.iri, fact.node.first(_CHANNEL), tuple(steps), _paths(steps), said, fact)


def _by_position(step: ProcedureStep) -> tuple[int, str]:
    return step.position, step.iri


def _step(moment: Moment, fact: Fact, said: Answer, language: str) -> ProcedureStep:
    node = fact.node
    return ProcedureStep(
        fact.iri,
        node.number(_POSITION) or 0,
        node.first(_NUMBER),
        local_name(node.first(_KIND) or ""),
        node.first(_ACTOR),
        in_language(node.labels(_ACTION), language),
        tuple(node.all(_SYSTEM)),
        _minutes(node.first(_DURATION)),
        node.first(_NEXT),
        tuple(_branches(moment, fact, language)),
        tuple(sorted({claim.object for claim in moment.record.claims(fact.iri, _OUTCOME)})),
        said,
        fact,
    )


def _branches(moment: Moment, step: Fact, language: str) -> Iterator[Branch]:
    for name in step.node.all(_BRANCH):
        fact = moment.record.facts[name]
        condition = in_language(fact.node.labels(_CONDITION), language)
        yield Branch(condition, fact.node.first(_NEXT) or "", fact.certainty, fact)


def _minutes(duration: str | None) -> int | None:
    """Minutes of an `xsd:dayTimeDuration` of hours and minutes."""
    if duration is None:
        return None
    match = _MINUTES.fullmatch(duration)
    if match is None:
        raise DataError("a duration in hours and minutes", duration, "shz:maxDuration")
    return int(match[1] or 0) * 60 + int(match[2] or 0)


def _paths(steps: list[ProcedureStep]) -> tuple[Path, ...]:
    """All ways from the first row to an end; a row that comes round again ends the way."""
    by_iri = {step.iri: step for step in steps}
    found: list[Path] = []
    ahead: list[Path] = [Path((steps[0],), ())] if steps else []
    while ahead and len(found) < _MOST:
        path = ahead.pop(0)
        turns = list(_turns(path, by_iri))
        ahead += turns
        if not turns:
            found.append(path)
    return tuple(found)


def _turns(path: Path, by_iri: dict[str, ProcedureStep]) -> Iterator[Path]:
    last = path.steps[-1]
    for branch in last.branches:
        if (step := by_iri.get(branch.next)) and step not in path.steps:
            yield Path((*path.steps, step), (*path.conditions, branch.condition or ""))
    if not last.branches and (step := by_iri.get(last.next or "")) and step not in path.steps:
        yield Path((*path.steps, step), path.conditions)
