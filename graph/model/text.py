"""Where words stand: a file of an act, ranges in it, texts that keep their places."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from graph.runs import runs_of

#: The place of a character that no source has: a repair put it in.
NOWHERE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A half-open stretch of the decoded file, in Unicode characters from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: its name, its decoded text, and the SHA-256 of its bytes."""

    name: str
    text: str
    sha256: str

    def quote(self, part: Range) -> str:
        """The words of a range as the file has them, line breaks and all."""
        return self.text[part.start : part.end]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Text:
    """Words made whole: one place in the source (or NOWHERE) for each character."""

    string: str
    places: array[int]

    def __len__(self) -> int:
        return len(self.string)

    def cut(self, start: int, end: int) -> Text:
        """The part from `start` to `end`, in characters of `string`."""
        return Text(self.string[start:end], self.places[start:end])

    def ranges(self, source: Source, start: int = 0, end: int | None = None) -> tuple[Range, ...]:
        """Where the part stands in the source, in reading order.

        Neighbouring characters become one range; a gap is bridged only where the source holds
        nothing but white space in it, and a character written as a reference (`&laquo;`) takes
        all of it. Empty when no character of the part has a place.
        """
        places = self.places[start:end]
        return tuple(Range(a, b) for a, b in runs_of(source.text, places, NOWHERE))
