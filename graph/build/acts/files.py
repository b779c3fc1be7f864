"""Which files are meant: acts named, acts in folders named, and waivers beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import CallError

#: What stands in a folder of acts beside side files and whatever else is kept there.
ACT_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".pdf"})
RDF_SUFFIXES = frozenset({".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"})


def endings() -> str:
    """How files of acts end, in words."""
    return ", ".join(sorted(ACT_SUFFIXES))


def act_files(paths: Iterable[Path]) -> list[Path]:
    """The files meant: those named, and those in the folders named, each once, by name.

    In a folder, all that is called like an act is meant: also a folder, or a link that leads
    nowhere, so that it is reported. Raises CallError for a path that is not there or is no act
    by its suffix, OSError for a folder that cannot be listed.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not os.path.lexists(path):
            raise CallError(f"{path}: expected an act or a folder of acts; found nothing")
        found.update(dict.fromkeys(_in_folder(path) if os.path.isdir(path) else [_act(path)]))
    return sorted(found, key=lambda path: (path.name, path))


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.suffix.lower() in ACT_SUFFIXES:
            yield path


def files_beside(paths: Iterable[Path], name: str, named: Path | None) -> list[Path]:
    """The file that is named, and those called `name` in the folders of acts, each once."""
    beside = [path / name for path in paths if (path / name).is_file()]
    return list(dict.fromkeys([*([named] if named else []), *beside]))


def _act(path: Path) -> Path:
    if path.suffix.lower() in RDF_SUFFIXES:
        raise CallError(
            f"{path}: expected the text of an act; bodies in RDF are not taken over yet"
        )
    return path
