"""The words that names are made of where the head comes first, compiled once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.language import load
from graph.names.lexicon import Lexicon, compiled
from graph.names.tokens import WORD, Token
from graph.words import Inflection, adjective, analyses, head_of, plain
from ontology import read_codelist

#: Adjectives before one head word, at most.
MOST_ADJECTIVES = 6


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind or a legal form as words: stems of adjectives, the head noun, the words after it."""

    code: str
    before: tuple[str, ...]
    lemma: str
    after: tuple[str, ...]
    phrase: str
    above: bool = False
    bare: bool = False
    small: bool = False
    placed: bool = False
    local: bool = False
    office: bool = False
    everywhere: bool = False
    abroad: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """What tells a name; `base` holds what both orders of words share."""

    base: Lexicon
    forms: dict[str, tuple[Pattern, ...]]
    kinds: dict[str, tuple[Pattern, ...]]
    short_forms: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    analyses: dict[str, tuple[Inflection, ...]]
    inside: dict[str, tuple[tuple[str, ...], ...]]
    seated: tuple[tuple[str, ...], ...]
    led: tuple[tuple[str, ...], ...]
    prepositions: frozenset[str]
    attached: frozenset[str]
    pronouns: frozenset[str]
    task_endings: tuple[str, ...]
    abroad: frozenset[str]
    generic: frozenset[str]
    corps: frozenset[str]
    heads: frozenset[str]
    appositions: tuple[tuple[str, ...], ...]
    hereafter: frozenset[str]
    into: frozenset[str]
    led_to: frozenset[str]
    out_of: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    outside: tuple[str, ...]
    gerunds: tuple[str, ...]
    not_genitive: tuple[str, ...]
    genitive: tuple[str, ...]
    ruling: tuple[str, ...]
    instrumental: tuple[str, ...]
    place_short: dict[str, str]
    place_adjectives: dict[str, str]
    local: frozenset[str]
    known_places: frozenset[str]

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.base.language

    def noun(self, tokens: Sequence[Token], at: int) -> Inflection | None:
        """What the noun at `at` is, told by the adjective before it where it may be several."""
        found = self.analyses.get(tokens[at].word) if tokens[at].role == WORD else None
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        agreeing = adjective(tokens[at - 1].word, self.language) if at else None
        if agreeing and tokens[at - 1].role == WORD:
            fitting = (one for one in found if _fits(one, agreeing[1]))
            return next(fitting, found[0])
        return found[0] if at else _leading(found)

    def pattern(
        self,
        table: dict[str, tuple[Pattern, ...]],
        tokens: Sequence[Token],
        at: int,
        noun: Inflection | None = None,
    ) -> Pattern | None:
        """The longest kind or form of a table whose head noun stands at `at`: `noun`, if known."""
        found = noun or self.noun(tokens, at)
        for pattern in table.get(found.lemma, ()) if found else ():
            words = (token.word for token in tokens[at + 1 : at + 1 + len(pattern.after)])
            if tuple(words) == pattern.after and self._stems(tokens, at, len(pattern.before)) == (
                pattern.before
            ):
                return pattern
        return None

    def _stems(self, tokens: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
        return tuple(stem_of(one.word, self.language) for one in tokens[max(0, at - count) : at])

    def longer_forms(self, phrase: str) -> list[Pattern]:
        """The legal forms that begin with the words of another and go on after its noun."""
        table = (pattern for patterns in self.forms.values() for pattern in patterns)
        return [one for one in table if phrase and one.phrase.startswith(f"{phrase} ")]

    def stops(self, token: Token) -> bool:
        """Whether no name holds the word; the initial of a person is no word."""
        initial = token.capital and len(token.word) == 1
        return token.word in self.base.stops and not initial

    def is_adjective(self, token: Token) -> bool:
        """Whether a token is a word that ends as an adjective and is no known noun."""
        if token.role != WORD or token.word in self.analyses:
            return False
        return adjective(token.word, self.language) is not None

    def may_be(self, token: Token, case: str) -> bool:
        """Whether an adjective may stand in a case."""
        found = adjective(token.word, self.language)
        return found is not None and any(one[2:5] == case for one in found[1])

    def agrees(self, token: Token, form: Inflection) -> bool:
        """Whether a token is an adjective that may stand before a noun in this case."""
        if not self.is_adjective(token):
            return False
        found = adjective(token.word, self.language)
        return found is not None and _fits(form, found[1])


def _fits(form: Inflection, told: frozenset[str]) -> bool:
    """Whether a noun is in the number, the case and the gender that an adjective tells."""
    sign = f"{'p' if form.plural else 's'}-{form.case}"
    return sign in told or f"{sign}-{form.gender}" in told


def _leading(found: tuple[Inflection, ...]) -> Inflection:
    """The first word of a text stands in no genitive: nothing is before it that it belongs to."""
    return next((one for one in found if one.case != "gen" and not one.plural), found[0])


def stem_of(word: str, language: str) -> str:
    """An adjective without its ending; any other word as it is."""
    found = adjective(word, language)
    return found[0] if found else word


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language; UnknownThingError when its data is missing."""
    data = load(language)
    names, places = data.section("names"), data.section("places")["place"]
    forms = data.section("forms")["form"]
    return Vocabulary(
        base=compiled(language),
        forms=_patterns(forms, "words", language),
        kinds=_patterns(data.section("kinds")["kind"], "heads", language),
        short_forms=_short_forms(forms, language),
        analyses=analyses(language),
        inside=_by_first(tuple(plain(one, language).split()) for one in names["inside"]),
        seated=tuple(tuple(plain(one, language).split()) for one in names["seated"]),
        led=tuple(tuple(plain(one, language).split()) for one in names["led"]),
        prepositions=frozenset(names["prepositions"]),
        attached=frozenset(names["attached"]),
        pronouns=frozenset(names["pronouns"]),
        task_endings=tuple(names["task_endings"]),
        abroad=frozenset(names["abroad"]),
        generic=frozenset(names["generic"]),
        corps=frozenset(names["corps"]),
        heads=frozenset(names["heads"]),
        appositions=tuple(tuple(one.split()) for one in names["appositions"]),
        hereafter=frozenset(names["hereafter"]),
        into=frozenset(names["into"]),
        led_to=frozenset(names["led-to"]),
        out_of=tuple(tuple(one.split()) for one in names["out-of"]),
        between=frozenset(names["between"]),
        outside=tuple(names["outside"]),
        gerunds=tuple(names["gerunds"]),
        not_genitive=tuple(names["not_genitive"]),
        genitive=tuple(names["genitive"]),
        ruling=tuple(names["ruling"]),
        instrumental=tuple(names["instrumental"]),
        place_short={one: entry["nouns"][0] for entry in places for one in entry.get("short", ())},
        place_adjectives={
            stem_of(plain(one, language), language): entry["nouns"][0]
            for entry in places
            for one in entry.get("adjectives", ())
        },
        local=frozenset(stem_of(plain(one, language), language) for one in names["local"]),
        known_places=_known_places(language),
    )


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, in the order of the data."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        table[phrase[0]] = (*table.get(phrase[0], ()), phrase)
    return table


def _patterns(
    entries: list[dict[str, Any]], column: str, language: str
) -> dict[str, tuple[Pattern, ...]]:
    table: dict[str, list[Pattern]] = defaultdict(list)
    for entry in entries:
        can = {
            name: bool(entry.get(name))
            for name in (
                "above",
                "bare",
                "small",
                "placed",
                "local",
                "office",
                "everywhere",
                "abroad",
            )
        }
        for phrase in entry[column]:
            words = plain(phrase, language).split()
            at = head_of(words, language)
            before = tuple(stem_of(word, language) for word in words[:at])
            after = tuple(words[at + 1 :])
            table[words[at]].append(Pattern(entry["code"], before, words[at], after, phrase, **can))
    return {
        lemma: tuple(sorted(found, key=lambda one: -len(one.before) - len(one.after)))
        for lemma, found in table.items()
    }


def _short_forms(
    entries: list[dict[str, Any]], language: str
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for entry in entries:
        for phrase in entry.get("short", ()):
            words = tuple(plain(phrase, language).split())
            table[words[0]].append((words, entry["code"]))
    return {word: tuple(sorted(found, reverse=True)) for word, found in table.items()}


def _known_places(language: str) -> frozenset[str]:
    """The names of places in the nominative, without the word for their kind."""
    places = read_codelist("places").values()
    return frozenset(name.lower() for one in places for name in one.alt_labels.get(language, ()))
