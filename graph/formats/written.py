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
    {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}txbxContent"}
    | {f"{W}instrText", f"{W}delText", f"{_COMPATIBLE}Fallback"}
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}br": "\n",
    f"{W}cr": "\n",
}
_OFF = ("0", "false", "off", "none")


def parts(holder: Any) -> Iterator[Any]:
    """The paragraphs and tables in a body, a cell or a box, in their order."""
    for element in holder:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag not in _UNSEEN:
            yield from parts(element)


def words(paragraph: Any) -> str:
    """The words of a paragraph; those of the boxes that hang on it are left out."""
    return "".join(map(run_words, runs(paragraph)))


def runs(holder: Any) -> Iterator[Any]:
    """The runs of a paragraph that are shown."""
    for element in holder:
        if element.tag == f"{W}r":
            if not is_on(element.find(f"{W}rPr/{W}vanish")):
                yield element
        elif element.tag not in _UNSEEN:
            yield from runs(element)


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
    for element in paragraph:
        if element.tag == f"{W}txbxContent":
            yield element
        elif element.tag not in _UNSEEN:
            yield from boxes(element)


def rows(table: Any) -> Iterator[list[Any]]:
    """The cells of each row of a table that was not struck out."""
    for element in table:
        if element.tag == f"{W}tr":
            if element.find(f"{W}trPr/{W}del") is None:
                yield list(_cells(element))
        elif element.tag not in _UNSEEN and element.tag != f"{W}tblPr":
            yield from rows(element)


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == f"{W}tc":
            yield element
        elif element.tag not in _UNSEEN:
            yield from _cells(element)


def goes_on_below(paragraph: Any) -> bool:
    """Whether the end of a paragraph was struck out, so that the next one goes on with it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def is_on(switch: Any) -> bool:
    """Whether a property that is either on or off is there and on."""
    return switch is not None and switch.get(f"{W}val", "1") not in _OFF
