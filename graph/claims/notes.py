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
        if "__" not in part.eid and target is None:
            note_repeal(context, part, match, reading)
            reading.read.add(part.eid)
            return
    found = _change(context, part)
    if found:
        above = part.eid.rpartition("__")[0]
        _amend(context, part, *found, above if target is None else target, reading)


def note_amendment(
    context: Context, part: Provision, kind: str, target: str, reading: Reading
) -> None:
    """Note that the words of a part say which act did `kind` to the clause `target`, if they do."""
    found = _change(context, part)
    if found:
        _amend(context, part, kind, found[1], target, reading)


def note_repeal(context: Context, part: Provision, match: Match, reading: Reading) -> None:
    """Note that the whole act was repealed, by which act."""
    by = reference(context, part, match)
    evidence = context.evidence(part, "repeal", match.start, match.end, when=ALWAYS)
    note_cited(by, reading, evidence, context)
    reading.claim(Ref("act", by.key), ELI.repeals, Ref("act", context.act.key), evidence)
    if by.day:
        rule = _entry_words(context, part, match.end)
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


def _change(context: Context, part: Provision) -> tuple[str, Match] | None:
    """The kind of change that a note tells, and the words that tell it."""
    masked = context.masked(part)
    for rule in context.language.section("phrases")["note"]:
        for pattern in rule["phrases"]:
            for match in context.grammar.phrase(pattern).read(masked):
                return str(rule["kind"]), match
    return None


def _amend(
    context: Context, part: Provision, kind: str, match: Match, target: str, reading: Reading
) -> None:
    evidence = context.evidence(part, f"note-{kind}", when=ALWAYS)
    for by, end in _changing_acts(context, part, match):
        note_cited(by, reading, evidence, context)
        reading.claim(Ref("act", by.key), ELI.amends, Ref("act", context.act.key), evidence)
        if target:
            clause = Ref("clause", f"{context.act.key}/{target}")
            # the note tells of the other act for good; the wording is that act's from its effect on
            since = replace(evidence, when=When.EFFECT)
            reading.claim(clause, SHZ.inWordingOf, Ref("act", by.key), since)
        if by.day:
            rule = _entry_words(context, part, end)
            context.act.amendments.append(Amendment(target, kind, by.key, by.day, rule, evidence))
    reading.read.add(part.eid)


def _changing_acts(
    context: Context, part: Provision, match: Match
) -> Iterator[tuple[Reference, int]]:
    """The act that a note names, and those it names after it by day and number only."""
    first = reference(context, part, match)
    yield first, match.end
    language = context.language
    for more in _patterns(language)["more"].finditer(part.text.string, match.end):
        day = read_date(more["day"], language.code)
        also = replace(first, day=day, number=more["number"])
        yield replace(also, key=act_key(also, language.code)), more.end()


def _named_part(context: Context, part: Provision) -> str | None:
    """The clause id of the point, and of the item in it, that a note names; None without one."""
    small = plain(part.text.string, context.language.code)
    patterns = _patterns(context.language)
    point, item = (patterns[name].search(small) for name in ("point", "item"))
    if point is None:
        return None
    unit = unit_of(part.eid)
    eid = "__".join(filter(None, (unit, f"point_{point['number']}")))
    if item:
        eid = f"{eid}__item_{item['number']}"
    return eid if context.has(eid) else None


def _entry_words(context: Context, part: Provision, start: int) -> str | None:
    """The code of the rule of entry that the words after `start` print, if any."""
    masked = context.masked(part)
    for rule in context.language.section("phrases")["entry"]:
        for pattern in rule["phrases"]:
            for match in context.grammar.phrase(pattern).read(masked):
                if match.start >= start:
                    return str(rule["kind"])
    return None


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    data = language.section("phrases")["note-parts"]
    return {name: re.compile(data[name]) for name in ("point", "item", "more")}
