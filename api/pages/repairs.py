"""What was mended in the copy of an act, read off its text and its file, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass

from api.pages.reading import ActText, PartText

#: Words shown on each side of what differs.
_AROUND = 3


@dataclass(frozen=True, slots=True)
class Repaired:
    """Words of a part as they follow one another in the file, and as they are read."""

    eid: str
    before: str
    after: str


def repairs_of(text: ActText) -> tuple[Repaired, ...]:
    """The parts whose words are not those of the file, in order of the text."""
    return tuple(found for part in text.parts if (found := _repair(part)))


def _repair(part: PartText) -> Repaired | None:
    in_file = sorted(part.pieces, key=lambda piece: piece.start)
    before = " ".join(piece.words for piece in in_file).split()
    after = part.text.split()
    if "".join(before) == "".join(after) and len(before) <= len(after):
        return None
    return Repaired(part.eid, *_middle(before, after)) if before != after else None


def _middle(before: list[str], after: list[str]) -> tuple[str, str]:
    """What differs, with a few words around it."""
    least = min(len(before), len(after))
    head = next((i for i in range(least) if before[i] != after[i]), least)
    rest = least - head
    tail = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    begin, end = max(0, head - _AROUND), max(0, tail - _AROUND)
    return _cut(before, begin, end), _cut(after, begin, end)


def _cut(words: list[str], begin: int, end: int) -> str:
    shown = " ".join(words[begin : len(words) - end])
    return f"{'… ' if begin else ''}{shown}{' …' if end else ''}"
