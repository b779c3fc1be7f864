"""What differs between two days, or between two generations: `diff`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from graph.cli.application import app
from graph.cli.output import print_json, print_table, tell
from graph.cli.values import DATASET, Dataset, Day, KnownAt, Lang
from graph.cli.words import say
from graph.errors import CallError

if TYPE_CHECKING:
    from graph.hierarchy.diff import Change, Diff
    from graph.time import Answer


#: What each kind of change is about.
_TERMS = {
    "new": "shz:created",
    "ended": "shz:ended",
    "renamed": "shz:renamed",
    "moved": "shz:transferred",
    "form": "rov:orgType",
    "staff": "shz:staffTotal",
    "competences": "shz:Competence",
}


@app.command()
def diff(
    first: Annotated[date, typer.Argument(metavar="FROM", parser=Day(), help="The earlier day.")],
    last: Annotated[date, typer.Argument(metavar="TO", parser=Day(), help="The later day.")],
    under: Annotated[
        str | None, typer.Option("--under", metavar="BODY", help="Only it and all under it.")
    ] = None,
    dataset: Dataset = DATASET,
    against: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The later day as this dataset has it.")
    ] = None,
    known_at: KnownAt = None,
    lang: Lang = "kk",
    form: Annotated[Literal["table", "json", "patch"], typer.Option("--format")] = "table",
) -> None:
    """Tell what changed between two days, each change with the clauses that caused it.

    The same day twice and `--against` compares what two generations say of it; what differs only
    because the same clause is read by another rule or release is marked so.
    """
    from graph.cli.asking import find_body, open_moment
    from graph.exports.patch import patch_lines
    from graph.hierarchy.diff import diff as compared

    if first > last:
        raise CallError(f"expected FROM not after TO ({last}); found {first}")
    before = open_moment(dataset, first, known_at)
    after = open_moment(against, last, known_at) if against else before.hierarchy.at(last, known_at)
    found = compared(before, after, find_body(after, under) if under else None)
    if form == "patch":
        typer.echo("\n".join(patch_lines(found)))
    elif form == "json":
        print_json(_json(found, lang))
    else:
        _print(found, lang)


def _json(found: Diff, language: str) -> dict[str, Any]:
    return {
        "from": found.before.day,
        "to": found.after.day,
        "known_at": found.after.known,
        "counts": found.counts,
        "compared": found.compared,
        "undecided": found.undecided,
        "uncompared": found.uncompared,
        "items": [_change_json(found, one, language) for one in found.changes],
    }


def _change_json(found: Diff, change: Change, language: str) -> dict[str, Any]:
    from graph.hierarchy.diff import reread

    body = change.body
    return {
        "change": change.kind,
        "body": {"@id": body.iri, "slug": body.slug, "name": body.name(language)},
        "status": change.status,
        "before": change.before,
        "after": change.after,
        "causes": [{"@id": fact.iri, "clause": fact.clause} for fact in change.causes],
        "unexplained": change.unexplained,
        "reread": reread(found, change),
        **({"missing": missing} if (missing := _missing(found, change)) else {}),
    }


def _missing(found: Diff, change: Change) -> dict[str, Any] | None:
    """What a change that is not certain lacks: the date, its act, the clause that needs it."""
    from graph.exports.values import status_json

    told = (status_json(answer).get("missing") for answer in _doubts(found, change))
    return next(filter(None, told), None)


def _doubts(found: Diff, change: Change) -> list[Answer]:
    """The answers that keep a change from being certain."""
    if change.status == "yes":
        return []
    moments = (found.after, found.before)
    return [fact.at(m.day, m.known) for fact in change.causes for m in moments]


def _print(found: Diff, language: str) -> None:
    from graph.cli.lacking import lacking

    columns = ("change", "surely", "body", "before", "after", "clause")
    print_table([say(column, language) for column in columns], _rows(found, language))
    counts = {"bodies": found.compared, "changes": len(found.changes)}
    typer.echo(say("changes", language, **counts))
    doubts = (answer for change in found.changes for answer in _doubts(found, change))
    tell(lacking(found.after, doubts, language))
    if found.undecided:
        typer.echo(say("undecided", language, bodies=found.undecided))
    for kind, count in found.uncompared.items():
        typer.echo(say("uncompared", language, kind=_kind(found, kind, language), bodies=count))


def _rows(found: Diff, language: str) -> Iterable[tuple[str, ...]]:
    from graph.hierarchy.diff import reread

    for change in found.changes:
        values = (_words(found, change, value, language) for value in (change.before, change.after))
        clauses = dict.fromkeys(_clause(found, fact.clause) for fact in change.causes)
        told = ", ".join(clauses) or say("unexplained", language)
        if reread(found, change):
            told = say("reread", language)
        kind, status = _kind(found, change.kind, language), say(change.status, language)
        yield (kind, status, change.body.name(language), *values, told)


def _kind(found: Diff, kind: str, language: str) -> str:
    """What a kind of change is called: as the property or class of the ontology it is about."""
    from graph.cli.asking import term

    return found.after.hierarchy.label(term(_TERMS[kind]), language)


def _words(found: Diff, change: Change, value: str | None, language: str) -> str:
    hierarchy = found.after.hierarchy
    if value is None or change.kind in ("new", "ended"):
        return ""
    if change.kind == "moved" and value in hierarchy.natures:
        return found.after.body(value).name(language)
    if change.kind == "form" and value in hierarchy.codes.by_iri:
        return hierarchy.codes.by_iri[value].label(language)
    return value


def _clause(found: Diff, iri: str) -> str:
    return found.after.record.path(iri).removeprefix("act/")
