"""What a mention says of who it is, by its words, its place, and where its act was passed."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Mention
from graph.names import national_name, read_name, scope_of
from graph.register.entry import Identity
from graph.register.likeness import place_word
from graph.register.resolution import COUNTRY, Near

#: From how many words on a name tells by itself which body is meant, wherever it is.
TELLING = 5


def identity_of(mention: Mention, home: Near, within: str = "") -> Identity:
    """Who the mention is in an act of an issuer at `home`; `within` is the slug of a unit's body.

    A name of its own (a quoted one) needs the outermost place only; a generic one (a section for
    education) all of its places, and its superior where its own words say nothing.
    """
    scope = scope_of(mention)
    if within:
        return Identity(mention.nature, scope.words, within=within)
    places = scope.places
    if places and not (scope.own_place or scope.generic or mention.number):
        places = places[:1]
    if 0 < home.level < scope.first_level:
        places = (*home.places, *places)
    above = _superior(mention) if scope.generic and mention.chain else ""
    national = scope.national and not places
    known = tuple(place_word(name, mention.language) for name in places)
    near = tuple(place_word(one, mention.language) for one in home.places)
    name = national_name(mention) or ""
    return Identity(mention.nature, scope.words, known, national, above, near=near, name=name)


def at_home(identity: Identity) -> Identity:
    """The identity with the place of the act, where its name tells none."""
    if identity.placed or not identity.near:
        return identity
    if identity.near == COUNTRY:
        return replace(identity, national=True)
    return replace(identity, places=identity.near)


def _superior(mention: Mention) -> str:
    """The words of the nearest superior, for own names that say nothing by themselves."""
    return scope_of(read_name(mention.chain[-1], mention.language)).words


def is_guessed(one: Identity, other: Identity) -> bool:
    """Whether only the words tell that two are one, of which the one has a place and the other,
    in an act of the whole country, none: names of a few words are in every place.
    """
    return any(
        bool(a.places)
        and not b.placed
        and b.near in ((), COUNTRY)
        and len(b.words.split()) < TELLING
        for a, b in ((one, other), (other, one))
    )
