"""One act read in isolation: what it says, or why it is skipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.act import read_act
from graph.build.acts.files import ActFile
from graph.build.acts.packing import Packed, packed
from graph.claims import read_claims
from graph.errors import DataError, ShezhireError, SideFileError, TextPlace
from graph.formats import read_raw, read_side_raw, side_of, side_path, source_of
from graph.model import ActClaims
from graph.time import supplied_by

#: Told after each step of a build: what is done, how many of how many.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An act that could not be taken in: its file, what was expected and found, and where."""

    file: str
    expected: str
    found: str
    line: int | None = None
    column: int | None = None
    words: str = ""

    @property
    def where(self) -> str:
        """The file, the place in it and the words that stand there, as far as they are known."""
        place = f":{self.line}:{self.column}" if self.line else ""
        words = f" «{self.words}»" if self.words else ""
        return f"{self.file}{place}:{words}"

    def __str__(self) -> str:
        return f"{self.where} expected {self.expected}; found {self.found}"


@dataclass(frozen=True, slots=True)
class Raw:
    """An act as it came: the name of its file (`ActFile.name`), its bytes, its side file's."""

    name: str
    data: bytes
    side: bytes


def unfit(file: ActFile) -> Skipped | None:
    """Why a file cannot be taken in, where that is known before it is opened."""
    expected = "a file of an act, or a folder of them"
    return Skipped(shown(file.name), expected, file.fault) if file.fault else None


def take_in(file: ActFile) -> Raw | Skipped:
    """The bytes of an act and of its side file, or why there are none."""
    if fault := unfit(file):
        return fault
    try:
        return Raw(file.name, read_raw(file.path), read_side_raw(file.path))
    except (ShezhireError, OSError) as error:
        return skipped(file.name, error)


def read_one(path: Path) -> ActClaims:
    """What one act says; errors say where and what was expected."""
    return _claims(Raw(path.name, read_raw(path), read_side_raw(path)))


def read_packed(raw: Raw) -> Packed | Skipped:
    """What one act says, packed, or why it is skipped; never raises for what an act may hold."""
    try:
        return packed(_claims(raw))
    except (ShezhireError, OSError) as error:
        return skipped(raw.name, error)


def _claims(raw: Raw) -> ActClaims:
    path = Path(raw.name)
    side = side_of(raw.side, side_path(path))
    held = read_claims(read_act(source_of(raw.data, path, raw.name), side))
    _check_supplied(held)
    return held


def _check_supplied(held: ActClaims) -> None:
    """A date given from outside must be possible: no act is published before it is passed, nor
    does it enter the record before.
    """
    if held.document.side.recorded < held.act.day:
        expected = f"a day of record from {held.act.day} on, when the act was passed"
        raise SideFileError(expected, str(held.document.side.recorded), "recorded")
    passed = {change.by: change.day for change in held.act.amendments}
    passed[held.act.key] = held.act.day
    for given in supplied_by(held.document.side):
        if given.day < passed.get(given.act, given.day):
            expected = f"a day of {given.what} from {passed[given.act]} on"
            raise SideFileError(expected, str(given.day), f"{given.what}:{given.act}")


def skipped(file: str, error: ShezhireError | OSError) -> Skipped:
    """Why an act is skipped, as the error tells it."""
    name = shown(file)
    if not isinstance(error, DataError):
        found = error.strerror if isinstance(error, OSError) else str(error)
        return Skipped(name, "a readable act", found or str(error))
    if not isinstance(error.place, TextPlace):
        return Skipped(name, error.expected, error.found)
    place = error.place
    return Skipped(name, error.expected, error.found, place.line, place.column, place.words)


def shown(file: str) -> str:
    """The name of a file on one line, in letters that every report can hold."""
    name = file.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in name)
