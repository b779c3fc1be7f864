"""Places as acts name them: the code they are matched to where that is certain."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from graph.language import load
from graph.model import Ref
from graph.words import fold, slug
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
    bare, _, noun = name.rpartition(" ")
    kind = _kind(noun, language)
    keys = {fold(name, language)} | ({fold(bare, language)} if kind else set())
    found = {
        one.code: one
        for key in keys
        for one in _by_name(language).get(key, ())
        if kind is None or one.kind in kind
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _kind(noun: str, language: str) -> tuple[str, ...] | None:
    """The codes of place-kinds that a noun after a name means."""
    nouns = load(language).section("phrases")["places"]
    lower = noun.lower()
    return next((tuple(codes) for stem, codes in nouns.items() if lower.startswith(stem)), None)


@cache
def _by_name(language: str) -> dict[str, list[Concept]]:
    table: dict[str, list[Concept]] = defaultdict(list)
    for one in read_codelist("places").values():
        names = {one.labels.get(language, ""), *one.alt_labels.get(language, ())}
        for name in names - {""}:
            bare, _, noun = name.rpartition(" ")
            keys = {fold(name, language)}
            if bare and _kind(noun, language):
                keys.add(fold(bare, language))
            for key in keys:
                table[key].append(one)
    return table
