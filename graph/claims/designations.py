"""What an act lays down for a legal person: its sector authority, and what it is there to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.printed import Rule, rule
from graph.grammar import Found, Grammar
from graph.language import Language
from graph.model import Certainty, Mention, Provision
from graph.words import term_pattern
from ontology import SHZ, code

#: Why the subject of activity of an enterprise is read as its goal.
GOAL = "subject-of-activity"
_TERM_NUMBER = re.compile(r"^\s*\d+\s+(?=[^\W\d])")


def read_designation(context: Context, part: Provision) -> Reading:
    """The sector authority or the subject of activity that a clause lays down, for whom it names.

    A clause whose verb stands in its lead-in, or behind the last item, is read with it.
    """
    reading = Reading()
    lead = context.lead_in(part)
    told = [part, lead, *part.children[-1:], *(lead.children[-1:] if lead else ())]
    orders = _rule(context.language, context.grammar, "orders")
    if not any(one and orders.match(context.masked(one)) for one in told):
        return reading
    _authority(part, context, reading)
    _subject(part, context, reading)
    if reading.read and lead and lead.eid.startswith("point_"):
        reading.read.add(lead.eid)
    return reading


def _authority(part: Provision, context: Context, reading: Reading) -> None:
    match = _rule(context.language, context.grammar, "authority").match(context.smoothed(part))
    if match is None:
        return
    (authority,) = match.bodies["authority"][:1]
    for body in _others(part, authority, context):
        evidence = context.evidence(part, "sector-authority", match.start, match.end)
        reading.claim(body, SHZ.sectorAuthority, authority.mention, evidence)
        reading.read.add(part.eid)


def _others(part: Provision, authority: Found, context: Context) -> Iterator[Mention]:
    """The first body that a clause names beside the authority, also by a term in small letters."""
    for one in context.smoothed(part).found:
        if one.mention != authority.mention:
            yield one.mention
            return
    yield from _by_terms(part, context)


def _by_terms(part: Provision, context: Context) -> Iterator[Mention]:
    for term, mention in context.terms(part).items():
        for spoken in {term, term.lower(), term.capitalize()}:
            if term_pattern(spoken, context.language.code).search(part.text.string):
                yield mention
                return


def _subject(part: Provision, context: Context, reading: Reading) -> None:
    """The subject of activity, in the words of the clause or in the items under it."""
    match = _rule(context.language, context.grammar, "subject").match(context.masked(part))
    bodies = match.bodies.get("of", ()) if match else ()
    holder = next(
        (one.mention for one in bodies), next(_by_terms(part, context), None) if match else None
    )
    if match is None or holder is None:
        return
    items = part.children if part.text.string.rstrip().endswith(":") else []
    start, end = match.words.get("what", (0, len(part.text)))
    for position, one in enumerate(items or [part], 1):
        stretch = (0, len(one.text)) if items else (start, end)
        words = _without_order(one.text.string[slice(*stretch)], context)
        evidence = context.evidence(
            one, GOAL, *stretch, certainty=Certainty.INTERPRETED, reason=GOAL
        )
        reading.state(
            f"competence/{one.eid}",
            SHZ.Competence,
            evidence,
            (SHZ.competenceKind, code("competence-kinds", "goal")),
            (SHZ.holder, holder),
            (SHZ.number, Literal(one.number if items and one.number else str(position))),
            (SHZ.position, Literal(position)),
            (SHZ.statedText, context.literal(words)),
            (SHZ.heading, context.literal(part.text.string[match.start : start].strip(" :"))),
        )
        reading.read |= {one.eid, part.eid}


def _without_order(words: str, context: Context) -> str:
    """Words without the verb of the order, which in Kazakh stands behind the last item, and without
    the number of a term, «общества 1», before them.
    """
    words = _TERM_NUMBER.sub("", words)
    for ending in context.language.section("phrases")["designation"]["endings"]:
        words = words.strip(" :;.").removesuffix(ending)
    return words.strip(" :;.,")


@cache
def _rule(language: Language, grammar: Grammar, name: str) -> Rule:
    return rule(grammar, language.section("phrases")["designation"][name])
