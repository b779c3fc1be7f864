"""Data held against the shapes part by part breaks what it breaks as a whole."""

from typing import cast

import pytest
from rdflib import Literal, URIRef

from graph.dataset import Layers, Record, Triple, in_parts
from graph.view import build_view
from ontology import BASE, OA, ORG, RDF, SHZ, SKOSXL, vocabulary_triples
from shapes import Validation, validate


@pytest.fixture
def parts(record: Record) -> list[set[Triple]]:
    """The view, and what each act gives."""
    view = build_view(record, record.chronicle.days()[-1])
    shared = cast(set[Triple], view.triples | vocabulary_triples(BASE))
    held: list[Layers] = list(in_parts(record))
    return [shared, *(set[Triple]().union(*part.values()) for part in held), view.derivations]


def broken(parts: list[set[Triple]]) -> tuple[list[str], list[str]]:
    """What is broken of the parts one after the other, and of all together."""
    validation = Validation(parts[0], evidence=True)
    for part in parts[1:]:
        validation.hold(part)
    whole = validate(set[Triple]().union(*parts))
    return [str(one) for one in validation.report()], [str(one) for one in whole]


def without(parts: list[set[Triple]], predicate: URIRef) -> list[set[Triple]]:
    """The parts, without one triple of a predicate, the first by its name, wherever it is said."""
    gone = min((t for part in parts for t in part if t[1] == predicate), key=str)
    return [part - {gone} for part in parts]


def test_what_acts_break_is_told_once(parts: list[set[Triple]]) -> None:
    apart, whole = broken(parts)
    assert apart == whole


@pytest.mark.parametrize(
    "predicate", [SHZ.certainty, OA.exact, OA.hasSelector, SKOSXL.literalForm, SHZ.boundReason]
)
def test_what_is_missing_in_a_part_is_told_once(
    parts: list[set[Triple]], predicate: URIRef
) -> None:
    apart, whole = broken(without(parts, predicate))
    assert apart == whole
    assert whole


def test_what_two_parts_say_of_one_thing_is_seen_together(parts: list[set[Triple]]) -> None:
    body = min(s for s, p, _ in parts[0] if p == ORG.subOrganizationOf)
    said: list[set[Triple]] = [{(body, SHZ.staffTotal, Literal(n))} for n in (1, 2)]
    apart, whole = broken([*parts, *said])
    assert apart == whole


def test_a_code_that_one_part_uses_must_be_in_a_list(parts: list[set[Triple]]) -> None:
    thing, unknown = URIRef("e:thing"), URIRef("e:code")
    part: set[Triple] = {(thing, RDF.type, SHZ.Finding), (thing, SHZ.statedKind, unknown)}
    apart, whole = broken([*parts, part])
    assert apart == whole
    assert any(line.startswith("e:code: CodeShape") for line in whole)
