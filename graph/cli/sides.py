"""The side file of an act that enters the record: its day, and its language told by letters."""

from __future__ import annotations

from datetime import date, datetime
from importlib import resources
from pathlib import Path

from graph.errors import CallError
from graph.language import load
from graph.model import SideFile, Source
from graph.time import kazakhstan_day

#: Nearly all letters: damaged copies mix in letters of another alphabet.
ENOUGH = 0.95


def new_side(source: Source, language: str | None = None, day: date | None = None) -> SideFile:
    """What is known of an act on the day it comes in: today in Kazakhstan if no day is given."""
    code = load(language).code if language else detect(source.text)
    return SideFile(day or kazakhstan_day(datetime.now().astimezone()), code)


def write_side(file: Path, side: SideFile) -> None:
    """Writes the side file, never over one that is there (FileExistsError)."""
    with file.open("x", encoding="utf-8") as words:
        words.write(f'recorded: "{side.recorded}"   # the day this copy entered the record\n')
        words.write(f'language: "{side.language}"\n')


def languages() -> list[str]:
    """The codes of the languages whose data is here, by the alphabet."""
    folders = resources.files("graph").joinpath("languages").iterdir()
    codes = sorted(folder.name for folder in folders if folder.is_dir())
    return [code for code in codes if load(code).has("letters")]


def detect(text: str) -> str:
    """The language with the fewest letters whose alphabet holds nearly all letters of the text.

    Kazakh holds every Russian letter, so a Russian text fits both and the smaller alphabet wins.
    Raises CallError when no alphabet holds them.
    """
    letters = [letter for letter in text.casefold() if letter.isalpha()]
    fitting = []
    for code in languages():
        alphabet = load(code).section("letters")["alphabet"]
        if letters and sum(letter in alphabet for letter in letters) >= ENOUGH * len(letters):
            fitting.append((len(alphabet), code))
    if not fitting:
        raise CallError(f"expected a text in one of {', '.join(languages())}; say --language")
    return min(fitting)[1]
