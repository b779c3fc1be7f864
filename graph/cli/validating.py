"""The command that holds a dataset, or RDF in a file, against the shapes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from graph.cli.application import app
from graph.cli.output import print_bytes, print_json, print_table
from graph.cli.values import DATASET, VARIABLE, Lang
from graph.errors import CallError

if TYPE_CHECKING:
    from graph.store import Generation
    from shapes import Report


@app.command()
def validate(
    what: Annotated[
        Path,
        typer.Argument(
            exists=True,
            metavar="[DATASET|FILE.ttl]",
            envvar=VARIABLE,
            help="A dataset, or a file; also by -d.",
        ),
    ] = DATASET,
    strict: Annotated[
        bool, typer.Option("--strict", help="A contradiction between acts is a fault too.")
    ] = False,
    thorough: Annotated[
        bool, typer.Option("--thorough", help="pySHACL judges every thing itself: slow.")
    ] = False,
    lang: Lang = "kk",
    form: Annotated[Literal["table", "json", "turtle", "html"], typer.Option("--format")] = "table",
) -> None:
    """Hold a dataset against the shapes; exit code 1 where the graph breaks the model."""
    from graph.cli.checking import findings_of, graph_of
    from graph.store import open_generation
    from shapes import validate as validated

    generation = None if what.is_file() else open_generation(what)
    report = validated(graph_of(generation or what), thorough=thorough)
    findings = findings_of(generation) if generation else []
    if form == "html":
        _print_page(generation, lang)
    else:
        _print(report, findings, form, lang)
    grave = strict and any(_is_grave(row) for row in findings)
    if grave or any(result.severity == "Violation" for result in report):
        raise typer.Exit(1)


def _is_grave(row: dict[str, Any]) -> bool:
    return (row["severity"], row["status"]) == ("Contradiction", "open")


def _print_page(generation: Generation | None, language: str) -> None:
    if generation is None:
        raise CallError("html is the report of a dataset; for a file take table, json or turtle")
    from graph.build import report_page

    print_bytes(report_page(generation.file("report.json"), language).encode())


def _print(report: Report, findings: list[dict[str, Any]], form: str, language: str) -> None:
    from graph.cli.checking import result_json, turtle_bytes

    if form == "json":
        results = [result_json(one) for one in report]
        print_json({"conforms": report.conforms, "results": results, "findings": findings})
    elif form == "turtle":
        print_bytes(turtle_bytes(report))
    else:
        _print_table(report, findings, language)


def _print_table(report: Report, findings: list[dict[str, Any]], language: str) -> None:
    from graph.cli.checking import finding_cells, message_of

    if report.results:
        rows = ((r.severity, r.name, r.focus, r.value, message_of(r, language)) for r in report)
        print_table(("severity", "shape", "thing", "value", "message"), rows)
    shown = [row for row in findings if not row["boilerplate"]]
    if shown:
        rows_ = (finding_cells(row, language) for row in shown)
        print_table(("severity", "rule", "message", "where"), rows_)
    checked = sum(report.checked.values())
    typer.echo(
        f"{checked} checks of shapes, {len(report)} breaks; {len(findings)} findings in acts"
    )
