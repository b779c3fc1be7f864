"""Terms that an act defines for bodies, found in its other words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.claims.beside import beside_terms
from graph.grammar import Found
from graph.language import Language
from graph.model import Document, Mention, Provision, ProvisionKind
from graph.names import ReadNamings, read_shared_terms
from graph.names.lexicon import compiled
from graph.words import plain, read_ending, term_case, term_is_plural, term_pattern

#: What stands before a term: a word with only a blank between.
_BEFORE = re.compile(r"([\w-]+)\s+$")
#: Whether what was found for a term stands for its body.
_Fits = Callable[[str, re.Match[str], Language], bool]
#: Cases in which words say how, where or from when a deed is done: none of them is part of a name.
_ASIDE = ("dat", "acc", "loc", "abl", "ins")


def unit_of(eid: str) -> str:
    """The separately amended part in which a clause stands: an appendix, or the act itself."""
    return eid.split("__", 1)[0] if eid.startswith("app_") else ""


def named_terms(
    terms: Mapping[str, Mention], words: str, taken: Iterable[tuple[int, int]], language: Language
) -> Iterator[Found]:
    """Where terms with a capital letter stand, the longest first, outside of `taken`."""
    known = {term: (body,) for term, body in terms.items() if term[:1].isupper()}
    yield from _standing(known, words, list(taken), language)


def common_terms(
    terms: Mapping[str, tuple[Mention, ...]],
    words: str,
    taken: Iterable[tuple[int, int]],
    language: Language,
) -> Iterator[Found]:
    """Where terms in small letters stand alone, also as the first word of a sentence.

    Behind an adjective or a noun such a word is one of a longer name: «мемлекеттік мекеме».
    """
    if beside := beside_terms(language.code):
        yield from _standing(terms, words, list(taken), language, beside.allow)
        return
    allowed = language.section("names").get("before-terms")
    if allowed is None:
        return
    ends = {end for _, end in taken}
    either = {one: bodies for term, bodies in terms.items() for one in (term, term.capitalize())}
    standing = _standing(either, words, list(taken), language, _is_form)
    for found in sorted(standing, key=lambda one: one.start):
        before = _BEFORE.search(words, 0, found.start)
        word = plain(before[1], language.code) if before else ""
        aside = read_ending(word, language.code)[1] in _ASIDE if word else True
        if aside or word in allowed or found.start in ends or (before and before.end(1) in ends):
            ends.add(found.end)
            yield found


def _standing(
    terms: Mapping[str, tuple[Mention, ...]],
    words: str,
    taken: list[tuple[int, int]],
    language: Language,
    fits: _Fits | None = None,
) -> Iterator[Found]:
    """Where terms stand; only those that fit where that is to be asked."""
    # The longest first: «Ревизионная комиссия области» before «Ревизионная комиссия».
    for term in sorted(terms, key=len, reverse=True):
        plural = len(terms[term]) > 1
        for match in term_pattern(term, language.code, plural=plural).finditer(words):
            start, end = match.span()
            meets = any(a < end and start < b for a, b in taken)
            if not meets and (fits is None or fits(term, match, language)):
                taken.append((start, end))
                case = term_case(match[0], language.code, plural=plural)
                yield from as_one_word(terms[term], start, end, case)


def _is_form(term: str, match: re.Match[str], language: Language) -> bool:
    """Whether a term stands in its own number and is nobody's."""
    return read_ending(match[0], language.code)[0] == term


def as_one_word(bodies: tuple[Mention, ...], start: int, end: int, case: str) -> Iterator[Found]:
    """Words as the bodies for which they stand, each with letters of its own."""
    last = len(bodies) - 1
    for at, body in enumerate(bodies if len(bodies) <= end - start else ()):
        yield Found(body, start + at, end if at == last else start + at + 1, case, short=True)


@dataclass(slots=True)
class CommonTerms:
    """The terms in small letters that the clauses of a document define, in their order."""

    _order: dict[str, int] = field(default_factory=dict)
    _given: list[tuple[int, str, str, tuple[Mention, ...]]] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document, read: ReadNamings) -> CommonTerms:
        """Those of a document, without the wordings that it gives for other acts; `read` brings
        what a text names.
        """
        known = cls()
        for at, part in enumerate(document.walk()):
            known._order[part.eid] = at
            if not part.text or part.kind is ProvisionKind.QUOTED:
                continue
            for term, bodies in _shared(part, document, read):
                if term[:1].islower():
                    known._given.append((at, unit_of(part.eid), term, bodies))
        return known

    def at(self, part: Provision) -> dict[str, tuple[Mention, ...]]:
        """The terms that hold in a clause: defined in it or before it, in the same part of the act;
        one that several clauses give to different bodies stands for nobody.
        """
        unit, here = unit_of(part.eid), self._order.get(part.eid, 0)
        meant: dict[str, set[tuple[str, ...]]] = {}
        terms: dict[str, tuple[Mention, ...]] = {}
        for at, of, term, bodies in self._given:
            if of == unit:
                meant.setdefault(term, set()).add(tuple(body.whole for body in bodies))
                if at <= here:
                    terms[term] = bodies
        return {term: bodies for term, bodies in terms.items() if len(meant[term]) == 1}


def _shared(
    part: Provision, document: Document, read: ReadNamings
) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """The terms that a clause gives; one in the plural behind no body, in words that end with a
    colon, is given to the first body of each item under them.
    """
    given = list(read_shared_terms(part.text, document.source, document.language, read))
    yield from given
    words, lead = compiled(document.language), part.text.string
    for bracket in words.hereafter.finditer(lead) if lead.endswith(":") else ():
        if bracket[1] not in dict(given) and term_is_plural(bracket[1], document.language):
            named = (
                [
                    naming.mention
                    for naming in read(one.text, document.source, document.language)[:1]
                ]
                for one in part.children
            )
            yield bracket[1], tuple(one for bodies in named for one in bodies)
