"""Two bodies of one name: an act makes one in a legal form and does away with one in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from graph.model import Mention
from graph.register.entry import Identity
from graph.register.roll import Roll
from ontology import SHZ

#: Before the code of the legal form, in what tells a body apart from another of its name.
FORM = "="


#: What a name says beside its places.
Named = tuple[str, str, str]


def made_apart(
    rolls: Iterable[Roll], identity: Callable[[Mention, Roll], Identity]
) -> dict[Named, str]:
    """The names that an act both makes and ends, with the legal form of the body that it makes.

    A conversion is none of these: there one statement says what becomes of the body itself. Nor
    are bodies of two places.
    """
    found: dict[Named, str] = {}
    for roll in rolls:
        ended = [
            (identity(part.body, roll), part.body.form)
            for part in roll.parts
            if part.type == SHZ.Liquidation and part.role == SHZ.ended and part.body.form
        ]
        for body in roll.created() if ended else ():
            made = identity(body, roll)
            if body.form and any(_alike(made, one) and body.form != form for one, form in ended):
                found[words_of(made)] = body.form
    return found


def words_of(identity: Identity) -> Named:
    """The words of an identity, wherever it is."""
    return identity.nature, identity.words, identity.above


def _alike(one: Identity, other: Identity) -> bool:
    places = one.places, other.places
    return words_of(one) == words_of(other) and (places[0] == places[1] or () in places)


def in_form(identity: Identity, form: str) -> Identity:
    """The identity of the body of this name that has a legal form of its own."""
    return replace(identity, above=f"{identity.above}{FORM}{form}")
