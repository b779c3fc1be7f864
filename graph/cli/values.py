"""Values that commands take, read the same way everywhere."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.cli.words import say


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
            raise typer.BadParameter(say("bad-day", _spoken(), found=words)) from None
        if not FIRST_DAY <= day <= LAST_DAY:
            told = say("far-day", _spoken(), first=FIRST_DAY, last=LAST_DAY, found=day)
            raise typer.BadParameter(told)
        return day


def _spoken() -> str:
    """The language that the call asks for; a value is read before its options are."""
    words = " ".join(sys.argv[1:]).replace("--lang=", "--lang ").split()
    after = words[words.index("--lang") + 1 :] if "--lang" in words else []
    return after[0] if after and after[0] in ("kk", "ru") else "en"


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
