"""The plain view at a date, on two invented acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from graph.dataset import Record
from graph.model import ActClaims, Claim, Evidence, Object, Range, Ref, When
from graph.view import View, build_view
from ontology import ADMS, BASE, CV, ELI, ORG, PROV, RDF, ROV, SHZ, SKOS, SKOSXL

NOW = date(2026, 11, 21)


def body(key: str) -> URIRef:
    return URIRef(f"{BASE}body/{key}")


EDUCATION, CULTURE, LIBRARY, NURSERY, HALL = map(
    body, ("education", "culture", "arman", "koktem", "hall")
)


def _culture(acts: list[ActClaims]) -> Object:
    return next(c.object for c in acts[1].claims if c.basis == "order")


def told(view: View, subject: URIRef, predicate: URIRef) -> list:
    return sorted(o for s, p, o in view.triples if (s, p) == (subject, predicate))


def test_an_order_beats_a_list_and_the_list_competes(record: Record) -> None:
    view = build_view(record, NOW)
    assert told(view, LIBRARY, SHZ.subordinateTo) == [CULTURE]
    assert told(view, LIBRARY, ORG.subOrganizationOf) == [CULTURE]
    assert told(view, LIBRARY, SHZ.competingSuperior) == [EDUCATION]
    assert told(view, LIBRARY, SHZ.under) == [CULTURE]


def test_where_no_order_moves_a_body_the_list_speaks(record: Record) -> None:
    view = build_view(record, date(2021, 4, 9))
    assert told(view, NURSERY, SHZ.subordinateTo) == [EDUCATION]
    assert told(view, NURSERY, SHZ.competingSuperior) == []


def test_a_stronger_claim_that_may_hold_already_leaves_the_superior_open(
    acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]
) -> None:
    acts[1].act.day = date(2021, 4, 8)
    view = build_view(make(acts), date(2021, 5, 1))
    assert told(view, LIBRARY, SHZ.subordinateTo) == []
    assert told(view, NURSERY, SHZ.subordinateTo) == [EDUCATION]


def test_what_is_not_known_is_not_in_the_view(record: Record) -> None:
    view = build_view(record, date(2020, 6, 1))
    assert told(view, LIBRARY, SHZ.subordinateTo) == []
    assert told(view, LIBRARY, RDF.type)


def test_superiors_at_any_depth_are_under(
    acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]
) -> None:
    listed = next(c for c in acts[0].claims if c.basis == "list")
    upper = replace(listed, subject=listed.object, object=_culture(acts))
    acts[0].claims.append(upper)
    view = build_view(make(acts), date(2021, 4, 9))
    assert told(view, NURSERY, SHZ.under) == sorted([EDUCATION, CULTURE])


def test_a_cycle_of_superiors_ends_where_it_closes(
    acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]
) -> None:
    listed = next(c for c in acts[0].claims if c.basis == "list")
    assert not isinstance(listed.object, Literal | URIRef)
    acts[0].claims.append(replace(listed, subject=listed.object, object=listed.subject))
    acts[1].claims[:] = [c for c in acts[1].claims if c.basis != "order"]
    view = build_view(make(acts), NOW)
    assert told(view, LIBRARY, SHZ.under) == [EDUCATION]
    assert told(view, EDUCATION, SHZ.under) == [LIBRARY]


def test_a_territorial_body_is_also_subordinate_in_plain_words(
    acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]
) -> None:
    acts[0].claims[:] = [
        replace(c, predicate=SHZ.territorialBodyOf) if c.basis == "list" else c
        for c in acts[0].claims
    ]
    view = build_view(make(acts), date(2021, 4, 9))
    assert told(view, NURSERY, SHZ.territorialBodyOf) == [EDUCATION]
    assert told(view, NURSERY, SHZ.subordinateTo) == [EDUCATION]


def test_names_are_the_whole_the_own_and_the_label_node(record: Record) -> None:
    view = build_view(record, NOW)
    name = Literal("«Арман» кітапханасы", lang="kk")
    assert told(view, LIBRARY, ROV.legalName) == [name]
    assert told(view, LIBRARY, SKOS.prefLabel) == [name]
    assert len(told(view, LIBRARY, SKOSXL.prefLabel)) == 1


def test_a_place_outside_the_code_list_is_called_as_the_acts_call_it(
    acts: list[ActClaims], make: Callable[[list[ActClaims]], Record]
) -> None:
    words, place = Literal("Аққайың ауылы", lang="kk"), Ref("place", "akkaiyn-auyly")
    said = acts[0].claims[0].evidence
    acts[0].claims += [Claim(place, RDF.type, SHZ.Place, said)]
    acts[0].claims += [Claim(place, SKOS.altLabel, words, said)]
    view = build_view(make(acts), NOW)
    assert told(view, URIRef(f"{BASE}place/akkaiyn-auyly"), SKOS.prefLabel) == [words]


def test_staff_is_counted_for_the_body_the_unit_and_the_table(record: Record) -> None:
    view = build_view(record, NOW)
    table = URIRef(f"{BASE}staff-table/saryarqa-akimat-2020-3/1")
    assert told(view, LIBRARY, SHZ.staffTotal) == [Literal(5)]
    assert told(view, HALL, SHZ.staffTotal) == [Literal(2)]
    assert told(view, table, SHZ.staffTotal) == [Literal(5)]
    assert told(view, table, SHZ.statedTotal) == [Literal(6)]


def test_an_ended_body_keeps_type_and_name_and_says_that_it_ended(record: Record) -> None:
    view = build_view(record, NOW)
    assert [str(status).rpartition("/")[2] for status in told(view, NURSERY, ADMS.status)] == [
        "ended"
    ]
    assert told(view, NURSERY, RDF.type) == sorted([ORG.FormalOrganization, CV.PublicOrganisation])
    assert told(view, NURSERY, SKOS.prefLabel)
    assert told(build_view(record, date(2021, 4, 9)), NURSERY, ADMS.status) == []


def test_an_ended_body_stands_under_nobody(record: Record) -> None:
    assert told(build_view(record, date(2021, 4, 9)), NURSERY, SHZ.subordinateTo) == [EDUCATION]
    view = build_view(record, NOW)
    for predicate in (SHZ.subordinateTo, ORG.subOrganizationOf, SHZ.under):
        assert told(view, NURSERY, predicate) == []


def test_an_act_is_in_force_once_a_later_act_presupposes_it(record: Record) -> None:
    act = URIRef(f"{BASE}act/saryarqa-akimat-2020-3")
    for day, count in ((date(2020, 3, 4), 1), (date(2020, 6, 1), 0), (date(2021, 4, 9), 1)):
        assert len(told(build_view(record, day), act, ELI.in_force)) == count


def test_what_was_recorded_later_is_not_in_an_earlier_view(record: Record) -> None:
    assert build_view(record, NOW, known_at=date(2026, 11, 20)).triples == set()


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2021, 4, 9), NOW])
def test_every_triple_about_a_body_is_a_claim_a_statement_or_derived(
    record: Record, day: date
) -> None:
    view = build_view(record, day)
    said = {(c.subject, c.predicate, c.object) for c in record.claims}
    led = {(*s.of, s.node) for s in record.statements if s.of}
    nodes = {s for s, p, _ in view.derivations if p == RDF.type}
    facts = {c.node for c in record.claims} | {s.node for s in record.statements}
    derived = set()
    for node in nodes:
        about = {p: o for s, p, o in view.derivations if s == node}
        derived.add(tuple(about[p] for p in (RDF.subject, RDF.predicate, RDF.object)))
        assert about[PROV.wasDerivedFrom] in facts
    for triple in view.triples:
        if triple[0].startswith(f"{BASE}body/"):
            assert triple in said | led | derived, triple


@settings(deadline=None)  # a busy machine takes its time
@given(day=st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_body_never_has_two_superiors(
    invented: Callable[[], list[ActClaims]],
    make: Callable[[list[ActClaims]], Record],
    day: date,
) -> None:
    acts = invented()
    nursery = next(c for c in acts[0].claims if c.basis == "list")
    far = Evidence("point_1", (Range(0, 1),), "invented", when=When.PRESUPPOSED)
    culture = _culture(acts)
    acts[0].claims.append(Claim(nursery.subject, SHZ.subordinateTo, culture, far, "name"))
    view = build_view(make(acts), day)
    superiors = [s for s, p, _ in view.triples if p == SHZ.subordinateTo]
    assert len(superiors) == len(set(superiors))
