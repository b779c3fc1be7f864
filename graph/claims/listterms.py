"""Lists that an act names by terms which it defines: «(далее – Перечень)»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.language import Language
from graph.model import Document, Provision, ProvisionKind
from graph.words import plain

#: Fewer words are no heading by which a list is known.
_WORDS = 3


@dataclass(frozen=True, slots=True)
class ListTerms:
    """The clauses of an act that define a term for a list or name one by it, in their order.

    With a clause that defines one come the words that it stands for.
    """

    clauses: tuple[tuple[Provision, tuple[str, ...] | None], ...]

    @classmethod
    def of(cls, document: Document, language: Language) -> ListTerms:
        """Read once for an act: most define none."""
        terms = _terms(language)
        found: list[tuple[Provision, tuple[str, ...] | None]] = []
        for clause in clauses_of(document) if terms else ():
            words = clause.text.string
            if terms and terms.sign in words:
                if defined := terms.defines.search(words):
                    found.append((clause, tuple(_bare(defined["words"], language))))
                elif found and terms.cites.search(words):
                    found.append((clause, None))
        return cls(tuple(found))

    def meaning(self, part: Provision, language: Language) -> list[Provision]:
        """The clauses that mean the list of an appendix, whose heading ends what a term says."""
        if not self.clauses:
            return []
        heading = _heading(part, language)
        if len(heading) < _WORDS:
            return []
        meant: list[Provision] = []
        known = False
        for clause, told in self.clauses:
            if told is not None:
                known = told[-len(heading) :] == heading
            elif known:
                meant.append(clause)
        return meant


def clauses_of(document: Document) -> Iterator[Provision]:
    """The points of an act itself with all under them, without quoted wordings."""
    for point in document.parts:
        if point.kind is ProvisionKind.POINT:
            yield from (one for one in point.walk() if one.kind is not ProvisionKind.QUOTED)


def _heading(part: Provision, language: Language) -> tuple[str, ...]:
    """The words of the headings with which an appendix begins, which may be torn into several."""
    words: list[str] = []
    for one in part.children:
        if one.kind is ProvisionKind.HEADING and (not words or one.text.string[:1] != "("):
            words += _bare(one.text.string, language)
        elif one.kind is not ProvisionKind.STAMP:
            break
    return tuple(words)


def _bare(words: str, language: Language) -> list[str]:
    return re.findall(r"[^\W_]+", plain(words, language.code))


@dataclass(frozen=True, slots=True)
class _Terms:
    """How an act defines a term for a list, how its clauses name the list by it, and what stands
    in both.
    """

    sign: str
    defines: re.Pattern[str]
    cites: re.Pattern[str]


@cache
def _terms(language: Language) -> _Terms | None:
    data = language.section("phrases").get("list-terms")
    if data is None:
        return None
    return _Terms(data["sign"], re.compile(data["defines"]), re.compile(data["cites"]))
