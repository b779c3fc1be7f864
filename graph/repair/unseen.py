"""Signs that no reader sees, letters kept in two parts, quotes of other kinds: what is meant."""

from __future__ import annotations

import re
import unicodedata
from array import array

from graph.model import Range, Text
from graph.repair.log import Log
from graph.runs import MARKS, NO_WIDTH, SOFT

#: Of no width, or a hyphen that is shown at the end of a line alone.
_UNSEEN = re.compile(f"[{NO_WIDTH}]|{SOFT}(?=\\w)")
#: A letter and the mark over it: «и» with a bow is «й».
_PARTED = re.compile(f"([^\\W\\d_])([{MARKS}])")
#: Quotes that are none of «…» and "…", or are put together of two signs.
_QUOTES = re.compile(
    "[\u201c-\u201f\u2039\u203a\u2033\u275d\u275e\u2329\u232a\u3008\u3009]|<<|>>|''|\u2019\u2019"
)
#: Fills the place of the second sign of such a quote.
_FILLING = "\u200b"
_ANY = re.compile(f"[{SOFT}{NO_WIDTH}{MARKS}]")


def seen(line: Text, log: Log) -> Text:
    """A line as its reader sees it; each character keeps its place."""
    if not _ANY.search(line.string):
        return line
    letters, places = [*line.string], [*line.places]
    for match in _PARTED.finditer(line.string):
        whole = unicodedata.normalize("NFC", match[0])
        if len(whole) == 1:
            letters[match.start()], letters[match.start() + 1] = whole, ""
    for match in _UNSEEN.finditer(line.string):
        letters[match.start()] = ""
    kept = [at for at, letter in enumerate(letters) if letter]
    whole_line = Text("".join(letters), array("I", (places[at] for at in kept)))
    if whole_line.string != line.string:
        log.note("unseen-signs", line, whole_line.string)
    return whole_line


def with_quotes(source: str, log: Log) -> str:
    """A source with quotes of other kinds as straight ones, as long as it was."""

    def straight(match: re.Match[str]) -> str:
        log.replaced("quote-sign", Range(*match.span()), '"')
        return '"'.ljust(len(match[0]), _FILLING)

    return _QUOTES.sub(straight, source)
