"""The questions about grounds: `why`, `search`, `findings`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from graph.cli.application import app
from graph.cli.output import print_json, print_table, show, tell
from graph.cli.values import DATASET, At, Dataset, KnownAt, Lang, TableOrJson


@app.command()
def why(
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help="A body (slug or words of its name) or an IRI.")
    ],
    predicate: Annotated[
        str | None,
        typer.Argument(
            metavar="PREDICATE",
            help="superior, form, kind, place, name … or a term such as shz:foundedBy.",
        ),
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="[OBJECT]", help="Likewise, or the words themselves.")
    ] = None,
    dataset: Dataset = DATASET,
    at: At = None,
    known_at: KnownAt = None,
    lang: Lang = "kk",
    form: Annotated[Literal["text", "json"], typer.Option("--format")] = "text",
) -> None:
    """Show the clauses behind a fact, with the words that say it."""
    from graph.cli.asking import find_thing, open_moment, term
    from graph.cli.describe import asked, ground_json
    from graph.cli.disputing import disputing
    from graph.cli.grounds import draw_ground, ordered
    from graph.cli.lacking import lacking
    from graph.errors import UnknownThingError
    from graph.hierarchy.why import why as grounds_of

    moment = open_moment(dataset, at, known_at)
    about = find_thing(moment, subject)
    name = term(predicate) if predicate else None
    meant = find_thing(moment, value, exact=True) if value else None
    grounds = grounds_of(moment.hierarchy, about, name, meant, known_at)
    if not grounds:
        raise UnknownThingError("ground", " ".join(filter(None, (subject, predicate, value))))
    if form == "json":
        print_json({**asked(moment), "items": [ground_json(moment, one, lang) for one in grounds]})
        return
    for ground in ordered(moment, grounds):
        show(draw_ground(moment, ground, lang))
    answers = (ground.fact.at(moment.day, moment.known) for ground in grounds)
    tell(lacking(moment, answers, lang))
    tell(disputing(moment, (ground.fact for ground in grounds), lang))


@app.command()
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Part of a name, in any spelling.")],
    dataset: Dataset = DATASET,
    at: At = None,
    known_at: KnownAt = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 20,
    lang: Lang = "kk",
    form: TableOrJson = "table",
) -> None:
    """Find bodies by part of a name."""
    from graph.cli.asking import open_moment, searched
    from graph.cli.describe import asked
    from graph.cli.lacking import lacking
    from graph.cli.words import say
    from graph.exports.values import body_json

    moment = open_moment(dataset, at, known_at)
    hits = searched(moment, words)[:limit]
    bodies = [(moment.body(hit.iri), hit.score) for hit in hits]
    if form == "json":
        items = [{**body_json(moment, body, lang), "score": score} for body, score in bodies]
        print_json({**asked(moment), "items": items})
        return
    if not bodies:
        typer.echo(say("nothing-found", lang, words=words), err=True)
        return
    rows = (
        (body.slug, say(body.answer.value, lang), body.name(lang), body.legal_name(lang))
        for body, _ in bodies
    )
    print_table([say(column, lang) for column in ("slug", "there", "name", "whole")], rows)
    tell(lacking(moment, (body.answer for body, _ in bodies), lang))
