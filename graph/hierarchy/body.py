"""A body as it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.hierarchy.ages import State
from graph.hierarchy.codes import Code
from graph.hierarchy.facts import Fact
from graph.hierarchy.standing import Standing, facts_for
from graph.time import Answer

if TYPE_CHECKING:
    from graph.hierarchy.moment import Moment


class Body:
    """A body, an inner unit or a group on a day; what of it is not asked for is not worked out.

    `nature` is `body`, `unit` or `group`.
    """

    __slots__ = ("iri", "moment", "nature")

    def __init__(self, moment: Moment, iri: str, nature: str) -> None:
        self.moment = moment
        self.iri = iri
        self.nature = nature

    def __repr__(self) -> str:
        return f"Body({self.slug} on {self.moment.day})"

    def __eq__(self, other: object) -> bool:
        """Equal as they are told: the same body, called, placed and standing alike."""
        return isinstance(other, Body) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self.iri)

    def _told(self) -> tuple[object, ...]:
        return self.iri, self.nature, self.state, self.standing, self.answer

    @property
    def slug(self) -> str:
        """The last part of its IRI."""
        return self.moment.record.path(self.iri).partition("/")[2]

    @property
    def state(self) -> State:
        """What it is called and what it is."""
        return self.moment.state(self.iri)

    @property
    def names(self) -> dict[str, str]:
        """Its own names by language."""
        return self.state.names

    @property
    def legal_names(self) -> dict[str, str]:
        """Its whole names by language."""
        return self.state.legal_names

    @property
    def form(self) -> Code | None:
        """Its legal form."""
        return self.state.form

    @property
    def kind(self) -> Code | None:
        """What kind of body it is."""
        return self.state.kind

    @property
    def place(self) -> Code | None:
        """Where it is."""
        return self.state.place

    @property
    def within(self) -> str | None:
        """The body that a unit is part of."""
        return self.state.within

    @property
    def standing(self) -> Standing:
        """Under whom it stands."""
        return self.moment.standing(self.iri)

    @property
    def answer(self) -> Answer:
        """Whether it exists on that day."""
        return self.moment.existence(self.iri)

    def name(self, language: str = "kk") -> str:
        """Its own name; the Kazakh one where the language has none: no name is invented."""
        return in_language(self.names, language) or self.slug

    def legal_name(self, language: str = "kk") -> str | None:
        """Its whole name, likewise; None where no act gives one."""
        return in_language(self.legal_names, language)


class Step:
    """A body on the way up or down: how far it is, and how surely it stands there.

    `losing` marks an edge that another clause outweighs; `parent` is the body above it.
    """

    __slots__ = ("_above", "_answer", "_facts", "body", "depth", "losing", "parent")

    def __init__(
        self,
        body: Body,
        depth: int,
        answer: Answer | None,
        facts: tuple[Fact, ...] | None,
        losing: bool = False,
        parent: str = "",
    ) -> None:
        self.body, self.depth, self.losing, self.parent = body, depth, losing, parent
        self._answer, self._facts = answer, facts
        self._above: Step | None = None

    @classmethod
    def below(cls, body: Body, depth: int, parent: str, above: Step | None) -> Step:
        """A step down that stands as surely as the body there and every step `above` it.

        How surely, and by which claims, is worked out when it is asked for.
        """
        step = cls(body, depth, None, None, parent=parent)
        step._above = above
        return step

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Step) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self.body)

    def _told(self) -> tuple[object, ...]:
        return self.body, self.depth, self.answer, self.facts, self.losing, self.parent

    @property
    def answer(self) -> Answer:
        """How surely the body stands there."""
        if self._answer is None:
            said = self._above.answer if self._above else None
            unsure = said is not None and said.value != "yes"
            self._answer = said if said and unsure else self.body.standing.answer
        return self._answer

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The claims that put it there."""
        if self._facts is None:
            self._facts = facts_for(self.body.standing, self.parent)
        return self._facts


@dataclass(frozen=True, slots=True)
class Tree:
    """A body with what stands under it, in the order of the alphabet."""

    step: Step
    children: tuple[Tree, ...] = ()

    @property
    def total(self) -> int:
        """How many stand under it at any depth."""
        return sum(1 + child.total for child in self.children)


def in_language(words: dict[str, str], language: str) -> str | None:
    """The words in a language, else in Kazakh, else in any that there is."""
    for wanted in (language, "kk", ""):
        if wanted in words:
            return words[wanted]
    return next(iter(words.values()), None)
