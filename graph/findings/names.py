"""Names beside each other: one body spelt in two ways, two bodies with nearly one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rdflib import URIRef

from graph.dataset import HeldStatement
from graph.findings.asked import Asked, span, value
from graph.findings.hit import Hit, Span, labels
from graph.register import Resolution, series_of
from graph.words import fold
from ontology import SHZ, SKOSXL, code

#: The kind of doubt about two bodies that are called nearly alike.
NEAR = "near-name"


def spellings(asked: Asked) -> Iterator[Hit]:
    """Bodies with a legal form whose own name is printed in two ways, quotes and case apart.

    A body without a form in its name (an akimat) is named in running words, not by a name. A name
    that ends is no spelling of the one that follows: the body was renamed. Nor is a name in another
    language one: of acts that are held in one language only, each tells its own.
    """
    own = code("name-kinds", "own")
    found: dict[tuple[URIRef, bool, str], dict[str, HeldStatement]] = defaultdict(dict)
    for one in asked.by_type[SKOSXL.Label]:
        if one.of and value(one, SHZ.nameKind) == own and one.of[0] in asked.forms:
            words = str(value(one, SKOSXL.literalForm))
            ends = one.bounds.ends_not_before is not None
            language = one.act.language
            found[one.of[0], ends, language].setdefault(fold(words, language), one)
    for (body, *_), forms in found.items():
        first, *others = forms.values()
        for other in others:
            yield Hit(
                "spelling-variants",
                (span(first), span(other)),
                (body,),
                {
                    "one": value(first, SKOSXL.literalForm),
                    "other": value(other, SKOSXL.literalForm),
                },
            )


def doubtful_pairs(asked: Asked) -> Iterator[Hit]:
    """Pairs that the register kept apart although their names are nearly one."""
    resolution = asked.record.bodies
    if not isinstance(resolution, Resolution):
        return
    series = series_of(resolution.doubts)
    for doubt in resolution.doubts:
        if doubt in series:
            continue
        pair = tuple(asked.record.iris.of("body", slug) for slug in (doubt.one, doubt.other))
        one, other = (asked.names.get(body, str(body)) for body in pair)
        near = doubt.kind == NEAR
        yield Hit(
            "near-names" if near else "perhaps-one",
            tuple(where for body in pair if (where := _named(asked.labels, body))),
            pair,
            {"one": one, "other": other, "why": {} if near else labels("doubts", doubt.kind)},
            beside=tuple(where for body in pair if (where := _beside(asked, body))),
        )


def _named(labels: Mapping[URIRef, HeldStatement], body: URIRef) -> Span | None:
    """Where the body is named first; None where it is not."""
    return span(labels[body]) if body in labels else None


def _beside(asked: Asked, body: URIRef) -> Span | None:
    """Where the next edition names a body that this one does not name."""
    if body in asked.labels or asked.next_edition is None:
        return None
    return _named(asked.next_edition.labels, body)
