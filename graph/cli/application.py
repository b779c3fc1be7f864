"""The application that the commands are put into."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from graph.cli.places import placed


class Commands(TyperGroup):
    """Commands that take their dataset in either way: see `placed`."""

    # Typer carries a Click of its own, whose types it does not give out.
    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant, and its words."""
        name, command, words = super().resolve_command(ctx, args)
        return name, command, placed(command.params, words) if command else words


app = typer.Typer(
    name="shezhire",
    cls=Commands,
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
