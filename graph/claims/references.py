"""Acts that an act refers to: who passed them, when, under which number, and the key they keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from graph.claims.context import Context
from graph.claims.places import find_place
from graph.grammar import Match
from graph.model import Mention, Provision
from graph.names import national_name
from graph.words import read_date, slug

#: A title in an act key is cut to this many letters, at a word.
LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """An act named in a text, as far as the words go; offsets in the characters of the text."""

    key: str
    type: str | None
    issuer: Mention | None
    day: date | None
    number: str | None
    title: str | None
    start: int
    end: int


def act_key(reference: Reference, language: str) -> str:
    """`<issuer>-<year>-<number>`; an act cited without a number is known by its day and title.

    The issuer is named alike in every language, so that the editions of an act have one key: a
    body of the whole country by its name in all languages (`government`,
    `minister-of-justice`), a territorial one by the English slug of its place and its kind when
    both are in the code lists; else its name in Latin letters (see `same_in_all`).
    """
    who = _issuer_slug(reference.issuer) if reference.issuer else (reference.type or "act")
    if reference.number and reference.day:
        return f"{who}-{reference.day.year}-{slug(reference.number, language)}"
    day = reference.day.isoformat() if reference.day else ""
    words = _short(slug(reference.title, language)) if reference.title else ""
    return "-".join(part for part in (who, day, words) if part)


def same_in_all(issuer: Mention) -> str | None:
    """What an act key calls an issuer in every language; None when nothing tells it for certain."""
    name = national_name(issuer)
    if name:
        return name
    place = find_place(issuer.place, issuer.language) if issuer.place else None
    if place and place.slug and issuer.kind:
        return f"{place.slug}-{issuer.kind}"
    return None


def _issuer_slug(issuer: Mention) -> str:
    return same_in_all(issuer) or slug(issuer.own, issuer.language)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rsplit("-", 1)[0]


def read_references(context: Context, part: Provision) -> list[Reference]:
    """Every act that the words of a provision name, in order of the text, none overlapping."""
    data = context.language.section("phrases")["citations"]
    masked = context.masked(part)
    found: list[Reference] = []
    for pattern in data["phrases"]:
        for match in context.grammar.phrase(pattern).read(masked):
            if not any(match.start < one.end and one.start < match.end for one in found):
                found.append(reference(context, part, match))
    return _with_shared_types(context, part, sorted(found, key=lambda one: one.start))


def _with_shared_types(
    context: Context, part: Provision, found: list[Reference]
) -> list[Reference]:
    """Acts named in a row share the word for their type, which stands after the last."""
    shared = list(found)
    for number in reversed(range(len(found) - 1)):
        one, after = shared[number], shared[number + 1]
        between = part.text.string[one.end : after.start].strip()
        if one.type is None and one.number is None and between in {",", *context.grammar.joiners}:
            known = replace(one, type=after.type)
            shared[number] = replace(known, key=act_key(known, context.language.code))
    return shared


def reference(context: Context, part: Provision, match: Match) -> Reference:
    """What a matched citation names."""
    issuers = match.bodies.get("issuer", ())
    day = said(part, match, "day")
    known = Reference(
        key="",
        type=act_type(context, said(part, match, "type")),
        issuer=issuers[0].mention if issuers else None,
        day=read_date(day, context.language.code) if day else None,
        number=_bare(said(part, match, "number")),
        title=_unquoted(said(part, match, "title") or said(part, match, "name")),
        start=match.start,
        end=match.end,
    )
    return replace(known, key=act_key(known, context.language.code))


def said(part: Provision, match: Match, name: str) -> str | None:
    """The words that a slot of free words took."""
    if name not in match.words:
        return None
    start, end = match.words[name]
    return part.text.string[start:end].strip()


def act_type(context: Context, word: str | None) -> str | None:
    """The code of an act type by the beginning of its word, whatever its ending."""
    if not word:
        return None
    types = context.language.section("phrases")["act-types"]
    lower = word.lower()
    return next((code for stem, code in types.items() if lower.startswith(stem.lower())), None)


def _bare(number: str | None) -> str | None:
    return number.lstrip("№N ").strip() if number else None


def _unquoted(title: str | None) -> str | None:
    return title.strip(' "«»') if title else None
