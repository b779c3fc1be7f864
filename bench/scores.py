"""How labels and what was read are counted, paired and printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from gold import Gold

from graph.names import read_name
from graph.words import fold

T = TypeVar("T")


@dataclass(slots=True)
class Score:
    """How many the labels have, how many were found, how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: int, found: int, right: int) -> None:
        """Count what one act adds."""
        self.gold, self.found, self.right = self.gold + gold, self.found + found, self.right + right

    @property
    def precision(self) -> float:
        """Right among found; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right among labelled; 1 where nothing is labelled."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.gold + self.found
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Report:
    """Scores by (language, what), and each label that was missed or invented, as lines."""

    scores: dict[tuple[str, str], Score] = field(default_factory=lambda: defaultdict(Score))
    lines: list[dict[str, str]] = field(default_factory=list)

    def note(self, gold: Gold, fault: str, clause: str, words: str) -> None:
        """A line of what went wrong, with the clause and the words."""
        act = f"{gold.language}/{gold.name}"
        self.lines.append({"act": act, "fault": fault, "clause": clause, "words": words})


@cache
def _parts(name: str, language: str) -> tuple[str, str, str | None]:
    read = read_name(name, language)
    return fold(read.own, language), fold(" ".join(read.chain[-1:]), language), read.form


def same(one: str, other: str, language: str) -> bool:
    """Whether two whole names are one: all words, or own name, nearest superior and form."""
    if fold(one, language) == fold(other, language):
        return True
    (own, superior, form), (its, its_superior, its_form) = (
        _parts(name, language) for name in (one, other)
    )
    return (own, superior) == (its, its_superior) and (not form or not its_form or form == its_form)


def pair(
    gold: Sequence[T], found: Sequence[T], equal: Callable[[T, T], bool]
) -> tuple[list[T], list[T]]:
    """What is left of both sides when equal ones are taken away in pairs: missed, invented."""
    missed, rest = [], list(found)
    for one in gold:
        match = next((place for place, other in enumerate(rest) if equal(one, other)), None)
        if match is None:
            missed.append(one)
        else:
            rest.pop(match)
    return missed, rest


_LAST = (
    *("events", "names", "list rows", "list owners", "traps", "act"),
    *("competences", "regulation", "staffing", "limits"),
    *("services", "providers", "channels", "outputs", "deadlines", "steps", "actors"),
)


def table(report: Report) -> Iterator[str]:
    """The scores as lines of text: kinds of deeds, then their sum, then the rest."""
    yield f"{'':4}{'':16}{'gold':>6}{'found':>7}{'right':>7}{'prec.':>8}{'recall':>8}{'F1':>8}"
    for language, what in sorted(report.scores, key=_place):
        one = report.scores[language, what]
        numbers = f"{one.gold:6}{one.found:7}{one.right:7}"
        yield (f"{language:4}{what:16}{numbers}{one.precision:8.3f}{one.recall:8.3f}{one.f1:8.3f}")


def _place(key: tuple[str, str]) -> tuple[str, int, str]:
    language, what = key
    return language, _LAST.index(what) if what in _LAST else -1, what


def as_data(report: Report) -> dict[str, Any]:
    """The same for programs."""
    scores = [
        {
            "language": language,
            "what": what,
            "gold": one.gold,
            "found": one.found,
            "right": one.right,
            "precision": round(one.precision, 4),
            "recall": round(one.recall, 4),
            "f1": round(one.f1, 4),
        }
        for (language, what), one in sorted(report.scores.items(), key=lambda item: _place(item[0]))
    ]
    return {"scores": scores, "faults": report.lines}
