"""A defined term in any of its cases: the pattern that finds it, and the case it stands in."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.words.declension import adjective, declines, head_of
from graph.words.endings import forms, read_ending
from graph.words.letters import plain


@lru_cache(maxsize=4096)
def term_pattern(term: str, language: str) -> re.Pattern[str]:
    """What finds a term of one or several words, where the first has its capital letter."""
    words = term.split()
    if declines(language):
        head = head_of(plain(term, language).split(), language)
        pieces = [_inflected(word, at <= head, language) for at, word in enumerate(words)]
    else:
        pieces = [*map(re.escape, words[:-1]), re.escape(words[-1]) + r"[\w-]*"]
    return re.compile(rf"(?<![\w«\"-]){_SPACE.join(pieces)}(?!\w)")


_SPACE = r"\s+"


def _inflected(word: str, inflects: bool, language: str) -> str:
    """The forms of a word in the singular; of one that does not inflect, only itself."""
    if not inflects or word.isupper():
        return re.escape(word)
    found = adjective(plain(word, language), language)
    if found:
        return re.escape(word[: len(found[0])]) + r"\w{1,3}"
    endings = {form[1:] for form, told in forms(word.lower(), language) if not told.plural}
    rest = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    return f"{re.escape(word[0])}(?:{rest})"


def term_case(words: str, language: str) -> str:
    """The case in which a term stands: of its last word, or of its head where that is first."""
    parts = words.split()
    if not declines(language):
        return read_ending(parts[-1], language)[1]
    return read_ending(parts[head_of(plain(words, language).split(), language)], language)[1]
