"""The commands on single acts: `add` and `read`.

Rooms that take long to open are imported inside the commands, here and in the files beside:
`--help` and a misspelt option answer at once.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.cli.application import app
from graph.cli.output import print_json, print_table
from graph.cli.values import Day

Act = Annotated[
    Path, typer.Argument(metavar="ACT", exists=True, dir_okay=False, help="The text of an act.")
]
Acts = Annotated[
    list[Path],
    typer.Argument(metavar="ACT…", exists=True, help="Texts of acts, or folders of them."),
]


@app.command()
def add(
    acts: Acts,
    language: Annotated[
        str | None, typer.Option(help="Its language (kk, ru); by its letters if not said.")
    ] = None,
    recorded: Annotated[
        date | None,
        typer.Option(parser=Day(), help="The day it entered the record; today if not said."),
    ] = None,
) -> None:
    """Take acts in: write the side file of each with the recorded day, once.

    What a mirror's `meta.yaml` beside an act says of it (code, requisites) is taken over. In a
    folder, acts that are in the record stay as they are.
    """
    from graph.cli.sides import take

    if len(acts) > 1 or acts[0].is_dir():
        _add_all(acts, language, recorded)
        return
    file, side = take(acts[0], language, recorded)
    typer.echo(f"{file}: recorded {side.recorded}, language {side.language}")


def _add_all(acts: list[Path], language: str | None, recorded: date | None) -> None:
    from graph.build import Skipped, act_files
    from graph.cli.sides import take_all

    files = act_files(acts)
    taken = refused = 0
    for one in take_all(files, language, recorded):
        if isinstance(one, Skipped):
            refused += 1
            typer.echo(f"shezhire: skipped: {one}", err=True)
            continue
        taken += 1
        file, side = one
        typer.echo(f"{file}: recorded {side.recorded}, language {side.language}")
    known = len(files) - taken - refused
    typer.echo(f"{taken} taken in, {known} in the record already, {refused} skipped")
    if refused or not files:
        raise typer.Exit(1)


@app.command()
def read(
    act: Act,
    form: Annotated[
        Literal["json", "table"],
        typer.Option("--format", help="json: the document; table: its parts."),
    ] = "table",
) -> None:
    """Show how an act is read: its parts, the repairs made, the faults seen."""
    from graph.act import document_json, read_act
    from graph.cli.sides import is_recorded, new_side
    from graph.formats import read_side, read_source

    source = read_source(act)
    side = read_side(act) if is_recorded(act) else new_side(act, source)
    document = read_act(source, side)
    if form == "json":
        print_json(document_json(document))
        return
    parts = ((part.eid, part.number, part.text.string) for part in document.walk())
    print_table(("part", "number", "words"), parts)
    typer.echo(f"{len(document.repairs)} repairs, {len(document.faults)} faults", err=True)
