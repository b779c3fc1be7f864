"""Who provides a service: bodies by name, and classes of bodies by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
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


def read_providers(part: Provision, service: Ref, context: Context, reading: Reading) -> bool:
    """Note the providers that a sentence names; whether it is the sentence that names them."""
    match = _rule(context.language, context.grammar).match(context.masked(part))
    if match is None:
        return False
    reading.read.add(part.eid)
    for start, end in _providers(part, *match.words["providers"], context.language):
        provider, evidence = _provider(part, start, end, context)
        if evidence.reason:
            introduce(provider, evidence, context, reading)
        reading.claim(service, CV.hasCompetentAuthority, provider, evidence)
    return True


def _providers(
    part: Provision, start: int, end: int, language: Language
) -> Iterator[tuple[int, int]]:
    """Where each provider stands: up to a word in the instrumental; all words where none is."""
    data = language.section("service")["providers"]
    small = plain(part.text.string, language.code)[start:end]
    ends = [hit.end() for hit in re.finditer(data["end"], small)] or [len(small.rstrip())]
    joiners = "|".join(data["joiners"])
    for begin, stop in zip([0, *ends], ends, strict=False):
        joined = re.match(rf"\s*,?\s*(?:(?:{joiners})\s+)?", small[begin:stop])
        yield start + begin + (joined.end() if joined else 0), start + stop


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
