"""An order that a body bears the name of a person, where it does not print the new name."""

from __future__ import annotations

from functools import cache

from rdflib import Literal

from graph.claims.context import Context, Reading
from graph.claims.printed import Rule, rule
from graph.grammar import Grammar, Match
from graph.language import Language
from graph.model import Provision, Ref
from graph.names import read_person
from graph.words import slug
from ontology import FOAF, RDF, SHZ, SKOS


def read_honour(context: Context, part: Provision) -> Reading:
    """Whom a body is named after, by a clause or by an item whose lead-in or last item orders it.

    What the body is called from then on is not said, so this is no renaming.
    """
    reading = Reading()
    lead = context.lead_in(part)
    match = _rule(context.language, context.grammar, "order").match(context.smoothed(part))
    if match is None and lead is not None and _ordered(context, lead):
        match = _rule(context.language, context.grammar, "row").match(context.smoothed(part))
    if match is not None and _named(context, part, match, reading) and lead is not None:
        reading.read |= {lead.eid} if lead.eid.startswith("point_") else set()
    return reading


def _ordered(context: Context, lead: Provision) -> bool:
    """Whether the words above items, or the last of them, give somebody a name."""
    orders = context.language.section("phrases")["honour"]["orders"]
    told = " ".join(one.text.string.lower() for one in (lead, *lead.children[-1:]))
    return any(word in told for word in orders)


def _named(context: Context, part: Provision, match: Match, reading: Reading) -> bool:
    words = part.text.string[slice(*match.words["person"])].strip(" .;,")
    name = read_person(words, context.language.code)
    if name is None:
        return False
    evidence = context.evidence(part, "named-after", match.start, match.end)
    person = Ref("person", slug(name, context.language.code))
    reading.claim(match.bodies["body"][0].mention, SHZ.namedAfter, person, evidence)
    reading.claim(person, RDF.type, FOAF.Person, evidence)
    reading.claim(person, SKOS.prefLabel, Literal(name, lang=context.language.code), evidence)
    reading.read.add(part.eid)
    return True


@cache
def _rule(language: Language, grammar: Grammar, name: str) -> Rule:
    return rule(grammar, language.section("phrases")["honour"][name])
