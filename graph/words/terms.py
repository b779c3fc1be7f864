"""A defined term in any of its cases: the pattern that finds it, and the case it stands in."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.words.declension import adjective, analyses, declines, head_of
from graph.words.endings import forms, inflections, read_ending
from graph.words.letters import plain


def term_is_plural(term: str, language: str) -> bool:
    """Whether a term, as its definition prints it, names several bodies: «учреждения»."""
    words = plain(term, language).split()
    if not words:
        return False
    if not declines(language):
        told = inflections(language).get(words[-1])
        return told is not None and told.plural
    known = analyses(language).get(words[head_of(words, language)], ())
    return any(one.plural and one.case == "nom" for one in known)


@lru_cache(maxsize=4096)
def term_pattern(term: str, language: str, *, plural: bool = False) -> re.Pattern[str]:
    """What finds a term of one or several words, where the first has its capital letter."""
    words = term.split()
    if declines(language):
        head = head_of(plain(term, language).split(), language)
        pieces = [_inflected(word, at <= head, language, plural) for at, word in enumerate(words)]
    else:
        pieces = [*map(re.escape, words[:-1]), re.escape(words[-1]) + r"[\w-]*"]
    return re.compile(rf"(?<![\w«\"-]){_SPACE.join(pieces)}(?!\w)")


_SPACE = r"\s+"


def _inflected(word: str, inflects: bool, language: str, plural: bool) -> str:
    """The forms of a word in its number; of one that does not inflect, only itself."""
    if not inflects or word.isupper():
        return re.escape(word)
    found = adjective(plain(word, language), language)
    if found:
        return re.escape(word[: len(found[0])]) + r"\w{1,3}"
    noun = _lemma(plain(word, language), language) if plural else word.lower()
    endings = {form[1:] for form, told in forms(noun, language) if told.plural == plural}
    rest = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    return f"{re.escape(word[0])}(?:{rest})"


def _lemma(word: str, language: str) -> str:
    """The dictionary form of a known noun in the plural."""
    known = analyses(language).get(word, ())
    return next((one.lemma for one in known if one.plural), word)


def term_case(words: str, language: str, *, plural: bool = False) -> str:
    """The case in which a term stands: of its last word, or of its head where that is first."""
    parts = words.split()
    if not declines(language):
        return read_ending(parts[-1], language)[1]
    head = parts[head_of(plain(words, language).split(), language)]
    known = analyses(language).get(plain(head, language), ()) if plural else ()
    cases = (one.case for one in known if one.plural)
    return next(cases, None) or read_ending(head, language)[1]
