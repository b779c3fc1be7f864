"""Who stands under whom, on the two acts of the project."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from graph.errors import UnknownThingError
from graph.hierarchy import Hierarchy, Moment
from graph.hierarchy.acts import acts_of, find_act
from graph.hierarchy.competences import competences_of
from graph.hierarchy.evidence import spans_of
from graph.hierarchy.lineage import changes, events_of, lineage_of
from graph.hierarchy.naming import names_of
from graph.hierarchy.services import services_of
from graph.hierarchy.staff import staff_of
from graph.hierarchy.texts import text_of_act
from graph.store import Generation

ACTS = Path(__file__).parent.parent / "graph" / "acts"
EVE, ORDERED, AFTER, NOW = (
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2026, 2, 18),
    date(2026, 11, 21),
)


def named(hierarchy: Hierarchy, name: str) -> str:
    """The IRI of the body of that own name."""
    moment = hierarchy.at(NOW)
    (found,) = (i for i in hierarchy.natures if moment.body(i).name() == name)
    return found


@pytest.fixture(scope="module")
def education(hierarchy: Hierarchy) -> str:
    return named(hierarchy, "Батыс Қазақстан облысының білім басқармасы")


@pytest.fixture(scope="module")
def children(hierarchy: Hierarchy) -> str:
    return named(hierarchy, "Батыс Қазақстан облысының балалардың құқықтарын қорғау басқармасы")


@pytest.fixture(scope="module")
def now(hierarchy: Hierarchy) -> Moment:
    return hierarchy.at(NOW)


def statuses(moment: Moment, iri: str) -> Counter[str]:
    return Counter(step.answer.value for step in moment.subordinates(iri))


def test_the_view_follows_the_operative_order(now: Moment, education: str, children: str) -> None:
    assert len(now.subordinates(education)) == 67
    assert len(now.subordinates(children)) == 3
    assert len(now.subordinates(education, contested=True)) == 70
    assert all(step.body.standing.others for step in now.subordinates(children))


def test_all_stand_under_the_akimat(now: Moment, education: str) -> None:
    (akimat,) = now.superiors(education)
    assert akimat.body.name() == "Батыс Қазақстан облысы әкімдігі"
    assert len(now.subordinates(akimat.body.iri)) == 72
    assert len(now.subordinates(akimat.body.iri, depth=1)) == 2
    assert now.tree(akimat.body.iri).total == 72


def test_superiors_come_nearest_first(now: Moment, education: str) -> None:
    college = now.subordinates(education)[0].body.iri
    assert [step.depth for step in now.superiors(college)] == [1, 2]
    assert now.superiors(college)[0].body.iri == education


def test_listed_bodies_by_form_and_kind(now: Moment, education: str) -> None:
    listed = [step.body for step in now.subordinates(education, contested=True)]
    forms = Counter(body.form.code for body in listed if body.form)
    kinds = Counter(body.kind.code for body in listed if body.kind)
    assert forms == {"mm": 13, "kmm": 30, "mkqk": 27}
    assert (kinds["section"], kinds["college"], kinds["correction-cabinet"]) == (13, 23, 13)


def test_who_was_transferred_stood_under_the_old_superior_on_the_eve(
    hierarchy: Hierarchy, education: str, children: str
) -> None:
    eve = hierarchy.at(EVE)
    moved = [step.body.iri for step in hierarchy.at(NOW).subordinates(children)]
    assert {eve.standing(one).superior for one in moved} == {education}
    assert {eve.standing(one).answer.value for one in moved} == {"yes"}
    assert eve.subordinates(children) == []
    assert eve.body(children).answer.value == "no"


def test_between_order_and_effect_nobody_knows_which_of_the_two(
    hierarchy: Hierarchy, education: str, children: str
) -> None:
    moment = hierarchy.at(ORDERED)
    assert statuses(moment, children) == {"not-known": 3}
    assert statuses(moment, education) == {"not-known": 70}
    standing = moment.standing(moment.subordinates(children)[0].body.iri)
    assert standing.answer.bound is not None
    assert standing.answer.missing is not None


def test_after_the_effect_the_new_superior_is_certain_and_contested(
    hierarchy: Hierarchy, children: str
) -> None:
    moment = hierarchy.at(AFTER)
    assert statuses(moment, children) == {"yes": 3}
    standing = moment.standing(moment.subordinates(children)[0].body.iri)
    assert {fact.basis for fact in standing.others} == {"list"}


def test_before_anything_is_said_it_is_not_known(hierarchy: Hierarchy, education: str) -> None:
    assert hierarchy.at(date(1990, 1, 1)).body(education).answer.value == "not-known"


def test_what_the_record_did_not_know_yet_is_not_known(
    hierarchy: Hierarchy, education: str
) -> None:
    moment = hierarchy.at(NOW, known=date(2026, 1, 1))
    assert moment.body(education).answer.value == "not-known"
    assert moment.subordinates(education) == []


def test_staff_of_a_body_of_its_table_and_as_printed(
    now: Moment, education: str, children: str
) -> None:
    staff = staff_of(now, education)
    assert (staff.own, staff.table_total, staff.stated_total) == (33, 81, 81)
    assert sum(line.count for line in staff.lines if not line.own) == 48
    smaller = staff_of(now, children)
    assert (smaller.own, smaller.table_total, smaller.stated_total) == (7, 7, 7)


def test_a_body_without_a_table_has_its_lines_in_the_table_of_another(
    hierarchy: Hierarchy, now: Moment
) -> None:
    section = named(hierarchy, "Теректі ауданының білім беру бөлімі")
    staff = staff_of(now, section)
    assert (staff.own, staff.table_total, len(staff.lines)) == (3, None, 2)


def test_competences_by_kind_in_order_of_print(now: Moment, education: str, children: str) -> None:
    kinds = Counter(one.kind for one in competences_of(now, education))
    assert [kinds[k] for k in ("right", "duty", "function", "head-power")] == [8, 10, 11, 12]
    kinds = Counter(one.kind for one in competences_of(now, children))
    assert [kinds[k] for k in ("right", "duty", "function", "head-power")] == [14, 3, 2, 12]
    functions = competences_of(now, education, "function")
    assert [one.number for one in functions] == [str(number) for number in range(1, 12)]


def test_lineage_has_the_spin_off_with_stated_and_read_kind(
    now: Moment, education: str, children: str
) -> None:
    lineage = lineage_of(now, children)
    spin_off = next(event for event in lineage.events if event.kind == "SpinOff")
    assert spin_off.roles["survivor"] == (education,)
    assert spin_off.roles["created"] == (children,)
    assert spin_off.stated_kind is not None
    assert spin_off.stated_kind.code == "division"
    assert spin_off.fact.reason
    assert set(lineage.kin) == {education, children}


def test_succession_names_the_document_that_is_not_held(now: Moment, children: str) -> None:
    (succession,) = lineage_of(now, children).successions
    assert len(succession.successors) == 2
    assert succession.instrument
    assert not succession.instrument_held


def test_history_of_a_body_that_was_transferred(now: Moment, children: str) -> None:
    moved = now.subordinates(children)[0].body.iri
    (event,) = events_of(now, moved)
    assert event.kind == "Transfer"
    assert set(event.roles) == {"transferred", "fromBody", "toBody"}


def test_changes_between_two_days(hierarchy: Hierarchy) -> None:
    kinds = Counter(e.kind for e in changes(hierarchy, EVE, NOW, None))
    assert kinds == {"SpinOff": 1, "Transfer": 3}
    assert changes(hierarchy, date(2020, 1, 1), date(2020, 12, 31), None) == []


def test_inner_units_are_no_subordinates(now: Moment, education: str) -> None:
    units = [step.body for step in now.units(education)]
    assert len(units) == 5
    assert {unit.nature for unit in units} == {"unit"}
    assert all(unit.within == education for unit in units)


def test_names_have_their_clause(now: Moment, education: str) -> None:
    names = names_of(now, education)
    assert "own" in {name.kind for name in names}
    assert all(name.fact.clause for name in names)


def test_a_name_without_a_source_in_a_language_is_not_invented(now: Moment, education: str) -> None:
    body = now.body(education)
    assert body.name("ru") == body.name("en") == body.name("kk")


def test_the_procedure_adds_up_and_its_paths_are_read(now: Moment) -> None:
    (service,) = services_of(now)
    short, long = sorted(service.plans, key=lambda plan: len(plan.steps))
    assert [path.minutes for path in short.paths] == [20]
    assert len(long.steps) == 11
    assert long.minutes == 20
    assert sorted(path.minutes for path in long.paths) == [10, 16, 16]
    assert all(path.interpreted for path in long.paths)
    assert [one.working_days for one in service.deadlines] == [2, 6]


def test_a_repealed_act_answers_with_what_repealed_it(now: Moment) -> None:
    repealed = next(act for act in acts_of(now) if act.held and act.number == "34")
    assert repealed.answer.value == "no"
    by = [find_act(now, one.rpartition("/")[2]).number for one in repealed.inverse["repeals"]]
    assert by == ["55"]
    wording = {find_act(now, one.by.rpartition("/")[2]).number for one in repealed.wordings}
    assert wording == {"332"}


def test_every_quote_is_what_stands_in_the_file(hierarchy: Hierarchy) -> None:
    texts = {path.name: path.read_bytes().decode() for path in ACTS.glob("*.txt")}
    for fact in hierarchy.record.facts.values():
        spans = spans_of(hierarchy, fact.iri, fact.clause)
        assert spans, fact.iri
        for span in spans:
            assert texts[span.file][span.start : span.end] == span.quote


def test_text_comes_in_order_of_print(hierarchy: Hierarchy, now: Moment) -> None:
    act = next(act for act in acts_of(now) if act.held)
    parts = text_of_act(hierarchy, act.iri)
    starts = [spans[0].start for p in parts if (spans := spans_of(hierarchy, p.iri, p.iri))]
    assert parts[0].eid == "title"
    assert sum(a > b for a, b in pairwise(starts)) <= 2


def test_unknown_things_are_told_by_name(hierarchy: Hierarchy, now: Moment) -> None:
    with pytest.raises(UnknownThingError, match="nobody"):
        hierarchy.find("nobody")
    with pytest.raises(UnknownThingError, match="nothing"):
        find_act(now, "nothing")


def test_reading_the_dump_and_asking_the_store_give_one_hierarchy(
    hierarchy: Hierarchy, generation: Generation, education: str
) -> None:
    asked = Hierarchy.load(generation, generation.manifest.base)
    assert asked.as_of == hierarchy.as_of
    assert asked.natures == hierarchy.natures
    one, other = (h.at(NOW).subordinates(education) for h in (asked, hierarchy))
    assert [step.body.iri for step in one] == [step.body.iri for step in other]
