"""The words of a part with the words that carry facts marked, as safe HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from api.pages.reading import PartText, Piece

#: Signs that a repair may put in where the copy lost them.
_MENDED = set("«»\"“”„'’()–—-,.;:№ ")


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the file that carries facts; `name` is its id on the page."""

    start: int
    end: int
    interpreted: bool

    @property
    def name(self) -> str:
        """The id on the page."""
        return mark_id(self.start, self.end)


def mark_id(start: int, end: int) -> str:
    """The id of marked words on the page of an act, by their place in the file."""
    return f"c{start}-{end}"


@dataclass(frozen=True, slots=True)
class Letter:
    """A character to show: its place in the file, None for one that a repair put in."""

    sign: str
    place: int | None


def letters_of(part: PartText) -> list[Letter]:
    """The characters of a part as they are read, with their places in the file.

    White space of the file that the repaired text has lost is left out; what a repair put in has
    no place; everything else stands as in the file.
    """
    file = [Letter(sign, piece.start + i) for piece in part.pieces for i, sign in _signs(piece)]
    shown: list[Letter] = []
    at = 0
    for position, sign in enumerate(part.text):
        ahead = at if sign.isspace() else _past_space(file, at)
        if _put_in(sign, part.text[position + 1 : position + 2], file, ahead):
            shown.append(Letter(sign, None))
        else:
            shown.append(file[ahead])
            at = ahead + 1
    return shown


def _past_space(file: list[Letter], at: int) -> int:
    while at < len(file) and file[at].sign.isspace():
        at += 1
    return at


def _signs(piece: Piece) -> Iterator[tuple[int, str]]:
    return iter(enumerate(piece.words))


def _put_in(sign: str, following: str, file: list[Letter], at: int) -> bool:
    """Whether a character of the repaired text has no counterpart in the file."""
    if at >= len(file):
        return True
    there = file[at].sign
    if sign == there or (sign.isspace() and there.isspace()):
        return False
    return sign in _MENDED and (sign.isspace() or following == there or there not in _MENDED)


def marked(part: PartText, marks: Iterable[Mark]) -> Markup:
    """The words of a part with `<mark>` around each range, the wider outside the narrower.

    A range that crosses the end of a wider one is closed there and goes on after it.
    """
    letters = letters_of(part)
    places = {letter.place: i for i, letter in enumerate(letters) if letter.place is not None}
    ranges = [found for mark in marks if (found := _positions(mark, places))]
    ranges.sort(key=lambda one: (one[0], -one[1]))
    return Markup("").join(_nested(letters, 0, len(letters), ranges, set()))


def _positions(mark: Mark, places: dict[int, int]) -> tuple[int, int, Mark] | None:
    """The first and the last letter of a mark in this part, the end not included."""
    held = [places[place] for place in range(mark.start, mark.end) if place in places]
    return (min(held), max(held) + 1, mark) if held else None


def _nested(
    letters: list[Letter],
    begin: int,
    end: int,
    ranges: list[tuple[int, int, Mark]],
    named: set[str],
) -> Iterator[Markup]:
    at = begin
    while ranges and ranges[0][0] < end:
        first, last, mark = ranges.pop(0)
        if last > end:
            _insert(ranges, (end, last, mark))
            last = end
        yield _plain(letters[at:first])
        inner = Markup("").join(_nested(letters, first, last, ranges, named))
        yield _tag(mark, inner, named)
        at = last
    yield _plain(letters[at:end])


def _insert(ranges: list[tuple[int, int, Mark]], one: tuple[int, int, Mark]) -> None:
    ranges.append(one)
    ranges.sort(key=lambda other: (other[0], -other[1]))


def _tag(mark: Mark, inner: Markup, named: set[str]) -> Markup:
    name = Markup(' id="{}"').format(mark.name) if mark.name not in named else ""
    named.add(mark.name)
    kind = Markup(' class="interpreted"') if mark.interpreted else ""
    return Markup("<mark{}{}>{}</mark>").format(name, kind, inner)


def _plain(letters: list[Letter]) -> Markup:
    found, run, put_in = Markup(""), "", False
    for letter in letters:
        if (letter.place is None) != put_in:
            found, run, put_in = found + _run(run, put_in), "", letter.place is None
        run += letter.sign
    return found + _run(run, put_in)


def _run(words: str, put_in: bool) -> Markup:
    if put_in and words.strip():
        return Markup('<ins class="mended">{}</ins>').format(words)
    return escape(words)
