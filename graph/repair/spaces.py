"""Blanks put right: doubled ones, those before a comma, those inside brackets and quotes."""

from __future__ import annotations

import re

from graph.model import Text
from graph.repair.log import Log
from graph.repair.texts import put_together

_EXCESS = re.compile(
    r"""(?<=\S)\s+(?=[,;:!?)](?:\s|["»]|$))  # before a mark
      | (?<=[^\s.])\s+(?=\.(?:\s|["»]|$))    # before a full stop
      | (?<=\()\s+                           # after a bracket
      | (?<=\s)\s+                           # doubled""",
    re.VERBOSE,
)
# What every excess has, for a quick look: most words have none.
_ANY = re.compile(r"\s[\s,;:!?).]|\(\s")
#: How much of the words around a blank the log shows, in characters.
_AROUND = 24


def close_up(text: Text, log: Log) -> Text:
    """The text without blanks that no writer would put there."""
    if _ANY.search(text.string):
        text = _without(text, [match.span() for match in _EXCESS.finditer(text.string)], log)
    return _without(text, _at_quotes(text.string), log) if ' " ' in text.string else text


def _at_quotes(words: str) -> list[tuple[int, int]]:
    """The blanks on the inner side of straight quotes that stand between two blanks.

    Which side is the inner one follows from the quotes before: a quote that is open is closed.
    """
    spans: list[tuple[int, int]] = []
    depth, at = 0, words.find('"')
    while at >= 0:
        begins = at == 0 or words[at - 1] in " ("
        ends = at + 1 == len(words) or words[at + 1] in " ,;:.)"
        closes = depth > 0 if begins == ends else ends
        if begins and ends and not _is_blank(words, at):
            spans.append((at - 1, at) if closes else (at + 1, at + 2))
        depth = max(0, depth - 1) if closes else depth + 1
        at = words.find('"', at + 1)
    return [(start, end) for start, end in spans if start > 0 and end < len(words)]


def _is_blank(words: str, at: int) -> bool:
    """Whether the quotes hold a blank to be filled in, as in `" " 2026 жылғы`."""
    return words[at + 1 : at + 3] == ' "' or words[max(0, at - 2) : at] == '" '


def _without(text: Text, spans: list[tuple[int, int]], log: Log) -> Text:
    if not spans:
        return text
    words, parts, at = text.string, [], 0
    for start, end in spans:
        parts.append(text.cut(at, start))
        low = words.rfind(" ", max(0, start - _AROUND), start - 1) + 1 or max(0, start - _AROUND)
        high = words.find(" ", end + 1, end + _AROUND)
        around = text.cut(low, high if high >= 0 else end + _AROUND)
        log.note("space", around, words[low:start] + around.string[end - low :])
        at = end
    return put_together([*parts, text.cut(at, len(text))])
