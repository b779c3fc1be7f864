"""What stands between the end of one line and the beginning of the next."""

from __future__ import annotations

import re

from graph.model import Text
from graph.repair.texts import SPACE

_HOLDS = re.compile(r'[(«]$|[^\W_]-$|(?:^|[\s(])"$')  # an opening mark, a hyphen inside a word
_HELD = re.compile(r'[,;:.)»!?]|"(?:[\s,;:.)]|$)')  # a closing mark


def seam(before: str, after: str) -> list[Text]:
    """A blank, or nothing where a mark or a hyphen holds the two lines together."""
    return [] if _HOLDS.search(before[-2:]) or _HELD.match(after) else [SPACE]
