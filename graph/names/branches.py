"""What names a body behind a name or before it: «X» ұлттық қоры, «X» мекемесінің филиалы."""

from __future__ import annotations

from collections.abc import Sequence

from graph.names.chains import Chain
from graph.names.lexicon import Lexicon
from graph.names.plain import is_plain
from graph.names.tokens import CLOSE, OPEN, WORD, Token
from graph.words import read_ending

_BRANCH, HOLDER = "branch", "akimat"
#: Tokens between a body and the word for its branch, at most.
_LONGEST = 12
#: Small words between a name in quotes and the word for its kind, at most.
_LONGEST_KIND = 4
#: Tokens between a word of its own in quotes and the head word of a body, at most.
_LONGEST_TASK = 14


def branch_end(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """The token after the word for a branch that follows a body which ends before token `at`.

    Between them stand at most where it is and its own name in quotes.
    """
    at = _after_place(tokens, at, words)
    if at < len(tokens) and tokens[at].role == OPEN:
        closes = range(at + 1, min(at + _LONGEST, len(tokens)))
        at = next((one + 1 for one in closes if tokens[one].role == CLOSE), len(tokens))
    if at >= len(tokens) or tokens[at].role != WORD:
        return None
    kind, form = words.kind([tokens[at].word]), words.inflections.get(tokens[at].word)
    told = kind is not None and kind.code == _BRANCH and form is not None
    return at + 1 if told and form and form.possessed and not form.plural else None


def _after_place(tokens: Sequence[Token], at: int, words: Lexicon) -> int:
    """The token after the words that say where a branch is, if they stand at `at`."""
    first = at
    while at < len(tokens) and at - first < _LONGEST:
        token = tokens[at]
        form = words.inflections.get(token.word)
        level = form is not None and form.lemma in words.levels
        if token.word in words.located or (form is not None and level and form.case == "loc"):
            return at + 1
        if token.role != WORD or not (token.capital or level):
            return first
        at += 1
    return first


def kind_end(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """The token after the word for the kind of a body whose own name in quotes ends before token
    `at`, and nothing but small words that stand in no case between: «X» ұлттық әл-ауқат қоры.
    """
    for head in range(at, min(at + 1 + _LONGEST_KIND, len(tokens))):
        if tokens[head].role != WORD or not (head == at or _goes_before(tokens[head - 1], words)):
            return None
        kind = words.kind([one.word for one in tokens[at : head + 1]])
        form = words.inflections.get(tokens[head].word)
        if form is None or not form.possessed:
            continue
        told = kind is not None and not kind.office and not form.plural
        told = told and kind is not None and (head > at or is_plain(kind))
        return head + 1 if told and not tokens[head].capital else None
    return None


def task_end(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """The token after the head word of a body whose place and task stand between that and a word of
    its own in quotes, which ends before token `at`: «X» Бақ өңіраралық су және жер департаменті.
    """
    for head in range(at + 1, min(at + _LONGEST_TASK, len(tokens))):
        token = tokens[head]
        form = words.inflections.get(token.word)
        if token.role != WORD or token.word in words.stops or (form and form.lemma in words.forms):
            return None
        if form is None or not form.possessed:
            continue
        kind = words.kind([one.word for one in tokens[at : head + 1]])
        if kind is not None and not kind.office:
            return head + 1 if form.case == "nom" and not form.plural else None
        if form.case == "gen":
            return None
    return None


def _goes_before(token: Token, words: Lexicon) -> bool:
    """Whether a small word may stand in a name before the word for its kind."""
    if token.role != WORD or token.capital or token.word in words.stops | words.joiners:
        return False
    form = words.inflections.get(token.word)
    return form is None and read_ending(token.word, words.language)[1] == "nom"


def holds(tokens: Sequence[Token], above: Chain, first: int, words: Lexicon) -> bool:
    """Whether a chain is the akimat of the place with which the name at `first` begins: «Алма
    облысы әкімдігі Алма облысы әкімі аппаратының «X» мекемесі».
    """
    if tokens[first].role != WORD:
        return False
    kind = words.kind([tokens[above.end - 1].word])
    size = above.end - 1 - above.start
    place, same = ([one.word for one in tokens[at : at + size]] for at in (above.start, first))
    return kind is not None and kind.code == HOLDER and place == same
