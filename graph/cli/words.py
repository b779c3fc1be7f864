"""What drawings and tables of the command line say, in the language that was asked for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _all() -> dict[str, dict[str, str]]:
    file = resources.files("graph.cli") / "words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def say(key: str, language: str, **values: object) -> str:
    """The words of a key in `kk`, `ru` or `en`, their {fields} filled; KeyError for no key."""
    words = _all()[key][language]
    return words.format(**values) if values else words
