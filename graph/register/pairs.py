"""What is held of a mention when two editions are compared, and a pair of mentions."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Mention
from graph.names import scope_of

#: A body within one edition: its own words, its places, its superiors.
Body = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention, what is equal for all of its body within the edition, what it is in the events of
    its act, and of which of them it alone is that; `place` is its clause within its appendix.
    """

    mention: Mention
    body: Body
    roles: frozenset[str]
    parts: frozenset[str] = frozenset()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A mention in one edition and the mention of the same body in the other.

    `score` is how much speaks for it, from 0 to 1. `certain`: nothing else in the clause comes
    near, and nothing speaks against it.
    """

    one: Mention
    other: Mention
    score: float
    certain: bool


def body_of(mention: Mention) -> Body:
    """What is equal for mentions of one body within an edition."""
    scope = scope_of(mention)
    return scope.words, scope.places, mention.chain
