"""The words that names are made of in one language, compiled from its data once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, TypeVar

from graph.language import load
from graph.words import Inflection, case_endings, inflections, plain, possessed, rough

#: The shortest word that is taken for a misprint of another.
SHORTEST_MISPRINT = 6
#: The shortest word in which a slip of one letter is mended.
SHORTEST_SLIP = 9


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body: its code, and what a word of it can do in a name."""

    code: str
    before: tuple[str, ...]
    above: bool = False
    bare: bool = False
    office: bool = False
    purpose: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A legal form: its code and the words before its last one."""

    code: str
    before: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """Everything that tells a name from other words.

    `inflections` holds each form of each head noun in lower case, `misprints` what they become
    without the letters that keyboards lack; `kinds`, `forms` and `levels` are by the dictionary
    form, what needs more words before it first; `adjectives` are those of places. `ahead` are
    beginnings of legal forms that may stand before a quoted name whose form stands after it;
    `located` are nouns of places that say where the body sits; `deeds` are verbs beside which
    any head word ends a name; `tasks` end a task before a head word and such a verb, `matters` may
    be the last word of a task; behind `beside` a council is named that is made beside somebody;
    right before `makes` a form bears no ending; right before `holding` ends the name of a holder;
    `deputies` are the words for a deputy who holds an office besides.
    """

    language: str
    inflections: dict[str, Inflection]
    misprints: dict[str, str]
    kinds: dict[str, tuple[Kind, ...]]
    forms: dict[str, tuple[Form, ...]]
    abbreviations: dict[tuple[str, ...], str]
    levels: dict[str, int]
    adjectives: dict[str, tuple[int, str]]
    adjective_endings: tuple[str, ...]
    countries: tuple[tuple[str, ...], ...]
    country_short: frozenset[str]
    joiners: frozenset[str]
    under: tuple[tuple[str, ...], ...]
    held: tuple[tuple[str, ...], ...]
    ahead: tuple[tuple[str, ...], ...]
    located: frozenset[str]
    goes_on: frozenset[str]
    untelling: frozenset[str]
    across: frozenset[str]
    named_after: frozenset[str]
    titles: frozenset[str]
    purpose: frozenset[str]
    stops: frozenset[str]
    inside: frozenset[str]
    deeds: frozenset[str]
    local: frozenset[str]
    becomes: tuple[tuple[str, ...], ...]
    tasks: frozenset[str]
    matters: frozenset[str]
    beside: frozenset[str]
    makes: frozenset[str]
    holding: frozenset[str]
    deputies: frozenset[str]
    endings: dict[str, str]
    everywhere: frozenset[str]
    head_first: bool
    hereafter: re.Pattern[str] = field(repr=False)

    def kind(self, words: Sequence[str]) -> Kind | None:
        """The kind that the last of the words (in lower case, in any form) tells, or None."""
        if not words:
            return None
        form = self.inflections.get(words[-1])
        if form is None:
            return self._compound(words)
        return self._by_lemma(form.lemma, words)

    def _by_lemma(self, lemma: str, words: Sequence[str]) -> Kind | None:
        for kind in self.kinds.get(lemma, ()):
            if _ends(words[:-1], kind.before):
                return kind
        return None

    def _compound(self, words: Sequence[str]) -> Kind | None:
        """A compound that no list has is what its first part is: a school that is also a club."""
        parts = words[-1].split("-")
        if len(parts) < 2 or parts[0] not in self.inflections:
            return None
        return self._by_lemma(self.inflections[parts[0]].lemma, parts[:1])

    def form(self, words: Sequence[str]) -> tuple[str, int] | None:
        """The legal form in full that the words end in: its code and the number of its words."""
        inflection = self.inflections.get(words[-1]) if words else None
        for form in self.forms.get(inflection.lemma, ()) if inflection else ():
            if _ends(words[:-1], form.before):
                return form.code, len(form.before) + 1
        return None

    @cached_property
    def country_beginnings(self) -> frozenset[str]:
        """The first words of the names of the country: most words are none of them."""
        return frozenset(name[0] for name in self.countries)

    def short_form(self, words: Sequence[str]) -> tuple[str, int] | None:
        """The legal form that the words end in abbreviated, as `form`; not told by case."""
        for size in (4, 2, 1):
            code = self.abbreviations.get(tuple(words[-size:]))
            if code is not None and len(words) >= size:
                return code, size
        return None

    def case_of_ending(self, ending: str) -> str:
        """The case that an ending after a hyphen tells (`АҚ-ның`); nominative when none."""
        return self.endings.get(ending, "nom")

    def level(self, word: str) -> int | None:
        """How deep a place lies that this word (a noun, an adjective) ends; None for others."""
        if word in self.adjectives:
            return self.adjectives[word][0]
        form = self.inflections.get(word)
        singular = form is not None and form.possessed and not form.plural
        return self.levels.get(form.lemma) if form and singular else None


def _ends(words: Sequence[str], ending: tuple[str, ...]) -> bool:
    return not ending or tuple(words[-len(ending) :]) == ending


@cache
def compiled(language: str) -> Lexicon:
    """The lexicon of a language; UnknownThingError when its data is missing."""
    data = load(language)
    kinds = data.section("kinds")["kind"]
    forms = data.section("forms")["form"]
    places = data.section("places")
    names = data.section("names")
    levels = _levels(places["place"], language)
    by_kind = _kinds(kinds, language)
    by_form = _forms(forms, language)
    return Lexicon(
        language=language,
        inflections=inflections(language),
        misprints=_misprints(language),
        kinds=by_kind,
        forms=by_form,
        abbreviations=_abbreviations(forms, language),
        levels=levels,
        adjectives=_adjectives(places["place"], language),
        adjective_endings=tuple(places["adjectives"]["endings"]),
        countries=_phrases(places["country"]["names"], language),
        country_short=_words(places["country"]["short"], language),
        joiners=_words(names["joiners"], language),
        under=_phrases(names["under"], language),
        held=_phrases(names.get("held", ()), language),
        ahead=_phrases(data.section("forms").get("ahead", ()), language),
        located=_words(names.get("located", ()), language),
        goes_on=_words(names["goes_on"], language),
        untelling=_words(names["untelling"], language),
        across=_words(names["across"], language),
        named_after=_words(names["named_after"], language),
        titles=_words(names["titles"], language),
        purpose=_words(names["purpose"], language),
        stops=_words(names["stops"], language),
        inside=_words(names["inside"], language),
        deeds=_words(names.get("deeds", ()), language),
        local=_words(names.get("local", ()), language),
        becomes=_phrases(names.get("becomes", ()), language),
        tasks=_words(names.get("tasks", ()), language),
        matters=_words(names.get("matters", ()), language),
        beside=_words(names.get("beside", ()), language),
        makes=_words(names.get("makes", ()), language),
        holding=_words(names.get("holding", ()), language),
        deputies=_words(names.get("deputies", ()), language),
        endings=case_endings(language),
        everywhere=frozenset(one["code"] for one in [*kinds, *forms] if one.get("everywhere")),
        head_first=names.get("order") == "head-first",
        hereafter=_hereafter(names["hereafter"]),
    )


def _kinds(data: list[dict[str, Any]], language: str) -> dict[str, tuple[Kind, ...]]:
    table: dict[str, list[Kind]] = {}
    for entry in data:
        can = {name: bool(entry.get(name)) for name in ("above", "bare", "office", "purpose")}
        for *before, last in _phrases(entry["heads"], language):
            table.setdefault(last, []).append(Kind(entry["code"], tuple(before), **can))
    return {last: _longest_first(kinds) for last, kinds in table.items()}


def _forms(data: list[dict[str, Any]], language: str) -> dict[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = {}
    for entry in data:
        for *before, last in _phrases(entry["words"], language):
            table.setdefault(last, []).append(Form(entry["code"], tuple(before)))
    return {last: _longest_first(forms) for last, forms in table.items()}


def _misprints(language: str) -> dict[str, str]:
    """Forms without the letters that keyboards lack → the right ones; short ones would mislead."""
    known = inflections(language)
    table: dict[str, str] = {}
    for word in known:
        typed = rough(word, language)
        if len(word) >= SHORTEST_MISPRINT and typed not in known:
            table.setdefault(typed, word)
    if load(language).section("names").get("slips"):
        table.update(_slips(set(known) | set(table)))
    return table


def _slips(known: set[str]) -> dict[str, str]:
    """Long forms with two letters in each other's place, one left out or one twice → the right
    one, where only one form can be meant.
    """
    table: dict[str, str] = {}
    doubtful: set[str] = set()
    for word in sorted(known):
        for slip in _slips_of(word) if len(word) >= SHORTEST_SLIP and "-" not in word else ():
            if slip in known or table.get(slip, word) != word:
                doubtful.add(slip)
            table[slip] = word
    return {slip: word for slip, word in table.items() if slip not in doubtful}


def _slips_of(word: str) -> Iterator[str]:
    """Slips inside a word; its first two letters and its last, which tell its case, are right."""
    for at in range(2, len(word) - 2):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]


Entry = TypeVar("Entry", Kind, Form)


def _longest_first(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.before)))


def _abbreviations(data: list[dict[str, Any]], language: str) -> dict[tuple[str, ...], str]:
    return {
        words: entry["code"]
        for entry in data
        for words in _phrases(entry.get("short", ()), language)
    }


def _levels(data: list[dict[str, Any]], language: str) -> dict[str, int]:
    return {
        words[-1]: int(entry["level"])
        for entry in data
        for words in _phrases(entry["nouns"], language)
    }


def _adjectives(data: list[dict[str, Any]], language: str) -> dict[str, tuple[int, str]]:
    """An adjective of a place → how deep it lies, and its noun in the third person."""
    return {
        word: (int(entry["level"]), possessed(entry["nouns"][0], language))
        for entry in data
        for word in _words(entry.get("adjectives", ()), language)
    }


def _phrases(phrases: Iterable[str], language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(plain(phrase, language).split()) for phrase in phrases)


def _words(words: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(plain(word, language) for word in words)


def _hereafter(phrases: Iterable[str]) -> re.Pattern[str]:
    """`(бұдан әрі – X)` right after a name; group 1 is X."""
    words = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"\s*\(\s*(?:{words})\s*[-–—:]?\s*([^()]{{1,120}}?)\s*\)", re.IGNORECASE)
