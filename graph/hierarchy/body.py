"""A body as it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.hierarchy.codes import Code
from graph.hierarchy.facts import Fact
from graph.hierarchy.standing import Standing
from graph.time import Answer


@dataclass(frozen=True, slots=True)
class Body:
    """A body, an inner unit or a group on a day.

    `names` are its own names and `legal_names` its whole names, by language; `answer` tells
    whether it exists on that day; `nature` is `body`, `unit` or `group`.
    """

    iri: str
    slug: str
    nature: str
    names: dict[str, str]
    legal_names: dict[str, str]
    form: Code | None
    kind: Code | None
    place: Code | None
    standing: Standing
    answer: Answer
    within: str | None = None
    facts: tuple[Fact, ...] = field(default=())

    def name(self, language: str = "kk") -> str:
        """Its own name; the Kazakh one where the language has none: no name is invented."""
        return in_language(self.names, language) or self.slug

    def legal_name(self, language: str = "kk") -> str | None:
        """Its whole name, likewise; None where no act gives one."""
        return in_language(self.legal_names, language)


@dataclass(frozen=True, slots=True)
class Step:
    """A body on the way up or down: how far it is, and how surely it stands there.

    `losing` marks an edge that another clause outweighs.
    """

    body: Body
    depth: int
    answer: Answer
    facts: tuple[Fact, ...]
    losing: bool = False
    parent: str = ""


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
