"""Legal forms among the tokens of a text: in full, or abbreviated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.names.beginnings import LONGEST_BRACKET, form_ahead
from graph.names.lexicon import Lexicon
from graph.names.tokens import CLOSE, WORD, Token


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form in the text: the tokens from `first` to `end`; `ahead` are those of its
    beginning where it stands before the name in quotes.
    """

    first: int
    end: int
    code: str
    case: str
    plural: bool
    ahead: tuple[int, int] | None = None


def legal_forms(tokens: Sequence[Token], words: Lexicon) -> list[Form]:
    """Every legal form in order of the text."""
    forms: list[Form] = []
    for at, token in enumerate(tokens):
        if token.role == WORD:
            form = _full(tokens, at, words) or _short(tokens, at, words)
            if form is not None:
                forms.append(form)
    return forms


def is_term(tokens: Sequence[Token], form: Form, words: Lexicon) -> bool:
    """Whether a form ends a short name that a bracket gives: «(бұдан әрі – «X» АҚ)»."""
    if form.end >= len(tokens) or tokens[form.end].word != ")":
        return False
    before = range(form.first - 1, max(0, form.first - LONGEST_BRACKET), -1)
    opens = next((at for at in before if tokens[at].word == "("), form.end)
    told = " ".join(token.word for token in tokens[opens : form.end + 1])
    return words.hereafter.match(told) is not None


def _full(tokens: Sequence[Token], at: int, words: Lexicon) -> Form | None:
    form = words.inflections.get(tokens[at].word)
    if form is None or form.lemma not in words.forms:
        return None
    found = words.form(_words_before(tokens, at))
    if found is None:
        return None
    first = at - found[1] + 1
    if not form.possessed and not _is_object(tokens, first, at + 1, words):
        return None
    # Of any form the right may be told in which the body holds its property.
    ahead = form_ahead(tokens, first, 0, words)
    return Form(ahead[0] if ahead else first, at + 1, found[0], form.case, form.plural)


def _is_object(tokens: Sequence[Token], first: int, end: int, words: Lexicon) -> bool:
    """Whether a form right behind quotes is what is made or joined, and bears no ending for it:
    «X» мемлекеттік кәсіпорын қосу арқылы.
    """
    quoted = first > 0 and tokens[first - 1].role == CLOSE
    return quoted and end < len(tokens) and tokens[end].word in words.makes


def _words_before(tokens: Sequence[Token], at: int) -> list[str]:
    """Up to eight words that end at `at` with nothing between them."""
    low = at
    while low > 0 and at - low < 7 and tokens[low - 1].role == WORD:
        low -= 1
    return [token.word for token in tokens[low : at + 1]]


def _short(tokens: Sequence[Token], at: int, words: Lexicon) -> Form | None:
    """An abbreviation in capitals, with a case ending after a hyphen or without; in what right it
    holds its property may be said in full before it.
    """
    if not tokens[at].capital:
        return None
    base, _, ending = tokens[at].word.partition("-")
    found = words.short_form([*_words_before(tokens, at)[:-1], base])
    if found is None or (found[1] == 2 and not tokens[at - 1].capital):
        return None
    return Form(at - found[1] + 1, at + 1, found[0], words.case_of_ending(ending), False)
