"""What tells one body from another: its own words, and the places within which they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.model import Mention
from graph.names import headfirst
from graph.names.lexicon import Lexicon, compiled
from graph.names.parts import Anatomy
from graph.names.tokens import SIGN, WORD, Token, tokenise
from graph.words import fold


@dataclass(frozen=True, slots=True)
class Scope:
    """The identity of a name, all in the form for comparing.

    `words` is the own name without places, country and brackets, its head word in the dictionary
    form. `places` are outermost first; `own_place` tells that the last of them stands in the own
    name, `first_level` how deep the first lies. `national`: the country is named. `generic`: the
    words tell nothing but kinds («емханасы бар госпиталі»).
    """

    words: str
    places: tuple[str, ...]
    own_place: bool
    first_level: int
    national: bool
    generic: bool


@lru_cache(maxsize=65536)
def read_scope(own: str, chain: tuple[str, ...], language: str) -> Scope:
    """The scope of an own name under its superiors."""
    words = compiled(language)
    name = _anatomy(own, words)
    above = _anatomy(chain[-1], words) if chain else None
    kept = _kept(name)
    inner = [(place.name, place.level) for place in name.places]
    outer = [(place.name, place.level) for place in above.places] if above else []
    places = list(dict.fromkeys([*outer, *inner]))
    return Scope(
        words=_compared(kept, words),
        places=tuple(fold(place, language) for place, _ in places),
        own_place=bool(inner),
        first_level=places[0][1] if places else 0,
        national=name.in_country() or (above is not None and above.in_country()),
        generic=all(_says_nothing(one.word, words) for one in kept),
    )


def _says_nothing(word: str, words: Lexicon) -> bool:
    """Whether many bodies have a word in their names: a kind, what leads on, «хозяйственное»."""
    return word in words.inflections or word in words.goes_on or word in words.untelling


def scope_of(mention: Mention) -> Scope:
    """The scope of a mention: national also by a form or kind that is one in the country."""
    scope = read_scope(mention.own, mention.chain, mention.language)
    everywhere = compiled(mention.language).everywhere
    if {mention.form, mention.kind} & everywhere and not scope.places:
        return _nationwide(scope)
    return scope


@lru_cache(maxsize=4096)
def _nationwide(scope: Scope) -> Scope:
    return replace(scope, national=True)


def _anatomy(name: str, words: Lexicon) -> Anatomy | headfirst.Anatomy:
    if words.head_first:
        return headfirst.Anatomy(name, tokenise(name, words), words)
    return Anatomy(name, tokenise(name, words), words)


def _kept(name: Anatomy | headfirst.Anatomy) -> list[Token]:
    """The words of a name that are its own: no places, no country, nothing in brackets."""
    dropped = {at for place in name.places for at in range(place.start, place.end)}
    dropped.update(name.country_tokens())
    depth, kept = 0, []
    for at, token in enumerate(name.tokens):
        depth += (token.word == "(") - (token.word == ")")
        if token.role == WORD and depth <= 0 and at not in dropped:
            kept.append(token)
    rest = [token for token in kept if token.word not in name.words.across]
    return rest or [token for token in name.tokens if token.role != SIGN]


def _compared(tokens: Sequence[Token], words: Lexicon) -> str:
    if not tokens:
        return ""
    named = max(words.named_after, key=len, default="")
    *before, last = (named if one.word in words.named_after else one.word for one in tokens)
    form = words.inflections.get(last)
    bare = (_bare(one, words) for one in before)
    return fold(" ".join([*bare, form.lemma if form else last]), words.language)


def _bare(word: str, words: Lexicon) -> str:
    """A noun of which the next one is, without the ending that may be left out: «президентінің»."""
    form = None if words.head_first else words.inflections.get(word)
    return form.nominative if form and form.possessed and form.case == "gen" else word
