"""The commands from acts to a dataset: `build`, and `findings` for its report."""

from __future__ import annotations

from datetime import date
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from graph.cli.application import app
from graph.cli.output import print_json, print_table
from graph.cli.values import DATASET, Dataset, Day, KnownAt, Lang, TableOrJson
from graph.cli.words import say
from graph.errors import CallError, UnknownThingError

#: The acts that come with the project.
ACTS = Path(str(resources.files("graph").joinpath("acts")))

Bodies = Annotated[
    Path | None,
    typer.Option(dir_okay=False, help="The register of bodies: read, and written anew."),
]
Closed = Annotated[
    Path | None, typer.Option(exists=True, dir_okay=False, help="Findings that are closed.")
]
Decided = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="Which bodies are one: see review."),
]
Spoken = Annotated[
    Literal["kk", "ru", "en"], typer.Option("--lang", help="The language of the summary.")
]


@app.command()
def build(
    acts: Annotated[
        list[Path] | None, typer.Argument(metavar="[ACT]…", help="Acts, or folders of acts.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--acts", metavar="DIR", help="A folder of acts.")
    ] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The dataset directory.")] = DATASET,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What the IRIs of resources begin with.")
    ] = None,
    as_of: Annotated[
        date | None, typer.Option(parser=Day(), help="The day of the view; the latest on record.")
    ] = None,
    register: Bodies = None,
    waivers: Closed = None,
    decisions: Decided = None,
    workers: Annotated[
        int, typer.Option(metavar="N", min=1, max=256, help="Processes that read acts.")
    ] = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="URL", help="A Dask cluster that reads acts: tcp://HOST:PORT."),
    ] = None,
    lang: Spoken = "en",
) -> None:
    """Turn acts into a dataset, and say what was understood and what is missing."""
    from graph.build import build as built
    from graph.cli.progress import progress_bar
    from graph.cli.summary import print_report
    from ontology import BASE

    named = [*(acts or []), *([folder] if folder else [])] or [ACTS]
    with progress_bar() as progress:
        report = built(
            named,
            out,
            base=base or BASE,
            as_of=as_of,
            register=register,
            waivers=waivers,
            decisions=decisions,
            workers=workers,
            scheduler=scheduler,
            progress=progress,
        )
    print_report(report, lang)
    if not report.complete:
        raise typer.Exit(1)


@app.command()
def findings(
    dataset: Dataset = DATASET,
    rule: Annotated[str | None, typer.Option(help="Only those of a rule.")] = None,
    severity: Annotated[
        Literal["Contradiction", "Gap", "Defect", "Notice"] | None, typer.Option()
    ] = None,
    act: Annotated[str | None, typer.Option(help="Only those on an act, by its key.")] = None,
    boilerplate: Annotated[
        bool, typer.Option("--boilerplate", help="Also wording that every act of a kind has.")
    ] = False,
    at: Annotated[
        date | None, typer.Option(parser=Day(), help="Only those of the day, as far as is known.")
    ] = None,
    known_at: KnownAt = None,
    lang: Lang = "kk",
    form: TableOrJson = "table",
) -> None:
    """List what the acts say wrongly or leave out, the gravest first."""
    from graph.cli.checking import finding_cells, findings_of, findings_on
    from graph.findings import messages
    from graph.store import open_generation

    generation = open_generation(dataset)
    if rule is not None and rule not in messages():
        raise CallError(f"no rule «{rule}»; expected one of {', '.join(sorted(messages()))}")
    if act is not None and act not in {one.key for one in generation.manifest.acts}:
        raise UnknownThingError("act", act)
    held = findings_on(generation, at, known_at) if at else findings_of(generation, known_at)
    about = [row for row in held if _fits(row, rule, severity, act)]
    shown = [row for row in about if boilerplate or not row["boilerplate"]]
    if form == "json":
        print_json({"at": at, "known_at": known_at, "items": shown})
        return
    rows = (finding_cells(row, lang) for row in shown)
    columns = ("severity", "rule", "message", "where", *(["holds"] if at else []))
    print_table([say(column, lang) for column in columns], rows)
    if len(shown) < len(about):
        typer.echo(f"{len(about) - len(shown)} more, of boilerplate: --boilerplate", err=True)


def _fits(row: dict[str, Any], rule: str | None, severity: str | None, act: str | None) -> bool:
    return (
        rule in (None, row["rule"])
        and severity in (None, row["severity"])
        and (act is None or any(span["act"] == act for span in row["spans"]))
    )
