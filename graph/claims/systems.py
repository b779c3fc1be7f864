"""Information systems that a text names: by a short name of their own, or by a name in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from rdflib import RDF

from graph.claims.context import Context, Reading
from graph.language import Language
from graph.model import Evidence, Provision, Ref, When
from graph.words import plain, read_ending, slug
from ontology import DCT, SHZ, SKOS

#: The name of a system is looked for in no more characters than this before its last word.
_REACH = 400
#: A system stands inside no more systems than this.
_DEEPEST = 3
_QUOTED = re.compile(r'"([^"]+)"')


@dataclass(frozen=True, slots=True)
class System:
    """A system as a text names it; `part_of` is the key of the system it works inside."""

    key: str
    name: str
    short: str | None
    part_of: str | None
    part: Provision
    start: int
    end: int
    short_end: int

    @property
    def ref(self) -> Ref:
        return Ref("system", self.key)


def read_systems(part: Provision, context: Context) -> Reading:
    """The systems that a part and all under it name, as claims."""
    reading = Reading()
    for system in find_systems(part, context):
        _note(system, context, reading)
    return reading


def find_systems(part: Provision, context: Context) -> list[System]:
    """The systems named in a part and all under it, in order of the text."""
    if not context.language.has("service"):
        return []
    return [one for under in part.walk() for one in _named(under, context)]


def used(words: str, systems: Iterable[System], language: str) -> list[System]:
    """The systems that some words mention by short name or name, in order of their mention."""
    small = plain(words, language)
    found: dict[str, tuple[int, System]] = {}
    for system in sorted(systems, key=lambda one: -len(one.short or one.name)):
        sign = plain(system.short or system.name, language)
        hit = re.search(rf"(?<!\w){re.escape(sign)}", small)
        if hit and system.key not in found:
            found[system.key] = hit.start(), system
            small = small.replace(sign, " " * len(sign))
    return [system for _, system in sorted(found.values(), key=lambda pair: pair[0])]


def _note(system: System, context: Context, reading: Reading) -> None:
    evidence = _evidence(system, "system-name", system.end, context)
    reading.claim(system.ref, RDF.type, SHZ.InformationSystem, evidence)
    reading.claim(system.ref, SKOS.prefLabel, context.literal(system.name), evidence)
    if system.short:
        defined = _evidence(system, "system-short-name", system.short_end, context)
        reading.claim(system.ref, SHZ.abbreviation, context.literal(system.short), defined)
    if system.part_of:
        reading.claim(system.ref, DCT.isPartOf, Ref("system", system.part_of), evidence)
    sentence = context.literal(system.part.text.string.strip())
    whole = context.evidence(system.part, "system-definition", when=When.ALWAYS)
    reading.claim(system.ref, SHZ.statedText, sentence, whole)


def _evidence(system: System, rule: str, end: int, context: Context) -> Evidence:
    return context.evidence(system.part, rule, system.start, end, when=When.ALWAYS)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The last words of a possible name: where they stand, and the last word in the nominative."""

    start: int
    last: int
    end: int
    nominative: str
    case: str


def _named(part: Provision, context: Context) -> Iterator[System]:
    """Systems with a short name, each with what it works inside; then those named in quotes."""
    string, language = part.text.string, context.language
    kinds = list(_kinds(string, language))
    known: set[_Kind] = set()
    for number, kind in enumerate(kinds):
        defined = _patterns(language)["defined"].match(string, kind.end)
        if defined:
            start = _begin(string, kind.start, language)
            before = kinds[max(0, number - _DEEPEST) : number]
            inside = [one for one in before if one.start >= start and one.case == "gen"]
            known.update([*inside, kind])
            yield from _chain(part, start, [*inside, kind], defined, context)
    for kind in kinds:
        reach = max(0, kind.start - _REACH)
        quoted = _patterns(language)["quoted"].search(string, reach, kind.start)
        if quoted and kind not in known:
            yield _system(part, quoted.start(), kind, context)


def _chain(
    part: Provision, start: int, kinds: list[_Kind], defined: re.Match[str], context: Context
) -> Iterator[System]:
    """A system and those it works inside: the short name has one capital word for each."""
    short = defined["short"].strip()
    signs = [word for word in short.split() if word.isupper()]
    outer: System | None = None
    for number, kind in enumerate(kinds):
        behind = len(kinds) - 1 - number
        sign = short if not behind else signs[-1 - behind] if len(signs) > behind else None
        outer = replace(
            _system(part, start, kind, context),
            short=sign,
            part_of=outer.key if outer else None,
            short_end=defined.end(),
        )
        yield outer


def _system(part: Provision, start: int, kind: _Kind, context: Context) -> System:
    words = part.text.string[start : kind.last] + kind.nominative
    name = _QUOTED.sub(r"«\1»", words)
    key = slug(name, context.language.code)
    return System(key, name, None, None, part, start, kind.end, kind.end)


def _kinds(string: str, language: Language) -> Iterator[_Kind]:
    small = plain(string, language.code)
    for word in _patterns(language)["candidates"].finditer(small):
        nominative, case = read_ending(word[0], language.code)
        for kind in _names(language).get(nominative, ()):
            reach = max(0, word.start() - _REACH)
            before = re.search(rf"{_spaced(kind[:-1])}$", small[reach : word.start()])
            if before:
                own = string[word.start() : word.start() + len(nominative)]
                yield _Kind(reach + before.start(), word.start(), word.end(), own, case)
                break


def _spaced(words: tuple[str, ...]) -> str:
    """A pattern of whole words, each with the space after it."""
    return "".join(rf"(?<!\w){re.escape(word)}\s+" for word in words)


def _begin(string: str, end: int, language: Language) -> int:
    """Where a name that ends here begins: after the last mark or word that cannot be in a name."""
    patterns = _patterns(language)
    reach = max(0, end - _REACH)
    marks = [hit.end() for hit in patterns["marks"].finditer(string, reach, end)]
    start = marks[-1] if marks else reach
    stops = [hit.end() for hit in patterns["stops"].finditer(string, start, end)]
    start = stops[-1] if stops else start
    return start + len(string[start:end]) - len(string[start:end].lstrip())


@cache
def _names(language: Language) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The kinds by their last word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for kind in language.section("service")["system"]["kinds"]:
        table.setdefault(kind.split()[-1], []).append(tuple(kind.split()))
    return {last: tuple(sorted(kinds, key=len, reverse=True)) for last, kinds in table.items()}


@cache
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    data = language.section("service")["system"]
    stops = "|".join(map(re.escape, data["stops"]))
    # An ending may change the last letter of a word, never what stands before it.
    stems = "|".join(sorted({re.escape(last[:-1]) for last in _names(language)}, reverse=True))
    return {
        **{name: re.compile(data[name], re.IGNORECASE) for name in ("defined", "marks", "quoted")},
        "stops": re.compile(rf"(?<!\w)(?:{stops})(?!\w)", re.IGNORECASE),
        "candidates": re.compile(rf"(?<!\w)(?:{stems})[\w-]*"),
    }
