"""In which language a text is written, told by its letters."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from graph.errors import NotAnActError, SideFileError
from graph.language import load
from graph.model import Source
from graph.words.letters import alphabet

#: As much of a text is looked at, in characters; fewer letters than the least tell nothing.
_SAMPLE, _LEAST = 20_000, 60
#: A text of this many letters has all of its language.
_LONG = 300
#: The largest part that letters of no known alphabet may have: damaged copies mix some in.
_FOREIGN = 0.01
#: The largest part that letters of the other language have where only names are in it.
_NAMES = 0.025
#: A few letters, most of them of no known alphabet, are another language.
_MOST = 0.5
#: Letters that only one of the languages has, in a text that holds some sentences of it.
_MIXED = 0.0005
#: The least part that letters which tell another language have in it: those that also stand in a
#: language that is read, and those that do not.
_TELLING, _ALIEN = 0.004, 0.002
#: In a short text one word with such a letter is many; so many times as much tells.
_SHORT = 3
#: Letters of the Latin alphabet that look like no Cyrillic ones, if most are so.
_LATIN = 0.3
#: A word that holds a letter which is neither Cyrillic nor ASCII beside Cyrillic ones.
_MIXED_WORD = re.compile(r"\b(?=\w*[\u0400-\u052f])\w*[\u0180-\u03ff]\w*")
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>|&#?\w+;", re.DOTALL | re.IGNORECASE)

#: The languages that are read, the one with the most letters of its own first.
LANGUAGES = ("kk", "ru")


def language_of(source: Source, said: str) -> str:
    """The language of a text: the one that its side file says (`said`, may be empty), checked.

    Raises NotAnActError, with its name, for a language that is not read, and SideFileError for
    a text that is surely written in another language than the one said.
    """
    text = _words(source)
    counts = {letter: text.count(letter) for letter in set(text) if letter.isalpha()}
    total = sum(counts.values())
    parts = {letter: count / total for letter, count in counts.items()}
    if total < _LEAST:
        if _share(parts, _unknown_letters(parts)) > _MOST:
            raise _unknown(parts, source)
        return said or LANGUAGES[0]
    told = _told(parts, total, source)
    if said and said != told and _contradicts(said, told, parts):
        raise SideFileError(f"the language of the text («{told}»)", f"«{said}»", source.name)
    return said or told


def _words(source: Source) -> str:
    """The beginning of a text without its tags, and letters that stand for those of a language."""
    text = _TAG.sub(" ", source.text[: 10 * _SAMPLE])[:_SAMPLE].casefold()
    signs = load(LANGUAGES[0]).section("signs")
    if all(any(letter in text for letter in letters) for letters in signs["printed"]):
        return text.translate(_stand_ins())
    return _MIXED_WORD.sub(lambda word: word[0].translate(_stand_ins()), text)


def _told(parts: dict[str, float], total: int, source: Source) -> str:
    foreign = _share(parts, _unknown_letters(parts))
    if _share(parts, _alien_letters()) > _ALIEN:
        raise _unknown(parts, source)
    if _share(parts, _others()["Latin"]) > _LATIN or foreign > _FOREIGN:
        raise _unknown(parts, source)
    for code in LANGUAGES:
        signs = load(code).section("signs")
        if signs["own"]:
            if _share(parts, signs["own"]) >= signs["least"]:
                return code
        elif _fits(parts, total, code):
            return code
    if _share(parts, load(LANGUAGES[0]).section("signs")["own"]) > _MIXED:
        return LANGUAGES[1]
    raise _unknown(parts, source)


def _unknown_letters(letters: Iterable[str]) -> set[str]:
    """Those of the letters that no language has that is read, Latin ones aside."""
    return {one for one in letters if one not in _alphabets() and not one.isascii()}


def _fits(parts: dict[str, float], total: int, code: str) -> bool:
    """Whether nearly all letters are of the language, and in a long text those it cannot lack,
    or at least none that tell another one: few words repeated may lack any letter.
    """
    language = load(code)
    alphabet = language.section("letters")["alphabet"]
    strange = {one for one in parts if one not in alphabet and not one.isascii()}
    # Names of the country in its other language are in every act.
    most = _NAMES if strange <= _alphabets() else _FOREIGN
    has_all = _share(parts, language.section("signs")["needs"]) > 0
    telling = _TELLING if total >= _LONG else _SHORT * _TELLING
    has_all = has_all or all(_share(parts, one) < telling for one in _tellers())
    return has_all and _share(parts, strange) < most


def _contradicts(said: str, told: str, parts: dict[str, float]) -> bool:
    """Whether the letters leave no doubt that the language is not the one said."""
    own, other = load(said).section("signs"), load(told).section("signs")
    if own["own"] and _share(parts, own["own"]) < own["never"]:
        return True
    return bool(other["own"]) and _share(parts, other["own"]) > other["surely"]


def _share(parts: dict[str, float], letters: Iterable[str]) -> float:
    return sum(parts.get(letter, 0.0) for letter in letters)


def _unknown(parts: dict[str, float], source: Source) -> NotAnActError:
    """The error that names the language whose telling letters are the most frequent."""
    likely = {name: _share(parts, letters) for name, letters in _others().items()}
    name = max(likely, key=lambda one: likely[one])
    found = f"a text in another language (likely {name})" if likely[name] else "another language"
    if name == "Latin":
        found = "a text in Latin letters"
    return NotAnActError("an act in Kazakh or Russian", found, source.name)


def _tellers() -> list[str]:
    """The telling letters of the languages that are not read and have alphabets like those."""
    return [letters for letters in _others().values() if not letters.isascii()]


@cache
def _stand_ins() -> dict[int, int]:
    """What is printed for a letter that looks alike, of those that are in no ASCII text."""
    pairs = (pair for code in LANGUAGES for pair in alphabet(code).lookalikes.items())
    return {latin: local for latin, local in pairs if not chr(latin).isascii()}


@cache
def _alphabets() -> frozenset[str]:
    return frozenset(
        letter for code in LANGUAGES for letter in load(code).section("letters")["alphabet"]
    )


@cache
def _alien_letters() -> frozenset[str]:
    """The telling letters that stand in no language that is read."""
    return frozenset(_unknown_letters(letter for one in _tellers() for letter in one))


@cache
def _others() -> dict[str, str]:
    file = resources.files("graph").joinpath("languages", "others.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))
