"""Why a file was skipped or a clause not understood, in the language of who reads it."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from graph.build.acts import Skipped

_FIELD = re.compile(r"\\\{(\w+)\\\}")


def told_in(language: str, words: str) -> str:
    """What the program says of a fault, in `kk`, `ru` or `en`; as it is where nobody has put it
    into that language.
    """
    if language == "en":
        return words
    for pattern, said in _faults():
        if match := pattern.fullmatch(words):
            fields = {name: told_in(language, value) for name, value in match.groupdict().items()}
            return str(said[language]).format(**fields)
    return words


def skipped_in(language: str, one: Skipped) -> str:
    """A line on a file that was skipped: where, what was expected, what was found."""
    sides = {
        name: told_in(language, words)
        for name, words in (("expected", one.expected), ("found", one.found))
    }
    return f"{one.where} {_data()['joined'][language].format(**sides)}"


@lru_cache(maxsize=1)
def _faults() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """The sentences that are known, longer ones first: shorter ones may be their beginnings."""
    told = sorted(_data()["fault"], key=lambda one: (-len(one["en"]), one["en"]))
    return [(_pattern(one["en"]), one) for one in told]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>.*)", re.escape(words)), re.DOTALL)


@cache
def _data() -> dict[str, Any]:
    file = Path(__file__).parent / "faults.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
