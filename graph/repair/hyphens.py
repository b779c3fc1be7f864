"""Words that the end of a line has broken behind a hyphen."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from graph.model import Text
from graph.repair.log import Log

# The first and the second part of a word that the end of a line has broken.
_HYPHEN, _REST = (
    re.compile(r"(?<![\w-])([^\W\d_]+)[-\u2010\u00ad\u00ac]$"),
    re.compile(r"[^\W\d_]+"),
)
#: So many letters behind the hyphen tell the word, whatever its ending.
_TELLING = 3


def is_broken(before: str, after: str, words: str) -> bool:
    """Whether a hyphen only breaks a word at the end of a line: the page has the word whole, or
    with another ending.
    """
    start, end = _HYPHEN.search(before), _REST.match(after)
    if start is None or end is None or not after[0].islower():
        return False
    known, whole = _vocabulary(words), (start[1] + end[0]).lower()
    begun = whole[: len(start[1]) + _TELLING] if len(end[0]) >= _TELLING else whole
    at = bisect_left(known, begun)
    found = known[at] if at < len(known) else ""
    return found == whole or (len(end[0]) >= _TELLING and found.startswith(begun))


def waits(before: str, after: str) -> bool:
    """Whether a word ends with a hyphen, and small letters come next."""
    return _HYPHEN.search(before) is not None and after[:1].islower()


def without_hyphen(text: Text, log: Log) -> Text:
    """The words without the hyphen at their end."""
    kept = text.cut(0, len(text) - 1)
    log.note("line-hyphen", text.cut(max(0, len(text) - 30), len(text)), kept.string[-29:])
    return kept


@lru_cache(maxsize=2)
def _vocabulary(words: str) -> list[str]:
    """The words of a page in small letters, in order; those joined by a hyphen in parts."""
    return sorted({match[0].lower() for match in _REST.finditer(words)})
