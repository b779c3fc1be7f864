"""The person whose name an order gives to a body, in the nominative."""

from __future__ import annotations

import re
from functools import cache

from graph.language import load
from graph.words import declines, proper, read_ending

#: More words than this are no name of a person.
LONGEST = 5


def read_person(words: str, language: str) -> str | None:
    """A person named in the genitive, «Айбергеновтің», «Барлыбека Сырттанулы», in the nominative.

    None where a word is no part of a person's name: it has no capital, is no initial and no title.
    """
    parts = words.split()
    titles = load(language).section("names")["titles"]
    article = _article(language)
    fits = all(
        part[:1].isupper() or part.lower() in titles or article.match(part) for part in parts
    )
    if not parts or len(parts) > LONGEST or not fits:
        return None
    if declines(language):
        return " ".join(part if "." in part else proper(part, "gen", language) for part in parts)
    return " ".join([*parts[:-1], read_ending(parts[-1], language)[0]])


@cache
def _article(language: str) -> re.Pattern[str]:
    """What may stand small in the name of a person: an article, written on to the name."""
    articles = "|".join(load(language).section("names")["articles"])
    return re.compile(rf"(?:{articles})-\w", re.IGNORECASE)
