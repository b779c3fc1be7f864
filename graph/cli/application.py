"""The application that the commands are put into."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

app = typer.Typer(
    name="shezhire",
    no_args_is_help=True,
    # paragraphs of help are filled to the width of the terminal
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"shezhire {version('shezhire')}")
        raise typer.Exit


@app.callback()
def shezhire(
    show_version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """State bodies: who stands under whom, who came from whom, and the clause that says so."""
