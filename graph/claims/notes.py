"""Notes on wording: which part of an act which later act changed, added, removed or repealed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rdflib import RDF, Literal

from graph.claims.context import Context, Reading
from graph.claims.references import Reference, act_key, reference
from graph.claims.terms import unit_of
from graph.grammar import Match
from graph.language import Language
from graph.model import Amendment, Evidence, Provision, Ref, When
from graph.words import plain, read_date
from ontology import ELI, SHZ, code

ALWAYS = When.ALWAYS


def phrases_of(context: Context, part: Provision, section: str, name: str) -> list[Match]:
    """The matches of the phrases of a section, in the order of the data."""
    masked = context.masked(part)
    patterns = context.language.section("phrases")[section][name]
    return [m for one in context.grammar.standing(patterns, masked) for m in one.read(masked)]


def read_note(context: Context, part: Provision, reading: Reading) -> None:
    """A note on wording belongs to the part that it names, or else to the one above it.

    One that names none and stands in the act itself repeals the act.
    """
    if not part.text.string.strip():
        return
    target = _named_part(context, part)
    for match in phrases_of(context, part, "requisites", "repealed")[:1]:
        if "__" not in part.eid and target is None and not _names_part(context, part, match):
            note_repeal(context, part, match, reading)
            reading.read.add(part.eid)
            return
    above = part.eid.rpartition("__")[0]
    found = _changes(context, part)
    ends = [match.start for _, match in found[1:]]
    begins = 0
    for (kind, match), end in zip(found, (*ends, len(part.text)), strict=False):
        change, changed = kind, above if target is None else target
        if kind == "repealed":
            change, changed = _removed(context, part, (begins, match.start), changed)
        _amend(context, part, change, (match, end), changed, reading)
        begins = match.end


def note_amendment(
    context: Context, part: Provision, kind: str, target: str, reading: Reading
) -> None:
    """Note that the words of a part say which act did `kind` to the clause `target`, if they do."""
    for _, match in _changes(context, part)[:1]:
        _amend(context, part, kind, (match, len(part.text)), target, reading)


def note_repeal(context: Context, part: Provision, match: Match, reading: Reading) -> None:
    """Note that the whole act was repealed, by which act."""
    by = reference(context, part, match)
    evidence = context.evidence(part, "repeal", match.start, match.end, when=ALWAYS)
    note_cited(by, reading, evidence, context)
    reading.claim(Ref("act", by.key), ELI.repeals, Ref("act", context.act.key), evidence)
    if by.day:
        rule = _entry_words(context, part, match.end, len(part.text))
        change = Amendment("", "repealed", by.key, by.day, rule, evidence)
        if context.act.repealed_by is None or rule:
            context.act.repealed_by = change


def note_cited(cited: Reference, reading: Reading, evidence: Evidence, context: Context) -> None:
    """What the words say of a cited act."""
    act = Ref("act", cited.key)
    reading.claim(act, RDF.type, ELI.LegalResource, evidence)
    if cited.type:
        reading.claim(act, ELI.type_document, code("act-types", cited.type), evidence)
    if cited.day:
        reading.claim(act, ELI.date_document, Literal(cited.day), evidence)
    if cited.number:
        reading.claim(act, ELI.number, Literal(cited.number), evidence)
    if cited.issuer:
        reading.claim(act, ELI.passed_by, cited.issuer, evidence)
    if cited.title:
        reading.claim(act, ELI.title, context.literal(cited.title), evidence)


def _changes(context: Context, part: Provision) -> list[tuple[str, Match]]:
    """The kinds of change that a note tells, in the order of its words, each with its words: at
    one place the first rule that fits.
    """
    masked, found = context.masked(part), dict[int, tuple[str, Match]]()
    for rule in context.language.section("phrases")["note"]:
        for pattern in rule["phrases"]:
            for match in context.grammar.phrase(pattern).read(masked):
                if not any(
                    match.start < one.end and one.start < match.end for _, one in found.values()
                ):
                    found[match.start] = str(rule["kind"]), match
    return [found[start] for start in sorted(found)]


def _amend(
    context: Context,
    part: Provision,
    kind: str,
    where: tuple[Match, int],
    target: str,
    reading: Reading,
) -> None:
    evidence = context.evidence(part, f"note-{kind}", when=ALWAYS)
    for by, told in _changing_acts(context, part, *where):
        note_cited(by, reading, evidence, context)
        reading.claim(Ref("act", by.key), ELI.amends, Ref("act", context.act.key), evidence)
        if target and context.has(target):
            clause = Ref("clause", f"{context.act.key}/{target}")
            # the note tells of the other act for good; the wording is that act's from its effect on
            since = replace(evidence, when=When.EFFECT)
            reading.claim(clause, SHZ.inWordingOf, Ref("act", by.key), since)
        if by.day:
            rule = _entry_words(context, part, *told)
            context.act.amendments.append(Amendment(target, kind, by.key, by.day, rule, evidence))
    reading.read.add(part.eid)


def _changing_acts(
    context: Context, part: Provision, match: Match, limit: int
) -> Iterator[tuple[Reference, tuple[int, int]]]:
    """The act that a note names, and those that it names after it up to `limit`: of another
    issuer, or by day and number only. Each with where the words about it alone lie.
    """
    first = reference(context, part, match)
    named = [
        first,
        *(
            replace(reference(context, part, other), type=first.type)
            for other in phrases_of(context, part, "note-parts", "others")
            if match.end <= other.start and other.end <= limit
        ),
    ]
    more = _patterns(context.language)["more"]
    for number, one in enumerate(named):
        stop = named[number + 1].start if number + 1 < len(named) else limit
        also = list(more.finditer(part.text.string, one.end, stop))
        starts = [hit.start() for hit in also]
        yield one, (one.end, (*starts, stop)[0])
        for hit, end in zip(also, (*starts[1:], stop), strict=False):
            day = read_date(hit["day"], context.language.code)
            by = replace(one, day=day, number=hit["number"])
            key = act_key(by, context.language.code)
            yield replace(by, key=key), (hit.end(), end)


def _named_part(context: Context, part: Provision) -> str | None:
    """The clause id of the point, and of the item in it, that a note names; None without one."""
    point, item = _named_numbers(context, part)
    if point is None:
        return None
    eid = _eid(unit_of(part.eid), point, item)
    return eid if context.has(eid) else None


def _removed(
    context: Context, part: Provision, where: tuple[int, int], target: str
) -> tuple[str, str]:
    """What a note that tells of a removal did to which part: what is gone may stand no more in
    the text, and then the part above it is not gone; nor is one that lost a paragraph only.
    """
    words = part.text.string
    if _patterns(context.language)["share"].search(words, *where):
        return "amended", target
    point, item = _named_numbers(context, part)
    if point:
        return "repealed", _eid(unit_of(part.eid), point, item)
    parts = ("numbered", "annex") if not target else ("numbered",) if "__" not in target else ()
    if any(_patterns(context.language)[name].search(words, *where) for name in parts):
        return "amended", target
    if item:
        holder = re.sub(r"__item_[^_]+$", "", part.eid.rpartition("__")[0])
        return "repealed", f"{holder}__item_{item}"
    return "repealed", target


def _names_part(context: Context, part: Provision, match: Match) -> bool:
    return bool(_patterns(context.language)["numbered"].search(part.text.string, 0, match.start))


def _named_numbers(context: Context, part: Provision) -> tuple[str | None, str | None]:
    """The numbers of the point and of the item that a note names."""
    small = plain(part.text.string, context.language.code)
    patterns = _patterns(context.language)
    point, item = (patterns[name].search(small) for name in ("point", "item"))
    return point and point["number"], item and item["number"]


def _eid(unit: str, point: str, item: str | None) -> str:
    return "__".join(filter(None, (unit, f"point_{point}", item and f"item_{item}")))


def _entry_words(context: Context, part: Provision, start: int, end: int) -> str | None:
    """The code of the rule of entry that the words between two places print, if any."""
    masked = context.masked(part)
    for rule in context.language.section("phrases")["entry"]:
        for pattern in rule["phrases"]:
            for match in context.grammar.phrase(pattern).read(masked):
                if start <= match.start < end:
                    return str(rule["kind"])
    return None


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    data = language.section("phrases")["note-parts"]
    return {
        name: re.compile(data[name])
        for name in ("point", "item", "share", "numbered", "annex", "more")
    }
