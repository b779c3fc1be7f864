"""Short names that an act gives to bodies: «(бұдан әрі – Басқарма)»."""

from __future__ import annotations

from graph.model import Mention, Source, Text
from graph.names.lexicon import compiled
from graph.names.reader import read_namings


def read_short_names(text: Text, source: Source, language: str) -> dict[str, Mention]:
    """The short names that a text gives, each with the body named right before it.

    A bracket that stands after no name, or after the last of several names in a row, gives none.
    """
    words = compiled(language)
    names: dict[str, Mention] = {}
    for naming in read_namings(text, source, language):
        bracket = words.hereafter.match(text.string, naming.end)
        if bracket is not None:
            names.setdefault(bracket[1], naming.mention)
    return names
