"""Where a line begins a paragraph although no blank line stands before it."""

from __future__ import annotations

import re

# A number, a dash or an opening quote with a number begins a paragraph after a finished one.
# So does the number of a row with a letter or one more number: «106а-2 Институт», «30-1 «Заря».
_ROW = r"\d{1,4}(?:[^\W\d_](?:-\d{1,3})?\s+(?=[\"«]|[^\W\d_a-zа-яёәғқңөұүһі])|-\d{1,3}\s+(?=[\"«]))"
_BEGINS = re.compile(
    rf"(?:\*{{0,2}}|[\"«])(?:\d{{1,4}}(?:-\d{{1,3}})*\\?[.)](?!\d)|[-–—]\s|{_ROW})"
)
_NUMBER = re.compile(r"(?:\*{0,2}|[\"«])(\d{1,4})\\?([.)])(?!\d)")
#: A heading that ends so is a sentence that was set as a heading by mistake.
SENTENCE = (":", ";", ",")
_FINISHED = (".", ";", ":")
# The dot of an initial or of a short word (ст. 311, 2005 г.) ends no sentence.
_SHORT = re.compile(r"(?:^|[\s.(])[^\W\d_]{1,2}\.$")


def begins_anew(before: str, after: str) -> bool:
    """Whether the line `after` begins a paragraph: `before` ends a sentence, a mark comes next."""
    words = before.rstrip('*_"»\\ ')
    finished = words.endswith(_FINISHED) and not ends_short(words)
    return finished and _BEGINS.match(after.lstrip()) is not None


def begins_numbered(words: str) -> bool:
    """Whether a line begins with a number, or a dash, of its own."""
    return _BEGINS.match(words) is not None


def goes_on(before: str, after: str) -> bool:
    """Whether a line goes on with the one before it where each paragraph has a line of its own."""
    if ends_short(before):
        return True
    return after[:1].islower() and not before.endswith((*_FINISHED, ",", '"', "»"))


def ends_short(words: str) -> bool:
    """Whether words end with the dot of an initial or of a short word, which ends no sentence."""
    return _SHORT.search(words[-5:]) is not None


def number_follows(first: str, after: str) -> bool:
    """Whether a line has the number that comes after the one with which its paragraph begins."""
    last, this = _NUMBER.match(first), _NUMBER.match(after)
    if last is None or this is None or last[2] != this[2]:
        return False
    return int(this[1]) == int(last[1]) + 1
