"""Places as acts name them: the IRI key they keep."""

from __future__ import annotations

from functools import cache

from graph.model import Ref
from graph.names import find_place
from graph.words import slug


@cache
def place_of(name: str, language: str) -> Ref:
    """The place by its KATO code where the match is certain, else by its name in Latin letters."""
    known = find_place(name)
    return Ref("place", known.code if known else slug(name, language))
