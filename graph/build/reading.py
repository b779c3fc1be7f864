"""Acts read one by one, each in isolation: a broken one is told and skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.act import read_act
from graph.claims import read_claims
from graph.errors import CallError, DataError, ShezhireError, SideFileError, TextPlace
from graph.findings import WAIVERS
from graph.formats import read_side, read_source
from graph.model import ActClaims
from graph.time import supplied_by

#: What stands in a folder of acts beside side files and whatever else is kept there.
ACT_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf"})
RDF_SUFFIXES = frozenset({".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"})
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

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        words = f" «{self.words}»" if self.words else ""
        return f"{self.file}{place}:{words} expected {self.expected}; found {self.found}"


def act_files(paths: Iterable[Path]) -> list[Path]:
    """The files meant: those named, and those in the folders named, each once, by name.

    Raises CallError for a path that is not there or is no act by its suffix.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise CallError(f"{path}: expected an act or a folder of acts; found nothing")
        found.update(dict.fromkeys(_in_folder(path) if path.is_dir() else [_act(path)]))
    return sorted(found, key=lambda path: (path.name, path))


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_file() and path.suffix.lower() in ACT_SUFFIXES:
            yield path


def waiver_files(paths: Iterable[Path], named: Path | None) -> list[Path]:
    """The file of waivers that is named, and those in the folders of acts, each once."""
    beside = [path / WAIVERS for path in paths if (path / WAIVERS).is_file()]
    return list(dict.fromkeys([*([named] if named else []), *beside]))


def _act(path: Path) -> Path:
    if path.suffix.lower() in RDF_SUFFIXES:
        raise CallError(
            f"{path}: expected the text of an act; bodies in RDF are not taken over yet"
        )
    return path


def read_acts(files: list[Path], progress: Progress) -> tuple[list[ActClaims], list[Skipped]]:
    """What each file says, in order of the files; and those that could not be read."""
    held: dict[tuple[str, str], ActClaims] = {}
    skipped: list[Skipped] = []
    for number, path in enumerate(files, 1):
        try:
            act = read_one(path)
            first = held.setdefault((act.act.key, act.act.language), act)
            if first is not act:
                known = first.document.source.name
                raise DataError(
                    "one file for each edition of an act", f"a second beside {known}", str(path)
                )
            progress("read", number, len(files))
        except (ShezhireError, OSError) as error:
            skipped.append(_skipped(path, error))
    return list(held.values()), skipped


def read_one(path: Path) -> ActClaims:
    """What one act says; errors say where and what was expected."""
    side = read_side(path)
    held = read_claims(read_act(read_source(path), side))
    _check_supplied(held)
    return held


def _check_supplied(held: ActClaims) -> None:
    """A date given from outside must be possible: no act is published before it is passed."""
    passed = {change.by: change.day for change in held.act.amendments}
    passed[held.act.key] = held.act.day
    for given in supplied_by(held.document.side):
        if given.day < passed.get(given.act, given.day):
            expected = f"a day of {given.what} from {passed[given.act]} on"
            raise SideFileError(expected, str(given.day), f"{given.what}:{given.act}")


def _skipped(path: Path, error: ShezhireError | OSError) -> Skipped:
    if not isinstance(error, DataError):
        found = error.strerror if isinstance(error, OSError) else str(error)
        return Skipped(path.name, "a readable act", found or str(error))
    if not isinstance(error.place, TextPlace):
        return Skipped(path.name, error.expected, error.found)
    place = error.place
    return Skipped(path.name, error.expected, error.found, place.line, place.column, place.words)
