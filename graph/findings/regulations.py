"""Regulations beside each other: one duty in two bodies, functions that stayed, one address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rdflib import URIRef
from rdflib.term import Node

from graph.dataset import HeldStatement
from graph.findings.asked import Asked, iris, label, span, value
from graph.findings.hit import Hit, Span
from graph.language import load
from graph.model import ActClaims, Mention, Provision, ProvisionKind
from graph.names import read_namings
from graph.words import fold
from ontology import LOCN, SHZ

#: Kinds that say what a body is for; rights and powers of the head are the same in most texts.
_OWN_KINDS = ("goal", "task", "duty", "function")
_CAPITAL = re.compile(r"(?<![\w«\"])[^\W\d_][\w-]+")


def _kind(one: HeldStatement) -> str:
    return str(value(one, SHZ.competenceKind)).rpartition("/")[2]


def shared_competences(asked: Asked) -> Iterator[Hit]:
    """One goal, duty or function of two bodies, word for word; the rest is boilerplate."""
    same: dict[tuple[str, str], list[HeldStatement]] = defaultdict(list)
    for one in asked.by_type[SHZ.Competence]:
        words = fold(str(value(one, SHZ.statedText)), one.act.language).strip(" .;")
        same[_kind(one), words].append(one)
    standard: list[HeldStatement] = []
    for (kind, _), held in same.items():
        holders = sorted({str(value(one, SHZ.holder)) for one in held})
        if len(holders) < 2:
            continue
        if kind not in _OWN_KINDS:
            standard += held
            continue
        yield Hit(
            "competence-shared",
            tuple(span(one) for one in held),
            tuple(URIRef(one) for one in holders),
            {
                "kind": label(value(held[0], SHZ.competenceKind)),
                "bodies": ", ".join(asked.names.get(URIRef(h), h) for h in holders),
            },
        )
    if standard:
        spans = tuple(span(one) for one in standard)
        yield Hit("boilerplate-shared", spans, (), {"count": len(standard)})


def mixed_wording(asked: Asked) -> Iterator[Hit]:
    """Entries under one heading of which some are worded as acts, some as tasks."""
    groups: dict[tuple[Node | None, str, str], list[HeldStatement]] = defaultdict(list)
    for one in asked.by_type[SHZ.Competence]:
        parent = one.evidence.clause.rpartition("__")[0]
        groups[value(one, SHZ.holder), _kind(one), parent].append(one)
    for (holder, _, _), held in groups.items():
        data = load(held[0].act.language).section("findings")["competence-words"]
        acts = [one for one in held if _ends(one, data["finite"])]
        tasks = [one for one in held if _ends(one, data["verbal"])]
        if acts and tasks:
            yield Hit(
                "form-of-words-mixed",
                tuple(span(one) for one in min(acts, tasks, key=len)),
                iris([holder]),
                {
                    "heading": str(value(held[0], SHZ.heading)),
                    "finite": len(acts),
                    "verbal": len(tasks),
                },
            )


def _ends(one: HeldStatement, endings: list[str]) -> bool:
    return str(value(one, SHZ.statedText)).rstrip(" .;").endswith(tuple(endings))


def retained_functions(asked: Asked) -> Iterator[Hit]:
    """The field of a body that was split off, still in a unit or a competence of its source."""
    for event in asked.by_type[SHZ.SpinOff]:
        for created in iris(v for p, v in event.properties if p == SHZ.created):
            field = _field(asked, created)
            if not field:
                continue
            for source in iris(v for p, v in event.properties if p == SHZ.survivor):
                yield from _retained(asked, event, source, created, field)


def _field(asked: Asked, body: URIRef) -> str:
    """The own name of a body without its place and its last word: what it deals with."""
    mention = next(
        (m for m in asked.record.bodies if asked.record.iris.body(asked.record.bodies[m]) == body),
        None,
    )
    return _dealt_with(mention) if mention else ""


def _dealt_with(mention: Mention) -> str:
    words = mention.own.split()[:-1]
    place = len(mention.place.split()) if mention.place else 0
    return " ".join(words[place:])


def _retained(
    asked: Asked, event: HeldStatement, source: URIRef, created: URIRef, field: str
) -> Iterator[Hit]:
    language = event.act.language
    sought = fold(field, language)
    places: dict[Span, str] = {}
    for one in asked.by_type[SHZ.Competence]:
        if value(one, SHZ.holder) == source and sought in fold(
            str(value(one, SHZ.statedText)), language
        ):
            places[span(one)] = str(value(one, SHZ.statedText))
    for claim in asked.units_of(source):
        name = asked.names.get(claim.subject, "")
        if sought in fold(name, language):
            places[span(claim)] = name
    for where, words in places.items():
        yield Hit(
            "function-retained",
            (where, span(event)),
            (source, created),
            {"phrase": field, "where": words},
        )


def shared_addresses(asked: Asked) -> Iterator[Hit]:
    """Two bodies whose printed address is the same, punctuation apart."""
    same: dict[str, list[HeldStatement]] = defaultdict(list)
    for one in asked.by_type[LOCN.Address]:
        words = fold(str(value(one, LOCN.fullAddress)), one.act.language)
        same[re.sub(r"\W+", " ", words).strip()].append(one)
    for held in same.values():
        owners = sorted({one.of[0] for one in held if one.of})
        if len(owners) > 1:
            yield Hit(
                "address-shared",
                tuple(span(one) for one in held),
                tuple(owners),
                {"bodies": ", ".join(asked.names.get(one, one) for one in owners)},
            )


def undefined_terms(asked: Asked) -> Iterator[Hit]:
    """A short name used in the act itself although only an appendix defines it."""
    for held in asked.record.acts:
        defined = {
            name: part.eid.split("__", 1)[0]
            for part, name in asked.short_names(held)
            if part.eid.startswith("app_")
        }
        own = {name for part, name in asked.short_names(held) if not part.eid.startswith("app_")}
        for part in held.document.walk():
            if part.eid.startswith("app_") or part.kind is ProvisionKind.TITLE:
                continue
            for term in sorted(set(defined) - own):
                at = _term_at(held, part, term)
                if at is not None:
                    ranges = part.text.ranges(held.document.source, at, at + len(term))
                    yield Hit(
                        "term-undefined",
                        ((held.act.key, part.eid, ranges),),
                        (asked.record.iris.clause(held.act.key, part.eid),),
                        {"term": term},
                    )


def _term_at(held: ActClaims, part: Provision, term: str) -> int | None:
    """Where a short name stands as a word of its own with a capital letter, outside any name."""
    if not term[:1].isupper():
        return None
    words = part.text.string
    at = [match.start() for match in _CAPITAL.finditer(words) if match[0].startswith(term)]
    named = read_namings(part.text, held.document.source, held.act.language) if at else ()
    longer = [(one.start, one.end) for one in named if not _is_term(words[one.start : one.end])]
    return next((one for one in at if not any(a <= one < b for a, b in longer)), None)


def _is_term(words: str) -> bool:
    """Whether what names a body is no more than one word."""
    return len(words.split()) == 1
