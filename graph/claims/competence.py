"""Goals, rights, duties, functions and powers of the head: item by item, under their heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.headings import Told, head_power, told_by
from graph.claims.printed import Rule, bare_end, lead_of, listed, rule, rules
from graph.claims.removed import read_removed
from graph.grammar import Grammar
from graph.language import Language
from graph.model import Certainty, Evidence, Mention, Provision, ProvisionKind
from ontology import SHZ, code

#: One of as many items at the end of a list has the verb that its lead-in lacks.
_LAST = 2


@dataclass(frozen=True, slots=True)
class Competences:
    """The reader of one regulation: whose competences, and where its notes go."""

    body: Mention
    context: Context
    reading: Reading

    def read(self, part: Provision, alone: bool = True) -> None:
        """Read all competences under a part; not `alone` when a heading of powers is above it.

        A paragraph between items may head those after it.
        """
        for section in self._sections(part, alone):
            self._section(section, alone)

    def _sections(self, part: Provision, alone: bool) -> list[Provision]:
        """A part up to the first paragraph that heads the items after it; each such with them."""
        sections, own = [part], part.children
        for place in range(len(own) - 1, -1, -1):
            head, after = own[place], own[place + 1 :]
            whole = head.text.string.rstrip().endswith(":") and not head.children
            if head.kind is ProvisionKind.PARAGRAPH and whole and after:
                section = replace(head, children=after)
                if after[0].kind is ProvisionKind.ITEM and self._told(section, alone):
                    sections.insert(1, section)
                    own = own[:place]
        sections[0] = replace(part, children=own)
        return sections

    def _section(self, part: Provision, alone: bool) -> None:
        told = self._told(part, alone)
        if told is None:
            self._sentence(part)
            for child in part.children:
                self.read(child, alone)
        elif any(self._told(child, not told.container) for child in listed(part)):
            self._groups(part, told)
        else:
            self._items(part, told)

    def _told(self, part: Provision, alone: bool) -> Told | None:
        lead = lead_of(part)
        if lead is None or not (part.children or lead.rest < len(part.text)):
            return None
        told = told_by(lead.words, lead.rest, self.body, self.context.language)
        if told is None and (verb := self._verb(part)):
            words = f"{lead.words} {verb}"
            told = told_by(words, lead.rest, self.body, self.context.language)
        return replace(told, kind=told.alone) if told and told.alone and alone else told

    def _verb(self, part: Provision) -> str:
        """The verb of a lead-in that only an item has, at the end of the list."""
        verbs = re.compile(self.context.language.section("regulation")["competence"]["verbs"])
        ends = (verbs.search(one.text.string) for one in listed(part)[-_LAST:])
        return next((end[0].rstrip(" .;") for end in ends if end), "")

    def _groups(self, part: Provision, told: Told) -> None:
        """Items of which some head items of their own: rights and duties among the powers."""
        self.reading.read.add(part.eid)
        position = 0
        for child in listed(part):
            inner = self._told(child, not told.container)
            if inner:
                kind = told.kind if told.kind == head_power(self.context.language) else inner.kind
                self._items(child, replace(inner, kind=kind))
            else:
                position += 1
                self._item(child, told, position)

    def _items(self, part: Provision, told: Told) -> None:
        self.reading.read.add(part.eid)
        position = 0
        if told.start < len(part.text):
            position = 1
            self._item(part, told, position, told.start)
        for child in self._whole(part):
            if not self._is_aside(child) and not read_removed(child, self.context, self.reading):
                position += 1
                self._item(child, told, position)

    def _whole(self, part: Provision) -> list[Provision]:
        """The items under a heading; a paragraph between two that begins small goes on with the
        one before it, whose end was taken for that of an item.
        """
        items: list[Provision] = []
        rows = {id(one) for one in listed(part)}
        for child in part.children:
            if id(child) in rows:
                items.append(child)
                rows.remove(id(child))
            elif not rows:
                break
            elif (
                items and child.kind is ProvisionKind.PARAGRAPH and child.text.string[:1].islower()
            ):
                items[-1] = replace(items[-1], children=[*items[-1].children, child])
        return items

    def _sentence(self, part: Provision) -> None:
        """A goal told in a sentence of its own: «Миссией … является …»."""
        for told in _sentences(self.context.language, self.context.grammar):
            match = told.match(self.context.masked(part))
            if match is None or part.text.string[: match.start].strip():
                continue
            start, end = match.words["what"]
            heading = part.text.string[match.start : start].strip(" :-–—")
            self._item(part, Told(told.data["kind"], heading, start), 1, start, end)
            return

    def _is_aside(self, part: Provision) -> bool:
        aside = _aside(self.context.language, self.context.grammar)
        return part.number is None and aside.match(self.context.masked(part)) is not None

    def _item(
        self, part: Provision, told: Told, position: int, start: int = 0, end: int | None = None
    ) -> None:
        self.reading.read |= {one.eid for one in part.walk()} if start == 0 else {part.eid}
        self.reading.state(
            f"competence/{part.eid}",
            SHZ.Competence,
            self._evidence(part, told, start, end),
            (SHZ.competenceKind, code("competence-kinds", told.kind)),
            (SHZ.holder, self.body),
            (SHZ.number, Literal(_number(part, start) or str(position))),
            (SHZ.position, Literal(position)),
            (SHZ.statedText, self.context.literal(_words(part, start, end))),
            (SHZ.heading, self.context.literal(told.heading)),
        )

    def _evidence(self, part: Provision, told: Told, start: int, end: int | None) -> Evidence:
        """The words of an item and of all that stands under it."""
        certainty = Certainty.INTERPRETED if told.reason else Certainty.STATED
        own = self.context.evidence(
            part,
            f"competence-{told.kind}",
            start,
            end or bare_end(part.text.string),
            certainty=certainty,
            reason=told.reason,
        )
        below = [child for child in part.walk() if child is not part] if start == 0 else []
        source = self.context.document.source
        ranges = [one for child in below for one in child.text.ranges(source)]
        return Evidence(own.clause, (*own.ranges, *ranges), own.rule, certainty, told.reason)


def _number(part: Provision, start: int) -> str:
    """The printed number of an item; what follows a heading on its line has none."""
    return "" if start else (part.number or "").rstrip(".)")


def _words(part: Provision, start: int, end: int | None) -> str:
    if start or end:
        return part.text.string[start : end or bare_end(part.text.string)]
    words = " ".join(one.text.string.strip() for one in part.walk())
    return words[: bare_end(words)]


@cache
def _aside(language: Language, grammar: Grammar) -> Rule:
    return rule(grammar, {"phrases": language.section("regulation")["competence"]["asides"]})


@cache
def _sentences(language: Language, grammar: Grammar) -> tuple[Rule, ...]:
    return rules(grammar, language.section("regulation")["competence"]["sentence"])
