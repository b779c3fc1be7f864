"""The commands on a whole dataset: `query`, `acts`, `export`, `serve`."""

from __future__ import annotations

import os
import sys
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.cli import bounds
from graph.cli.application import app
from graph.cli.output import print_bytes, print_json, print_table, tell
from graph.cli.values import DATASET, VARIABLE, At, Day, KnownAt, Lang, TableOrJson, Where
from graph.cli.words import say
from graph.errors import CallError


@app.command()
def query(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[DATASET] QUERY",
            help="SPARQL, or @FILE.rq; - reads from input; the dataset also by -d.",
        ),
    ],
    form: Annotated[
        Literal["table", "json", "csv", "tsv", "xml", "ttl", "nt", "jsonld"],
        typer.Option(
            "--format", help="ttl, nt, jsonld for CONSTRUCT and DESCRIBE; the others for SELECT."
        ),
    ] = "table",
    at: Annotated[
        date | None, typer.Option(parser=Day(), help="Put in for ?at, which the query must have.")
    ] = None,
    known_at: Annotated[
        date | None, typer.Option(parser=Day(), help="Put in for ?known, likewise.")
    ] = None,
) -> None:
    """Ask the dataset in SPARQL: the view is the default graph, the claims a named one.

    The view is that of one day, told by `as_of` of the manifest. Any other day is asked of the
    claims: --at and --known-at are put in for ?at and ?known, as the dated questions of
    `api/queries` have them. The prefixes of the project need not be declared.
    """
    from graph.cli.days import days_in
    from graph.cli.results import print_results
    from graph.store import open_generation
    from ontology import PREFIXES

    if len(words) > 2:
        raise typer.BadParameter("expected a dataset directory and one query")
    dataset = Path(words[0]) if len(words) == 2 else Path(os.environ.get(VARIABLE, DATASET))
    asked = _read_query(words[-1])
    held, days = open_generation(dataset), days_in(asked, at=at, known=known_at)
    print_results(held.query(asked, prefixes=PREFIXES, substitutions=days), form)


def _read_query(words: str) -> str:
    if words == "-":
        return sys.stdin.read()
    if not words.startswith("@"):
        return words
    file = Path(words[1:])
    if not file.is_file():
        raise CallError(f"{file}: expected a file with a query; found none")
    return file.read_text(encoding="utf-8")


@app.command()
def acts(
    dataset: Where = DATASET,
    at: At = None,
    known_at: KnownAt = None,
    lang: Lang = "kk",
    form: TableOrJson = "table",
) -> None:
    """List the acts of a dataset: whether each is in force on a day, and which wording is held.

    Those that other acts only name come last.
    """
    from graph.cli.asking import open_moment
    from graph.cli.describe import act_json, asked
    from graph.cli.lacking import lacking
    from graph.cli.listing import act_rows
    from graph.hierarchy.acts import acts_of

    moment = open_moment(dataset, at, known_at)
    found = acts_of(moment)
    if form == "json":
        print_json({**asked(moment), "items": [act_json(moment, one, lang) for one in found]})
        return
    columns = ("act", "day", "number", "recorded", "in-force", "wording", "title")
    print_table([say(column, lang) for column in columns], act_rows(moment, found, lang))
    tell(lacking(moment, (one.answer for one in found if one.held), lang))


@app.command()
def export(
    form: Annotated[
        Literal["ttl", "nq", "jsonld", "csv", "xlsx", "graphml", "gexf", "dot", "mermaid", "json"],
        typer.Option(
            "--format", help="nq: all graphs; ttl, jsonld: the view; the others: the bodies."
        ),
    ],
    dataset: Where = DATASET,
    at: Annotated[
        date | None,
        typer.Option(parser=Day(), help="The day; that of the view if not said."),
    ] = None,
    known_at: KnownAt = None,
    lang: Lang = "kk",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", dir_okay=False, help="A file; output if not said.")
    ] = None,
) -> None:
    """Write the dataset in another form."""
    from graph.exports import export as exported
    from graph.store import open_generation

    if form == "xlsx" and out is None and sys.stdout.isatty():
        raise CallError("a workbook is no text for a terminal: say --out FILE.xlsx")
    data = exported(open_generation(dataset), form, at, lang, known_at)
    if out:
        out.write_bytes(data)
    else:
        print_bytes(data)


@app.command()
def serve(
    dataset: Where = DATASET,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = (
        8000
    ),
    workers: bounds.Workers = 4,
    query_timeout: bounds.Timeout = 10.0,
    query_cpu: bounds.Cpu = 10.0,
    query_memory: bounds.Memory = 512,
    query_rows: bounds.Rows = 100_000,
    query_bytes: bounds.Size = 50_000_000,
    allow_service: bounds.Services = None,
    client_cpu: bounds.ClientCpu = 60.0,
    client_errors: bounds.ClientErrors = 300.0,
    log: bounds.Noted = "slow",
    write_token_file: bounds.WriteToken = None,
    store: bounds.Store = None,
) -> None:
    """Answer questions over HTTP: the page, REST, SPARQL."""
    servers = {entry.name: entry for entry in entry_points(group="shezhire.server")}
    if "default" not in servers:
        raise CallError("expected an installed server (entry point shezhire.server); found none")
    start = servers["default"].load()
    start(
        dataset,
        host=host,
        port=port,
        limits={
            "seconds": query_timeout,
            "cpu": query_cpu,
            "memory": query_memory * 1_000_000,
            "rows": query_rows,
            "size": query_bytes,
            "workers": workers,
            "services": frozenset(allow_service or ()),
        },
        client_cpu=client_cpu,
        client_errors=client_errors,
        log=log,
        write_token_file=write_token_file,
        store=store,
    )
