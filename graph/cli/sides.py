"""The side files of acts that enter the record: their day, their language, their requisites."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from graph.act import read_act
from graph.build.acts import ActFile, Skipped, skipped, unfit
from graph.errors import CallError, ShezhireError, SideFileError
from graph.formats import language_of, read_side, read_source, side_file, side_path, told_in
from graph.language import load
from graph.model import SideFile, Source
from graph.time import kazakhstan_day

#: The side file of an act that was taken in, and what it says.
Taken = tuple[Path, SideFile]


def new_side(
    path: Path, source: Source, language: str | None = None, day: date | None = None
) -> SideFile:
    """What is known of an act on the day it comes in: today in Kazakhstan if no day is given.

    The language is told by its letters if not said; the rest by the description that a mirror
    keeps beside it. Raises UnknownThingError for a language without data, NotAnActError and
    SideFileError as `language_of` does.
    """
    said = load(language).code if language else ""
    told = told_in(path, day or kazakhstan_day(datetime.now().astimezone()))
    return replace(told, language=language_of(source, said or told.language))


def take(path: Path, language: str | None = None, day: date | None = None) -> Taken:
    """Write the side file of an act that can be read, once: CallError when it is there."""
    if is_recorded(path):
        raise CallError(
            f"{path} is in the record already: {side_file(path)} is there and stays as it is"
        )
    source = read_source(path)
    side = new_side(path, source, language, day)
    read_act(source, side)
    file = side_path(path)
    _write(file, side)
    return file, side


def take_all(
    files: list[ActFile], language: str | None = None, day: date | None = None
) -> Iterator[Taken | Skipped]:
    """As `take`, for each act of folders that is not in the record; what cannot be is told."""
    for file in files:
        if fault := unfit(file):
            yield fault
            continue
        try:
            if not is_recorded(file.path):
                yield take(file.path, language, day)
        except (ShezhireError, OSError) as error:
            yield skipped(file.name, error)


def is_recorded(path: Path) -> bool:
    """Whether an act has a side file of its own, or a mirror's description with its day."""
    file = side_file(path)
    if file is None or file == side_path(path):
        return file is not None
    try:
        read_side(path)
    except SideFileError:
        return False
    return True


def _write(file: Path, side: SideFile) -> None:
    """Writes the side file, never over one that is there (FileExistsError)."""
    with file.open("x", encoding="utf-8") as words:
        words.write(f'recorded: "{side.recorded}"   # the day this copy entered the record\n')
        words.write(f'language: "{side.language}"\n')
        for key in ("act_code", "requisites"):
            if value := getattr(side, key):
                words.write(f"{key}: {json.dumps(value, ensure_ascii=False)}\n")
