"""Which files are meant: acts named, acts in folders named, and waivers beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import CallError
from graph.store import is_dataset

#: What stands in a folder of acts beside side files and whatever else is kept there.
ACT_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf"})
RDF_SUFFIXES = frozenset({".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"})
#: Forms in which acts come and that are not read: told, since whoever put one there expects it.
OTHER_SUFFIXES = frozenset(
    {
        *(".doc", ".rtf", ".odt", ".djvu", ".xps", ".mht", ".xls", ".xlsx", ".zip", ".rar", ".7z"),
        *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gz"),
    }
)


@dataclass(frozen=True, slots=True, order=True)
class ActFile:
    """A file of an act: its name below the folder that was named (`2019/order/rus.md`), where it
    is, and why it cannot be taken in, where that is known before it is opened.
    """

    name: str
    path: Path
    fault: str = ""


def endings() -> str:
    """How files of acts end, in words."""
    return ", ".join(sorted(ACT_SUFFIXES))


def act_files(paths: Iterable[Path]) -> list[ActFile]:
    """The files meant: those named, and those in the folders named and all folders under them,
    each once, by name.

    In a folder, all that is called like an act is meant: also a folder, or a link that leads
    nowhere, so that it is reported, and what is called like a document of another form. Folders
    whose names begin with a dot, and datasets, hold no acts. Raises CallError for a path that is
    not there or is no act by its suffix, OSError for a named folder that cannot be listed.
    """
    found: dict[Path, ActFile] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise CallError(f"{path}: expected an act or a folder of acts; found nothing")
        meant = _in_folder(path, path, ()) if os.path.isdir(path) else [_act(path)]
        for file in meant:
            found.setdefault(file.path, file)
    return sorted(found.values())


def _in_folder(folder: Path, top: Path, above: tuple[tuple[int, int], ...]) -> Iterator[ActFile]:
    """The files of a folder; `above` are the folders that hold it, as the system numbers them."""
    at = os.stat(folder)
    here = (at.st_dev, at.st_ino)
    if here in above:
        yield _file(folder, top, "a link to a folder that holds it")
        return
    for path in sorted(folder.iterdir()):
        suffix = path.suffix.lower()
        if suffix in ACT_SUFFIXES:
            yield _file(path, top)
        elif suffix in OTHER_SUFFIXES and path.is_file():
            yield _file(path, top, f"a file that ends in {suffix}")
        elif path.is_dir() and not path.name.startswith(".") and not is_dataset(path):
            yield from _below(path, top, (*above, here))


def _below(folder: Path, top: Path, above: tuple[tuple[int, int], ...]) -> Iterator[ActFile]:
    """The files of a folder within; one that cannot be listed is told and stops nothing."""
    try:
        yield from _in_folder(folder, top, above)
    except OSError as error:
        yield _file(folder, top, (error.strerror or type(error).__name__).lower())


def _file(path: Path, top: Path, fault: str = "") -> ActFile:
    return ActFile(path.relative_to(top).as_posix(), path, fault)


def files_beside(paths: Iterable[Path], name: str, named: Path | None) -> list[Path]:
    """The file that is named, and those called `name` in the folders of acts, each once."""
    beside = [path / name for path in paths if (path / name).is_file()]
    return list(dict.fromkeys([*([named] if named else []), *beside]))


def _act(path: Path) -> ActFile:
    if path.suffix.lower() in RDF_SUFFIXES:
        raise CallError(
            f"{path}: expected the text of an act; bodies in RDF are not taken over yet"
        )
    return ActFile(path.name, path)
