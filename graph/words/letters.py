"""Letters: order of the alphabet, look-alikes folded, names made comparable, IRI slugs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.language import load

#: The longest slug, in characters; cut at a word, since the register tells slugs apart anyway.
LONGEST_SLUG = 96

_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
#: A letter of a Latin alphabet, or one that Kazakh pages print for their own: a schwa, and what
#: the font of an old page had in the place of its letter («ўйым», «ќала»).
LATIN = re.compile(r"[A-Za-zƏəƟɵЃѓЌќЅѕҐґЎўЇїЋћЈј]")
_NUMBER_SIGN = re.compile(r"(?:№|\bN)\s{0,4}№?\s{0,4}(?=\d)")
_BREAK = re.compile(r"[^\w№]+|_+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Alphabet:
    """The letters of one language, compiled from its data."""

    lookalikes: dict[int, int]
    alike: tuple[tuple[str, str], ...]
    rough: tuple[tuple[str, str], ...]
    slugs: dict[int, str]
    order: dict[int, str]


@cache
def alphabet(language: str) -> Alphabet:
    """The alphabet of a language; UnknownThingError when there is none."""
    data = load(language).section("letters")
    pairs = data["lookalikes"]
    slugs = {letter: latin for latin, letters in data["slug"].items() for letter in letters}
    return Alphabet(
        str.maketrans(pairs["latin"], pairs["local"]),
        tuple(zip(pairs["latin"], pairs["local"], strict=True)),
        tuple(zip(data["rough"]["from"], data["rough"]["to"], strict=True)),
        {ord(letter): slugs.get(letter, "") for letter in data["alphabet"]},
        {ord(letter): chr(0x3000 + number) for number, letter in enumerate(data["alphabet"])},
    )


def plain(text: str, language: str) -> str:
    """Lower case with every look-alike letter folded, character for character: for comparing.

    The result is as long as `text`, so offsets hold in both.
    """
    folded = replaced(text, alphabet(language).alike)
    lower = folded.lower()
    return lower if len(lower) == len(text) else "".join(_lower(letter) for letter in folded)


def replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """A text with letters replaced, none of which stands for another of them.

    Most texts hold few of them: looking for each takes a thirtieth of the time of `translate`.
    """
    for letter, instead in pairs:
        if letter in text:
            text = text.replace(letter, instead)
    return text


def _lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def unmix(text: str, language: str) -> str:
    """Words that hold letters of both alphabets, in Cyrillic alone; as long as `text`.

    A word of Latin letters alone stays as it is.
    """
    if not LATIN.search(text):
        return text
    table = alphabet(language).lookalikes

    def mend(word: re.Match[str]) -> str:
        letters = word[0]
        mixed = _CYRILLIC.search(letters) and LATIN.search(letters)
        return letters.translate(table) if mixed else letters

    return _WORD.sub(mend, text)


def rough(word: str, language: str) -> str:
    """A word (in lower case) without the letters that keyboards lack: for finding misprints."""
    return replaced(word, alphabet(language).rough)


@lru_cache(maxsize=16384)
def fold(name: str, language: str) -> str:
    """The normal form of a name: equal for spellings that differ in nothing but signs.

    Lower case, look-alikes, quotes, dashes, hyphens, dots and spaces do not count; `№ 8`, `№8`
    and `N 8` are one.
    """
    numbered = _NUMBER_SIGN.sub("№", name)
    return _BREAK.sub(" ", plain(numbered, language)).replace("ё", "е").strip()


def slug(name: str, language: str) -> str:
    """The name in ASCII for an IRI: `Теректі колледжі` → `terekti-kolledzhi`.

    Letters go by the `slug` table of the language (ә→a ғ→g қ→k ң→n ө→o ұ ү→u һ→h і→i; ъ ь are
    silent), `№` becomes `no`, everything else a hyphen. At most LONGEST_SLUG characters, cut at
    a word. A name without any letter or digit becomes `unnamed`.
    """
    words = unmix(name, language).lower().replace("№", " no ")
    latin = _NOT_SLUG.sub("-", words.translate(alphabet(language).slugs)).strip("-")
    if len(latin) > LONGEST_SLUG:
        latin = latin[: LONGEST_SLUG + 1].rpartition("-")[0] or latin[:LONGEST_SLUG]
    return latin or "unnamed"


def sort_key(name: str, language: str) -> tuple[str, str]:
    """A key that puts names in the order of the alphabet, numbers by size before letters.

    Quotes and look-alikes do not count; the name itself breaks a tie.
    """
    folded = _DIGITS.sub(lambda digits: digits[0].zfill(9), fold(name, language))
    return folded.translate(alphabet(language).order), name
