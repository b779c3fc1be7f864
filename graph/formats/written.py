"""What a DOCX document shows to a reader: paragraphs, tables and words, in whatever wraps them.

An editor wraps words in what was put in or moved by a person, in links, fields and boxes. What was
struck out, moved away or hidden is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: What holds no words of the text, or the same ones again.
_UNSEEN = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}tblPr"}
    | {f"{W}txbxContent", f"{W}instrText", f"{W}delText", f"{_COMPATIBLE}Fallback"}
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}br": "\n",
    f"{W}cr": "\n",
}
_OFF = ("0", "false", "off", "none")


def _shown(holder: Any, *tags: str) -> Iterator[Any]:
    """What is shown in a holder under one of the tags, in order, none inside another."""
    for element in holder:
        if element.tag in tags:
            yield element
        elif element.tag not in _UNSEEN:
            yield from _shown(element, *tags)


def parts(holder: Any) -> Iterator[Any]:
    """The paragraphs and tables in a body, a cell or a box, in their order."""
    return _shown(holder, f"{W}p", f"{W}tbl")


def words(paragraph: Any) -> str:
    """The words of a paragraph; those of the boxes that hang on it are left out."""
    return "".join(map(run_words, runs(paragraph)))


def runs(holder: Any) -> Iterator[Any]:
    """The runs of a paragraph that are shown."""
    found = _shown(holder, f"{W}r")
    return (run for run in found if not is_on(run.find(f"{W}rPr/{W}vanish")))


def run_words(run: Any) -> str:
    """The words of a run."""
    return "".join(_said(run))


def _said(holder: Any) -> Iterator[str]:
    for element in holder:
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag in _SIGNS:
            yield _SIGNS[element.tag]
        elif element.tag not in _UNSEEN and isinstance(element.tag, str):
            yield from _said(element)


def boxes(paragraph: Any) -> Iterator[Any]:
    """The boxes of text that hang on a paragraph, each once though it is kept in two forms."""
    return _shown(paragraph, f"{W}txbxContent")


def rows(table: Any) -> Iterator[list[Any]]:
    """The cells of each row of a table that was not struck out."""
    for row in _shown(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield list(_shown(row, f"{W}tc"))


def goes_on_below(paragraph: Any) -> bool:
    """Whether the end of a paragraph was struck out, so that the next one goes on with it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def is_on(switch: Any) -> bool:
    """Whether a property that is either on or off is there and on."""
    return switch is not None and switch.get(f"{W}val", "1") not in _OFF
