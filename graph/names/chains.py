"""Names without quotes: from the country or a place, over superiors, to the last head word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.names.lexicon import Lexicon
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token
from graph.words import read_ending

#: Words between two head words of one name, at most.
LONGEST_PLACES = 24
LONGEST_STEP = 14
#: Cases of place and means: what stands in them is no part of a name that goes on in small letters.
_MEANS = ("dat", "loc", "abl", "ins")
#: Tokens of a bracket behind a name that gives it a short one, at most.
LONGEST_TERM = 8
#: Words of a place in quotes, at most, and the quote that opens it.
LONGEST_QUOTED = 4
#: Words of a body that is named by its task, at most.
LONGEST_PURPOSE = 24


@dataclass(frozen=True, slots=True)
class Chain:
    """A name without quotes: tokens from `start` to `end`; `shared` begins it when it stands
    elsewhere (the country in «… Президенті мен Үкіметінің»).
    """

    start: int
    end: int
    shared: tuple[int, int] | None = None


@dataclass(slots=True)
class Reach:
    """How far a name has been followed: the next token, the level of its last place."""

    at: int
    level: int


def read_chains(tokens: Sequence[Token], words: Lexicon) -> list[Chain]:
    """Every name without quotes in order of the text, none overlapping."""
    found: list[Chain] = []
    at, free = 0, 0
    while at < len(tokens):
        begun = _begin(tokens, at, free, words)
        if begun is None:
            at += 1
            continue
        start, reach = begun
        chains = _follow(tokens, start, reach, words)
        found += chains
        at = free = max(chains[-1].end if chains else 0, reach.at)
    return found


def _begin(tokens: Sequence[Token], at: int, free: int, words: Lexicon) -> tuple[int, Reach] | None:
    """A name that begins with the country at `at`, with a place that ends there, or by its task."""
    after = country_end(tokens, at, words)
    if after is not None:
        return at, Reach(after, 0)
    level = words.level(tokens[at].word)
    if level:
        start = place_start(tokens, at, free, words)
        return None if start is None else (start, Reach(at + 1, level))
    by_task = _begin_by_task(tokens, at, free, words)
    return _begin_beside(tokens, at, free, words) if by_task is None else by_task


def country_end(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """The token after the name of the country that begins at `at`."""
    if tokens[at].word in words.country_short and tokens[at].capital:
        return at + 1
    for name in words.countries:
        end = at + len(name)
        if end > len(tokens) or tokens[at].word != name[0]:
            continue
        last = words.inflections.get(tokens[end - 1].word)
        if last and last.nominative == name[-1] and last.case in ("nom", "gen"):
            return end
    return None


def place_start(tokens: Sequence[Token], at: int, free: int, words: Lexicon) -> int | None:
    """The first token of a place whose noun stands at `at`: «Бөкей ордасы ауданы».

    The word before the noun may be small if a capital one stands before it, or all may stand in
    quotes. An adjective follows its name at once: «Жамбыл аудандық».
    """
    first = at - 1
    if tokens[at].word in words.adjectives:
        if first < free or not _proper(tokens[first], words):
            return None
        named = not tokens[first].word.endswith(words.adjective_endings)
        return _name_start(tokens, first, free, words) if named else None
    if first > free and tokens[first].role == CLOSE:
        quotes = (
            k for k in range(first - 1, max(free, first - 4) - 1, -1) if tokens[k].role == OPEN
        )
        return next(quotes, None)
    if first >= free and _small(tokens[first]) and not _closed(tokens[first], words):
        first -= 1
    if first < free or not _proper(tokens[first], words):
        return None
    return _name_start(tokens, first, free, words)


def _name_start(tokens: Sequence[Token], first: int, free: int, words: Lexicon) -> int:
    """The first of the capital words that end at `first`."""
    while first - 1 >= free and _proper(tokens[first - 1], words):
        first -= 1
    return first


def _small(token: Token) -> bool:
    return token.role == WORD and not token.capital


def _proper(token: Token, words: Lexicon) -> bool:
    return token.role == WORD and token.capital and not _closed(token, words)


def _closed(token: Token, words: Lexicon) -> bool:
    """A word that ends another name, or that no name holds."""
    word = token.word
    return word in words.stops or word in words.inflections or word[0].isdigit()


def _begin_by_task(
    tokens: Sequence[Token], at: int, free: int, words: Lexicon
) -> tuple[int, Reach] | None:
    """A body named by its task: «… қорғау жөніндегі облыстық комиссия»."""
    kind = words.kind([tokens[at].word])
    if kind is None or not kind.purpose:
        return None
    low = max(free, at - LONGEST_PURPOSE)
    made = at + 1 < len(tokens) and tokens[at + 1].word in words.deeds
    tasks = words.purpose | words.tasks if made else words.purpose
    marks = [k for k in range(max(low, at - 6), at) if tokens[k].word in tasks]
    start = marks[-1] if marks else 0
    if start > low and tokens[start - 1].word in words.matters:
        start -= 1
    while start > low:
        if tokens[start - 1].word == ")" and tokens[start - 1].role == SIGN:
            start = _bracket_start(tokens, start - 1, low)
        if _between_years(tokens, start - 1):
            start -= 1
        if tokens[start - 1].role != WORD or tokens[start - 1].word in words.stops:
            break
        start -= 1
    return (start, Reach(at, 9)) if marks and start < marks[-1] else None


def _between_years(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands between two numbers: «2008 - 2010 жылдарға арналған»."""
    around = tokens[at - 1 : at + 2 : 2] if at else ()
    return tokens[at].word in "-–—" and all(one.word[0].isdigit() for one in around)


def _begin_beside(
    tokens: Sequence[Token], at: int, free: int, words: Lexicon
) -> tuple[int, Reach] | None:
    """A council that is made beside somebody: «… Президентінің жанынан Бақ кеңесі құрылсын»."""
    kind = words.kind([tokens[at].word])
    form = words.inflections.get(tokens[at].word)
    if kind is None or form is None or not _is_told(tokens, at, form.lemma, words):
        return None
    start = at
    while start > free and at - start < LONGEST_STEP and tokens[start - 1].role == WORD:
        if tokens[start - 1].word in words.stops:
            break
        start -= 1
    beside = start > free and tokens[start - 1].word in words.beside
    return (start, Reach(at, 9)) if beside and start < at and tokens[start].capital else None


def _bracket_start(tokens: Sequence[Token], close: int, low: int) -> int:
    """The token that opens a bracket without others inside, or the one after its end."""
    opened = (k for k in range(close - 1, low, -1) if tokens[k].word in "()")
    at = next(opened, None)
    return at if at is not None and tokens[at].word == "(" else close + 1


def _follow(tokens: Sequence[Token], start: int, reach: Reach, words: Lexicon) -> list[Chain]:
    """The names that begin at `start`: one, or two that share their beginning."""
    shared = (start, reach.at)
    end = None
    for head, case in _heads(tokens, reach, words):
        end = head + 1
        if case not in ("nom", "gen"):
            break
    if end is None:
        return []
    reach.at = end
    chains = [Chain(start, end)]
    twin = end + 1
    joined = twin < len(tokens) and tokens[end].word in words.joiners and tokens[twin].capital
    if joined and _is_head(tokens, twin, words):
        chains.append(Chain(twin, twin + 1, shared))
    return chains


def _heads(tokens: Sequence[Token], reach: Reach, words: Lexicon) -> Iterator[tuple[int, str]]:
    """Head words of a name and its superiors one after another, each with its case."""
    at, step, careful = reach.at, 0, False
    while at < len(tokens) and step <= LONGEST_STEP:
        token = tokens[at]
        inside = words.level(tokens[at - 1].word) is not None
        if (step == 0 or inside) and (beyond := quoted_place(tokens, at, words, inside)):
            at, step = beyond, 1
            continue
        if _is_initial(tokens, at):
            at += 2
            continue
        if token.role != WORD:
            if not (_inner_comma(tokens, at) and step):
                return
            at += 1
            continue
        if step == 0:
            careful = not token.capital
            if beyond := _across_end(tokens, at, words):
                at, step = beyond, 1
                continue
            if token.word in words.joiners:
                return
        if _ends_name(token, careful, words):
            return
        level = words.level(token.word)
        if level is not None:
            if level <= reach.level or _case(token, words) not in ("nom", "gen"):
                return
            reach.level, step = level, step + 1
        elif _is_head(tokens, at, words):
            yield at, words.inflections[token.word].case
            step = -1
        at += 1
        step += 1


def quoted_place(tokens: Sequence[Token], at: int, words: Lexicon, inside: bool) -> int | None:
    """The noun of a place whose name stands in quotes right behind a superior: «… департаменті
    «Есіл» ауданының …», or behind the place that it lies `inside`: «… қаласы «Есіл» ауданы …».
    """
    end = at + 1
    while end < len(tokens) - 1 and end - at < LONGEST_QUOTED and _proper(tokens[end], words):
        end += 1
    quoted = tokens[at].role == OPEN and end > at + 1 and tokens[end].role == CLOSE
    held = quoted and end + 1 < len(tokens) and words.level(tokens[end + 1].word) is not None
    cases = ("nom", "gen") if inside else ("gen",)
    return end + 1 if held and _case(tokens[end + 1], words) in cases else None


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
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


def _across_end(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """Behind several places across which a body works: «Ақмола, Қарағанды облыстары бойынша»."""
    several = False
    for end in range(at, min(at + LONGEST_PLACES, len(tokens))):
        word = tokens[end].word
        if word in words.across:
            return end + 1 if several and end > at else None
        form = words.inflections.get(word)
        noun = form is not None and form.lemma in words.levels
        joins = word in words.joiners or word == ","
        several = several or joins
        if not (joins or noun or _proper(tokens[end], words)):
            return None
    return None


def _case(token: Token, words: Lexicon) -> str:
    form = words.inflections.get(token.word)
    return form.case if form else "nom"


def _inner_comma(tokens: Sequence[Token], at: int) -> bool:
    following = at + 1
    return (
        tokens[at].role == SIGN
        and tokens[at].word == ","
        and following < len(tokens)
        and _small(tokens[following])
    )


def _ends_name(token: Token, careful: bool, words: Lexicon) -> bool:
    """A word that cannot stand inside a name without quotes.

    After small words have begun to follow a head word, a word in a case of place or means shows
    that the sentence has gone on.
    """
    if token.word in words.stops or token.word[0].isdigit() or token.word[0] == "№":
        return True
    form = words.inflections.get(token.word)
    if form is not None and form.plural and form.possessed:
        return True
    if token.capital or not careful or (form is not None and form.possessed):
        return False
    return token.word not in words.inside and read_ending(token.word, words.language)[1] in _MEANS


def _is_head(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    form = words.inflections.get(tokens[at].word)
    if form is None or form.plural:
        return False
    kind = words.kind([token.word for token in tokens[max(0, at - 3) : at + 1]])
    if kind is None:
        return False
    if kind.bare and (form.possessed or kind.purpose):
        return True
    told = (form.possessed or kind.purpose) and form.case == "nom"
    return told and _is_told(tokens, at, form.lemma, words)


def _is_told(tokens: Sequence[Token], at: int, lemma: str, words: Lexicon) -> bool:
    """Whether what stands behind a head word tells that it ends a name: the verb of a deed, or a
    bracket in which it stands as a term.
    """
    after = tokens[at + 1 : at + 2 + LONGEST_TERM]
    if not after or after[0].word in words.deeds:
        return bool(after)
    ends = (number for number, token in enumerate(after) if token.word == ")")
    end = next(ends, 0) if after[0].word == "(" else 0
    term = words.inflections.get(after[end - 1].word) if end > 1 else None
    defined = words.hereafter.match(" ".join(token.word for token in after[: end + 1]))
    return (
        defined is not None and term is not None and term.lemma == lemma and after[end - 1].capital
    )
