"""How much speaks for two names in different languages being of one body."""

from __future__ import annotations

from functools import lru_cache

from graph.claims.places import find_place
from graph.model import Mention
from graph.names import national_name, read_name
from graph.names.lexicon import compiled
from graph.words import fold, plain, slug

#: The language in which registers tell places.
PLACES_IN = "kk"
#: Letters that two words in different languages must begin with alike to be one borrowed word.
ALIKE = 4
#: How much more likely a pair is whose names say one national body as their superior.
SUPERIOR = 0.12
#: Words that two names must have borrowed both to be as like as borrowed words can tell.
ENOUGH = 2


def likeness(one: Mention, other: Mention, in_all: frozenset[str] = frozenset()) -> float:
    """How much speaks for two mentions in different languages being of one body, from 0 to
    about 1.2; 0 when something speaks against it: another place, kind, number, legal form,
    ministry. Words that begin as in `in_all` tell nothing.
    """
    names = national_name(one), national_name(other)
    if names[0] and names[0] == names[1]:
        return 1.0
    if names[0] and names[1]:
        return 0.0
    told = (
        (_equal(one.kind, other.kind), 0.1),
        (_one_form(one.form, other.form), 0.08),
        (_equal(one.number, other.number), 0.1),
        (_equal(one.nature, other.nature), 0.0),
    )
    place = _place_likeness(one, other)
    under = _equal(_national_superior(one), _national_superior(other))
    if place is None or under is False or any(test is False for test, _ in told):
        return 0.0
    chain = 0.06 * (len(one.chain) == len(other.chain)) + SUPERIOR * bool(under)
    score = 0.3 + sum(weight for test, weight in told if test) + 0.22 * place + chain
    return round(score + 0.24 * _borrowed(one, other, in_all), 3)


@lru_cache(maxsize=16384)
def _national_superior(mention: Mention) -> str | None:
    """The key of the national body that a name says its body is under, if it says one."""
    if not mention.chain:
        return None
    return national_name(read_name(mention.chain[0], mention.language))


def _equal(one: object, other: object) -> bool | None:
    """Whether two things are equal; None when one of them is not known."""
    return None if one is None or other is None else one == other


def _one_form(one: str | None, other: str | None) -> bool | None:
    """Whether two legal forms are one; None also where one is the other told more closely, whose
    code ends in it: an enterprise of the treasury, a republican one.
    """
    if one is None or other is None or one == other:
        return _equal(one, other)
    return None if one.endswith(other) or other.endswith(one) else False


def _place_likeness(one: Mention, other: Mention) -> float | None:
    """How alike the places of two mentions are, from 0 to 1; None when they are two places."""
    if one.place is None or other.place is None:
        return 0.0
    first = find_place(one.place, one.language)
    second = find_place(other.place, other.language)
    if first and second:
        return 1.0 if first.code == second.code else None
    if _level(one.place, one.language) != _level(other.place, other.language):
        return None
    roots = _roots(one.place, one.language), _roots(other.place, other.language)
    common = len(roots[0] & roots[1])
    return 0.9 * common / max(len(roots[0]), len(roots[1]), 1)


@lru_cache(maxsize=4096)
def _level(place: str, language: str) -> int | None:
    """How deep a place lies, by the noun in its name."""
    words = compiled(language)
    for word in plain(place, language).split():
        form = words.inflections.get(word)
        if form is not None and form.lemma in words.levels:
            return words.levels[form.lemma]
    return None


def _borrowed(one: Mention, other: Mention, in_all: frozenset[str]) -> float:
    """How much the words of two names (with their superiors, without places) that begin alike
    tell, from 0 to 1.
    """
    common = (own_roots(one) & own_roots(other)) - in_all
    return min(len(common), ENOUGH) / ENOUGH


@lru_cache(maxsize=16384)
def own_roots(mention: Mention) -> frozenset[str]:
    place = _roots(mention.place, mention.language) if mention.place else frozenset()
    return _roots(mention.whole, mention.language) - place


@lru_cache(maxsize=16384)
def _roots(name: str, language: str) -> frozenset[str]:
    """The beginnings of the words of a name in Latin letters, without the known nouns."""
    known = compiled(language).inflections
    words = (word for word in fold(name, language).split() if word not in known)
    latin = (slug(word, language) for word in words)
    return frozenset(word[:ALIKE] for word in latin if len(word) >= ALIKE)


@lru_cache(maxsize=4096)
def place_word(name: str, language: str) -> str:
    """A place, in the form for comparing, in the language of PLACES_IN where the list of places
    knows it for certain; else as it is named.
    """
    known = find_place(name, language) if language != PLACES_IN else None
    label = known.labels.get(PLACES_IN) if known else None
    return fold(label, PLACES_IN) if label else name
