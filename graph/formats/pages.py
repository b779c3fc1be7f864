"""What is printed around the text of each page: its number, a line that stands over every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

#: The end of a page.
FEED = "\f"
_BLANK = " \t\v\r\ufeff\u00a0"
_NUMBER = re.compile(
    r"(?:стр(?:аница|\.)?|бет|page)?\W{0,3}(\d{1,4})\W{0,3}(?:бет|(?:/|из|of)\W?\d{1,4})?\W{0,2}",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"^\d{1,4}\s{2,}|\s{2,}\d{1,4}$")
_LETTERS = re.compile(r"[^\W\d_]{2}")
#: As many lines around the text of a page are looked at; a line that stands over pages is on so
#: many of them and on this part of all, and is no longer than this.
_DEPTH, _PAGES, _SHARE, _LENGTH = 3, 2, 0.6, 100
#: How a line ends that is of a sentence.
_SENTENCE = (".", ";", ":", ",", "-")

#: Where the words of a line begin, and the words.
_Line = tuple[int, str]


def around(text: str) -> set[int]:
    """Where the lines begin that are no text of an act but stand around it on each page.

    Only a text with ends of pages has them. Page numbers count on from page to page.
    """
    if FEED not in text:
        return set()
    pages = [list(lines) for lines in _pages(text)]
    found: set[int] = set()
    for edge in (-1, 0):
        for _ in range(_DEPTH):
            if not (marked := _marked(pages, edge)):
                break
            found |= {pages[at].pop(edge)[0] for at in marked}
    return found


def _pages(text: str) -> Iterator[Iterator[_Line]]:
    start = 0
    for page in text.split(FEED):
        yield _lines(page, start)
        start += len(page) + 1


def _lines(page: str, start: int) -> Iterator[_Line]:
    for line in page.split("\n"):
        if words := line.strip(_BLANK):
            yield start + line.index(words[0]), words
        start += len(line) + 1


def _marked(pages: Sequence[Sequence[_Line]], edge: int) -> list[int]:
    """The pages whose first or last line is no text."""
    lines = {at: page[edge][1] for at, page in enumerate(pages) if page}
    return _numbered(lines) or _repeated(lines, edge)


def _numbered(lines: dict[int, str]) -> list[int]:
    """The pages on which the line is the number of the page, as it is on others as well."""
    told = {at: match for at, words in lines.items() if (match := _NUMBER.fullmatch(words))}
    ahead = {at: int(match[1]) - at for at, match in told.items()}
    if not ahead:
        return []
    (most, count), *_ = Counter(ahead.values()).most_common(1)
    sure = count > 1 or most in (0, 1)
    return [at for at in ahead if sure and ahead[at] == most]


def _repeated(lines: dict[int, str], edge: int) -> list[int]:
    """The pages on which the line stands that is on most; at the top the first page may lack it."""
    heads = {
        at: _BESIDE.sub("", words)
        for at, words in lines.items()
        if len(words) < _LENGTH and _LETTERS.search(words) and not _is_of_sentence(words)
    }
    if not heads:
        return []
    (most, count), *_ = Counter(heads.values()).most_common(1)
    sure = count >= _PAGES and count >= _SHARE * (len(lines) + edge)
    return [at for at in heads if sure and heads[at] == most]


def _is_of_sentence(words: str) -> bool:
    """Whether a line goes on with a sentence or ends one: rows of a list may end alike."""
    return words[:1].islower() or words.endswith(_SENTENCE)
