"""Who provides a service: bodies by name, and classes of bodies by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

from graph.claims.context import Context, Reading
from graph.claims.described import CLASS_OF_BODIES, describe, introduce
from graph.claims.printed import Rule, in_nominative, rule
from graph.grammar import Grammar
from graph.language import Language
from graph.model import Certainty, Evidence, Mention, Provision, Ref
from graph.names import read_name
from graph.words import plain
from ontology import CV


def read_providers(part: Provision, service: Ref, context: Context, reading: Reading) -> int | None:
    """Note the providers that a sentence names; where its words for them end, in characters, or
    None where it is no sentence that names them.
    """
    match = _rule(context.language, context.grammar).match(context.masked(part))
    if match is None:
        return None
    reading.read.add(part.eid)
    start, end = match.words["providers"]
    for begin, stop in _providers(part, start, end, context.language):
        provider, evidence = _provider(part, begin, stop, context)
        if evidence.reason:
            introduce(provider, evidence, context, reading)
        reading.claim(service, CV.hasCompetentAuthority, provider, evidence)
    return end


def _providers(
    part: Provision, start: int, end: int, language: Language
) -> Iterator[tuple[int, int]]:
    """Where each provider stands, without what is cited before them and brackets behind them."""
    data = language.section("service")["providers"]
    small = plain(part.text.string, language.code)[start:end]
    cited = [hit.end() for hit in re.finditer(data["cited"], small)]
    first = cited[-1] if cited and cited[-1] < len(small) else 0
    cuts = [hit.span() for hit in re.finditer(data["between"], small) if hit.start() > first]
    edges = [(first, first), *cuts, (len(small), len(small))]
    for (_, begin), (stop, _) in pairwise(edges):
        words = _called(language).sub("", small[begin:stop].rstrip(" ,"))
        if words.strip():
            yield start + begin, start + begin + len(words.rstrip(" ,"))


@cache
def _called(language: Language) -> re.Pattern[str]:
    """What a provider is called from here on, and where it sits."""
    return re.compile(language.section("service")["providers"]["called"], re.DOTALL)


def _provider(part: Provision, start: int, end: int, context: Context) -> tuple[Mention, Evidence]:
    """The body that the words name; a class of bodies where they are a plural."""
    data = context.language.section("service")["providers"]
    group = describe(part, start, end, context, "group")
    if _is_plural(group, data):
        own = in_nominative(group.own, data.get("nominative", ()))
        return replace(group, own=own, whole=own), context.evidence(
            part,
            "service-provider",
            start,
            end,
            certainty=Certainty.INTERPRETED,
            reason=CLASS_OF_BODIES,
        )
    evidence = context.evidence(part, "service-provider", start, end)
    for one in context.masked(part).found:
        if start <= one.start and one.end <= end + 1:
            return one.mention, evidence
    written = part.text.string[start:end]
    return read_name(written, context.language.code, evidence.ranges), evidence


def _is_plural(group: Mention, data: Mapping[str, Any]) -> bool:
    """Whether the words are a plural: by their end, or by their head where it stands first."""
    if "plural" in data:
        return re.match(data["plural"], group.written, re.IGNORECASE) is not None
    return group.own.endswith(tuple(data["plurals"]))


@cache
def _rule(language: Language, grammar: Grammar) -> Rule:
    return rule(grammar, language.section("service")["providers"])
