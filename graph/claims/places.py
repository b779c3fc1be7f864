"""Places as acts name them: the code they are matched to where that is certain."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from graph.language import load
from graph.model import Ref
from graph.words import fold, possessed, read_ending, slug
from ontology import Concept, read_codelist


@cache
def place_of(name: str, language: str) -> Ref:
    """The place by its KATO code where the match is certain, else by its name in Latin letters."""
    known = find_place(name, language)
    return Ref("place", known.code if known else slug(name, language))


@cache
def find_place(name: str, language: str) -> Concept | None:
    """The only place of the code list with this name and, where the name tells it, this kind.

    None when no place or more than one has the name: a place is matched for certain or not.
    """
    bare, kind = _kind(name, language)
    keys = {fold(name, language), fold(bare, language)}
    found = {
        one.code: one
        for key in keys
        for one in _by_name(language).get(key, ())
        if kind is None or one.kind in kind
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _kind(name: str, language: str) -> tuple[str, tuple[str, ...] | None]:
    """A name without the noun after it or before it, and the codes of place-kinds that it means."""
    first, _, after = name.partition(" ")
    before, _, last = name.rpartition(" ")
    for noun, bare in ((last, before), (first, after)):
        codes = _codes(language).get(read_ending(noun, language)[0].lower())
        if bare and codes:
            return bare, codes
    return name, None


@cache
def _codes(language: str) -> dict[str, tuple[str, ...]]:
    """The codes of place-kinds by the noun in the nominative."""
    places = load(language).section("places")["place"]
    return {
        form: tuple(place["codes"])
        for place in places
        for noun in place["nouns"]
        if "codes" in place
        for form in (noun, possessed(noun, language))
    }


@cache
def _by_name(language: str) -> dict[str, list[Concept]]:
    table: dict[str, list[Concept]] = defaultdict(list)
    for one in read_codelist("places").values():
        names = {one.labels.get(language, ""), *one.alt_labels.get(language, ())}
        for name in names - {""}:
            for key in {fold(name, language), fold(_kind(name, language)[0], language)}:
                table[key].append(one)
    return table
