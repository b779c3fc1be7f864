"""The dataset opened for a question, and the body that a person means."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import CallError, UnknownThingError
from graph.words import fold

if TYPE_CHECKING:
    from graph.hierarchy import Moment
    from graph.hierarchy.search import Hit

#: How many bodies are offered where words fit several.
OFFERED = 12
#: Everyday words for the properties that people ask about.
NAMES = {
    "superior": "shz:subordinateTo",
    "form": "rov:orgType",
    "kind": "org:classification",
    "place": "dct:spatial",
    "name": "rov:legalName",
    "founder": "shz:foundedBy",
    "address": "locn:address",
    "namesake": "shz:namedAfter",
    "unit": "org:unitOf",
    "staff": "shz:staffTotal",
}


def today() -> date:
    """The day of the request, as Kazakhstan counts it."""
    from graph.time import kazakhstan_day

    return kazakhstan_day(datetime.now().astimezone())


def open_moment(dataset: Path, at: date | None, known: date | None) -> Moment:
    """The served generation of a dataset as it answers for a day (today if none is given)."""
    from graph.hierarchy import Hierarchy
    from graph.store import open_generation

    generation = open_generation(dataset)
    base, index = generation.manifest.base, generation.index()
    return Hierarchy.load(generation, base, index=index).at(at or today(), known)


def find_body(moment: Moment, words: str) -> str:
    """The IRI of the body meant by a slug, an IRI, or words of its name.

    A whole name goes before a part of one. Raises UnknownThingError where nothing fits, CallError
    with the slugs to choose from where several do.
    """
    iris = moment.hierarchy.natures
    for exact in (words, moment.record.iri(words), moment.record.iri(f"body/{words}")):
        if exact in iris:
            return moment.hierarchy.became(exact, moment.known) or exact
    hits = searched(moment, words)
    best = [hit.iri for hit in hits if hit.score >= hits[0].score]
    whole = [iri for iri in best if _is_name(moment, iri, words)]
    return _only(moment, words, whole or best)


def find_thing(moment: Moment, words: str, *, exact: bool = False) -> str:
    """The IRI of anything that the record speaks of; a body may be said by words of its name.

    `exact` takes words that are no body as they are: they may be those of a literal.
    """
    record = moment.record
    for iri in (words, record.iri(words)):
        if iri in record.facts or iri in record.held or iri in record.view:
            return iri
    try:
        return find_body(moment, words)
    except UnknownThingError:
        if exact:
            return words
        raise


def searched(moment: Moment, words: str) -> list[Hit]:
    """The bodies, units and groups whose names fit, the best first."""
    from graph.hierarchy import every_name
    from graph.hierarchy.search import Search

    became = moment.hierarchy.became
    iris = [iri for iri in moment.hierarchy.natures if not became(iri, moment.known)]
    return Search((iri, name) for iri in iris for name in every_name(moment, iri)).find(
        words, len(iris)
    )


def term(words: str) -> str:
    """The IRI of a property: by an everyday word (NAMES), a prefixed name, or the IRI itself."""
    from ontology import PREFIXES

    known = NAMES.get(words, words)
    prefix, colon, local = known.partition(":")
    if prefix in PREFIXES and not local.startswith("//"):
        return PREFIXES[prefix] + local
    if not colon:
        raise CallError(f"expected one of {', '.join(NAMES)}, or a term; found «{words}»")
    return known


def _names(moment: Moment, iri: str) -> list[str]:
    body = moment.body(iri)
    return [*body.names.values(), *body.legal_names.values()]


def _is_name(moment: Moment, iri: str, words: str) -> bool:
    return fold(words, "kk") in (fold(name, "kk") for name in _names(moment, iri))


def _only(moment: Moment, words: str, found: list[str]) -> str:
    if not found:
        raise UnknownThingError("body", words)
    if len(found) > 1:
        ranked = sorted(found, key=moment.hierarchy.rank)
        lines = [f"  {moment.body(i).slug}  {moment.body(i).name()}" for i in ranked[:OFFERED]]
        more = [f"  … and {len(found) - OFFERED} more"] if len(found) > OFFERED else []
        raise CallError("\n".join([f"«{words}» fits {len(found)} bodies; say one:", *lines, *more]))
    return found[0]
