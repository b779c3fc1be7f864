"""What is contested, by which finding, between which clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.cli.words import say
from graph.hierarchy import Body, Fact, Moment, Tree
from graph.hierarchy.disputes import disputes_of
from graph.hierarchy.reports import Report

#: So many clauses of a finding are named; the others are counted.
_NAMED = 6


def disputing(moment: Moment, facts: Iterable[Fact], language: str) -> list[str]:
    """One line for each finding that makes any of the facts contested on the day."""
    return [_line(moment, one, language) for one in disputes_of(moment).of(moment, facts)]


def disputes_in(moment: Moment, tree: Tree, language: str) -> list[str]:
    """Likewise for all that a tree tells of its bodies, from the top down, each finding once."""
    disputes = disputes_of(moment)
    found = {one.iri: one for step in _bodies(tree) for one in disputes.of_body(moment, step)}
    return [_line(moment, one, language) for one in found.values()]


def _bodies(tree: Tree) -> Iterator[Body]:
    yield tree.step.body
    for child in tree.children:
        yield from _bodies(child)


def _line(moment: Moment, report: Report, language: str) -> str:
    clauses = list(dict.fromkeys(moment.record.path(span.clause) for span in report.spans))
    named = [one.removeprefix("act/") for one in clauses[:_NAMED]]
    more = [f"+{len(clauses) - _NAMED}"] if len(clauses) > _NAMED else []
    told = {"message": report.message(language), "clauses": "; ".join([*named, *more])}
    return say("contested-by", language, **told)
