"""The regulation of a body: whose it is, what it says of the body, its posts and relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rdflib import URIRef

from graph.claims.address import read_address
from graph.claims.competence import Competences
from graph.claims.context import Context, Reading
from graph.claims.posts import PostRules, read_posts
from graph.claims.printed import Rule, body_in_heading, heading_of, in_nominative, rule, rules
from graph.grammar import Grammar, Phrase
from graph.language import Language
from graph.model import Fault, Mention, Provision, ProvisionKind, Ref, When
from graph.names import legal_form
from graph.words import plain
from ontology import ELI, ORG, ROV, SHZ, code


@dataclass(frozen=True, slots=True)
class _Rules:
    """The regulation section of a language, compiled."""

    headings: tuple[Phrase, ...]
    facts: tuple[Rule, ...]
    founding: Rule
    form: Rule
    silent: Rule
    faults: tuple[Rule, ...]
    posts: PostRules


def read_regulation(part: Provision, context: Context) -> Reading:
    """What an appendix says, if it is the regulation of a body; else an empty reading."""
    reading = Reading()
    if not context.language.has("regulation") or is_model(part, context):
        return reading
    known = _rules(context.language, context.grammar)
    headed = body_in_heading(part, context, known.headings)
    if headed is None:
        return reading
    heading, found = headed
    _whose(part, heading, found.mention, context, reading)
    points = [one for one in part.walk() if one.kind is ProvisionKind.POINT]
    for provision in (*points, *_unnumbered(part)):
        _point(provision, part, found.mention, context, reading)
    return reading


def _unnumbered(part: Provision) -> Iterator[Provision]:
    """What stands as points in a regulation without numbers: each paragraph, and those after one
    that ends with a colon under it.
    """
    lead: Provision | None = None
    for child in part.children:
        paragraph = child.kind is ProvisionKind.PARAGRAPH
        leads = paragraph and child.text.string.rstrip().endswith(":")
        if lead and paragraph and not leads:
            lead.children.append(child)
            continue
        if lead:
            yield lead
        lead = replace(child, children=list(child.children)) if leads else None
        if paragraph and not leads:
            yield child
    if lead:
        yield lead


def is_model(part: Provision, context: Context) -> bool:
    """Whether an appendix is a regulation for bodies of a kind, which is of no one body."""
    heading = heading_of(part)
    if heading is None or not context.language.has("regulation"):
        return False
    return (
        _models(context.language).match(plain(heading.text.string, context.language.code))
        is not None
    )


def _whose(
    part: Provision, heading: Provision, body: Mention, context: Context, reading: Reading
) -> None:
    clause = Ref("clause", f"{context.act.key}/{part.eid}")
    evidence = context.evidence(heading, "regulation-of", when=When.ALWAYS)
    reading.claim(clause, ELI.is_about, body, evidence)
    reading.read.add(heading.eid)


def _point(
    point: Provision, part: Provision, body: Mention, context: Context, reading: Reading
) -> None:
    known = _rules(context.language, context.grammar)
    Competences(body, context, reading).read(point)
    read_address(point, body, context, reading)
    for provision in point.walk():
        _facts(provision, body, known, context, reading)
        _founding(provision, part, body, context, reading)
        _form(provision, body, known.form, context, reading)
        if not _faults(provision, known, context, reading):
            read_posts(provision, body, known.posts, context, reading)
        if known.silent.match(context.masked(provision)):
            reading.read.add(provision.eid)


def _facts(
    part: Provision, body: Mention, known: _Rules, context: Context, reading: Reading
) -> None:
    for fact in known.facts:
        match = fact.match(context.masked(part))
        if match is None:
            continue
        start, end = match.words.get(fact.data.get("slot", ""), (match.start, match.end))
        evidence = context.evidence(part, fact.data["rule"], start, end)
        endings = context.language.section("regulation").get("words", {}).get("nominative", ())
        words = context.literal(in_nominative(part.text.string[start:end].strip(), endings))
        value = code(*fact.data["code"].split("/")) if "code" in fact.data else words
        reading.claim(body, SHZ[fact.data["property"]], value, evidence)
        for one in _classes(words, fact.data.get("classes"), context.language):
            reading.claim(body, ORG.classification, one, evidence)
        reading.read.add(part.eid)


def _classes(words: str, scheme: str | None, language: Language) -> list[URIRef]:
    """Codes of a scheme of which the words hold a sign, at the start of a word; each once."""
    if scheme is None:
        return []
    signs: dict[str, str] = language.section("regulation")[scheme]
    small = plain(words, language.code)
    found = (notation for sign, notation in signs.items() if re.search(rf"(?<!\w){sign}", small))
    return [code(scheme, one) for one in dict.fromkeys(found)]


def _form(part: Provision, body: Mention, known: Rule, context: Context, reading: Reading) -> None:
    """The legal form beside the words for it; where none stands there, it is missing."""
    match = known.match(context.masked(part))
    if match is None:
        return
    start, end = match.words["form"]
    form = legal_form(part.text.string[start:end], context.language.code)
    if form:
        notation, begin, stop = form
        after = match.end if stop == end - start else start + stop
        evidence = context.evidence(part, "regulation-form", start + begin, after)
        reading.claim(body, ROV.orgType, code("legal-forms", notation), evidence)
        return
    left, right = (match.start, start) if start > match.start else (end, match.end)
    ranges = part.text.ranges(context.document.source, left, right)
    words_left = part.text.string[left:right].strip()
    reading.faults.append(Fault(known.data["fault"], part.eid, ranges, words_left))


def _founding(
    part: Provision, whole: Provision, body: Mention, context: Context, reading: Reading
) -> None:
    match = _rules(context.language, context.grammar).founding.match(context.masked(part))
    if match:
        document = Ref("clause", f"{context.act.key}/{whole.eid}")
        evidence = context.evidence(part, "regulation-founding", match.start, match.end)
        reading.claim(body, SHZ.foundingDocument, document, evidence)
        reading.read.add(part.eid)


def _faults(part: Provision, known: _Rules, context: Context, reading: Reading) -> bool:
    """Whether a phrase stands here without the words that it needs; each such place is noted."""
    missing = [(rule, rule.match(context.masked(part))) for rule in known.faults]
    for fault, match in missing:
        if match:
            ranges = part.text.ranges(context.document.source, match.start, match.end)
            detail = part.text.string[match.start : match.end]
            reading.faults.append(Fault(fault.data["kind"], part.eid, ranges, detail))
            reading.read.add(part.eid)
    return any(match for _, match in missing)


@cache
def _models(language: Language) -> re.Pattern[str]:
    return re.compile(language.section("regulation")["models"])


@cache
def _rules(language: Language, grammar: Grammar) -> _Rules:
    tables = language.section("regulation")
    return _Rules(
        tuple(grammar.phrase(pattern) for pattern in tables["headings"]),
        rules(grammar, tables["fact"]),
        rule(grammar, tables["founding"]),
        rule(grammar, tables["form"]),
        rule(grammar, tables["silent"]),
        rules(grammar, tables["fault"]),
        PostRules.of(grammar, tables),
    )
