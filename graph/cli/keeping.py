"""The commands that keep a dataset from harm: `check`, `backup`, `restore`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.application import app
from graph.cli.values import DATASET, Where

if TYPE_CHECKING:
    from graph.store import Manifest


@app.command()
def check(dataset: Where = DATASET) -> None:
    """Check that a dataset is whole: every hash, every quad."""
    from graph.store import faults, find_generation, open_generation

    generation = open_generation(find_generation(dataset))
    found = list(faults(generation))
    for fault in found:
        typer.echo(f"shezhire: {fault}", err=True)
    if found:
        raise typer.Exit(1)
    typer.echo(f"{generation.path}: whole ({_counts(generation.manifest)})")


@app.command()
def backup(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", dir_okay=False, help="The backup to write, a .tar.gz."),
    ],
    dataset: Where = DATASET,
) -> None:
    """Write the current generation into one file, after looking whether it is whole."""
    from graph.store import backup as written

    manifest = written(dataset, file)
    typer.echo(f"{file}: generation {manifest.generation} ({_counts(manifest)})")


@app.command()
def restore(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A backup.")
    ],
    dataset: Where = DATASET,
) -> None:
    """Make the generation of a backup the current one of a dataset directory.

    The directory is made when there is none; the generations that it held stay.
    """
    from graph.store import restore as restored

    manifest = restored(file, dataset)
    typer.echo(f"{dataset}: generation {manifest.generation} ({_counts(manifest)})")


def _counts(manifest: Manifest) -> str:
    return ", ".join(f"{count} {name}" for name, count in manifest.counts.items())
