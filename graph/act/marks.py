"""The mark that a paragraph begins with: the number of a point or item, or a dash."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.model import ProvisionKind, Text
from graph.repair.texts import stripped

# A point that stops short before a digit is a date (18.02.2026) or a time; before a quoted name
# the point may be lost.
_MARK = re.compile(
    r"""(?P<number>\d{1,4}(?:-\d{1,3})*)
        (?:\s?(?:\\?\.(?![\d.])|(?P<item>\\?\)))\s*(?=\S)|\s(?=[«"]))
      | (?P<letter>[^\W\d_])\)\s*(?=\S)
      | [-–—*•]\s+(?=\S)""",
    re.VERBOSE,
)


class Mark(NamedTuple):
    """What a paragraph is by its mark, the number as printed, and its words after the mark."""

    kind: ProvisionKind
    number: str | None
    words: Text


def read_mark(text: Text) -> Mark:
    """The mark of a paragraph: `1.` a point, `1)` an item, `а)` or a dash an indent, or none."""
    match = _MARK.match(text.string)
    if match is None:
        return Mark(ProvisionKind.PARAGRAPH, None, text)
    words = stripped(text.cut(match.end(), len(text)))
    if match["number"] is None:
        return Mark(ProvisionKind.INDENT, match["letter"], words)
    kind = ProvisionKind.ITEM if match["item"] else ProvisionKind.POINT
    return Mark(kind, match["number"], words)
