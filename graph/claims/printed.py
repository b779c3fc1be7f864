"""What the words above a text tell: the heading of a part, and a lead-in before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.claims.context import Context
from graph.grammar import Found, Grammar, Masked, Match, Phrase, first
from graph.model import Provision, ProvisionKind
from graph.words import read_number

#: A lead-in is a few words; what is longer before its colon is a sentence.
LONGEST_LEAD = 300
#: Parts that can stand under a lead-in.
LISTED = (ProvisionKind.ITEM, ProvisionKind.INDENT, ProvisionKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Rule:
    """A table of the language data, with its phrases compiled."""

    data: Mapping[str, Any]
    phrases: tuple[Phrase, ...]

    def match(self, masked: Masked) -> Match | None:
        """The first match of the first phrase that matches, in the order of the data."""
        return first(self.phrases, masked)


def rule(grammar: Grammar, table: Mapping[str, Any]) -> Rule:
    """Compile the `phrases` of a table."""
    return Rule(table, tuple(grammar.phrase(pattern) for pattern in table["phrases"]))


def rules(grammar: Grammar, tables: Iterable[Mapping[str, Any]]) -> tuple[Rule, ...]:
    """Compile tables in the order of the data."""
    return tuple(rule(grammar, table) for table in tables)


def heading_of(part: Provision) -> Provision | None:
    """The heading of an appendix or of an approved text."""
    return next((one for one in part.children if one.kind is ProvisionKind.HEADING), None)


def body_in_heading(
    part: Provision, context: Context, phrases: Sequence[Phrase]
) -> tuple[Provision, Found] | None:
    """The heading and the body it names, when the heading as a whole is one of the phrases."""
    heading = heading_of(part)
    if heading is None:
        return None
    masked = context.masked(heading)
    end = len(heading.text.string.rstrip(" ."))
    for phrase in phrases:
        for match in phrase.read(masked):
            if match.end >= end and match.bodies.get("body"):
                return heading, match.bodies["body"][0]
    return None


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a colon, and where what follows it begins."""

    words: str
    end: int
    rest: int


def lead_of(part: Provision) -> Lead | None:
    """The lead-in with which the words of a part begin; None when they have no colon in reach."""
    string = part.text.string
    colon = string.find(":", 0, LONGEST_LEAD)
    if colon < 0:
        return None
    rest = colon + 1 + len(string[colon + 1 :]) - len(string[colon + 1 :].lstrip())
    # A sentence may stand before that which leads.
    return Lead(_SENTENCE_END.split(string[:colon])[-1].strip(), colon, rest)


def listed(part: Provision) -> list[Provision]:
    """What stands under a lead-in: its numbered items, or, where none is numbered, the rest.

    A paragraph after numbered items goes on with the point, it is no item.
    """
    under = [child for child in part.children if child.kind in LISTED]
    numbered = [child for child in under if child.kind is ProvisionKind.ITEM]
    return numbered or under


def index_in(parts: Sequence[Provision], part: Provision) -> int:
    """Where a part stands among those with it, which hold it itself."""
    return next(place for place, one in enumerate(parts) if one is part)


def bare_end(string: str) -> int:
    """Where words end, without the marks that part one item from the next."""
    return len(string.rstrip(" ;.,\n"))


def in_nominative(words: str, rules: Iterable[Sequence[str]]) -> str:
    """Words as they stand alone; `rules` are pairs of a pattern and of what stands in its place."""
    for pattern, instead in rules:
        words = re.sub(pattern, instead, words)
    return words


def printed_number(hit: re.Match[str], language: str) -> tuple[int, int] | None:
    """The number in the group `number` of a match, and where it begins: `он бес`, `20`.

    The group may begin with words that belong to something else; they are passed over.
    """
    for word in _WORD.finditer(hit["number"]):
        number = read_number(hit["number"][word.start() :], language)
        if number is not None:
            return number, hit.start("number") + word.start()
    return None


_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<=\w{3})\.\s+(?=[^\W\d_])")
