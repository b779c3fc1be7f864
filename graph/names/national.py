"""Bodies of the whole country under names that are the same in every language."""

from __future__ import annotations

from functools import cache, lru_cache

from graph.language import load
from graph.model import Mention
from graph.names.scope import read_scope, scope_of


@lru_cache(maxsize=16384)
def national_name(mention: Mention) -> str | None:
    """`government`, `ministry-of-justice`, `minister-of-justice`: the key of a body of which the
    country has one, whatever the language of the mention; None for all other bodies.
    """
    if mention.within is not None or mention.nature != "body" or mention.chain:
        return None
    scope = scope_of(mention)
    known = scope.national and not scope.places
    return _names(mention.language).get(scope.words) if known else None


@cache
def _names(language: str) -> dict[str, str]:
    """The key of each name, by its words in the form for comparing."""
    data = load(language).section("national")
    names = dict(data["others"])
    for kind in ("ministry", "minister"):
        for key, words in data["ministries"].items():
            names[f"{kind}-of-{key}"] = data[kind].format(words)
    return {read_scope(name, (), language).words: key for key, name in names.items()}
