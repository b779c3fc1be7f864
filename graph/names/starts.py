"""Names without quotes that no country or place begins: by their task, by what stands around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.names.headwords import case_of, is_head, is_told
from graph.names.lexicon import Lexicon
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token, stands
from graph.words import read_ending

#: Words between two head words of one name, at most.
LONGEST_STEP = 14
#: Tokens between the name of a local body and the verb of its deed, at most.
LONGEST_DEED = 60
#: Words of a body that is named by its task, at most.
LONGEST_PURPOSE = 24


@dataclass(slots=True)
class Reach:
    """How far a name has been followed: the next token, the level of its last place."""

    at: int
    level: int


def begin_by_task(
    tokens: Sequence[Token], at: int, free: int, words: Lexicon, *, ordered: bool = False
) -> tuple[int, Reach] | None:
    """A body named by its task: «… қорғау жөніндегі облыстық комиссия», «… басқарма құрылсын»."""
    kind = words.kind([tokens[at].word])
    made = at + 1 < len(tokens) and tokens[at + 1].word in words.deeds
    ends = made or (ordered and all(one.role == SIGN for one in tokens[at + 1 :]))
    if kind is None or not (kind.purpose or (kind.above and ends and _is_bare(tokens[at], words))):
        return None
    low = max(free, at - LONGEST_PURPOSE)
    tasks = words.purpose | words.tasks if made else words.purpose
    marks = [k for k in range(max(low, at - 6), at) if tokens[k].word in tasks]
    start = marks[-1] if marks else 0
    if start > low and tokens[start - 1].word in words.matters:
        start -= 1
    while start > low:
        if tokens[start - 1].word == ")" and tokens[start - 1].role == SIGN:
            start = bracket_start(tokens, start - 1, low)
        if _between_years(tokens, start - 1):
            start -= 1
        if tokens[start - 1].role == CLOSE and marks and start < marks[-1]:
            return _quote_start(tokens, start - 1, low), Reach(at, 9)
        if tokens[start - 1].role != WORD or tokens[start - 1].word in words.stops:
            break
        start -= 1
    return (start, Reach(at, 9)) if marks and start < marks[-1] else None


def _is_bare(token: Token, words: Lexicon) -> bool:
    """Whether a head word is nobody's and only one: «облыстық басқарма»."""
    form = words.inflections.get(token.word)
    return form is not None and not form.possessed and not form.plural and form.case == "nom"


def _between_years(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands between two numbers: «2008 - 2010 жылдарға арналған»."""
    around = tokens[at - 1 : at + 2 : 2] if at else ()
    return tokens[at].word in "-–—" and all(one.word[0].isdigit() for one in around)


def begin_beside(
    tokens: Sequence[Token], at: int, free: int, words: Lexicon
) -> tuple[int, Reach] | None:
    """A council that is made beside somebody: «… Президентінің жанынан Бақ кеңесі құрылсын», or
    of what a name in quotes begins: ««Бақ» кластерінің кеңесі құрылсын».
    """
    form = words.inflections.get(tokens[at].word)
    told = form is not None and is_told(tokens, at, form.lemma, words)
    if not told or not is_head(tokens, at, words):
        return None
    start = at
    while start > free and at - start < LONGEST_STEP and tokens[start - 1].role == WORD:
        if tokens[start - 1].word in words.stops:
            break
        start -= 1
    if start > free and tokens[start - 1].role == CLOSE:
        owned = any(read_ending(one.word, words.language)[1] == "gen" for one in tokens[start:at])
        opened = _quote_start(tokens, start - 1, free)
        begins = opened < start and (opened == 0 or tokens[opened - 1].role != WORD)
        return (opened, Reach(at, 9)) if owned and begins else None
    beside = start > free and tokens[start - 1].word in words.beside
    return (start, Reach(at, 9)) if beside and start < at and tokens[start].capital else None


def begin_local(
    tokens: Sequence[Token], at: int, words: Lexicon, *, ordered: bool = False
) -> int | None:
    """Where a local body begins that its level names and no place: «облыстық бақ басқармасы»,
    «облыстың бақ басқармасы». Only what a deed is done to in its sentence is one, or in a row that
    stands under an `ordered` deed; elsewhere the words may mean that of any place.
    """
    if not is_of_level(tokens[at], words) or _is_made_for_a_task(tokens, at, words):
        return None
    if all(_is_bare(one, words) and words.kind([one.word]) for one in tokens[at + 1 : at + 2]):
        # «… жөніндегі облыстық басқарма»: the task before it names the body.
        return None
    for behind in range(at + 1, min(at + LONGEST_DEED, len(tokens))):
        word = tokens[behind].word
        if word in words.local or any(stands(tokens, behind, one) for one in words.becomes):
            return at
        if word in (";", ":") or (word == "." and len(tokens[behind - 1].word) > 1):
            break
    return at if ordered else None


def is_of_level(token: Token, words: Lexicon) -> bool:
    """Whether a word says of what level a body is, and not of which place."""
    form = words.inflections.get(token.word)
    noun = form is not None and form.lemma in words.levels and form.case == "gen"
    alone = form is not None and not form.possessed and not form.plural
    return token.word in words.adjectives or (noun and alone)


def _is_made_for_a_task(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether the first kind that words from `at` on tell is of commissions and the like: they
    come and go, and no adjective of a level makes them local bodies.
    """
    for head in range(at + 1, min(at + LONGEST_STEP, len(tokens))):
        kind = words.kind([one.word for one in tokens[max(at, head - 3) : head + 1]])
        if kind is not None:
            return kind.purpose or kind.office
    return False


def begin_as_holder(
    tokens: Sequence[Token], at: int, free: int, words: Lexicon
) -> tuple[int, Reach] | None:
    """Who holds others, without the country: «Бақ министрлігі Алма комитетінің қарамағына»."""
    held = at + 1 < len(tokens) and tokens[at + 1].word in words.holding
    if not held or case_of(tokens[at], words) != "gen" or not is_head(tokens, at, words):
        return None
    start, head = at, at
    while (first := _first_of_step(tokens, head, free, words)) is not None:
        start, head = first, first - 1
        if start == free or not _is_above(tokens[head], words):
            break
    return (start, Reach(at, 9)) if start < at else None


def _first_of_step(tokens: Sequence[Token], head: int, free: int, words: Lexicon) -> int | None:
    """The capital word with which the words before a head word begin, all others being small."""
    for at in range(head - 1, max(free, head - LONGEST_STEP) - 1, -1):
        token = tokens[at]
        if token.role != WORD or token.word in words.stops:
            return None
        if token.capital:
            return None if token.word in words.inflections else at
    return None


def _is_above(token: Token, words: Lexicon) -> bool:
    """Whether a word may end the name of a superior."""
    form = words.inflections.get(token.word)
    kind = words.kind([token.word]) if form is not None and form.possessed else None
    return kind is not None and kind.above and form is not None and not form.plural


def _quote_start(tokens: Sequence[Token], close: int, low: int) -> int:
    """The token that opens a quote, or the one after its end."""
    opened = (k for k in range(close - 1, low - 1, -1) if tokens[k].role in (OPEN, CLOSE))
    at = next(opened, None)
    return at if at is not None and tokens[at].role == OPEN else close + 1


def bracket_start(tokens: Sequence[Token], close: int, low: int) -> int:
    """The token that opens a bracket without others inside, or the one after its end."""
    opened = (k for k in range(close - 1, low, -1) if tokens[k].word in "()")
    at = next(opened, None)
    return at if at is not None and tokens[at].word == "(" else close + 1
