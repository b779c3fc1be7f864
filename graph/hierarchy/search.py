"""Finding a thing by part of a name: in any case, with or without Kazakh letters, or in Latin."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from graph.words import slug

#: Latin spellings that differ by system of romanisation, and the one that all are folded to.
_SPELLINGS = (
    ("shch", "sh"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("yo", "e"),
    ("iy", "i"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("q", "k"),
    ("w", "u"),
    ("y", "i"),
    ("ii", "i"),
)
_GRAM = 3
#: Letters with marks, as romanisations of Kazakh have them.
_MARKED = str.maketrans("äăáöóüúūñńğǵşçžčšıí", "aaaoouuunnggscjcsii")
#: Of a word's trigrams at least this share must be found: endings and a slip of the pen may differ.
_ENOUGH = 0.5
_CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found, with its score from 0 to 1: the share of what was asked that it matches."""

    iri: str
    score: float


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    folded = slug(word.lower().translate(_MARKED), "kk").replace("-", "")
    for spelling, one in _SPELLINGS:
        folded = folded.replace(spelling, one)
    return folded


def fold_words(words: str) -> list[str]:
    """The words of a text in letters that all spellings share; signs alone are no words."""
    spaced = "".join(c if c.isalnum() else " " for c in words)
    return [_fold_word(word) for word in spaced.split()]


class Search:
    """Names in a full-text index of trigrams, in memory; safe to ask from several threads."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Takes pairs of IRI and name; one thing may have several names."""
        self._names: list[tuple[str, str]] = []
        self._lock = Lock()
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute("CREATE VIRTUAL TABLE name USING fts5(folded, tokenize='trigram')")
        rows = []
        for iri, words in names:
            self._names.append((iri, " ".join(fold_words(words))))
            rows.append((len(self._names), self._names[-1][1]))
        self._base.executemany("INSERT INTO name(rowid, folded) VALUES (?, ?)", rows)

    def find(self, asked: str, limit: int = 20) -> list[Hit]:
        """The best matches first; of equal ones the shorter name, then the IRI."""
        words = fold_words(asked)
        if not words:
            return []
        best: dict[str, tuple[float, int]] = {}
        for place in self._candidates(words):
            iri, folded = self._names[place - 1]
            rank = _score(words, folded), -len(folded)
            if rank[0] > 0 and rank > best.get(iri, (0.0, 0)):
                best[iri] = rank
        ordered = sorted(best, key=lambda iri: (-best[iri][0], -best[iri][1], iri))
        return [Hit(iri, round(best[iri][0], 4)) for iri in ordered[:limit]]

    def _candidates(self, words: list[str]) -> list[int]:
        grams = dict.fromkeys(gram for word in words for gram in _grams(word))
        if not grams:
            return list(range(1, len(self._names) + 1))
        wanted = " OR ".join(f'"{gram}"' for gram in grams)
        ask = "SELECT rowid FROM name WHERE name MATCH ? ORDER BY rank LIMIT ?"
        with self._lock:
            return [row[0] for row in self._base.execute(ask, (wanted, _CANDIDATES))]


def _grams(word: str) -> list[str]:
    return [word[i : i + _GRAM] for i in range(len(word) - _GRAM + 1)]


def _score(words: list[str], folded: str) -> float:
    """The mean over the words; 0 when more than half of them are not there."""
    found = [_word_score(word, folded) for word in words]
    missing = sum(1 for score in found if score == 0)
    return 0.0 if 2 * missing > len(found) else sum(found) / len(found)


def _word_score(word: str, folded: str) -> float:
    """1 for a whole word, less for its beginning, for its stem, for a share of its trigrams."""
    padded = f" {folded} "
    if f" {word} " in padded:
        return 1.0
    if f" {word}" in padded:
        return 0.95
    if any(word.startswith(stem) and len(stem) > _GRAM for stem in folded.split()):
        return 0.9
    grams = _grams(word)
    shared = sum(gram in folded for gram in grams) / len(grams) if grams else 0.0
    if shared < _ENOUGH:
        return 0.0
    return (0.85 if f" {grams[0]}" in padded else 0.7) * shared
