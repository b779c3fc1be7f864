"""Acts that an act refers to: who passed them, when, under which number, and the key they keep."""

from __future__ import annotations

from collections.abc import Sequence
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


def act_key(reference: Reference, language: str, issuer: str | None = None) -> str:
    """`<issuer>-<year>-<number>`; an act cited without a number is known by its day and title.

    The issuer is named alike in every language, so that the editions of an act have one key: a
    body of the whole country by its name in all languages (`government`,
    `minister-of-justice`), a territorial one by the English slug of its place and its kind when
    both are in the code lists; else its name in Latin letters (see `same_in_all`). `issuer` is
    what the key calls one that is told by other words.
    """
    named = _issuer_slug(reference.issuer) if reference.issuer else (reference.type or "act")
    who = issuer or named
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
    for phrase in context.grammar.standing(data["phrases"], masked):
        for match in phrase.read(masked):
            taken = any(match.start < one.end and one.start < match.end for one in found)
            local = said(part, match, "local")
            if not taken and not (local and at_home(context, local) is None):
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
    """What a matched citation names.

    An issuer named without its place («Аким области») is that of the place of the act's own
    issuer: it gives the key, and is no body of its own.
    """
    day = said(part, match, "day")
    issuer, named = _issuer(context, part, match)
    known = Reference(
        key="",
        type=act_type(context, said(part, match, "type")),
        issuer=issuer,
        day=read_date(day, context.language.code) if day else None,
        number=_bare(said(part, match, "number")),
        title=_unquoted(said(part, match, "title") or said(part, match, "name")),
        start=match.start,
        end=match.end,
    )
    return replace(known, key=act_key(known, context.language.code, named))


def completed(
    context: Context, part: Provision, match: Match, above: Provision, whose: Match
) -> Reference:
    """An act that an item names by day and number, its issuer and type by the words above it."""
    over = reference(context, above, whose)
    issuer, named = _issuer(context, above, whose)
    known = replace(reference(context, part, match), type=over.type, issuer=issuer)
    return replace(known, key=act_key(known, context.language.code, named))


def _issuer(context: Context, part: Provision, match: Match) -> tuple[Mention | None, str | None]:
    """The body that issued a cited act, or what its key calls one that is told by other words."""
    issuers = match.bodies.get("issuer", ())
    printed = said(part, match, "local") or (issuers[0].mention.whole if issuers else "")
    local = None if issuers and issuers[0].mention.place else at_home(context, printed)
    who = said(part, match, "who")
    named = local or (slug(who, context.language.code) if who else None)
    return issuers[0].mention if issuers and local is None else None, named


def at_home(context: Context, words: str) -> str | None:
    """What an act key calls an issuer of whom only the kind is named, and the level at most; None
    where the act's own issuer is of another level, or of a place that no list knows.
    """
    data, own = context.language.section("phrases")["local"], context.act.issuer
    spoken = words.lower().split()
    kind = next((one for stem, one in data["kinds"].items() if _begins(spoken, stem)), None)
    place = find_place(own.place, own.language) if kind and own and own.place else None
    if place is None or not place.slug:
        return None
    levels = [kinds for stem, kinds in data["levels"].items() if _begins(spoken, stem)]
    return f"{place.slug}-{kind}" if all(place.kind in kinds for kinds in levels) else None


def _begins(words: Sequence[str], stem: str) -> bool:
    return any(word.startswith(stem) for word in words)


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
