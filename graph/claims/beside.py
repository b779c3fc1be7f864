"""What, beside a common word that an act defines for a body, makes it another word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.language import Language, load
from graph.words import term_is_plural


@dataclass(frozen=True, slots=True)
class Beside:
    """What, right before or behind a common word, makes it no term where the head comes first.

    Behind a verb a form that may be the plural is the plural: «ликвидировать предприятия».
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    verb: re.Pattern[str]

    def allow(self, term: str, match: re.Match[str], language: Language) -> bool:
        """Whether a word stands for what the act defines by the term."""
        words, (start, end) = match.string, match.span()
        if self.before.search(words, 0, start) or self.after.match(words, end):
            return False
        several = term_is_plural(match[0], language.code)
        asked = term_is_plural(term, language.code)
        return asked or not (several and self.verb.search(words, 0, start))


@cache
def beside_terms(language: str) -> Beside | None:
    """What is known of it in a language; None where the names say nothing of it."""
    data = load(language).section("names").get("small-terms")
    if data is None:
        return None
    before, verb = (re.compile(f"(?:{data[name]})$", re.IGNORECASE) for name in ("before", "verb"))
    return Beside(before, re.compile(data["after"], re.IGNORECASE), verb)
