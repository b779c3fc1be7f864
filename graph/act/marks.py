"""The mark that a paragraph begins with: the number of a point or item, or a dash."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.model import ProvisionKind, Text
from graph.repair.texts import stripped

# A point that stops short before a digit is a date (18.02.2026) or a time; before a quoted name
# the point may be lost.
_MARK = re.compile(
    r"""(?P<base>\d{1,4})\\?\)\s?-\s?(?P<added>\d{1,3})\\?\)?\s+(?=\S)
      | (?P<number>\d{1,4}(?:-\d{1,3})*)
        (?:\s?(?:\\?\.(?![\d.])|(?P<item>\\?\)))\s*(?=\S)|\s(?=[«"]))
      | (?P<letter>[^\W\d_]|[ivx]{2,5}|[IVX]{2,5})\\?\)\s*(?=\S)
      | [-–—*•]\s+(?=\S)""",
    re.VERBOSE,
)


_ROMAN = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}


class Mark(NamedTuple):
    """What a paragraph is by its mark, the number as printed, and its words after the mark."""

    kind: ProvisionKind
    number: str | None
    words: Text


def arabic(number: str) -> int:
    """A number in digits or in Roman letters, look-alikes among them; 0 for any other word."""
    if number.isdigit():
        return int(number)
    values = [_ROMAN.get(letter, 0) for letter in number]
    after = [*values[1:], 0]
    return sum(-one if one < then else one for one, then in zip(values, after, strict=True))


def read_mark(text: Text) -> Mark:
    """The mark of a paragraph: `1.` a point; `1)`, `1-1)`, `1)-1`, `а)`, `ii)` an item; a dash an
    indent; or none.
    """
    match = _MARK.match(text.string)
    if match is None:
        return Mark(ProvisionKind.PARAGRAPH, None, text)
    words = stripped(text.cut(match.end(), len(text)))
    if match["base"]:
        return Mark(ProvisionKind.ITEM, f"{match['base']}-{match['added']}", words)
    if match["letter"]:
        return Mark(ProvisionKind.ITEM, match["letter"], words)
    if match["number"] is None:
        return Mark(ProvisionKind.INDENT, None, words)
    kind = ProvisionKind.ITEM if match["item"] else ProvisionKind.POINT
    return Mark(kind, match["number"], words)
