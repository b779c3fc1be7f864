"""Names without quotes: from the country or a place, over superiors, to the last head word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.names.headwords import case_of, is_head, is_initial, is_of_a_task, is_told_to_make
from graph.names.lexicon import Lexicon
from graph.names.plain import plainly_named
from graph.names.starts import (
    LONGEST_STEP,
    Reach,
    begin_as_holder,
    begin_beside,
    begin_by_task,
    begin_local,
    is_of_level,
)
from graph.names.tokens import CLOSE, OPEN, SIGN, WORD, Token
from graph.words import read_ending

#: Words between two head words of one name, at most.
LONGEST_PLACES = 24
#: Cases of place and means: what stands in them is no part of a name that goes on in small letters.
_MEANS = ("dat", "loc", "abl", "ins")
#: Words of a place in quotes, at most, and the quote that opens it.
LONGEST_QUOTED = 4


@dataclass(frozen=True, slots=True)
class Chain:
    """A name without quotes: tokens from `start` to `end`; `shared` begins it when it stands
    elsewhere (the country in «… Президенті мен Үкіметінің»).
    """

    start: int
    end: int
    shared: tuple[int, int] | None = None


def read_chains(tokens: Sequence[Token], words: Lexicon, *, ordered: bool = False) -> list[Chain]:
    """Every name without quotes in order of the text, none overlapping; `ordered` tells that the
    text stands under the verb of a deed.
    """
    found: list[Chain] = []
    at, free = 0, 0
    while at < len(tokens):
        plain = plainly_named(tokens, at, free, words)
        if plain is not None:
            found.append(Chain(_under_last(tokens, plain[0], found, words), plain[1]))
            at = free = plain[1]
            continue
        begun = _begin(tokens, at, free, words, ordered)
        if begun is None:
            at += 1
            continue
        start, reach = begun
        chains = _follow(tokens, start, reach, words)
        found += chains
        at = free = max(chains[-1].end if chains else 0, reach.at)
    return found


def _under_last(tokens: Sequence[Token], at: int, found: list[Chain], words: Lexicon) -> int:
    """Where a name begins whose own words begin at `at`: with the superior before it, if any."""
    last = found[-1] if found else None
    if last is None or last.end != at or last.shared or case_of(tokens[at - 1], words) != "gen":
        return at
    return found.pop().start


def _begin(
    tokens: Sequence[Token], at: int, free: int, words: Lexicon, ordered: bool
) -> tuple[int, Reach] | None:
    """A name that begins with the country at `at`, with a place that ends there, or by its task."""
    after = country_end(tokens, at, words)
    if after is not None:
        return at, Reach(after, 0)
    level = words.level(tokens[at].word)
    if level:
        start = place_start(tokens, at, free, words)
        start = begin_local(tokens, at, words, ordered=ordered) if start is None else start
        return None if start is None else (start, Reach(at + 1, level))
    if is_of_level(tokens[at], words):
        start = begin_local(tokens, at, words, ordered=ordered)
        return None if start is None else (start, Reach(at + 1, 9))
    by_task = begin_by_task(tokens, at, free, words, ordered=ordered)
    beside = by_task or begin_beside(tokens, at, free, words)
    return beside or begin_as_holder(tokens, at, free, words)


def country_end(tokens: Sequence[Token], at: int, words: Lexicon) -> int | None:
    """The token after the name of the country that begins at `at`."""
    if tokens[at].word in words.country_short and tokens[at].capital:
        return at + 1
    if tokens[at].word not in words.country_beginnings:
        return None
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
        if first < free or not is_proper(tokens[first], words):
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
    if first < free or not is_proper(tokens[first], words):
        return None
    return _name_start(tokens, first, free, words)


def _name_start(tokens: Sequence[Token], first: int, free: int, words: Lexicon) -> int:
    """The first of the capital words that end at `first`."""
    while first - 1 >= free and is_proper(tokens[first - 1], words):
        if words.short_form([tokens[first - 1].word.partition("-")[0]]):
            # A form in capitals ends the name before: «X» КММ Алма қаласының …
            break
        first -= 1
    return first


def _small(token: Token) -> bool:
    return token.role == WORD and not token.capital


def is_proper(token: Token, words: Lexicon) -> bool:
    """A word with a capital that may be a name, since no list has it."""
    return token.role == WORD and token.capital and not _closed(token, words)


def _closed(token: Token, words: Lexicon) -> bool:
    """A word that ends another name, or that no name holds."""
    word = token.word
    return word in words.stops or word in words.inflections or word[0].isdigit()


def _follow(tokens: Sequence[Token], start: int, reach: Reach, words: Lexicon) -> list[Chain]:
    """The names that begin at `start`: one, or several that share their beginning."""
    above = reach.at
    ends: list[int] = []
    for head, case in _heads(tokens, reach, words):
        if ends and is_told_to_make(tokens, ends[-1], head, words):
            break
        ends.append(head + 1)
        if case not in ("nom", "gen"):
            break
    if not ends:
        return []
    end = reach.at = ends[-1]
    chains = [Chain(start, end)]
    twin = end + 1
    joined = twin < len(tokens) and tokens[end].word in words.joiners and tokens[twin].capital
    if joined and is_head(tokens, twin, words):
        return [*chains, Chain(twin, twin + 1, (start, above))]
    besides = _office_besides(tokens, Chain(start, end), above, words)
    if besides:
        reach.at = besides.end
        return [*chains, besides]
    superior = ends[-2] if len(ends) > 1 else above
    return chains + list(_alike(tokens, Chain(start, end), superior, words))


def _office_besides(
    tokens: Sequence[Token], first: Chain, above: int, words: Lexicon
) -> Chain | None:
    """The office that a deputy of the one named holds besides, who shares its beginning: «…
    Премьер-Министрінің орынбасары – Бақ министрінің».
    """
    at = first.end
    while at < len(tokens) and tokens[at].word in words.deputies:
        at += 1
    begin = at + 1
    dash = begin < len(tokens) and at > first.end and tokens[at].role == SIGN
    if not dash or country_end(tokens, begin, words) or not _begins_own(tokens, begin, words):
        return None
    ahead = range(begin, min(begin + LONGEST_STEP, len(tokens)))
    signs = (at for at in ahead if tokens[at].role != WORD and not _inner_comma(tokens, at))
    last = next(signs, len(tokens))
    head = next((at for at in ahead if at < last and is_head(tokens, at, words)), None)
    return None if head is None else Chain(begin, head + 1, (first.start, above))


def _alike(tokens: Sequence[Token], first: Chain, superior: int, words: Lexicon) -> Iterator[Chain]:
    """The names that follow one in a list and are of bodies of its kind under its superior, whose
    name ends before `superior`: «… министрлігінің Бақ комитеті, Су комитеті және Жол комитеті».
    """
    known, begin = words.inflections[tokens[first.end - 1].word], first.end + 1
    if not known.possessed or known.case != "nom" or not tokens[superior].capital:
        return
    while begin < len(tokens) and tokens[begin - 1].word in (*words.joiners, ","):
        end = _own_end(tokens, begin, known.lemma, words)
        if end is None:
            return
        yield Chain(begin, end, (first.start, superior))
        begin = end + 1


def _own_end(tokens: Sequence[Token], begin: int, lemma: str, words: Lexicon) -> int | None:
    """Where a name without superiors ends that begins with a capital word and ends with this head
    word.
    """
    if not _begins_own(tokens, begin, words) or country_end(tokens, begin, words) is not None:
        return None
    for at in range(begin + 1, min(begin + LONGEST_STEP, len(tokens))):
        token, form = tokens[at], words.inflections.get(tokens[at].word)
        other = form is not None and form.possessed and form.case == "gen" and form.lemma != lemma
        apart = token.role != WORD and not _inner_comma(tokens, at)
        if apart or other or token.word in words.stops or words.level(token.word) is not None:
            return None
        if form is not None and form.lemma == lemma and is_head(tokens, at, words):
            return None if form.plural else at + 1
    return None


def _begins_own(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a capital word begins a name, and is not the term for a body named before."""
    token = tokens[at]
    if token.role != WORD or not token.capital or token.word in words.stops:
        return False
    after = tokens[at + 1 : at + 2]
    goes_on = bool(after) and _small(after[0]) and after[0].word not in words.joiners
    return goes_on or token.word not in words.inflections


def _heads(tokens: Sequence[Token], reach: Reach, words: Lexicon) -> Iterator[tuple[int, str]]:
    """Head words of a name and its superiors one after another, each with its case."""
    at, step, careful, placed = reach.at, 0, False, reach.at
    while at < len(tokens) and step <= LONGEST_STEP:
        token = tokens[at]
        inside = words.level(tokens[at - 1].word) is not None
        if (step == 0 or inside) and (beyond := quoted_place(tokens, at, words, inside)):
            at, step = beyond, 1
            continue
        if is_initial(tokens, at):
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
        following = {one.word for one in tokens[at + 1 : at + 2]}
        if step and token.word in words.matters and following & words.purpose:
            # «… мәселелері жөніндегі»: the task of the body.
            at, step = at + 2, step + 2
            continue
        if _ends_name(token, careful, words) and not is_of_a_task(tokens, at, words):
            return
        level = words.level(token.word)
        if level is not None:
            # A town may lie in a district, right behind which it stands, as a district in a town.
            within = level + 1 == reach.level and place_start(tokens, at, placed, words) == placed
            deeper = level > reach.level or within
            if not deeper or case_of(token, words) not in ("nom", "gen"):
                return
            reach.level, step, placed = max(level, reach.level), step + 1, at + 1
        elif is_head(tokens, at, words):
            yield at, words.inflections[token.word].case
            step = -1
        at += 1
        step += 1


def quoted_place(tokens: Sequence[Token], at: int, words: Lexicon, inside: bool) -> int | None:
    """The noun of a place whose name stands in quotes right behind a superior: «… департаменті
    «Есіл» ауданының …», or behind the place that it lies `inside`: «… қаласы «Есіл» ауданы …».
    """
    end = at + 1
    while end < len(tokens) - 1 and end - at < LONGEST_QUOTED and is_proper(tokens[end], words):
        end += 1
    quoted = tokens[at].role == OPEN and end > at + 1 and tokens[end].role == CLOSE
    held = quoted and end + 1 < len(tokens) and words.level(tokens[end + 1].word) is not None
    cases = ("nom", "gen") if inside else ("gen",)
    return end + 1 if held and case_of(tokens[end + 1], words) in cases else None


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
        if not (joins or noun or is_proper(tokens[end], words)):
            return None
    return None


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
