"""The numbers that a DOCX document counts by itself and prints nowhere in its text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graph.formats.styles import Styles

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Letters of a list counted by letters, in Russian and Latin.
_LETTERS = {
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}


class Numbering:
    """The lists of a document; asked for each paragraph in order, it counts them."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._read(document)

    def number(self, paragraph: Paragraph) -> str:
        """The number that a reader sees before a paragraph, such as `2)`; empty if none."""
        place = _place(paragraph, self._styles)
        levels = self._levels.get(place[0]) if place else None
        if place is None or levels is None or place[1] not in levels:
            return ""
        kind, shown, start = levels[place[1]]
        counts = self._counts[place[0]]
        for deeper in [level for level in counts if level > place[1]]:
            del counts[deeper]
        counts[place[1]] = counts.get(place[1], start - 1) + 1
        if kind in ("bullet", "none"):
            return "–" if kind == "bullet" else ""
        for level, count in counts.items():
            shown = shown.replace(f"%{level + 1}", _written(count, levels[level][0]))
        return shown.strip()

    def _read(self, document: Document) -> None:
        try:
            element: Any = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return  # a document without lists
        kinds = {
            one.get(f"{_W}abstractNumId"): _levels(one) for one in element.iter(f"{_W}abstractNum")
        }
        for one in element.iter(f"{_W}num"):
            abstract = one.find(f"{_W}abstractNumId")
            if abstract is not None:
                levels = kinds.get(abstract.get(f"{_W}val"), {})
                self._levels[str(one.get(f"{_W}numId"))] = levels


def _levels(abstract: Any) -> dict[int, tuple[str, str, int]]:
    """By level from 0: how it is counted, how its number is shown, where it starts."""
    return {
        int(level.get(f"{_W}ilvl")): (
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText"),
            int(_value(level, "start") or 1),
        )
        for level in abstract.iter(f"{_W}lvl")
    }


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val") or ""


def _place(paragraph: Paragraph, styles: Styles) -> tuple[str, int] | None:
    """List and level of a paragraph, from itself or from its style."""
    element: Any = paragraph._p
    known = styles.of(paragraph)
    style: Any = known.element if known else None
    for one in (element, style):
        found = None if one is None else one.find(f"{_W}pPr/{_W}numPr")
        if found is not None:
            return _value(found, "numId"), int(_value(found, "ilvl") or 0)
    return None


def _written(count: int, kind: str) -> str:
    letters = _LETTERS.get(kind)
    return letters[(count - 1) % len(letters)] if letters else str(count)
