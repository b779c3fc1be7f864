"""Acts made by varying real ones: the same wording, other bodies, other numbers; always alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gold import SETS

from graph.act import read_act
from graph.build.acts import ACT_SUFFIXES
from graph.claims import read_claims
from graph.formats import read_side, read_source, side_path
from graph.language import load

ACTS = Path(__file__).resolve().parents[1] / "graph" / "acts"
#: Sections of language data whose words are wording, not names.
_WORDING = ("phrases", "kinds", "forms", "national", "structure", "repair", "names", "numbers")
#: A word that stands in so many acts is wording as well.
_COMMON = 3
#: As many letters tell a word, whatever its ending.
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{5,}")
_SYLLABLES = [c + v for c in "бвгджзклмнпрстфхцчшщ" for v in "аеиоу"]


@dataclass(frozen=True, slots=True)
class Base:
    """A real act, its side file, and what is varied in it: its number, the stems of its names."""

    path: Path
    text: str
    side: str
    number: str
    stems: frozenset[str]

    def varied(self, copy: int) -> tuple[str, str]:
        """Text and side file of a copy; copy 0 is the act itself."""
        if copy == 0:
            return self.text, self.side
        first, second = divmod(copy, len(_SYLLABLES))
        prefix = _SYLLABLES[first % len(_SYLLABLES)] + _SYLLABLES[second]
        own = re.compile(rf"((?:№|N)\s?){self.number}\b")

        def other(word: re.Match[str]) -> str:
            name = word[0]
            varies = name[0].isupper() and _stem(name) in self.stems
            return prefix.capitalize() + name[2:] if varies else name

        number = rf"\g<1>{self.number}{copy:05}"
        return own.sub(number, _WORD.sub(other, self.text)), own.sub(number, self.side)


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text)}


@cache
def _wording(language: str) -> frozenset[str]:
    """The stems of all words in the phrases of a language."""
    known = load(language)
    words = " ".join(
        one for name in _WORDING if known.has(name) for one in _all(known.section(name))
    )
    return frozenset(_stems(words))


def _all(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = [*data, *data.values()]
    if isinstance(data, list):
        for one in data:
            yield from _all(one)
    elif isinstance(data, str):
        yield data


def bases() -> list[Base]:
    """The acts of the project, and those of the corpus if it lies beside it, in order of names."""
    corpus = SETS["corpus"].acts
    found = [*ACTS.iterdir(), *(corpus.glob("*/*") if corpus.is_dir() else ())]
    paths = sorted(path for path in found if path.suffix in ACT_SUFFIXES)
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    met = Counter(stem for text in texts.values() for stem in _stems(text))
    return [_base(path, text, met) for path, text in texts.items()]


def _base(path: Path, text: str, met: Counter[str]) -> Base:
    held = read_claims(read_act(read_source(path), read_side(path)))
    rare = {stem for stem in _stems(text) if met[stem] < _COMMON}
    side = side_path(path).read_text(encoding="utf-8")
    names = frozenset(rare - _wording(held.act.language))
    return Base(path, text, side, re.escape(held.act.number), names)


def write_acts(folder: Path, numbers: Iterable[int]) -> list[Path]:
    """Acts by number, each with its side file: act `n` is the copy `n // k` of base `n % k`."""
    known = bases()
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in numbers:
        base = known[number % len(known)]
        text, side = base.varied(number // len(known))
        language = base.path.parent.name
        path = folder / f"{number:06}-{language}-{base.path.stem}{base.path.suffix}"
        path.write_text(text, encoding="utf-8")
        side_path(path).write_text(side, encoding="utf-8")
        paths.append(path)
    return paths
