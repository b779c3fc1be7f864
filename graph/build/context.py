"""The words of a clause around a name, in the edition that prints it, whatever its case."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: So many characters of a clause are shown around a name.
AROUND = 240
#: A word of a name is looked for by so many first letters: the rest may be inflected.
STEM = 5


def words_around(texts: Iterable[str], name: str) -> str:
    """The stretch that says most of a name, of the text that does; cut ends are marked by «…».

    The texts are those of one clause in each edition; the first wins among equals. Empty for none.
    """
    stems = _stems(name)
    found = [(text, *_nearest(text, name, stems)) for text in texts]
    if not found:
        return ""
    text, at, _ = max(found, key=lambda one: one[2])
    first = max(0, at - AROUND // 2)
    cut = text[first : first + len(name) + AROUND]
    return f"{'… ' if first else ''}{cut}{' …' if first + len(cut) < len(text) else ''}"


def _stems(name: str) -> list[str]:
    return [word[:STEM].lower() for word in re.findall(r"\w{3,}", name)]


def _nearest(text: str, name: str, stems: list[str]) -> tuple[int, int]:
    """Where the stretch begins that holds most words of a name, and how many it holds."""
    small = text.lower()
    starts = [hit.start() for stem in stems[:1] for hit in re.finditer(re.escape(stem), small)]
    stretches = ((at, small[at : at + len(name) + STEM]) for at in starts or [0])
    counted = ((at, sum(stem in words for stem in stems)) for at, words in stretches)
    return max(counted, key=lambda one: one[1])
