"""The questions about bodies: `tree`, `staff`, `lineage`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from graph.cli.application import app
from graph.cli.output import print_json, print_table, show, tell
from graph.cli.values import DATASET, At, Dataset, KnownAt, Lang, TableOrJson

if TYPE_CHECKING:
    from graph.hierarchy import Moment
    from graph.hierarchy.limits import StaffLimit
    from graph.hierarchy.lineage import Lineage

Whose = Annotated[str, typer.Argument(metavar="BODY", help="A slug, an IRI, or words of a name.")]


@app.command()
def tree(
    body: Annotated[
        str | None, typer.Argument(metavar="[BODY]", help="Under whom; all tops if not said.")
    ] = None,
    dataset: Dataset = DATASET,
    at: At = None,
    known_at: KnownAt = None,
    depth: Annotated[int | None, typer.Option(min=1, help="How deep; all if not said.")] = None,
    lang: Lang = "kk",
    form: Annotated[Literal["tree", "json"], typer.Option("--format")] = "tree",
) -> None:
    """Draw who stands under whom, with how many there are under each."""
    from graph.cli.asking import find_body, open_moment
    from graph.cli.describe import asked
    from graph.cli.disputing import disputes_in
    from graph.cli.drawing import draw
    from graph.cli.lacking import answers_in, lacking
    from graph.exports.values import tree_json

    moment = open_moment(dataset, at, known_at)
    tops = [find_body(moment, body)] if body else [step.body.iri for step in moment.roots()]
    trees = [moment.tree(iri, depth) for iri in tops]
    if form == "json":
        items = [tree_json(moment, one, lang) for one in trees]
        print_json({**asked(moment), "items": items})
        return
    for one in trees:
        show(draw(one, lang))
        tell(lacking(moment, answers_in(one), lang))
        tell(disputes_in(moment, one, lang))


@app.command()
def staff(
    body: Whose,
    dataset: Dataset = DATASET,
    at: At = None,
    known_at: KnownAt = None,
    lang: Lang = "kk",
    form: TableOrJson = "table",
) -> None:
    """Count who works in a body: its lines, its own total, the total as printed, its limits."""
    from graph.cli.asking import find_body, open_moment
    from graph.cli.describe import asked, limit_json, staff_json
    from graph.cli.disputing import disputing
    from graph.cli.lacking import lacking
    from graph.cli.words import say
    from graph.hierarchy.limits import limits_of
    from graph.hierarchy.staff import staff_of

    moment = open_moment(dataset, at, known_at)
    iri = find_body(moment, body)
    found, limits = staff_of(moment, iri), limits_of(moment, iri, lang)
    if form == "json":
        told = {"limits": [limit_json(one, lang) for one in limits]}
        print_json({**asked(moment), "body": iri, **staff_json(moment, found, lang), **told})
        return
    lines = [(line.unit.name(lang), line.post(lang), line.count) for line in found.lines]
    columns = [say(column, lang) for column in ("unit", "post", "count")]
    print_table(columns, lines, moment.body(iri).name(lang))
    totals = {"own": found.own, "table": found.table_total, "stated": found.stated_total}
    said = {k: say("not-known", lang) if n is None else n for k, n in totals.items()}
    typer.echo(say("totals", lang, **said, answer=say(found.answer.value, lang)))
    _show_limits(moment, limits, lang)
    tell(lacking(moment, [found.answer, *(one.answer for one in limits)], lang))
    counted = [*([found.table] if found.table else []), *(line.fact for line in found.lines)]
    tell(disputing(moment, [*counted, *(one.fact for one in limits)], lang))


def _show_limits(moment: Moment, limits: Iterable[StaffLimit], lang: Lang) -> None:
    """The limits as a table, each with its clause and its answer; nothing where there are none."""
    from graph.cli.words import say

    rows = [
        (
            one.words or (one.body.name(lang) if one.body else ""),
            one.count,
            moment.record.path(one.fact.clause),
            say(one.answer.value, lang),
        )
        for one in limits
    ]
    if rows:
        columns = [say(column, lang) for column in ("limit-of", "count", "clause", "holds")]
        print_table(columns, rows, say("limits", lang))


@app.command()
def lineage(
    body: Whose,
    dataset: Dataset = DATASET,
    at: At = None,
    known_at: KnownAt = None,
    depth: Annotated[int | None, typer.Option(min=1, help="Generations; all if not said.")] = None,
    lang: Lang = "kk",
    form: Annotated[Literal["tree", "table", "json"], typer.Option("--format")] = "tree",
) -> None:
    """Draw where a body came from and what became of it, each event with its clause."""
    from graph.cli.asking import find_body, open_moment
    from graph.cli.describe import asked, event_json, succession_json
    from graph.exports.values import short_json
    from graph.hierarchy.lineage import lineage_of

    moment = open_moment(dataset, at, known_at)
    iri = find_body(moment, body)
    found = lineage_of(moment, iri, depth)
    if form == "tree":
        _draw(moment, iri, found, lang)
        return
    events = [event_json(moment, event, lang) for event in found.events]
    if form == "json":
        follow = [succession_json(moment, one, lang) for one in found.successions]
        today = [short_json(moment, one, lang) for one in found.today]
        told = {"events": events, "successions": follow, "today": today}
        print_json({**asked(moment), **told})
    else:
        _tabulate(moment, events, lang)


def _draw(moment: Moment, iri: str, found: Lineage, language: str) -> None:
    from graph.cli.disputing import disputing
    from graph.cli.drawing import draw_lineage
    from graph.cli.lacking import lacking

    show(draw_lineage(moment, moment.body(iri), found, language))
    said = [*(event.answer for event in found.events), *(one.answer for one in found.successions)]
    tell(lacking(moment, (moment.existence(iri), *said), language))
    told = [*(event.fact for event in found.events), *(one.fact for one in found.successions)]
    tell(disputing(moment, told, language))


def _tabulate(moment: Moment, events: list[dict[str, Any]], language: str) -> None:
    """One row for each body in each event."""
    from graph.cli.words import say
    from ontology import SHZ

    def called(term: str) -> str:
        return moment.hierarchy.label(str(SHZ[term]), language)

    rows = (
        (
            called(event["kind"]),
            called(role),
            _named(member),
            event["from"],
            event["until"],
            _clause(moment, event),
        )
        for event in events
        for role, members in event["bodies"].items()
        for member in members
    )
    columns = ("change", "role", "body", "from", "latest", "clause")
    print_table([say(column, language) for column in columns], rows)


def _named(member: dict[str, Any]) -> str:
    name: str = member.get("name", member["@id"])
    return name


def _clause(moment: Moment, event: dict[str, Any]) -> str:
    return moment.record.path(event["clause"]).removeprefix("act/")
