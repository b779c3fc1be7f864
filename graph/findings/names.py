"""Names beside each other: one body spelt in two ways, two bodies with nearly one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rdflib import URIRef

from graph.dataset import HeldStatement
from graph.findings.asked import Asked, span, value
from graph.findings.hit import Hit, Span
from graph.register import Resolution
from graph.words import fold
from ontology import SHZ, SKOSXL, code


def spellings(asked: Asked) -> Iterator[Hit]:
    """Bodies with a legal form whose own name is printed in two ways, quotes and case apart.

    A body without a form in its name (an akimat) is named in running words, not by a name.
    """
    own = code("name-kinds", "own")
    found: dict[URIRef, dict[str, HeldStatement]] = defaultdict(dict)
    for one in asked.by_type[SKOSXL.Label]:
        if one.of and value(one, SHZ.nameKind) == own and one.of[0] in asked.forms:
            words = str(value(one, SKOSXL.literalForm))
            found[one.of[0]].setdefault(fold(words, one.act.language), one)
    for body, forms in found.items():
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
    for doubt in resolution.doubts:
        one, other = (asked.record.iris.of("body", slug) for slug in (doubt.one, doubt.other))
        rule = "near-names" if doubt.kind == "near-name" else "perhaps-one"
        yield Hit(
            rule,
            tuple(where for body in (one, other) for where in _named(asked, body)),
            (one, other),
            {"one": asked.names.get(one, one), "other": asked.names.get(other, other)},
        )


def _named(asked: Asked, body: URIRef) -> list[Span]:
    """Where the body is named first."""
    for one in asked.by_type[SKOSXL.Label]:
        if one.of and one.of[0] == body:
            return [span(one)]
    return []
