"""Endings: the forms of a noun, and the nominative and case of a word met in a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from graph.language import load
from graph.words.declension import analyses, declined, declines, named
from graph.words.inflection import Inflection
from graph.words.letters import plain

#: The cases in their usual order; the last two are ablative and instrumental.
CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")
#: The shortest stem that an ending is taken from.
SHORTEST_STEM = 3


def forms(noun: str, language: str) -> Iterator[tuple[str, Inflection]]:
    """Every form of a noun (in lower case), with what it is: plain ones, then the third person."""
    if declines(language):
        yield from declined(noun, language)
        return
    data = load(language).section("endings")
    many = noun + data["plural"][_sound(noun, data)][_harmony(noun, data)]
    theirs = many + data["somebodys"]["other"][_harmony(many, data)]
    own = possessed(noun, language)
    yield from _declined(Inflection(noun, noun, "nom"), data)
    yield from _declined(Inflection(noun, many, "nom", plural=True), data)
    yield from _declined(Inflection(noun, own, "nom", possessed=True), data)
    for other in data.get("also", {}).get(noun, ()):
        yield from _declined(Inflection(noun, other, "nom", possessed=True), data)
    yield from _declined(Inflection(noun, theirs, "nom", possessed=True, plural=True), data)


def possessed(noun: str, language: str) -> str:
    """The third person of a noun: басқарма → басқармасы, министрлік → министрлігі.

    The noun itself in a language that has no such form.
    """
    if declines(language):
        return noun
    data = load(language).section("endings")
    if noun in data["irregular"]:
        return str(data["irregular"][noun])
    endings, harmony = data["somebodys"], _harmony(noun, data)
    if _sound(noun, data) == "vowel":
        return noun + str(endings["vowel"][harmony])
    stem = noun.removesuffix(data["softening"])
    softened = str(endings["soft"].get(stem[-1], stem[-1]))
    return stem[:-1] + softened + str(endings["other"][harmony])


def _declined(nominative: Inflection, data: dict[str, Any]) -> Iterator[tuple[str, Inflection]]:
    stem = nominative.nominative
    sound = "somebodys" if nominative.possessed else _sound(stem, data)
    harmony = _harmony(stem, data)
    yield stem, nominative
    for case, endings in data["cases"].items():
        yield stem + endings[sound][harmony], replace(nominative, case=case)


def _harmony(noun: str, data: dict[str, Any]) -> int:
    """0 where endings are back, 1 where they are front."""
    if noun.endswith(data["softening"]):
        return 1
    vowels = [letter for letter in noun if letter in data["vowels"]]
    if len(vowels) > 1 and noun[-1] in data["half"]:
        vowels.pop()
    return 0 if vowels and vowels[-1] in data["back"] else 1


def _sound(noun: str, data: dict[str, Any]) -> str:
    last = noun.removesuffix(data["softening"])[-1:]
    return next((name for name, letters in data["sounds"].items() if last in letters), "voiced")


@cache
def inflections(language: str) -> dict[str, Inflection]:
    """All forms of the nouns of a language, in lower case.

    The nouns are the last words of kinds, forms and places. Where two forms are spelt alike, the
    third person comes first.
    """
    if declines(language):
        return {word: found[0] for word, found in analyses(language).items()}
    table: dict[str, Inflection] = {}
    for noun in sorted(_nouns(language)):
        table.update(
            (word, form)
            for word, form in forms(noun, language)
            if form.possessed or word not in table
        )
    return table


def _nouns(language: str) -> set[str]:
    return {words[-1] for words in named(language)}


def read_ending(word: str, language: str) -> tuple[str, str]:
    """The nominative and the case of a word: as a known noun, else by its ending alone.

    A word in the third person keeps it. A word with no known ending is its own nominative.
    """
    small = plain(word, language)
    known = inflections(language).get(small)
    if known is not None:
        kept = small.startswith(known.nominative)
        return word[: len(known.nominative)] if kept else known.nominative, known.case
    for ending, case, after in _endings(language):
        stem = small[: -len(ending)]
        if len(stem) >= SHORTEST_STEM and small.endswith(ending) and stem.endswith(after):
            return word[: len(stem)], case
    return word, "nom"


@cache
def _endings(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(ending, case, what may stand before it): the third person first, then the longest."""
    if declines(language):
        return ()
    data = load(language).section("endings")
    sounds = {name: tuple(letters) for name, letters in data["sounds"].items()}
    named = {letter for letters in sounds.values() for letter in letters}
    sounds["voiced"] = tuple(sorted(set(load(language).section("letters")["alphabet"]) - named))
    sounds["somebodys"] = tuple(data["somebodys"]["other"])
    found = {
        (ending, case, sounds[sound], sound != "somebodys")
        for case, endings in data["cases"].items()
        for sound, pair in endings.items()
        for ending in pair
    }
    ordered = sorted(found, key=lambda one: (one[3], -len(one[0]), one[:3]))
    return tuple(one[:3] for one in ordered)


def case_endings(language: str) -> dict[str, str]:
    """Each case ending with the case that it tells: for endings after a hyphen (`АҚ-ның`), also
    behind what makes a noun somebody's (`КММ-сінің`).
    """
    return {**_endings_of_somebodys(language), **_bare_endings(language)}


def _bare_endings(language: str) -> dict[str, str]:
    return {ending: case for ending, case, _ in reversed(_endings(language))}


def _endings_of_somebodys(language: str) -> dict[str, str]:
    data = load(language).section("endings")
    pairs = data.get("somebodys")
    if not pairs:
        return {}
    marks = [mark for sound in ("vowel", "other") for mark in pairs.get(sound, ())]
    cases = [(case, one) for case, by in data["cases"].items() for one in by.get("somebodys", ())]
    return dict.fromkeys(marks, "nom") | {
        mark + ending: case for mark in marks for case, ending in cases
    }


def inflects(one: str, other: str, language: str) -> bool:
    """Whether two words are one in the same case, of which one is somebody's: жолмен, жолымен; or
    one verb of one and of several: является, являются.
    """
    if _verb(one, language) & _verb(other, language):
        return True
    shorter, longer = sorted((plain(one, language), plain(other, language)), key=len)
    for ending in _bare_endings(language):
        stem = shorter.removesuffix(ending)
        if stem != shorter and longer.endswith(ending):
            theirs = load(language).section("endings")["somebodys"]["other"]
            return longer.removesuffix(ending) in [stem + letter for letter in theirs]
    return False


def _verb(word: str, language: str) -> set[str]:
    """The stems of a verb in the third person, where the language tells such endings."""
    said = plain(word, language)
    endings = load(language).section("endings").get("third-person", ())
    return {said.removesuffix(one) for one in endings if said.endswith(one)}
