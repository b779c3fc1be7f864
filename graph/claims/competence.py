"""Goals, rights, duties, functions and powers of the head: item by item, under their heading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.printed import Rule, bare_end, lead_of, listed, rule
from graph.grammar import Grammar
from graph.language import Language
from graph.model import Certainty, Evidence, Mention, Provision
from graph.words import plain, read_ending
from ontology import SHZ, code


@dataclass(frozen=True, slots=True)
class Told:
    """What a lead-in says of the items under it; with a `reason` where that is a reading."""

    kind: str
    heading: str
    start: int
    reason: str | None = None
    container: bool = False
    alone: str | None = None


@dataclass(frozen=True, slots=True)
class Competences:
    """The reader of one regulation: whose competences, and where its notes go."""

    body: Mention
    context: Context
    reading: Reading

    def read(self, part: Provision, alone: bool = True) -> None:
        """Read all competences under a part; not `alone` when a heading of powers is above it."""
        told = self._told(part, alone)
        if told is None:
            for child in part.children:
                self.read(child, alone)
        elif told.container and any(self._told(child, False) for child in listed(part)):
            self.reading.read.add(part.eid)
            for child in listed(part):
                self.read(child, False)
        else:
            self._items(part, told)

    def _told(self, part: Provision, alone: bool) -> Told | None:
        lead = lead_of(part)
        if lead is None or not (part.children or lead.rest < len(part.text)):
            return None
        told = _told(lead.words, lead.rest, self.context.language)
        return replace(told, kind=told.alone) if told and told.alone and alone else told

    def _items(self, part: Provision, told: Told) -> None:
        self.reading.read.add(part.eid)
        position = 0
        if told.start < len(part.text):
            position = 1
            self._item(part, told, position, told.start)
        for child in listed(part):
            if not self._is_aside(child):
                position += 1
                self._item(child, told, position)

    def _is_aside(self, part: Provision) -> bool:
        aside = _aside(self.context.language, self.context.grammar)
        return part.number is None and aside.match(self.context.masked(part)) is not None

    def _item(self, part: Provision, told: Told, position: int, start: int = 0) -> None:
        self.reading.read |= {one.eid for one in part.walk()} if start == 0 else {part.eid}
        self.reading.state(
            f"competence/{part.eid}",
            SHZ.Competence,
            self._evidence(part, told, start),
            (SHZ.competenceKind, code("competence-kinds", told.kind)),
            (SHZ.holder, self.body),
            (SHZ.number, Literal((part.number or "").rstrip(".)") or str(position))),
            (SHZ.position, Literal(position)),
            (SHZ.statedText, self.context.literal(_words(part, start))),
            (SHZ.heading, self.context.literal(told.heading)),
        )

    def _evidence(self, part: Provision, told: Told, start: int) -> Evidence:
        """The words of an item and of all that stands under it."""
        certainty = Certainty.INTERPRETED if told.reason else Certainty.STATED
        own = self.context.evidence(
            part,
            f"competence-{told.kind}",
            start,
            bare_end(part.text.string),
            certainty=certainty,
            reason=told.reason,
        )
        below = [child for child in part.walk() if child is not part] if start == 0 else []
        source = self.context.document.source
        ranges = [one for child in below for one in child.text.ranges(source)]
        return Evidence(own.clause, (*own.ranges, *ranges), own.rule, certainty, told.reason)


def _words(part: Provision, start: int) -> str:
    if start:
        return part.text.string[start : bare_end(part.text.string)]
    words = " ".join(one.text.string.strip() for one in part.walk())
    return words[: bare_end(words)]


def _told(words: str, rest: int, language: Language) -> Told | None:
    """What kind of competence a lead-in heads, by its last words and the word before them."""
    data = language.section("regulation")["competence"]
    spoken = plain(words, language.code).split()
    while spoken and spoken[-1] in data["fillers"]:
        spoken.pop()
    for lead in data["leads"]:
        tail = lead["words"].split()
        if spoken[-len(tail) :] == tail:
            return _of_whom(spoken[: -len(tail)], lead, Told("", words, rest), language)
    return None


def _of_whom(
    before: list[str], lead: Mapping[str, Any], told: Told, language: Language
) -> Told | None:
    data = language.section("regulation")["competence"]
    if set(before) & set(data["others"]):
        return None
    if set(before) & set(data["heads"]):
        return Told(data["head-kind"], told.heading, told.start)
    if before and read_ending(before[-1], language.code)[1] != "gen":
        return None
    return replace(
        told,
        kind=lead["kind"],
        reason=lead.get("reason"),
        container=lead.get("container", False),
        alone=lead.get("alone"),
    )


@cache
def _aside(language: Language, grammar: Grammar) -> Rule:
    return rule(grammar, {"phrases": language.section("regulation")["competence"]["asides"]})
