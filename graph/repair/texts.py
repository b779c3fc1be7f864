"""Pieces of text with the place of each character: cut from a source, put together, put in."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from graph.model import NOWHERE, Source, Text


def cut(source: Source, start: int, end: int) -> Text:
    """The words of the source from `start` to `end`, each character with its place."""
    return Text(source.text[start:end], array("I", range(start, end)))


def put_in(words: str) -> Text:
    """Words that stand nowhere in the source."""
    return Text(words, array("I", [NOWHERE]) * len(words))


def put_together(parts: Iterable[Text]) -> Text:
    """The parts one after the other."""
    kept = list(parts)
    places = array("I")
    for part in kept:
        places.extend(part.places)
    return Text("".join(part.string for part in kept), places)


def stripped(text: Text) -> Text:
    """The text without white space at its ends."""
    start = len(text.string) - len(text.string.lstrip())
    return text.cut(start, max(start, len(text.string.rstrip())))


SPACE = put_in(" ")
