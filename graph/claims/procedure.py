"""Procedures of a service: each route as a plan of printed rows, with the branches they imply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rdflib import RDF, XSD, Literal

from graph.claims.actors import actor_words
from graph.claims.context import Context, Reading
from graph.claims.rows import CONDITION, Row, read_row
from graph.claims.systems import System, used
from graph.language import Language
from graph.model import Certainty, Mention, Provision, Ref, When
from graph.words import plain, slug
from ontology import ORG, PPLAN, SHZ, SKOS, code

#: Why the target of a branch and what stands at its end are readings: no jumps are printed.
REASON = "branch-from-words"


@dataclass(frozen=True, slots=True)
class Route:
    """A procedure to be read: its lead-in, its rows, and what it belongs to."""

    lead: Provision
    parts: Sequence[Provision]
    service: Ref
    channel: Ref | None
    systems: Sequence[System]
    results: Sequence[Ref]
    refusals: Sequence[Ref]
    #: Short names of bodies that the text defines.
    terms: Mapping[str, Mention]


def read_procedure(route: Route, context: Context) -> Reading:
    """The plan, its steps in printed order, and the branches at its conditions."""
    rows = [read_row(part, context.language) for part in route.parts]
    plan = _Plan(route, context, Reading(), rows, ways_of(rows, context.language))
    plan.read()
    return plan.reading


@dataclass(frozen=True, slots=True)
class Way:
    """Where a procedure goes from a row: the rows that may follow, by their place from 0."""

    follows: tuple[int, ...]
    branching: bool = False


def ways_of(rows: Sequence[Row], language: Language) -> list[Way]:
    """The way on from each row; none from a row at which the procedure ends.

    After a condition stands the row for the case that it does not hold, when its words refuse or
    report a lack: that row ends the procedure, and the row after it takes up the other case.
    """
    ways = [Way((number + 1,) if number + 1 < len(rows) else ()) for number in range(len(rows))]
    for number, row in enumerate(rows[:-1]):
        if row.kind == CONDITION and _says(rows[number + 1], "negative", language):
            targets = (one for one in (number + 1, number + 2) if one < len(rows))
            ways[number] = Way(tuple(targets), branching=True)
            ways[number + 1] = Way(())
    return ways


def _says(row: Row, what: str, language: Language) -> bool:
    small = plain(row.part.text.string, language.code)
    return any(words in small for words in language.section("service")["branch"][what])


@dataclass(frozen=True, slots=True)
class _Plan:
    """One route being read."""

    route: Route
    context: Context
    reading: Reading
    rows: Sequence[Row]
    ways: Sequence[Way]
    roles: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        return f"plan/{self.route.lead.eid}"

    def read(self) -> None:
        self.reading.state(
            self.key,
            PPLAN.Plan,
            self.context.evidence(self.route.lead, "procedure"),
            (SHZ.procedureOf, self.route.service),
            (SHZ.channel, self.route.channel),
        )
        self.reading.read.add(self.route.lead.eid)
        for number, row in enumerate(self.rows):
            self._step(number, row)
            self._branches(number, row)
            self._outcomes(number, row)
            self.reading.read |= {part.eid for part in row.part.walk()}

    def _step(self, number: int, row: Row) -> None:
        systems = used(row.part.text.string, self.route.systems, self.context.language.code)
        self.reading.state(
            _key(row),
            SHZ.DecisionStep if row.kind == CONDITION else PPLAN.Step,
            self.context.evidence(row.part, f"step-{row.kind}"),
            (PPLAN.isStepOfPlan, Ref("statement", self.key)),
            (SHZ.position, Literal(number + 1)),
            (SHZ.number, Literal(row.label) if row.label else None),
            (SHZ.stepKind, code("step-kinds", row.kind)),
            (SHZ.performedBy, self._actor(row)),
            (SHZ.action, self.context.literal(row.words(row.action))),
            (SHZ.maxDuration, _minutes(row.minutes)),
            (SHZ.workingDays, Literal(row.days) if row.days is not None else None),
            (SHZ.nextStep, self._next(number)),
            *((SHZ.usesSystem, system.ref) for system in systems),
        )

    def _next(self, number: int) -> Ref | None:
        """The row that follows as printed; what follows a branching row hangs on its branches."""
        way = self.ways[number]
        plain_way = way.follows and not way.branching
        return Ref("statement", _key(self.rows[way.follows[0]])) if plain_way else None

    def _actor(self, row: Row) -> Ref | None:
        """Who acts, as a role; a body in the words is the one in which the role stands."""
        if row.actor is None:
            return None
        language = self.context.language.code
        words = actor_words(row.words(row.actor), self.context.language)
        role = Ref("role", slug(words, language))
        evidence = self.context.evidence(row.part, "step-actor", *row.actor, when=When.ALWAYS)
        if role.key in self.roles:
            return role
        self.roles.add(role.key)
        body = self._body(row, row.actor)
        self.reading.claim(role, RDF.type, ORG.Post if body else ORG.Role, evidence)
        self.reading.claim(role, SKOS.prefLabel, self.context.literal(words), evidence)
        if body:
            self.reading.claim(role, ORG.postIn, body, evidence)
        return role

    def _body(self, row: Row, actor: tuple[int, int]) -> Mention | None:
        """The body that the words of an actor begin with, by its name or by a defined term."""
        words = row.words(actor)
        for term, body in self.route.terms.items():
            if words.startswith(term):
                return body
        found = self.context.masked(row.part).found
        inside = (one for one in found if actor[0] <= one.start and one.end <= actor[1])
        return next((one.mention for one in inside), None)

    def _branches(self, number: int, row: Row) -> None:
        """A branch for each row that may follow a condition, with the words that lead there."""
        way = self.ways[number]
        for count, target in enumerate(way.follows if way.branching else (), 1):
            place, (start, end) = self._condition(row, self.rows[target], count == 1)
            self.reading.state(
                f"branch/{row.part.eid}-{count}",
                SHZ.Branch,
                self.context.evidence(
                    place,
                    "branch",
                    start,
                    end,
                    certainty=Certainty.INTERPRETED,
                    reason=REASON,
                ),
                (SHZ.branchCondition, self.context.literal(place.text.string[start:end])),
                (SHZ.nextStep, Ref("statement", _key(self.rows[target]))),
                of=(Ref("statement", _key(row)), SHZ.branch),
            )

    def _condition(self, row: Row, target: Row, fails: bool) -> tuple[Provision, tuple[int, int]]:
        """Why the branch is taken: what the failing row gives as its reason, or what is checked."""
        if not fails:
            return row.part, row.action
        start, end = target.action
        small = plain(target.words(target.action), self.context.language.code)
        for why in self.context.language.section("service")["branch"]["why"]:
            found = small.find(why)
            if found >= 0:
                return target.part, (start, start + found + len(why))
        return target.part, (start, end)

    def _outcomes(self, number: int, row: Row) -> None:
        """The outputs with which the procedure ends at a row."""
        if self.ways[number].follows:
            return
        language = self.context.language
        evidence = self.context.evidence(
            row.part,
            "outcome",
            *row.action,
            certainty=Certainty.INTERPRETED,
            reason=REASON,
        )
        step = Ref("statement", _key(row))
        for output in _given(row, self.route, language):
            self.reading.claim(step, SHZ.outcome, output, evidence)


def _given(row: Row, route: Route, language: Language) -> Iterator[Ref]:
    if _says(row, "refusal", language):
        yield from route.refusals
    if _says(row, "result", language):
        yield from route.results


def _key(row: Row) -> str:
    return f"step/{row.part.eid}"


def _minutes(number: int | None) -> Literal | None:
    return Literal(f"PT{number}M", datatype=XSD.dayTimeDuration) if number is not None else None
