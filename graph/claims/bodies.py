"""What a name says of its body: name forms, legal form, kind, superior, place, person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rdflib import RDF, Literal

from graph.claims.context import Context, Reading
from graph.claims.mended import bodies_among, values_of
from graph.claims.places import place_of
from graph.claims.superiors import read_superiors
from graph.claims.terms import unit_of
from graph.grammar import Found
from graph.model import Evidence, Mention, Provision, ProvisionKind, Ref, When
from graph.words import slug
from ontology import DCT, FOAF, ORG, ROV, SHZ, SKOS, SKOSXL, code

#: Parts whose bodies are no statement of the act: stamps repeat its issuer, quoted wordings are
#: those of other acts.
_SILENT = {ProvisionKind.STAMP, ProvisionKind.QUOTED}
_NATURES = {
    "body": ORG.FormalOrganization,
    "unit": ORG.OrganizationalUnit,
    "group": SHZ.BodyGroup,
}


def read_bodies(context: Context) -> Reading:
    """What the names in an act say, once for each body and each separately amended part.

    A body named in an appendix and in the act itself is described twice: the two wordings may
    hold in different periods. One that stands inside the names of others only is described there.
    """
    reading = Reading()
    seen: set[tuple[str, str]] = set()
    damaged: dict[tuple[str, str], tuple[Provision, Found]] = {}
    parts = list(_told(context))
    described = {context.fold(one.mention.own) for _, bodies in parts for one in bodies}
    for part, bodies in parts:
        _short_names(context, part, reading)
        for found in bodies:
            unit = unit_of(part.eid)
            if found.mention.mended:
                damaged.setdefault((unit, found.mention.written), (part, found))
            if found.short or (unit, found.mention.whole) in seen:
                continue
            seen.add((unit, found.mention.whole))
            _describe(context, part, found, reading)
            for upper in found.superiors:
                if (unit, upper.whole) not in seen:
                    seen.add((unit, upper.whole))
                    evidence = _inside(context, part, found, upper)
                    _called(context, part, upper, {upper.whole: "as-written"}, evidence, reading)
                    # A superior may be named there by less than its own name, without its place.
                    own = context.fold(upper.own)
                    if not any(own in one for one in described):
                        described.add(own)
                        _described_inside(context, part, upper, evidence, reading)
    for part, found in damaged.values():
        _damaged(context, part, found, reading)
    return reading


def read_unnamed(context: Context, said: Reading) -> Reading:
    """What the names say of bodies that facts speak of, and that no words tell as names by
    themselves: rows of a list or of a deed, and whose list another act is to hold.
    """
    reading = Reading()
    told: list[object] = [one.subject for one in said.claims if one.predicate == RDF.type]
    told += [one.of[0] for one in said.statements if one.of and one.of[1] == SHZ.nameForm]
    known = {
        context.fold(name)
        for one in told
        if isinstance(one, Mention)
        for name in (one.own, one.whole)
    }
    # One a body: the same mention is at the end of several claims.
    mentions = dict.fromkeys(one for values in _spoken_of(said) for one in bodies_among(values))
    named = {one: {context.fold(one.own), context.fold(one.whole)} for one in mentions}
    unnamed = {one: names for one, names in named.items() if known.isdisjoint(names)}
    bounds = _bounds(context) if unnamed else []
    for mention, names in unnamed.items():
        place = _place_of(mention, bounds) if known.isdisjoint(names) else None
        if place is not None:
            known |= names
            part, start, end = place
            _describe(context, part, Found(mention, start, end, "nom"), reading)
    return reading


def _spoken_of(said: Reading) -> Iterator[Iterable[object]]:
    """What claims and statements speak of."""
    yield from ((claim.subject, claim.object) for claim in said.claims)
    yield from map(values_of, said.statements)


def _bounds(context: Context) -> list[tuple[int, int, Provision]]:
    """The first and the last place in the source of each provision that has words."""
    parts = (part for part in context.document.walk() if part.text)
    return [(min(part.text.places), max(part.text.places), part) for part in parts]


def _place_of(
    mention: Mention, bounds: Sequence[tuple[int, int, Provision]]
) -> tuple[Provision, int, int] | None:
    """The provision in which the words of a mention stand, and where; `bounds` are the first and
    the last place of each, so that few are looked through.
    """
    if not mention.ranges:
        return None
    first, last = mention.ranges[0].start, mention.ranges[-1].end - 1
    for begin, end, part in bounds:
        places = part.text.places
        if begin <= first and last <= end and first in places and last in places:
            return part, places.index(first), places.index(last) + 1
    return None


def _told(context: Context) -> Iterator[tuple[Provision, Sequence[Found]]]:
    """The parts of the act's own words with their bodies, and the rows it puts in other lists."""
    for part in context.document.walk():
        if part.kind not in _SILENT:
            yield part, context.masked(part).found
        elif part.eid in context.entered:
            row, found = context.entered[part.eid]
            yield row, [found]


def _describe(context: Context, part: Provision, found: Found, reading: Reading) -> None:
    mention = found.mention
    evidence = _evidence(context, part, found)
    reading.claim(mention, RDF.type, _NATURES[mention.nature], evidence)
    _names(context, part, found, _of_name(context, mention, evidence), reading)
    _told_by_name(context, mention, evidence, reading)
    read_superiors(context, found, evidence, reading)


def _told_by_name(context: Context, mention: Mention, evidence: Evidence, reading: Reading) -> None:
    """What the name of a body tells: its form, kind and place, and whose name it bears."""
    if mention.form:
        shed = "ended" in context.roles_of(mention)
        held = _of_name(context, mention, evidence) if shed else evidence
        reading.claim(mention, ROV.orgType, code("legal-forms", mention.form), held)
    if mention.kind:
        reading.claim(mention, ORG.classification, code("body-kinds", mention.kind), evidence)
    if mention.within:
        reading.claim(mention, ORG.unitOf, mention.within, evidence)
    _place(context, mention, evidence, reading)
    _person(context, mention, evidence, reading)


def _evidence(context: Context, part: Provision, found: Found) -> Evidence:
    """A name presupposes its body, unless the act makes the body or the name.

    The name that an act moves carries the new superior in what the act approves, and there it
    holds from the effect of the act only.
    """
    roles = context.roles_of(found.mention)
    approved = part.eid.startswith("app_")
    fresh = not roles.isdisjoint({"new", "other"}) and roles.isdisjoint({"renamed", "survivor"})
    made = "created" in roles or fresh or (approved and "transferred" in roles)
    when = When.EFFECT if made else When.PRESUPPOSED
    return context.evidence(part, "name", found.start, found.end, when=when)


def _of_name(context: Context, mention: Mention, evidence: Evidence) -> Evidence:
    """The name that an act takes from a body ends by it; the body and what it is go on."""
    if context.sheds(mention) and evidence.when is When.PRESUPPOSED:
        return replace(evidence, when=When.UNTIL_EFFECT)
    return evidence


def _names(
    context: Context, part: Provision, found: Found, evidence: Evidence, reading: Reading
) -> None:
    """The whole name, the own name, and the words as written where they are another name.

    Words in an oblique case are the same name, inflected.
    """
    mention = found.mention
    ordered = part.eid in context.naming or mention in context.partakers
    official = part.kind is ProvisionKind.HEADING or ordered
    forms = {mention.own: "own", mention.whole: "official" if official else "as-written"}
    whole = not mention.mended and found.case == "nom"
    if whole and context.fold(mention.written) not in {
        context.fold(mention.whole),
        context.fold(mention.own),
    }:
        forms[mention.written] = "as-written"
    _called(context, part, mention, forms, evidence, reading)


def _called(
    context: Context,
    part: Provision,
    mention: Mention,
    forms: dict[str, str],
    evidence: Evidence,
    reading: Reading,
) -> None:
    """Name forms of a body: the words of each with its kind."""
    for words, kind in forms.items():
        context.count += 1
        reading.state(
            f"name/{part.eid}-{context.count}",
            SKOSXL.Label,
            evidence,
            (SKOSXL.literalForm, Literal(words, lang=mention.language)),
            (SHZ.nameKind, code("name-kinds", kind)),
            of=(mention, SHZ.nameForm),
        )


def _damaged(context: Context, part: Provision, found: Found, reading: Reading) -> None:
    """A name in which slips were mended is kept as it is printed."""
    context.count += 1
    reading.state(
        f"name/{part.eid}-{context.count}",
        SKOSXL.Label,
        _evidence(context, part, found),
        (SKOSXL.literalForm, Literal(found.mention.written, lang=found.mention.language)),
        (SHZ.nameKind, code("name-kinds", "damaged")),
        of=(found.mention, SHZ.nameForm),
    )


def _short_names(context: Context, part: Provision, reading: Reading) -> None:
    """The defined terms that a clause gives to bodies: (бұдан әрі – Басқарма)."""
    words = part.text.string
    for term, mention in context.defined(part).items():
        begin = words.find(mention.written)
        end = begin + len(mention.written)
        start = words.find(term, end)
        if start < 0:
            # The bracket stands inside the name, before the superiors.
            start = words.rfind(term, begin, end)
        context.count += 1
        reading.state(
            f"name/{part.eid}-{context.count}",
            SKOSXL.Label,
            context.evidence(part, "defined-term", start, start + len(term)),
            (SKOSXL.literalForm, Literal(term, lang=mention.language)),
            (SHZ.nameKind, code("name-kinds", "short")),
            of=(mention, SHZ.nameForm),
        )


def _inside(context: Context, part: Provision, found: Found, upper: Mention) -> Evidence:
    """A superior that stands inside a name is called so there; elsewhere it may be in full."""
    evidence = _evidence(context, part, found)
    return replace(evidence, ranges=upper.ranges, rule="superior-in-name")


def _described_inside(
    context: Context, part: Provision, upper: Mention, evidence: Evidence, reading: Reading
) -> None:
    """What is told of a superior that stands inside other names only: an act presupposes it."""
    evidence = replace(evidence, when=When.PRESUPPOSED)
    reading.claim(upper, RDF.type, _NATURES[upper.nature], evidence)
    if upper.own != upper.whole:
        _called(context, part, upper, {upper.own: "own"}, evidence, reading)
    _told_by_name(context, upper, evidence, reading)


def _place(context: Context, mention: Mention, evidence: Evidence, reading: Reading) -> None:
    if mention.place:
        place = place_of(mention.place, mention.language)
        reading.claim(mention, DCT.spatial, place, evidence)
        reading.claim(place, RDF.type, SHZ.Place, evidence)
        label = Literal(mention.place, lang=mention.language)
        reading.claim(place, SKOS.altLabel, label, evidence)


def _person(context: Context, mention: Mention, evidence: Evidence, reading: Reading) -> None:
    if mention.person:
        person = Ref("person", slug(mention.person, mention.language))
        reading.claim(mention, SHZ.namedAfter, person, evidence)
        reading.claim(person, RDF.type, FOAF.Person, evidence)
        label = Literal(mention.person, lang=mention.language)
        reading.claim(person, SKOS.prefLabel, label, evidence)
