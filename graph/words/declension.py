"""Declension: nouns and adjectives of a language that puts endings in tables by gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from graph.language import load
from graph.words.inflection import Inflection
from graph.words.letters import plain

#: The shortest name of a person or place that an ending is taken from.
SHORTEST_NAME = 4


def declines(language: str) -> bool:
    """Whether the language keeps its endings as tables of declension."""
    return "declension" in load(language).section("endings")


def declined(noun: str, language: str) -> Iterator[tuple[str, Inflection]]:
    """Every form of a noun in lower case, singular first, each with what it is."""
    data = load(language).section("endings")
    first, hyphen, last = noun.partition("-")
    twin = first in data["double"]
    table = _table(last or first, data)
    gender = _table(first, data)["gender"] if twin else table["gender"]
    parts = [_numbers(last or first, table)]
    if hyphen:
        parts.insert(
            0, _numbers(first, _table(first, data)) if twin else [[first] * 6, [first] * 6]
        )
    for number, plural in enumerate((False, True)):
        words = ["-".join(pair) for pair in zip(*(part[number] for part in parts), strict=True)]
        for word, case in zip(words, data["cases"], strict=True):
            yield word, Inflection(noun, words[0], case, plural=plural, gender=gender)


def _table(noun: str, data: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in data["declension"] if noun.endswith(tuple(one["ends"])))


def _numbers(noun: str, table: dict[str, Any]) -> list[list[str]]:
    stem = noun[: len(noun) - table["cut"]]
    return [[stem + ending for ending in table[name]] for name in ("singular", "plural")]


@cache
def analyses(language: str) -> dict[str, tuple[Inflection, ...]]:
    """Each form of the nouns of a language with all that it may be, the likeliest first.

    The nouns are the heads of kinds, forms and places: the first word that is no adjective.
    """
    table: dict[str, list[Inflection]] = defaultdict(list)
    for noun in sorted(_heads(language)):
        for word, form in declined(noun, language):
            table[word].append(form)
    return {
        word: tuple(sorted(found, key=lambda one: (one.plural, len(one.lemma))))
        for word, found in table.items()
    }


def _heads(language: str) -> set[str]:
    return {words[head_of(words, language)] for words in named(language)}


def named(language: str) -> list[list[str]]:
    """The phrases by which a language calls kinds of bodies, legal forms and places, in words."""
    known = load(language)
    columns = (("kinds", "kind", "heads"), ("forms", "form", "words"), ("places", "place", "nouns"))
    return [
        plain(phrase, language).split()
        for section, table, column in columns
        for entry in known.section(section)[table]
        for phrase in entry[column]
    ]


def head_of(words: Sequence[str], language: str) -> int:
    """Which of the words of a phrase is its head: the first that is no adjective."""
    for at, word in enumerate(words):
        if adjective(word, language) is None:
            return at
    return len(words) - 1


@cache
def _adjective_endings(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    data = load(language).section("endings")["adjective"]["endings"]
    found = ((ending, frozenset(cases)) for ending, cases in data.items())
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@lru_cache(maxsize=65536)
def adjective(word: str, language: str) -> tuple[str, frozenset[str]] | None:
    """The stem of what ends as an adjective (in lower case) and what it may be: `s-gen`, `p-nom`.

    None when the word has no such ending, or a noun of the language is spelt so.
    """
    if word.endswith(tuple(load(language).section("endings")["adjective"]["nouns"])):
        return None
    for ending, cases in _adjective_endings(language):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)], cases
    return None


def agreed(word: str, gender: str, language: str) -> str:
    """An adjective in the nominative singular of a gender, in its own letters."""
    found = adjective(plain(word, language), language)
    if found is None:
        return word
    data = load(language).section("endings")["adjective"]
    stem, ending = word[: len(found[0])], word[len(found[0]) :].lower()
    return stem + str(data["nominative"][_row(stem.lower(), ending, data)][gender])


def _row(stem: str, ending: str, data: dict[str, Any]) -> str:
    if stem.endswith(tuple(data["letters"]["stressed"])):
        return "stressed"
    for row in ("velar", "hissing"):
        if stem[-1] in data["letters"][row]:
            return row
    return "soft" if ending in data["letters"]["soft"] else "hard"


def proper(name: str, case: str, language: str, known: frozenset[str] = frozenset()) -> str:
    """A surname or the name of a place in the nominative; as it is where it is `known` so."""
    if name.lower() in known or len(name) < SHORTEST_NAME:
        return name
    rules = load(language).section("endings")["proper"].get(case, ())
    fitting = [(end, after) for end, after in rules if name.lower().endswith(end)]
    results = [name[: len(name) - len(end)] + after for end, after in fitting]
    exact = next((one for one in results if one.lower() in known), None)
    return exact or (results[0] if results else name)
