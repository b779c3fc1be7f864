"""The record as it answers for one day: bodies, who stands under whom, who exists."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from graph.errors import UnknownThingError
from graph.hierarchy.ages import Certain, State
from graph.hierarchy.body import Body, Step, Tree
from graph.hierarchy.existence import existence
from graph.hierarchy.facts import Fact
from graph.hierarchy.levels import Levels
from graph.hierarchy.naming import certain_names, names_on
from graph.hierarchy.standing import Standing, facts_for, standing_of
from graph.time import Answer, together
from ontology import DCT, ORG, ROV

if TYPE_CHECKING:
    from graph.hierarchy.index import Hierarchy

_FORM, _KIND, _PLACE = str(ROV.orgType), str(ORG.classification), str(DCT.spatial)
_UNIT_OF = str(ORG.unitOf)
_YES = Answer("yes")


class Moment:
    """Answers for the day `day`, as the record knew it on `known` (None: as it is now).

    What is worked out is kept with the hierarchy, for all days on which it is the same.
    """

    def __init__(self, hierarchy: Hierarchy, day: date, known: date | None) -> None:
        self.hierarchy = hierarchy
        self.record = hierarchy.record
        self.day = day
        self.known = known
        self._ordinal = day.toordinal()
        self.age = hierarchy.ages_on(day)
        self._ages = hierarchy.ages(known)
        self.scales = self._ages.scales
        self.levels = Levels(self.record.compact, self._ages, day)
        self._under: dict[str, list[Step]] = {}

    def held(self, facts: Iterable[Fact]) -> Iterator[tuple[Fact, Answer]]:
        """The facts that the record knew, each with its answer for the day."""
        for fact in facts:
            if fact.known(self.known):
                yield fact, fact.at(self.day, self.known)

    def best(self, subject: str, predicate: str, scheme: str = "") -> str | None:
        """The value that holds: a certain one before one not known, the later start first.

        `scheme` keeps to the codes of one list.
        """
        inside = f"/{scheme}/" if scheme else ""
        claims = (c for c in self.record.claims(subject, predicate) if inside in c.object)
        alive = [fact for fact in claims if self.says(fact) not in (None, "no")]
        best = max(alive, key=self._likelihood, default=None)
        return best.object if best else None

    def says(self, fact: Fact) -> str | None:
        """Whether a fact holds on the day; None where the record did not know it."""
        if not self.scales.knew(fact.row):
            return None
        return self.scales.value(fact.row, self._ordinal)

    def _likelihood(self, fact: Fact) -> tuple[bool, date, str]:
        return self.says(fact) == "yes", fact.start, fact.iri

    def body(self, iri: str) -> Body:
        """A body, an inner unit or a group; UnknownThingError for anything else."""
        nature = self.hierarchy.natures.get(iri)
        if nature is None:
            raise UnknownThingError("body", self.record.path(iri))
        return Body(self, iri, nature)

    def state(self, iri: str) -> State:
        """What a body is called and what it is."""
        key, kept = self.age(iri), self._ages.states
        return kept.answers.get(key) or kept.keep(key, self._state(iri))

    def _state(self, iri: str) -> State:
        own, whole = names_on(self, iri)
        codes = self.hierarchy.codes
        return State(
            own,
            whole,
            codes.get(self.best(iri, _FORM)),
            codes.get(self.best(iri, _KIND, "body-kinds")),
            codes.get(self.best(iri, _PLACE)),
            self.best(iri, _UNIT_OF),
        )

    def certain(self, iri: str) -> Certain:
        """The whole names and legal forms that certainly hold."""
        key, kept = self.age(iri), self._ages.certain
        return kept.answers.get(key) or kept.keep(key, self._certain(iri))

    def _certain(self, iri: str) -> Certain:
        forms = self.record.claims(iri, _FORM)
        held = {fact.object: fact for fact in forms if self.says(fact) == "yes"}
        return Certain(certain_names(self, iri), held)

    def existence(self, iri: str) -> Answer:
        """Whether a thing is there."""
        key, kept = self.age(iri), self._ages.lives
        if key is None:
            return existence(self, iri)
        return kept.answers.get(key) or kept.keep(key, existence(self, iri))

    def there(self, iri: str) -> str:
        """Whether a thing is there, without what decides it."""
        place = self.hierarchy.place(iri)
        return self.existence(iri).value if place is None else self.levels.there(place)

    def standing(self, iri: str) -> Standing:
        """Which superior the body has."""
        key, kept = self.age(iri), self._ages.standings
        if key is None:
            return standing_of(self, iri)
        return kept.answers.get(key) or kept.keep(key, standing_of(self, iri))

    def superiors(self, iri: str) -> list[Step]:
        """All superiors, nearest first; a superior that comes round again ends the way."""
        way: list[Step] = []
        seen = {iri}
        standing = self.standing(self.body(iri).iri)
        said = _YES
        while standing.superior and standing.superior not in seen and standing.value != "no":
            said = said if said.value != "yes" else standing.answer
            seen.add(standing.superior)
            way.append(Step(self.body(standing.superior), len(way) + 1, said, standing.facts))
            standing = self.standing(standing.superior)
        return way

    def subordinates(
        self, iri: str, depth: int | None = None, *, contested: bool = False
    ) -> list[Step]:
        """All that stand under a body, nearest first, then by the alphabet.

        `depth` 1 is the direct ones, None any depth. `contested` adds the direct ones that a
        clause names and another outweighs, marked as losing.
        """
        if contested:
            return self._descend(iri, depth)
        found = self._under.get(iri)
        if found is None:
            found = self._under[iri] = list(self._steps(iri))
        return [step for step in found if depth is None or step.depth <= depth]

    def _steps(self, top: str) -> Iterator[Step]:
        place, iris, natures = self._place(top), self.hierarchy.iris, self.hierarchy.natures
        steps: dict[int, Step] = {}
        for one, depth, above in self.levels.ways(place):
            body = Body(self, iris[one], natures[iris[one]])
            step = steps[one] = Step.below(body, depth, iris[above], steps.get(above))
            yield step

    def _place(self, iri: str) -> int:
        place = self.hierarchy.place(self.body(iri).iri)
        assert place is not None, "every body has one"
        return place

    def _descend(self, iri: str, depth: int | None) -> list[Step]:
        found: list[Step] = []
        seen, ahead = {self.body(iri).iri}, deque([(iri, 1, _YES)])
        while ahead:
            above, level, said = ahead.popleft()
            for step in self._directly(above, level, said):
                if step.body.iri not in seen:
                    seen.add(step.body.iri)
                    found.append(step)
                    if not step.losing and (depth is None or level < depth):
                        ahead.append((step.body.iri, level + 1, step.answer))
        return found

    def _directly(self, above: str, level: int, said: Answer) -> Iterator[Step]:
        for iri, standing in self._standing_under(above):
            facts = facts_for(standing, above)
            answer = said if said.value != "yes" else standing.answer
            if standing.superior != above and standing.value == "yes":
                claim = together(fact.at(self.day, self.known) for fact in facts)
                yield Step(self.body(iri), level, claim, facts, losing=True, parent=above)
            else:
                yield Step(self.body(iri), level, answer, facts, parent=above)

    def below(self, iri: str) -> list[str]:
        """The bodies that some claim puts under this one and that the day does not refute.

        A body that has ended, or is not there yet, stands under nobody.
        """
        return [one for one, _ in self._standing_under(iri)]

    def under(self, iri: str) -> list[str]:
        """The IRIs of `subordinates` of any depth, without saying how each stands there."""
        iris = self.hierarchy.iris
        return [iris[place] for place, _, _ in self.levels.ways(self._place(iri))]

    def _standing_under(self, iri: str) -> Iterator[tuple[str, Standing]]:
        for one in self.hierarchy.named_below(iri):
            standing = self.standing(one)
            if _names(standing, iri):
                yield one, standing

    def units(self, iri: str) -> list[Step]:
        """The inner units of a body, in the order in which the act prints them."""
        held = self.held(self.hierarchy.units(iri))
        return [Step(self.body(f.subject), 1, said, (f,)) for f, said in held if _may(said)]

    def tree(self, iri: str, depth: int | None = None) -> Tree:
        """The body with all that stand under it, as deep as asked."""
        root = Step(self.body(iri), 0, self.body(iri).answer, ())
        children: dict[str, list[Step]] = {}
        for step in self.subordinates(iri, depth):
            children.setdefault(step.parent, []).append(step)
        return _grown(root, children)

    def roots(self) -> list[Step]:
        """The bodies that have others under them and none above; of bodies that stand under one
        another in a ring, the first by the alphabet.
        """
        named = (iri for iri in self.hierarchy.natures if self.hierarchy.named_below(iri))
        tops = [iri for iri in named if self.below(iri) and self._is_top(iri)]
        tops.sort(key=self.hierarchy.rank)
        return [Step(self.body(iri), 0, self.body(iri).answer, ()) for iri in tops]

    def _is_top(self, iri: str) -> bool:
        way = [step.body.iri for step in self.superiors(iri)]
        ring = bool(way) and self.standing(way[-1]).superior == iri
        return not way or (ring and min((iri, *way), key=self.hierarchy.rank) == iri)


def _may(said: Answer) -> bool:
    return said.value != "no"


def _names(standing: Standing, superior: str) -> bool:
    """Whether some claim that is not refuted puts the body under that superior."""
    if standing.value == "no":
        return False
    return standing.superior == superior or any(f.object == superior for f in standing.others)


def _grown(step: Step, children: dict[str, list[Step]]) -> Tree:
    below = children.get(step.body.iri, ())
    return Tree(step, tuple(_grown(child, children) for child in below))
