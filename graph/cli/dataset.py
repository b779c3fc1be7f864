"""The commands on a whole dataset: `query`, `acts`, `export`, `serve`."""

from __future__ import annotations

import os
import sys
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.cli.application import app
from graph.cli.output import print_bytes, print_table
from graph.cli.values import DATASET, VARIABLE, Day, Lang, Where
from graph.errors import CallError


@app.command()
def query(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[DATASET] QUERY", help="SPARQL, or @FILE.rq; - reads from input."),
    ],
    form: Annotated[
        Literal["table", "json", "csv", "tsv", "xml", "ttl", "nt", "jsonld"],
        typer.Option(
            "--format", help="ttl, nt, jsonld for CONSTRUCT and DESCRIBE; the others for SELECT."
        ),
    ] = "table",
) -> None:
    """Ask the dataset in SPARQL: the view is the default graph, the claims a named one.

    The prefixes of the project need not be declared.
    """
    from graph.cli.results import print_results
    from graph.store import open_generation
    from ontology import PREFIXES

    if len(words) > 2:
        raise typer.BadParameter("expected a dataset directory and one query")
    dataset = Path(words[0]) if len(words) == 2 else Path(os.environ.get(VARIABLE, DATASET))
    asked = _read_query(words[-1])
    print_results(open_generation(dataset).query(asked, prefixes=PREFIXES), form)


def _read_query(words: str) -> str:
    if words == "-":
        return sys.stdin.read()
    return Path(words[1:]).read_text(encoding="utf-8") if words.startswith("@") else words


@app.command()
def acts(dataset: Where = DATASET) -> None:
    """List the acts of a dataset."""
    from graph.store import open_generation

    held = open_generation(dataset).manifest.acts
    rows = ((act.key, act.day, act.number, act.recorded, act.title) for act in held)
    print_table(("act", "day", "number", "recorded", "title"), rows)


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
    data = exported(open_generation(dataset), form, at, lang)
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
    workers: Annotated[int, typer.Option(min=1, help="Processes that answer queries.")] = 2,
    query_timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds after which a query is given up.")
    ] = 10.0,
    client_cpu: Annotated[
        float, typer.Option(min=0, help="CPU seconds that one client may spend; 0 for no bound.")
    ] = 60.0,
    client_errors: Annotated[
        float, typer.Option(min=0, help="Mistakes that one client may make; 0 for no bound.")
    ] = 300.0,
    log: Annotated[
        Literal["off", "slow", "all"],
        typer.Option(help="Requests that are noted as JSON lines: slow and failed ones, or all."),
    ] = "slow",
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
        workers=workers,
        query_timeout=query_timeout,
        client_cpu=client_cpu,
        client_errors=client_errors,
        log=log,
    )
