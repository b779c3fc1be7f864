"""The numbers that a DOCX document counts by itself and prints nowhere in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.formats.styles import Styles
from graph.formats.written import W

if TYPE_CHECKING:
    from docx.document import Document

#: Letters of a list counted by letters, in Russian and Latin.
_LETTERS = {
    "russianLower": "абвгдежзиклмнопрстуфхцчшщэюя",
    "russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ",
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
#: A list has fewer rows than this.
_MOST = 1_000_000
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level is counted, how its number is shown, where it starts."""

    kind: str
    shown: str
    start: int


@dataclass(slots=True)
class _List:
    """A list of a document: several lists may be counted as one, each may begin anew."""

    counted: str
    levels: dict[int, _Level]
    anew: dict[int, int]  # where a level starts again, at its first row in this list


class Numbering:
    """The lists of a document; asked for each paragraph in order, it counts them."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._read(document)

    def number(self, paragraph: Any) -> str:
        """The number that a reader sees before a paragraph, such as `2)`; empty if none."""
        name, level = self._place(paragraph)
        one = self._lists.get(name)
        if one is None or level not in one.levels:
            return ""
        counts = self._counts.setdefault(one.counted, {})
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        before = counts.get(level, one.levels[level].start - 1)
        counts[level] = one.anew.pop(level, before + 1)
        told = one.levels[level]
        if told.kind in ("bullet", "none"):
            return "–" if told.kind == "bullet" else ""
        return _PLACE.sub(lambda part: _shown(int(part[1]) - 1, one, counts), told.shown).strip()

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """List and level of a paragraph, from itself or from its style."""
        name = level = ""
        for one in (paragraph, *self._styles.chain(paragraph)):
            found = one.find(f"{W}pPr/{W}numPr")
            if found is not None:
                name, level = name or _value(found, "numId"), level or _value(found, "ilvl")
        return name, _whole(level)

    def _read(self, document: Document) -> None:
        try:
            element: Any = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return  # a document without lists
        abstract = [*element.iter(f"{W}abstractNum")]
        linked = {_value(one, "styleLink"): _levels(one) for one in abstract}
        kinds = {
            one.get(f"{W}abstractNumId"): _levels(one)
            or linked.get(_value(one, "numStyleLink"), {})
            for one in abstract
        }
        for one in element.iter(f"{W}num"):
            kind = _value(one, "abstractNumId")
            own = list(one.iter(f"{W}lvlOverride"))
            levels = kinds.get(kind, {}) | {
                level: told for other in own for level, told in _levels(other).items()
            }
            anew = {
                _whole(other.get(f"{W}ilvl")): _whole(start)
                for other in own
                if (start := _value(other, "startOverride"))
            }
            self._lists[str(one.get(f"{W}numId"))] = _List(kind, levels, anew)


def _levels(holder: Any) -> dict[int, _Level]:
    return {
        _whole(level.get(f"{W}ilvl")): _Level(
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText"),
            _whole(_value(level, "start") or "1"),
        )
        for level in holder.iter(f"{W}lvl")
    }


def _value(element: Any, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""


def _whole(words: str | None) -> int:
    number = int(words or 0)
    if not 0 <= number < _MOST:
        raise ValueError(f"the number {number} in a list")
    return number


def _shown(level: int, one: _List, counts: dict[int, int]) -> str:
    """The count of a level as its number is shown; of one that was not counted yet, its start."""
    told = one.levels.get(level)
    return "" if told is None else _written(counts.get(level, told.start), told.kind)


def _written(count: int, kind: str) -> str:
    if letters := _LETTERS.get(kind):
        return letters[(count - 1) % len(letters)] * ((count - 1) // len(letters) + 1)
    if kind not in ("upperRoman", "lowerRoman") or not 0 < count < 4000:
        return f"{count:02}" if kind == "decimalZero" else str(count)
    words = ""
    for value, sign in _ROMAN:
        words += sign * (count // value)
        count %= value
    return words if kind == "upperRoman" else words.lower()
