"""Endings: the forms of a noun, and the nominative and case of a word met in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.language import load
from graph.words.letters import plain

#: The cases in their usual order; the sixth and seventh are ablative and instrumental.
CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")


@dataclass(frozen=True, slots=True)
class Inflection:
    """A form of a noun: its dictionary form, the nominative in the same number, and the case.

    `possessed` is true for the third person (мекемесі as against мекеме), which keeps it in
    `nominative`.
    """

    lemma: str
    nominative: str
    case: str
    possessed: bool = False
    plural: bool = False


def forms(noun: str, language: str) -> Iterator[tuple[str, Inflection]]:
    """Every form of a noun (in lower case), with what it is."""
    data = load(language).section("endings")
    last = _last_vowel(noun, data)
    yield from _declined(noun, Inflection(noun, noun, "nom"), data)
    somebodys = possessed(noun, language)
    yield from _declined(somebodys, Inflection(noun, somebodys, "nom", possessed=True), data)
    for ending in data["plural"][last]:
        many = noun + ending
        yield from _declined(many, Inflection(noun, many, "nom", plural=True), data)
        theirs = many + data["possessed"]["consonant"][last]
        form = Inflection(noun, theirs, "nom", possessed=True, plural=True)
        yield from _declined(theirs, form, data)


def possessed(noun: str, language: str) -> str:
    """The third person of a noun: басқарма → басқармасы, министрлік → министрлігі."""
    data = load(language).section("endings")
    if noun in data["irregular"]:
        return str(data["irregular"][noun])
    last = _last_vowel(noun, data)
    if noun.endswith(tuple(data["vowels"])) and noun[-1] not in data["half"]:
        return noun + str(data["possessed"]["vowel"][last])
    stem = noun.removesuffix("ь")
    return stem[:-1] + data["soft"].get(stem[-1], stem[-1]) + data["possessed"]["consonant"][last]


def _last_vowel(noun: str, data: dict[str, Any]) -> str:
    vowels = [letter for letter in noun if letter in data["vowels"]]
    if len(vowels) > 1 and noun.endswith("у"):
        vowels.pop()
    return "back" if vowels and vowels[-1] in data["back"] else "front"


def _declined(
    stem: str, nominative: Inflection, data: dict[str, Any]
) -> Iterator[tuple[str, Inflection]]:
    yield stem, nominative
    endings = data["cases"]["possessed" if nominative.possessed else "plain"]
    for case, variants in endings.items():
        form = Inflection(
            nominative.lemma,
            nominative.nominative,
            case,
            nominative.possessed,
            nominative.plural,
        )
        for ending in variants:
            yield stem + ending, form


def lexicon(nouns: frozenset[str], language: str) -> dict[str, Inflection]:
    """All forms of the nouns; where two forms are spelt alike, the third person comes first."""
    table: dict[str, Inflection] = {}
    for noun in sorted(nouns):
        for word, form in forms(noun, language):
            known = table.get(word)
            if known is None or (form.possessed and not known.possessed):
                table[word] = form
    return table


def read_ending(word: str, language: str) -> tuple[str, str]:
    """The nominative and the case of any word, by its ending alone: for words in no lexicon.

    A word in the third person keeps it. A word with no known ending is its own nominative.
    """
    small = plain(word, language)
    for ending, case, after in _endings(language):
        stem = small[: -len(ending)]
        if small.endswith(ending) and len(stem) > 2 and stem.endswith(after):
            return word[: len(stem)], case
    return word, "nom"


@cache
def _endings(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(ending, case, what must stand before it), longest ending first, third person first."""
    data = load(language).section("endings")
    marks = tuple(sorted(set(data["possessed"]["consonant"].values())))
    found = [
        (ending, case, marks)
        for case, variants in data["cases"]["possessed"].items()
        for ending in variants
    ]
    found += [
        (ending, case, ("",))
        for case, variants in data["cases"]["plain"].items()
        for ending in variants
    ]
    return tuple(sorted(found, key=lambda entry: (entry[2] == ("",), -len(entry[0]), entry[0])))
