"""Where a body sits: the parts of a printed address, each told by its ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rdflib import Literal, URIRef

from graph.claims.context import Context, Reading
from graph.claims.printed import LONGEST_LEAD, bare_end
from graph.language import Language
from graph.model import Mention, Provision
from graph.words import plain
from ontology import LOCN

#: What parts the words that announce an address from the address.
_MARK = re.compile(r":\s*|\s[-–—]\s+")
#: A post code that no comma parts from what follows is a part of its own.
_GLUED_CODE = re.compile(r"(?<=\b\d{6})\s+")


def read_address(point: Provision, body: Mention, context: Context, reading: Reading) -> None:
    """Note the address that a point prints after its lead-in, or in the paragraph under it."""
    rest = _after_lead(point, context.language)
    if rest is None:
        return
    place, start = (point, rest) if rest < len(point.text) else (_under(point), 0)
    if place is None:
        return
    reading.read |= {point.eid, place.eid}
    end = bare_end(place.text.string)
    printed = place.text.string[start:end]
    evidence = context.evidence(place, "regulation-address", start, end)
    rest_of_it = _going_on(place)
    if rest_of_it:
        reading.read.add(rest_of_it.eid)
        words = rest_of_it.text.string
        printed += f", {words[: bare_end(words)]}"
        ranges = rest_of_it.text.ranges(context.document.source, 0, bare_end(words))
        evidence = replace(evidence, ranges=(*evidence.ranges, *ranges))
    reading.state(
        f"address/{point.eid}",
        LOCN.Address,
        evidence,
        (LOCN.fullAddress, context.literal(printed)),
        *((name, _value(name, words, context)) for name, words in _parts(printed, context)),
        of=(body, LOCN.address),
    )


def _after_lead(point: Provision, language: Language) -> int | None:
    """Where the address begins behind a colon or a dash; None where none is announced."""
    leads = tuple(language.section("regulation")["address"]["leads"])
    for mark in _MARK.finditer(point.text.string, 0, LONGEST_LEAD):
        words = plain(point.text.string[: mark.start()], language.code).strip()
        if words.startswith(leads) or words.endswith(leads):
            return mark.end()
    return None


def _going_on(place: Provision) -> Provision | None:
    """The paragraph in which an address goes on that ends with a comma."""
    broken = place.text.string.rstrip().endswith(",")
    return place.children[0] if broken and place.children else None


def _under(point: Provision) -> Provision | None:
    return point.children[0] if point.children else None


def _value(name: URIRef, words: str, context: Context) -> Literal:
    numeric = name in (LOCN.postCode, LOCN.locatorDesignator)
    return Literal(words) if numeric else context.literal(words)


def _parts(printed: str, context: Context) -> Iterator[tuple[URIRef, str]]:
    """The parts of an address, each kind once: the first that fits it."""
    seen: set[URIRef] = set()
    for piece in (one.strip() for stretch in printed.split(",") for one in _split(stretch)):
        fits = ((name, rule.fullmatch(piece)) for name, rule in _rules(context.language))
        name, match = next(((name, hit) for name, hit in fits if hit), (None, None))
        if name is not None and match is not None and name not in seen:
            seen.add(name)
            yield name, match.groupdict().get("value") or piece


def _split(stretch: str) -> list[str]:
    return _GLUED_CODE.split(stretch.strip())


@cache
def _rules(language: Language) -> tuple[tuple[URIRef, re.Pattern[str]], ...]:
    data = language.section("regulation")["address"]["part"]
    return tuple((LOCN[one["property"]], re.compile(one["pattern"], re.IGNORECASE)) for one in data)
