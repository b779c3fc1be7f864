"""Patterns of a language's data, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache


@cache
def pattern(words: str) -> re.Pattern[str]:
    """The pattern of the data, written with free white space and comments."""
    return re.compile(words, re.VERBOSE)


def filled(words: str, parts: Mapping[str, str]) -> str:
    """A pattern whose `{name}` are replaced by the parts of that name."""
    for name, part in parts.items():
        words = words.replace("{" + name + "}", f"(?:{part})")
    return words
