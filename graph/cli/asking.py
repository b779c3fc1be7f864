"""The dataset opened for a question, and the body that a person means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import CallError, UnknownThingError
from graph.words import fold

if TYPE_CHECKING:
    from graph.hierarchy import Moment

#: How many bodies are offered where words fit several.
OFFERED = 12


def today() -> date:
    """The day of the request, as Kazakhstan counts it."""
    from graph.time import kazakhstan_day

    return kazakhstan_day(datetime.now().astimezone())


def open_moment(dataset: Path, at: date | None, known: date | None) -> Moment:
    """The served generation of a dataset as it answers for a day (today if none is given)."""
    from graph.hierarchy import Hierarchy
    from graph.store import open_generation

    generation = open_generation(dataset)
    return Hierarchy.load(generation, generation.manifest.base).at(at or today(), known)


def find_body(moment: Moment, words: str) -> str:
    """The IRI of the body meant by a slug, an IRI, or words of its name.

    A whole name goes before a part of one. Raises UnknownThingError where nothing fits, CallError
    with the slugs to choose from where several do.
    """
    iris = moment.hierarchy.natures
    for exact in (words, moment.record.iri(f"body/{words}")):
        if exact in iris:
            return exact
    whole = [iri for iri in iris if _fits(moment, iri, lambda name, sought: name == sought, words)]
    part = [iri for iri in iris if _fits(moment, iri, lambda name, sought: sought in name, words)]
    return _only(moment, words, whole or part)


def _fits(moment: Moment, iri: str, test: Callable[[str, str], bool], words: str) -> bool:
    body = moment.body(iri)
    names = [*body.names.items(), *body.legal_names.items()]
    return any(test(fold(name, code or "kk"), fold(words, code or "kk")) for code, name in names)


def _only(moment: Moment, words: str, found: list[str]) -> str:
    if not found:
        raise UnknownThingError("body", words)
    if len(found) > 1:
        ranked = sorted(found, key=moment.hierarchy.rank)
        lines = [f"  {moment.body(i).slug}  {moment.body(i).name()}" for i in ranked[:OFFERED]]
        more = [f"  … and {len(found) - OFFERED} more"] if len(found) > OFFERED else []
        raise CallError("\n".join([f"«{words}» fits {len(found)} bodies; say one:", *lines, *more]))
    return found[0]
