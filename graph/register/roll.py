"""The roll of an act: all that the register has to know of it, without its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Literal, URIRef

from graph.model import ActClaims, Mention, Object, Range
from graph.names import read_name
from ontology import SHZ


@dataclass(frozen=True, slots=True)
class Part:
    """What a body is in a statement of the act: the key and class of the statement, the role."""

    statement: str
    type: URIRef
    role: URIRef
    body: Mention


@dataclass(frozen=True, slots=True)
class Roll:
    """Whom one edition of an act names.

    `named` are the mentions with their first clause, in order of the text; `parts` what they are
    in its statements; `renamed` each body under its old name and under its new one.
    """

    key: str
    language: str
    issuer: Mention | None
    named: tuple[tuple[Mention, str], ...]
    parts: tuple[Part, ...]
    renamed: tuple[tuple[Mention, Mention], ...]

    def created(self) -> Iterator[Mention]:
        """The bodies that the act makes."""
        return (part.body for part in self.parts if part.role == SHZ.created)


def roll_of(held: ActClaims) -> Roll:
    """The roll of what was read of an act."""
    act = held.act
    parts = (
        Part(statement.key, statement.type, name, value)
        for statement in held.statements
        for name, value in statement.properties
        if isinstance(value, Mention)
    )
    named, renamed = tuple(_named(held)), tuple(_renamed(held))
    return Roll(act.key, act.language, act.issuer, named, tuple(parts), renamed)


def _named(held: ActClaims) -> list[tuple[Mention, str]]:
    """Every mention in an act's claims and statements with its clause, in order of the text."""
    found: dict[Mention, tuple[int, int, str]] = {}
    for number, (mention, clause, ranges) in enumerate(_all_mentions(held)):
        place = mention.ranges or ranges
        start = place[0].start if place else 0
        known = found.get(mention)
        if known is None or (start, number) < known[:2]:
            found[mention] = (start, number, clause)
    ordered = sorted(found.items(), key=lambda one: one[1])
    return [(mention, clause) for mention, (_, _, clause) in ordered]


def _all_mentions(held: ActClaims) -> Iterator[tuple[Mention, str, tuple[Range, ...]]]:
    if held.act.issuer is not None:
        yield held.act.issuer, "requisites", held.act.issuer.ranges
    for claim in held.claims:
        where = claim.evidence
        yield from _among((claim.subject, claim.object), where.clause, where.ranges)
    for statement in held.statements:
        where = statement.evidence
        terms: list[Object] = [value for _, value in statement.properties]
        if statement.of is not None:
            terms.append(statement.of[0])
        yield from _among(tuple(terms), where.clause, where.ranges)


def _among(
    terms: tuple[Object, ...], clause: str, ranges: tuple[Range, ...]
) -> Iterator[tuple[Mention, str, tuple[Range, ...]]]:
    for term in terms:
        if isinstance(term, Mention):
            yield term, clause, ranges


def _renamed(held: ActClaims) -> Iterator[tuple[Mention, Mention]]:
    """The body under its old name and under its new one, for each renaming that an act orders."""
    for statement in held.statements:
        if statement.type != SHZ.Renaming:
            continue
        terms = dict(statement.properties)
        old, new = terms.get(SHZ.renamed), terms.get(SHZ.newName)
        if isinstance(new, Literal) and isinstance(old, Mention):
            new = read_name(str(new), old.language)
        if isinstance(old, Mention) and isinstance(new, Mention):
            yield old, new
