"""Triples as bytes, and faults of a query with their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from api.negotiation import RDF_FORMS
from graph.errors import QueryError
from ontology import PREFIXES

_POSITION = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)


def triples_bytes(triples: Any, media: str, prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """Triples as RDF of a media type, with the prefixes of the project where the form has any."""
    written = ox.serialize(triples, format=RDF_FORMS[media], prefixes=dict(prefixes))
    return written or b""


def placed(error: QueryError, text: str) -> QueryError:
    """The same error with the line and column that the engine found, and what stands there."""
    match = _POSITION.search(error.found)
    if match is None:
        return error
    line, column = int(match[1]), int(match[2])
    rest = text.split("\n")[line - 1][column - 1 :] if line <= text.count("\n") + 1 else ""
    return QueryError(_short(match[3]), _short(rest) or "the end", f"query:{line}:{column}")


def _short(words: str) -> str:
    """The engine may list every letter that could follow: more than fits a message is cut."""
    return words if len(words) <= 200 else words[:200] + " …"
