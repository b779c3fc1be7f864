"""The legal form that some words say, wherever their language puts the head of a phrase."""

from __future__ import annotations

import re

from graph.names.headfirst.vocabulary import vocabulary
from graph.names.lexicon import compiled
from graph.names.tokens import tokenise
from graph.words import plain

_WORD = re.compile(r"\S+")


def legal_form(words: str, language: str) -> tuple[str, int, int] | None:
    """The code of a legal form and where it stands in `words`; None where they say none.

    In a language whose names begin with their head it begins the words, in others it ends them.
    """
    return _leading(words, language) if compiled(language).head_first else _last(words, language)


def _last(words: str, language: str) -> tuple[str, int, int] | None:
    places = [hit.start() for hit in _WORD.finditer(words)]
    form = compiled(language).form(plain(words, language).split())
    return (form[0], places[-form[1]], len(words)) if form else None


def _leading(words: str, language: str) -> tuple[str, int, int] | None:
    known = vocabulary(language)
    tokens = tokenise(words, known.base)
    for at in range(len(tokens)):
        pattern = known.pattern(known.forms, tokens, at)
        if pattern:
            last = tokens[at + len(pattern.after)]
            return pattern.code, tokens[at - len(pattern.before)].start, last.end
        if not known.is_adjective(tokens[at]):
            return None
    return None
