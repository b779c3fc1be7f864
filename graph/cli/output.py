"""What the commands print, and where: answers to standard output, everything else to error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
import typer
from rich.console import Console, RenderableType
from rich.table import Table

#: Wide enough that a name of law is not broken in a file or a pipe.
PIPE_WIDTH = 240


def console() -> Console:
    """Standard output as wide as the terminal, or PIPE_WIDTH where there is none."""
    return Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False)


def errors() -> Console:
    """Standard error, for progress, warnings and reports on the way."""
    return Console(stderr=True, highlight=False)


def print_bytes(data: bytes) -> None:
    """Bytes as they are, with a line break at the end where they have none."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
    sys.stdout.buffer.flush()


def print_json(answer: Any) -> None:
    """An answer as indented JSON; dates and dataclasses are written as orjson does."""
    print_bytes(orjson.dumps(answer, option=orjson.OPT_INDENT_2, default=str))


def show(drawing: RenderableType) -> None:
    """Something drawn, without the blanks that fill its lines."""
    screen = console()
    with screen.capture() as drawn:
        screen.print(drawing)
    typer.echo("\n".join(line.rstrip() for line in drawn.get().splitlines()))


def tell(lines: Iterable[str]) -> None:
    """Lines as they are, none where there are none."""
    for line in lines:
        typer.echo(line)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """Rows under columns; None is an empty cell, and brackets in names are no markup."""
    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else _plain(cell) for cell in row))
    show(table)


def _plain(cell: object) -> str:
    return str(cell).replace("[", "\\[")
