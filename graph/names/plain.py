"""Names without quotes that no place begins: a legal form ends them («№ 5 мектеп мемлекеттік
мекемесі», «Облыстық кітапхана мемлекеттік мекемесі»), or a number begins them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.names.lexicon import Kind, Lexicon
from graph.names.tokens import CLOSE, OPEN, WORD, Token, stands

if TYPE_CHECKING:
    from graph.names.chains import Chain

#: Words of such a name without its superiors, at least and at most.
_SHORTEST, _LONGEST = 2, 12
#: Words between the number of a school and the last word for its kind, at most.
_LONGEST_KIND = 4
#: What stands before a name.
_BEFORE = frozenset(",:.)–—-\\")


def plain_start(
    tokens: Sequence[Token],
    end: int,
    limit: int,
    words: Lexicon,
    by_end: Mapping[int, Chain],
) -> int | None:
    """Where such a name begins that ends before token `end`, where its legal form stands: its
    last words tell of what kind the body is, and it begins a part of the sentence, or stands
    behind the name of a superior.
    """
    if words.kind([one.word for one in tokens[max(limit, end - 3) : end]]) is None:
        return None
    first = end
    while first > limit and end - first < _LONGEST and _is_inside(tokens[first - 1], words):
        first -= 1
        above = by_end.get(first)
        if above is not None and above.start >= limit and _rules(tokens[above.end - 1], words):
            return above.start
    begins = tokens[first].capital or not tokens[first].word[0].isalpha()
    return (
        first
        if begins and end - first >= _SHORTEST and _is_free(tokens, first, limit, words)
        else None
    )


def _is_inside(token: Token, words: Lexicon) -> bool:
    """Whether a word may stand in such a name."""
    if token.role != WORD or token.word in words.stops or token.word in words.joiners:
        return False
    form = words.inflections.get(token.word)
    return form is None or not (form.plural and form.possessed)


def _rules(token: Token, words: Lexicon) -> bool:
    form = words.inflections.get(token.word)
    return form is not None and form.possessed and form.case == "gen"


def _is_free(tokens: Sequence[Token], first: int, limit: int, words: Lexicon) -> bool:
    """Whether nothing of the same sentence part stands before a name."""
    before = tokens[first - 1] if first > limit else None
    return before is None or before.word in words.joiners or before.word in _BEFORE


def is_plain(kind: Kind) -> bool:
    """Whether a kind is of schools and the like, of which words alone tell no body."""
    return not (kind.above or kind.bare or kind.office or kind.purpose)


def plainly_named(
    tokens: Sequence[Token], at: int, free: int, words: Lexicon
) -> tuple[int, int] | None:
    """Where a school or the like begins and ends that has neither quotes nor a legal form, by the
    token `at`: its number («№ 5 орта мектебі»), or the word that tells it is named after a person
    («Абай атындағы орта мектеп»). It begins no earlier than the token `free`.
    """
    first = at
    if tokens[at].word in words.named_after:
        while first > free and _of_person(tokens[first - 1]):
            first -= 1
    elif not is_number(tokens[at].word):
        return None
    end = _kind_end(tokens, at + 1, words)
    person = first < at or is_number(tokens[at].word)
    return (first, end) if end is not None and person else None


def _kind_end(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """The token after the words for a kind, of schools and the like, that begin at token `at`. The
    last may bear no ending where another body gets that name, or behind a number.
    """
    for head in range(at, min(at + 1 + _LONGEST_KIND, len(tokens))):
        token = tokens[head]
        inside = token.role == WORD and (not token.capital or is_number(token.word))
        if not inside or token.word in words.stops | words.joiners:
            return None
        kind = words.kind([one.word for one in tokens[at : head + 1]])
        form = words.inflections.get(token.word)
        if kind is None or form is None:
            continue
        numbered = is_number(tokens[at - 1].word)
        given = form.case == "nom" and _is_given(tokens, head + 1, words)
        if form.possessed or numbered or given:
            return head + 1 if is_plain(kind) and not form.plural else None
    return None


def _is_given(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether what stands at token `at` tells that the words before it are a new name."""
    comma = at < len(tokens) and tokens[at].word == ","
    return comma or any(stands(tokens, at, phrase) for phrase in words.becomes)


def _of_person(token: Token) -> bool:
    """Whether a token may be of the name of a person: a word with a capital, or the dot behind an
    initial.
    """
    return token.word == "." or (token.role == WORD and token.capital)


def with_number(tokens: Sequence[Token], first: int, limit: int) -> int:
    """Where a name begins with the number before the quotes at token `first`, or `first`: «№ 5
    «Бақ» балабақшасы».
    """
    numbered = first > limit and is_number(tokens[first - 1].word)
    return first - 1 if numbered and tokens[first].role == OPEN else first


def is_number(word: str) -> bool:
    """Whether a word is the number of a school or the like: «№ 5»."""
    return word.startswith("№") and word[1:].strip().isdigit()


def has_signs_of_names(tokens: Sequence[Token]) -> bool:
    """Whether all signs among the words are quotes inside or the dots of initials."""
    for before, token in pairwise(tokens):
        initial = token.word == "." and len(before.word) == 1 and before.capital
        if token.role not in (WORD, OPEN, CLOSE) and not initial:
            return False
    return tokens[0].role == WORD
