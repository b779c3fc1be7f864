"""Posts and relations that a regulation sets up: head, deputies, whom the head appoints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.claims.context import Context, Reading
from graph.claims.described import CLASS_OF_BODIES, describe, introduce
from graph.claims.printed import Rule, rule, rules
from graph.claims.references import said
from graph.grammar import Grammar, Match
from graph.model import Certainty, Mention, Provision
from ontology import ORG, SHZ, code


@dataclass(frozen=True, slots=True)
class PostRules:
    """The phrases that set up a post, an appointment, or work for another body."""

    posts: tuple[Rule, ...]
    appointment: Rule
    organised: Rule
    units: re.Pattern[str]

    @classmethod
    def of(cls, grammar: Grammar, tables: Mapping[str, Any]) -> PostRules:
        """From the regulation section of a language."""
        return cls(
            rules(grammar, tables["post"]),
            rule(grammar, tables["appointment"]),
            rule(grammar, tables["organised"]),
            re.compile(tables["unit-words"]["pattern"]),
        )


def read_posts(
    part: Provision, body: Mention, known: PostRules, context: Context, reading: Reading
) -> bool:
    """Note what a clause says of posts; whether it said anything."""
    before = len(reading.statements) + len(reading.claims)
    for post in known.posts:
        match = post.match(context.masked(part))
        if match and not _of_a_unit(part, body, match, known.units, context):
            _post(part, body, post.data["role"], match, context, reading)
    _appointment(part, body, known.appointment, context, reading)
    _organised(part, body, known.organised, context, reading)
    if len(reading.statements) + len(reading.claims) == before:
        return False
    reading.read.add(part.eid)
    return True


def _of_a_unit(
    part: Provision, body: Mention, match: Match, units: re.Pattern[str], context: Context
) -> bool:
    """Whether the sentence of a post speaks first of a unit within the body: its post it is."""
    words = part.text.string
    begins = words.rfind(". ", 0, match.start) + 1
    first = units.search(words, begins, match.end)
    if first is None or first["stem"].lower() in body.whole.lower():
        return False
    return not any(
        one.mention == body and one.start <= first.start() < one.end
        for one in context.masked(part).found
    )


def _post(
    part: Provision, body: Mention, role: str, match: Match, context: Context, reading: Reading
) -> None:
    by = match.bodies.get("by", ())
    reading.state(
        f"post/{part.eid}-{role}",
        ORG.Post,
        context.evidence(part, f"post-{role}"),
        (ORG.postIn, body),
        (ORG.role, code("post-types", role)),
        (SHZ.appointedBy, by[0].mention if by else None),
        (SHZ.statedText, context.literal(part.text.string.strip(" ;."))),
    )


def _appointment(
    part: Provision, body: Mention, known: Rule, context: Context, reading: Reading
) -> None:
    """The heads of others whom the head of the body appoints, and who must consent."""
    match = known.match(context.masked(part))
    if match is None or not _begins_clause(part, match):
        return
    evidence = context.evidence(
        part,
        "appointment-of-heads",
        match.start,
        match.end,
        certainty=Certainty.INTERPRETED,
        reason=CLASS_OF_BODIES,
    )
    group = describe(part, *match.words["group"], context, "group")
    consent = None
    if "consent" in match.words:
        consent = describe(part, *match.words["consent"], context, "group")
        introduce(consent, evidence, context, reading)
    introduce(group, evidence, context, reading)
    reading.claim(body, SHZ.appointsHeadOf, group, evidence)
    reading.state(
        f"post/{part.eid}",
        ORG.Post,
        evidence,
        (ORG.postIn, group),
        (ORG.role, code("post-types", known.data["role"])),
        (SHZ.appointedBy, body),
        (SHZ.withConsentOf, consent),
        (SHZ.statedText, context.literal(part.text.string[match.start : match.end])),
    )


def _organised(
    part: Provision, body: Mention, known: Rule, context: Context, reading: Reading
) -> None:
    """A commission or council that the body serves: named only by what it is for."""
    match = known.match(context.masked(part))
    if match is None or not _begins_clause(part, match):
        return
    words = (said(part, match, "organised") or "").lower().split()
    if not words or words[-1] not in known.data["kinds"]:
        return
    evidence = context.evidence(part, "organises-work", match.start, match.end)
    start, end = match.words["organised"]
    named = [one.mention for one in context.masked(part).found if one.end == end]
    other = named[0] if named else describe(part, start, end, context, "body")
    if not named:
        introduce(other, evidence, context, reading)
    reading.claim(body, SHZ.organisesWorkOf, other, evidence)


def _begins_clause(part: Provision, match: Match) -> bool:
    """Whether a match begins where words begin that belong together, and not inside a word."""
    before = part.text.string[: match.start].rstrip()
    return not before or before.endswith((",", ";")) or match.start > len(before)
