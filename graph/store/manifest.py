"""What a generation says of itself: counts, hashes, release, acts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from graph.errors import DatasetError

NAME = "manifest.json"
#: Grows when a generation of an older program can no longer be read.
FORMAT = 1
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class ActEntry:
    """One act file: its key, edition, name and hash, and the day it entered the record."""

    key: str
    language: str
    title: str
    day: date
    number: str
    file: str
    sha256: str
    recorded: date


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` holds the SHA-256 of every file of the generation by its path.

    `counts` are of acts, their editions, bodies of the day, claims, statements, findings, quads;
    `graphs` of triples by the IRI of the graph, the default graph under `default`. `generation` is
    the hash of all the rest.
    """

    generation: str
    format: int
    release: str
    base: str
    as_of: date
    counts: dict[str, int]
    graphs: dict[str, int]
    acts: tuple[ActEntry, ...]
    files: dict[str, str]

    def named(self) -> Manifest:
        """The same manifest under the name that its content gives it."""
        nameless = replace(self, generation="")
        return replace(self, generation=sha256(nameless.written()).hexdigest()[:_DIGITS])

    def written(self) -> bytes:
        """As JSON, keys sorted, so that equal manifests are equal bytes."""
        options = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        return orjson.dumps(asdict(self), option=options)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a generation; DatasetError when there is none or it cannot be read."""
    path = folder / NAME
    try:
        loaded = orjson.loads(path.read_bytes())
        if loaded.get("format") != FORMAT:
            raise DatasetError(
                f"a manifest of format {FORMAT}", repr(loaded.get("format")), str(path)
            )
        return _manifest(loaded)
    except FileNotFoundError:
        raise DatasetError("a generation with its manifest", "none", str(path)) from None
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise DatasetError("a manifest in JSON", repr(error), str(path)) from error


def _manifest(loaded: dict[str, Any]) -> Manifest:
    acts = tuple(_act(entry) for entry in loaded.pop("acts"))
    return Manifest(**{**loaded, "as_of": date.fromisoformat(loaded["as_of"]), "acts": acts})


def _act(loaded: dict[str, Any]) -> ActEntry:
    days = {name: date.fromisoformat(loaded[name]) for name in ("day", "recorded")}
    return ActEntry(**{**loaded, **days})
