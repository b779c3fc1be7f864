"""The door to what belongs to a language: phrases, endings, forms and kinds, kept as data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from graph.errors import UnknownThingError


@dataclass(frozen=True)
class Language:
    """One language by its BCP 47 code; its sections are read on first use and kept."""

    code: str
    _sections: dict[str, dict[str, Any]] = field(default_factory=dict, compare=False, repr=False)

    def section(self, name: str) -> dict[str, Any]:
        """The tables of `graph/languages/<code>/<name>.toml`, as TOML has them.

        The same object comes back each time: do not change it. Raises UnknownThingError when the
        language has no such section.
        """
        if name not in self._sections:
            self._sections[name] = _read(self.code, name)
        return self._sections[name]

    def has(self, name: str) -> bool:
        """Whether the language has a section of this name."""
        return _is_there(self.code, name)


@cache
def load(lang: str) -> Language:
    """The language of a code such as `kk`; one object per code.

    Raises UnknownThingError when no data of that language is here.
    """
    if not lang.isalpha() or not _folder(lang).is_dir():
        raise UnknownThingError("language", lang)
    return Language(lang)


def _folder(lang: str) -> resources.abc.Traversable:
    return resources.files("graph").joinpath("languages", lang)


def _file(lang: str, name: str) -> resources.abc.Traversable:
    return _folder(lang).joinpath(f"{name}.toml")


@cache
def _is_there(lang: str, name: str) -> bool:
    """Asked for each part of an act; looking into the folder takes longer than reading the part."""
    return _file(lang, name).is_file()


def _read(lang: str, name: str) -> dict[str, Any]:
    file = _file(lang, name)
    if not file.is_file():
        raise UnknownThingError("language section", f"{lang}/{name}")
    return tomllib.loads(file.read_text(encoding="utf-8"))
