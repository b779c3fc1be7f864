"""A text as words, quotes and signs, with the role of each quote told by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.language import load
from graph.names.lexicon import SHORTEST_SLIP, Lexicon, compiled
from graph.words import Inflection, plain, rough

#: Longer texts are no names, and are not kept.
LONGEST_KEPT = 4000
#: Quotes in a row that are looked over to find the sign beside them.
LONGEST_RUN = 4

WORD, OPEN, CLOSE, SIGN = "word", "open", "close", "sign"

_QUOTES = frozenset('«»“”„"″')
_OPENING = frozenset("«„“")
_CLOSING = frozenset("»”")


@dataclass(slots=True)
class Token:
    """A word in lower case with look-alikes folded, a quote, or another sign.

    `acronym`: all of its letters are capitals, two at least. `slip`: `word` is not what is written
    but what was taken for it; `mended`: by more than letters that keyboards lack.
    """

    start: int
    end: int
    word: str
    role: str
    capital: bool
    acronym: bool = False
    slip: bool = False
    mended: bool = False


def tokenise(text: str, words: Lexicon) -> list[Token]:
    """The tokens of a text in order, in a list of its own; every quote has become OPEN or CLOSE.

    Tokens are shared by all who ask for the same text: replace one, never change it.
    """
    return list((_known if len(text) <= LONGEST_KEPT else _tokens)(text, words.language))


@lru_cache(maxsize=1024)
def _known(text: str, language: str) -> Sequence[Token]:
    """What `_tokens` tells; the texts of an act are asked for again and again."""
    return _tokens(text, language)


def _tokens(text: str, language: str) -> Sequence[Token]:
    words = compiled(language)
    small = plain(text, words.language)
    tokens = [_token(match, text, small, words) for match in _marks(text, words.language)]
    depth = 0
    for number, token in enumerate(tokens):
        if token.role == OPEN:
            token.role = _role(tokens, number, text, words, depth)
            depth = depth + 1 if token.role == OPEN else max(0, depth - 1)
    return tokens


def stands(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand one after another from the token `at`, which is none
    before the first.
    """
    return tuple(token.word for token in tokens[at : at + len(phrase)]) == phrase


def _marks(text: str, language: str) -> Iterable[re.Match[str]]:
    """What is a token; quotes glued together are rare enough to look for them first."""
    found = _token_pattern(language).finditer(text)
    if not any(glued in text for glued in ('«"', '"»', '»"')):
        return found
    return (match for match in found if not _is_lost_blank(match, text))


@cache
def _token_pattern(language: str) -> re.Pattern[str]:
    """A number with its sign, a word with what hyphens join to it, a quote, or another sign."""
    torn = load(language).section("names")["torn"]
    return re.compile(rf"№\s*\d+|\w+(?:[-–‑]\w+|{torn})*|[«»“”„\"″]|[^\w\s]")


def _is_lost_blank(match: re.Match[str], text: str) -> bool:
    """Whether an angled quote stands where a blank was, glued to another and to words: before one
    that opens, «ведения«"Азия"», «ведения»"Азия"»; behind one that closes, «"Азия"»Министерства»,
    also before a blank where it closes nothing.
    """
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] not in "«»":
        return False
    if before.isalpha() and after == '"':
        return text[start] == "«" or text[end + 1 : end + 2].isalnum()
    if text[start] != "»" or before != '"':
        return False
    return after.isalpha() or (
        after.isspace() and text.count("«", 0, start) <= text.count("»", 0, start)
    )


def _token(match: re.Match[str], text: str, small: str, words: Lexicon) -> Token:
    start, end = match.span()
    return Token(start, end, *_word(match[0], small[start:end], words.language))


@lru_cache(maxsize=65536)
def _word(written: str, small: str, language: str) -> tuple[str, str, bool, bool, bool, bool]:
    """What a token tells of a word, as `written` and in lower case; acts repeat few words."""
    first = written[0]
    if first in _QUOTES:
        return first, OPEN, False, False, False, False
    word, role, slip, mended = _without_misprints(small, language)
    return word, role, first.isupper(), len(written) > 1 and written.isupper(), slip, mended


def _without_misprints(small: str, language: str) -> tuple[str, str, bool, bool]:
    """A word or sign in lower case, its role, whether it was taken for a slip, and whether one was
    mended.
    """
    words = compiled(language)
    role = WORD if small[0].isalnum() or small[0] in "№_" else SIGN
    written = small.replace("–", "-").replace("‑", "-")
    word = _mended(written.replace("- ", "-"), role, words)
    slip = word != written
    mended = "- " in written
    mended |= slip and len(word) >= SHORTEST_SLIP and _slipped(word, written, words)
    return word, role, slip, mended


def _mended(word: str, role: str, words: Lexicon) -> str:
    if role != WORD or word in words.inflections:
        return word
    return words.misprints.get(rough(word, words.language), word)


def _slipped(word: str, written: str, words: Lexicon) -> bool:
    """Whether more than letters that keyboards lack tells a word from what is written."""
    return word in words.inflections and rough(word, words.language) != rough(
        written, words.language
    )


def _role(tokens: list[Token], number: int, text: str, words: Lexicon, depth: int) -> str:
    """Whether a quote opens or closes: by the spaces around it, its shape, the words around it."""
    before, after = _around(text, tokens[number])
    free_before = not (before.isalnum() or before in ".,)%")
    free_after = not (after.isalnum() or after in "№(")
    if free_before != free_after:
        misplaced = not free_before and depth == 0 and _opens_next(tokens, number, words)
        return OPEN if free_before or misplaced else CLOSE
    return _role_by_words(tokens, number, words, depth)


def _opens_next(tokens: list[Token], number: int, words: Lexicon) -> bool:
    """Whether a straight quote that nothing opened stands behind a legal form and before a capital
    word: a blank has slipped behind it.
    """
    if tokens[number].word != '"' or not 0 < number < len(tokens) - 1:
        return False
    form = words.inflections.get(tokens[number - 1].word)
    following = tokens[number + 1]
    formed = form is not None and form.possessed and form.lemma in words.forms
    return formed and following.role == WORD and following.capital


def _around(text: str, token: Token) -> tuple[str, str]:
    """The signs before and after a run of quotes; a space at the ends of the text."""
    before, after = token.start - 1, token.end
    low, high = max(before - LONGEST_RUN, 0), min(after + LONGEST_RUN, len(text) - 1)
    while before > low and text[before] in _QUOTES:
        before -= 1
    while after < high and text[after] in _QUOTES:
        after += 1
    return text[before] if before >= 0 else " ", text[after] if after < len(text) else " "


def _role_by_words(tokens: list[Token], number: int, words: Lexicon, depth: int) -> str:
    """A quote with spaces on both sides, or on none."""
    if _form_follows(tokens, number, words):
        return CLOSE
    before = words.inflections.get(tokens[number - 1].word) if number else None
    if before is not None and before.possessed and _leads(before, tokens[number + 1 : number + 2]):
        return OPEN
    if tokens[number].word in _OPENING | _CLOSING:
        return OPEN if tokens[number].word in _OPENING else CLOSE
    return CLOSE if depth else OPEN


def _leads(head: Inflection, following: list[Token]) -> bool:
    """Whether a head word before a quote stands above the name after it."""
    named = bool(following) and following[0].capital
    return head.case == "gen" or (head.case == "nom" and named)


def _form_follows(tokens: list[Token], number: int, words: Lexicon) -> bool:
    """Whether the next words, one to seven, are a legal form."""
    following: list[str] = []
    for token in tokens[number + 1 : number + 8]:
        following.append(token.word)
        form = words.form(following)
        if form is not None and form[1] == len(following):
            return True
    return False
