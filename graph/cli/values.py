"""Values that commands take, read the same way everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer


class Day:
    """Reads a day as `2026-11-21`; anything else is a fault of the call."""

    __name__ = "DATE"

    def __call__(self, words: str | date) -> date:
        from graph.time import FIRST_DAY, LAST_DAY

        if isinstance(words, date):
            return words
        try:
            day = date.fromisoformat(words)
        except ValueError:
            raise typer.BadParameter(
                f"expected a day such as 2026-11-21; found «{words}»"
            ) from None
        if not FIRST_DAY <= day <= LAST_DAY:
            raise typer.BadParameter(f"expected a day from {FIRST_DAY} to {LAST_DAY}; found {day}")
        return day


#: Where the dataset lives if nobody says otherwise.
DATASET = Path("dataset")
#: The variable that names it where a call does not.
VARIABLE = "SHEZHIRE_DATASET"

Dataset = Annotated[
    Path,
    typer.Option(
        "--dataset", "-d", help="The dataset directory; also the first word.", envvar=VARIABLE
    ),
]
#: The same, for commands on a dataset as a whole.
Where = Annotated[
    Path,
    typer.Argument(
        metavar="[DATASET]",
        envvar=VARIABLE,
        help="A dataset directory, or a generation; also by -d.",
    ),
]
At = Annotated[
    date | None, typer.Option("--at", parser=Day(), help="The day asked about; today if not said.")
]
KnownAt = Annotated[
    date | None,
    typer.Option("--known-at", parser=Day(), help="As the record knew it on that day."),
]
Lang = Annotated[
    Literal["kk", "ru", "en"],
    typer.Option("--lang", help="The language of labels; names are in the language of the acts."),
]
TableOrJson = Annotated[
    Literal["table", "json"], typer.Option("--format", help="For people, or for programs.")
]
