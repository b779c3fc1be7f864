"""Head words in names without quotes: which end a name, and in which case."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names.lexicon import Lexicon
from graph.names.tokens import WORD, Token, stands

#: Tokens of a bracket behind a name that gives it a short one, at most.
LONGEST_TERM = 8
#: Words of what is done to those who are named in a task, at most.
LONGEST_TASK = 6


def case_of(token: Token, words: Lexicon) -> str:
    form = words.inflections.get(token.word)
    return form.case if form else "nom"


def is_head(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    form = words.inflections.get(tokens[at].word)
    if form is None or form.plural:
        return False
    kind = words.kind([token.word for token in tokens[max(0, at - 3) : at + 1]])
    if kind is None:
        return False
    if kind.bare and (form.possessed or kind.purpose):
        return True
    if kind.above and form.case == "nom" and at and tokens[at - 1].word in words.adjectives:
        # «… қорғау жөніндегі облыстық басқарма»
        return True
    told = (form.possessed or kind.purpose) and form.case == "nom"
    return told and is_told(tokens, at, form.lemma, words)


def is_told(tokens: Sequence[Token], at: int, lemma: str, words: Lexicon) -> bool:
    """Whether what stands behind a head word tells that it ends a name: the verb of a deed, what
    another becomes, or a bracket in which it stands as a term.
    """
    after = tokens[at + 1 : at + 2 + LONGEST_TERM]
    becomes = any(stands(tokens, at + 1, phrase) for phrase in words.becomes)
    if not after or after[0].word in words.deeds or becomes:
        return bool(after)
    ends = (number for number, token in enumerate(after) if token.word == ")")
    end = next(ends, 0) if after[0].word == "(" else 0
    term = words.inflections.get(after[end - 1].word) if end > 1 else None
    defined = words.hereafter.match(" ".join(token.word for token in after[: end + 1]))
    return (
        defined is not None and term is not None and term.lemma == lemma and after[end - 1].capital
    )


def is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the initial of a person begins the name of a place: «Т. Рысқұлов ауданының»."""
    after = tokens[at + 1 : at + 3]
    return (
        len(after) == 2
        and tokens[at].capital
        and len(tokens[at].word) == 1
        and after[0].word == "."
        and after[1].role == WORD
        and after[1].capital
    )


def is_of_a_task(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether several bodies are named in the task of the one whose name goes on: «…
    министрлігінің Бақ қорларының қызметін реттеу жөніндегі комитеті».
    """
    form = words.inflections.get(tokens[at].word)
    if form is None or not form.plural or form.case != "gen":
        return False
    after = tokens[at + 1 : at + 1 + LONGEST_TASK]
    marks = (number for number, one in enumerate(after) if one.word in words.purpose)
    task = after[: next(marks, 0)]
    return bool(task) and all(one.role == WORD and one.word not in words.stops for one in task)


def is_told_to_make(tokens: Sequence[Token], end: int, head: int, words: Lexicon) -> bool:
    """Whether a commission is what the body before it is told to make: «… басқармасы тарату
    комиссиясын құрсын».
    """
    kind = words.kind([tokens[head].word])
    purpose = kind is not None and kind.purpose and case_of(tokens[head], words) == "acc"
    return purpose and not tokens[end].capital and case_of(tokens[end - 1], words) == "nom"
