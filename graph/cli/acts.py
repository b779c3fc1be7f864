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


@app.command()
def add(
    act: Act,
    language: Annotated[
        str | None, typer.Option(help="Its language (kk, ru); by its letters if not said.")
    ] = None,
    recorded: Annotated[
        date | None,
        typer.Option(parser=Day(), help="The day it entered the record; today if not said."),
    ] = None,
) -> None:
    """Take an act in: write its side file with the recorded day, once."""
    from graph.act import read_act
    from graph.cli.sides import new_side, write_side
    from graph.errors import CallError
    from graph.formats import read_source, side_path

    file = side_path(act)
    if file.exists():
        raise CallError(f"{act} is in the record already: {file} is there and stays as it is")
    source = read_source(act)
    side = new_side(source, language, recorded)
    read_act(source, side)
    write_side(file, side)
    typer.echo(f"{file}: recorded {side.recorded}, language {side.language}")


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
    from graph.cli.sides import new_side
    from graph.formats import read_side, read_source, side_path

    source = read_source(act)
    side = read_side(act) if side_path(act).exists() else new_side(source)
    document = read_act(source, side)
    if form == "json":
        print_json(document_json(document))
        return
    parts = ((part.eid, part.number, part.text.string) for part in document.walk())
    print_table(("part", "number", "words"), parts)
    typer.echo(f"{len(document.repairs)} repairs, {len(document.faults)} faults", err=True)
