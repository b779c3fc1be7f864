"""Names that run into one another, one after the other without a sign between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.names.forms import legal_form
from graph.names.headfirst.vocabulary import Vocabulary, vocabulary
from graph.names.legal import legal_forms
from graph.names.lexicon import Lexicon, compiled
from graph.names.tokens import CLOSE, OPEN, WORD, Token, tokenise
from graph.words import adjective


def part_names(words: str, language: str) -> list[tuple[int, int]]:
    """Where each name stands in words that are nothing but names: «Центр рек Институт гор».

    Where the head comes first a name begins with a capital in the nominative, behind one that has
    its head already; elsewhere only a legal form tells where one ends.
    """
    known = compiled(language)
    tokens = tokenise(words, known)
    ends_told = _behind_heads if known.head_first else _behind_forms
    starts = [0, *(tokens[at].start for at in ends_told(words, tokens, known))]
    ends = [*starts[1:], len(words)]
    return [(start, len(words[:end].rstrip())) for start, end in zip(starts, ends, strict=True)]


def _behind_heads(words: str, tokens: Sequence[Token], known: Lexicon) -> Iterator[int]:
    """The tokens with which another name begins, where the head comes first."""
    more, first = vocabulary(known.language), 0
    for at in _outside(tokens):
        if at == first or not _begins(more, tokens, at):
            continue
        ended = words[: tokens[at].start].rstrip()[tokens[first].start :]
        form = legal_form(ended, known.language)
        if form and form[1:] == (0, len(ended)):
            continue
        if _has_head(tokens[first:at], known) and _has_head(tokens[at:], known):
            yield at
            first = at


def _outside(tokens: Sequence[Token]) -> Iterator[int]:
    """The words that stand neither in quotes nor in brackets."""
    depth = 0
    for at, token in enumerate(tokens):
        if token.role == OPEN or token.word == "(":
            depth += 1
        elif token.role == CLOSE or token.word == ")":
            depth = max(0, depth - 1)
        elif not depth and token.role == WORD:
            yield at


def _begins(known: Vocabulary, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may begin a name: a capital in the nominative right behind another word."""
    token, before = tokens[at], tokens[at - 1]
    follows = before.role in (WORD, CLOSE) or before.word == ")"
    leads = before.word in known.base.named_after | known.base.joiners | known.prepositions
    if not token.capital or not follows or leads:
        return False
    noun = known.noun(tokens, at)
    if noun is not None:
        return noun.case == "nom" and not noun.plural
    return token.word in known.heads or _is_nominative(token, known.language)


def _is_nominative(token: Token, language: str) -> bool:
    """Whether a word ends as an adjective in the nominative singular, and in no genitive."""
    told = adjective(token.word, language)
    cases = {one[:5] for one in told[1]} if told else set()
    return "s-nom" in cases and "s-gen" not in cases


def _has_head(tokens: Sequence[Token], known: Lexicon) -> bool:
    """Whether words have more than adjectives: a noun, or a name in quotes."""
    named = (one for one in tokens if one.role in (WORD, OPEN))
    return any(one.role == OPEN or not _is_nominative(one, known.language) for one in named)


def _behind_forms(words: str, tokens: Sequence[Token], known: Lexicon) -> Iterator[int]:
    """The tokens right behind a legal form in the nominative, where the form comes last."""
    for form in legal_forms(tokens, known):
        last = known.inflections.get(tokens[form.end - 1].word)
        after = tokens[form.end] if form.end < len(tokens) else None
        begins = after is not None and (
            after.role == OPEN or (after.role == WORD and after.capital)
        )
        if begins and last is not None and last.case == "nom" and not last.plural:
            yield form.end
