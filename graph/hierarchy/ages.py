"""What is worked out of each body, kept from one of its days to the next: nothing turns between."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graph.hierarchy.codes import Code
from graph.hierarchy.compact import Scales
from graph.hierarchy.compact.keeping import keep
from graph.hierarchy.facts import Fact
from graph.hierarchy.standing import Standing
from graph.time import Answer

_Value = TypeVar("_Value")
#: How many answers of one kind are kept.
_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class State:
    """What a body is called and what it is: names by language, codes, the body it is part of."""

    names: dict[str, str]
    legal_names: dict[str, str]
    form: Code | None
    kind: Code | None
    place: Code | None
    within: str | None


@dataclass(frozen=True, slots=True)
class Certain:
    """What certainly holds of a body: whole names, legal forms by IRI, each with what says so."""

    names: dict[str, Fact]
    forms: dict[str, Fact]


class Kept(Generic[_Value]):
    """Answers by key; when there are too many, all are let go."""

    def __init__(self) -> None:
        self.answers: dict[Hashable, _Value] = {}

    def keep(self, key: Hashable, answer: _Value) -> _Value:
        """Keeps an answer, and gives it back."""
        return keep(self.answers, key, answer, _KEPT)


@dataclass(frozen=True)
class Ages:
    """The answers of one state of the record: it grows on some days and is the same between.

    `now` is whether the state is the present one, for which the index has what `stood` else keeps.
    """

    scales: Scales
    now: bool
    stood: Kept[tuple[int, int, int]] = field(default_factory=Kept)
    standings: Kept[Standing] = field(default_factory=Kept)
    lives: Kept[Answer] = field(default_factory=Kept)
    states: Kept[State] = field(default_factory=Kept)
    certain: Kept[Certain] = field(default_factory=Kept)
