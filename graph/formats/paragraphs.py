"""Where a line begins a paragraph although no blank line stands before it."""

from __future__ import annotations

import re

# A number, a dash or an opening quote with a number begins a paragraph after a finished one.
_BEGINS = re.compile(r"(?:\*{0,2}|[\"«])(?:\d{1,4}(?:-\d{1,3})*\\?[.)](?!\d)|[-–—]\s)")
_FINISHED = (".", ";", ":")


def begins_anew(before: str, after: str) -> bool:
    """Whether the line `after` begins a paragraph: `before` ends a sentence, a mark comes next."""
    finished = before.rstrip('*_"»\\ ').endswith(_FINISHED)
    return finished and _BEGINS.match(after.lstrip()) is not None
