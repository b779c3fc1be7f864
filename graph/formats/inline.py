"""Markup inside a line: emphasis, escapes, links, tags and character references are taken out."""

from __future__ import annotations

import html
import re

from graph.formats.blocks import Spans

#: Escapes, comments, tags, references, the marks of a link, emphasis.
_MARKUP = re.compile(
    r"""\\(?P<kept>[!-/:-@\[-`{-~])
      | <!--.*?(?:-->|$)
      | </?[a-zA-Z][^<>]*>
      | (?P<reference>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});)
      | !?\[(?=[^\[\]]*\]\([^()\s]*\))
      | \](?<=\])\([^()\s]*\)
      | \*+""",
    re.VERBOSE,
)
_SPECIAL = re.compile(r"[\\<&*\]]")
_BLANK = " \t\f\v\r\ufeff\u00a0"


def words_of(text: str, start: int, end: int, letters: dict[int, str]) -> Spans:
    """The words of a line between its markup, blanks at the ends of the line left out.

    Characters written as references are added to `letters`. Empty for a line of markup alone.
    """
    if not _SPECIAL.search(text, start, end):
        return _trimmed(text, [(start, end)], set())
    spans: list[tuple[int, int]] = []
    blank: set[tuple[int, int]] = set()  # blanks written as references
    at = start
    for match in _MARKUP.finditer(text, start, end):
        spans.append((at, match.start()))
        at = match.end()
        if match["kept"]:
            spans.append(match.span("kept"))
        elif match["reference"] and (letter := letter_of(match["reference"])):
            letters[match.start()] = letter
            spans.append((match.start(), match.start() + 1))
            if letter == " ":
                blank.add(spans[-1])
        elif match["reference"]:
            spans.append(match.span())
    return _trimmed(text, [*spans, (at, end)], blank)


def letter_of(reference: str) -> str | None:
    """The character that a reference such as `&laquo;` stands for; None for an unknown one."""
    letter = html.unescape(reference)
    if letter == reference:
        return None
    return " " if letter[:1].isspace() else letter[:1]


def _trimmed(text: str, spans: list[tuple[int, int]], blank: set[tuple[int, int]]) -> Spans:
    """The spans without the blanks at the beginning of the first and the end of the last."""
    kept = [span for span in spans if span[0] < span[1]]
    full = [span not in blank and bool(text[slice(*span)].strip(_BLANK)) for span in kept]
    if not any(full):
        return ()
    kept = kept[full.index(True) : len(full) - full[::-1].index(True)]
    start, end = kept[0]
    kept[0] = (end - len(text[start:end].lstrip(_BLANK)), end)
    start, end = kept[-1]
    kept[-1] = (start, start + len(text[start:end].rstrip(_BLANK)))
    return tuple(kept)
