"""What would have to be known to answer: the missing date, and the clause that needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.cli.words import say
from graph.hierarchy import Moment, Tree
from graph.time import Answer, BoundValue
from ontology import code


def lacking(moment: Moment, answers: Iterable[Answer], language: str) -> list[str]:
    """One line for each thing that answers which are not known lack, in order, each once."""
    bounds = (one.bound for one in answers if one.value == "not-known")
    return list(dict.fromkeys(_line(moment, bound, language) for bound in bounds if bound))


def _line(moment: Moment, bound: BoundValue, language: str) -> str:
    called = moment.hierarchy.label
    date = called(str(code("bound-lacks", str(bound.lacks))), language) if bound.lacks else "…"
    clause = moment.record.path(bound.clause).removeprefix("act/")
    return say("lacks", language, date=date, clause=clause)


def answers_in(tree: Tree) -> Iterator[Answer]:
    """The answers of a tree, from the top down."""
    yield tree.step.answer
    for child in tree.children:
        yield from answers_in(child)
