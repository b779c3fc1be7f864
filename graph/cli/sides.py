"""The side file of an act that enters the record: its day and its language."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from graph.formats import language_of
from graph.language import load
from graph.model import SideFile, Source
from graph.time import kazakhstan_day


def new_side(source: Source, language: str | None = None, day: date | None = None) -> SideFile:
    """What is known of an act on the day it comes in: today in Kazakhstan if no day is given.

    The language is told by its letters if not said. Raises UnknownThingError for a language
    without data, NotAnActError and SideFileError as `language_of` does.
    """
    said = load(language).code if language else ""
    return SideFile(day or kazakhstan_day(datetime.now().astimezone()), language_of(source, said))


def write_side(file: Path, side: SideFile) -> None:
    """Writes the side file, never over one that is there (FileExistsError)."""
    with file.open("x", encoding="utf-8") as words:
        words.write(f'recorded: "{side.recorded}"   # the day this copy entered the record\n')
        words.write(f'language: "{side.language}"\n')
