"""What the two source acts say, counted by hand against their text, as claims."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from rdflib import Literal, URIRef
from telling import get

from graph.act import read_act
from graph.claims import read_claims
from graph.formats import read_side, read_source
from graph.model import ActClaims, Claim, Mention, Object, Ref, Statement
from ontology import CV, ELI, ORG, QB, ROV, SHZ, code

ACTS = Path(__file__).parent.parent / "graph" / "acts"
REORGANISATION, SERVICE = "wko-2025-299.kk", "aktobe-2016-34.kk"
SOURCE = "Батыс Қазақстан облысының білім басқармасы"
CREATED = "Батыс Қазақстан облысының балалардың құқықтарын қорғау басқармасы"


@cache
def act(name: str) -> ActClaims:
    path = ACTS / f"{name}.txt"
    return read_claims(read_act(read_source(path), read_side(path)))


def statements(name: str, kind: URIRef) -> list[Statement]:
    return [one for one in act(name).statements if one.type == kind]


def claims(name: str, predicate: URIRef) -> list[Claim]:
    return [one for one in act(name).claims if one.predicate == predicate]


def own(value: Object | None) -> str:
    assert isinstance(value, Mention)
    return value.own


def listed() -> list[Mention]:
    entries = statements(REORGANISATION, SHZ.ListEntry)
    return [m for one in entries if isinstance(m := get(one, SHZ.entryFor), Mention)]


def test_the_transfers_quote_the_order_and_the_body_handed_over() -> None:
    text = act(REORGANISATION).document.source.text
    transfers = statements(REORGANISATION, SHZ.Transfer)
    assert len(transfers) == 3
    for one in transfers:
        order, body = (text[span.start : span.end] for span in one.evidence.ranges)
        assert order.endswith("берілсін")
        assert body.endswith("мекемесі")
        assert get(one, SHZ.statedForm) == Literal("берілсін", lang="kk")
        assert get(one, SHZ.orderedBy) == Ref("clause", f"{act(REORGANISATION).act.key}/point_2")


def test_seventy_institutions_are_listed_by_form() -> None:
    assert Counter(one.form for one in listed()) == {"mm": 13, "kmm": 30, "mkqk": 27}


def test_the_list_counts_sections_colleges_and_cabinets() -> None:
    kinds = Counter(one.kind for one in listed())
    assert (kinds["section"], kinds["college"], kinds["correction-cabinet"]) == (13, 23, 13)


def test_names_put_67_under_one_department_and_3_under_the_other() -> None:
    superiors = Counter("балалардың құқықтарын" in one.chain[-1] for one in listed())
    assert superiors == {False: 67, True: 3}
    moved = [n for n, one in enumerate(listed(), 1) if "балалардың құқықтарын" in one.chain[-1]]
    assert moved == [66, 67, 68]


def test_positions_are_those_printed() -> None:
    positions = [get(one, SHZ.position) for one in statements(REORGANISATION, SHZ.ListEntry)]
    assert positions == [Literal(n) for n in range(1, 71)]


def test_the_spin_off_is_stated_as_a_division_and_read_as_a_spin_off() -> None:
    (event,) = statements(REORGANISATION, SHZ.SpinOff)
    assert own(get(event, SHZ.survivor)) == own(get(event, ORG.originalOrganization)) == SOURCE
    assert own(get(event, SHZ.created)) == own(get(event, ORG.resultingOrganization)) == CREATED
    assert get(event, SHZ.statedKind) == code("change-kinds", "division")
    assert str(get(event, SHZ.statedForm)) == "бөлу жолымен қайта құрылсын"
    assert (event.evidence.certainty, event.evidence.reason) == ("Interpreted", "source-continues")


def test_three_institutions_are_handed_over() -> None:
    events = statements(REORGANISATION, SHZ.Transfer)
    assert [own(get(one, SHZ.transferred)) for one in events] == [
        "Облыстық отбасы үлгісіндегі балалар ауылы",
        "Облыстық әдістемелік психологиялық қолдау орталығы",
        "Арнаулы әлеуметтік қызметтерге мұқтаж балаларды қолдау орталығы",
    ]
    assert {own(get(one, SHZ.toBody)) for one in events} == {CREATED}
    givers = claims(REORGANISATION, SHZ.fromBody)
    assert len(givers) == 3
    assert {one.evidence.certainty for one in givers} == {"Interpreted"}


def test_two_succeed_to_one_by_a_balance_sheet_that_is_not_there() -> None:
    (succession,) = statements(REORGANISATION, SHZ.LegalSuccession)
    successors = [own(v) for p, v in succession.properties if p == SHZ.successor]
    assert own(get(succession, SHZ.predecessor)) == SOURCE
    assert successors == [SOURCE, CREATED]
    assert str(get(succession, SHZ.apportionedBy)) == "бөлу балансына"
    assert succession.evidence.clause == "point_4~2"
    missing = [f for f in act(REORGANISATION).document.faults if f.kind == "attachment-missing"]
    assert [f.clause for f in missing] == ["point_3__item_3"]


def test_what_is_approved_is_found_among_the_appendices() -> None:
    approved = {
        one.key: [v.key.rpartition("/")[2] for _, v in one.properties if isinstance(v, Ref)]
        for one in statements(REORGANISATION, SHZ.Approval)
    }
    assert approved == {
        "approval/point_3__item_1": ["app_1", "app_3"],
        "approval/point_3__item_2": ["app_2", "app_4"],
        "approval/point_3__item_3": [],
    }


def test_duties_are_told_apart() -> None:
    kinds = {
        one.evidence.clause: str(get(one, SHZ.dutyKind)).rpartition("/")[2]
        for name in (REORGANISATION, SERVICE)
        for one in statements(name, SHZ.Duty)
    }
    assert kinds == {
        "point_4__item_1": "registration",
        "point_4__item_2": "measures",
        "point_5": "control",
        "point_2": "publication",
        "point_3": "control",
    }


@pytest.mark.parametrize(
    ("appendix", "counts"),
    [
        ("app_1", {"goal": 1, "right": 8, "duty": 10, "function": 11, "head-power": 12}),
        ("app_2", {"goal": 2, "right": 14, "duty": 3, "function": 2, "head-power": 12}),
    ],
)
def test_competences_are_counted_under_their_headings(
    appendix: str, counts: dict[str, int]
) -> None:
    found = Counter(
        str(get(one, SHZ.competenceKind)).rpartition("/")[2]
        for one in statements(REORGANISATION, SHZ.Competence)
        if one.evidence.clause.startswith(f"{appendix}__")
    )
    assert found == counts


def test_staff_adds_up_as_printed() -> None:
    lines = statements(REORGANISATION, SHZ.StaffLine)
    sums: Counter[str] = Counter()
    own_staff = 0
    for one in lines:
        count, unit, table = get(one, SHZ.unitCount), get(one, SHZ.ofUnit), get(one, QB.dataSet)
        assert isinstance(count, Literal)
        assert isinstance(unit, Mention)
        assert isinstance(table, Ref)
        sums[table.key] += count.toPython()
        if "app_3" in table.key and (unit.nature == "unit" or unit.own == SOURCE):
            own_staff += count.toPython()
    assert sorted(sums.values()) == [7, 81]
    assert own_staff == 33
    totals = [get(one, SHZ.statedTotal) for one in statements(REORGANISATION, SHZ.StaffingTable)]
    assert totals == [Literal(81), Literal(7)]


def test_six_inner_units_belong_to_their_departments() -> None:
    pairs = {
        (one.subject.own, own(one.object))
        for one in claims(REORGANISATION, ORG.unitOf)
        if isinstance(one.subject, Mention)
    }
    count, units = len(pairs), {superior for _, superior in pairs}
    assert units == {SOURCE, CREATED}
    assert count == 6


def test_the_commission_is_organised_by_the_department() -> None:
    (claim,) = claims(REORGANISATION, SHZ.organisesWorkOf)
    assert own(claim.object).endswith("облыстық комиссия")


def test_the_act_tells_its_number_day_issuer_and_signatory() -> None:
    info = act(REORGANISATION).act
    assert (info.key, info.day) == ("west-kazakhstan-akimat-2025-299", date(2025, 12, 26))
    assert info.entry is None
    assert [str(c.object) for c in claims(REORGANISATION, SHZ.signedBy)] == ["Н. Төреғалиев"]
    bases = {
        c.object.key for c in claims(REORGANISATION, ELI.based_on) if isinstance(c.object, Ref)
    }
    assert len(bases) == 3


def test_four_appendices_stand_in_the_wording_of_a_later_act() -> None:
    changes = act(REORGANISATION).act.amendments
    assert [(c.target, c.by, c.day, c.rule) for c in changes] == [
        (f"app_{n}", "west-kazakhstan-akimat-2026-28", date(2026, 2, 18), "publication-day")
        for n in (1, 2, 3, 4)
    ]


def test_the_service_act_is_registered_reworded_and_repealed() -> None:
    info = act(SERVICE).act
    assert (info.key, info.day) == ("aktobe-akimat-2016-34", date(2016, 2, 4))
    assert info.repealed_by is not None
    assert (info.repealed_by.by, info.repealed_by.day) == (
        "aktobe-akimat-2020-55",
        date(2020, 2, 18),
    )
    assert [(c.target, c.by, c.day) for c in info.amendments] == [
        ("app_0", "aktobe-akimat-2018-332", date(2018, 7, 20))
    ]
    assert info.entry is not None
    assert (info.entry.kind, info.entry.days) == ("days-after-publication", 10)
    assert info.entry.not_before is not None
    (registration,) = [s for s in act(SERVICE).statements if s.key == "identifier/registration"]
    assert Literal("4768") in dict(registration.properties).values()
    assert Literal(date(2016, 3, 9)) in dict(registration.properties).values()


def test_the_corporation_route_has_eleven_rows_that_add_up_to_twenty_minutes() -> None:
    steps = [
        one
        for kind in ("Step", "DecisionStep")
        for one in act(SERVICE).statements
        if str(one.type).endswith(f"#{kind}")
    ]
    by_plan: dict[str, list[Statement]] = {}
    for one in steps:
        plan = next(
            v for _, v in one.properties if isinstance(v, Ref) and v.key.startswith("plan/")
        )
        by_plan.setdefault(plan.key, []).append(one)
    assert sorted(len(rows) for rows in by_plan.values()) == [1, 11]
    minutes = {
        plan: sum(int(str(get(one, SHZ.maxDuration)).strip("PTM")) for one in rows)
        for plan, rows in by_plan.items()
    }
    assert sorted(minutes.values()) == [20, 20]


def test_the_deadline_is_two_or_six_working_days() -> None:
    days = [get(one, SHZ.workingDays) for one in statements(SERVICE, SHZ.ConditionalDeadline)]
    assert days == [Literal(2), Literal(6)]


def test_three_providers_and_the_corporation_are_named() -> None:
    providers = claims(SERVICE, CV.hasCompetentAuthority)
    natures = Counter(c.object.nature for c in providers if isinstance(c.object, Mention))
    assert natures == {"group": 2, "body": 1}
    forms = {c.object for c in claims(SERVICE, ROV.orgType)}
    assert code("legal-forms", "keaq") in forms


@pytest.mark.parametrize("name", [REORGANISATION, SERVICE])
def test_every_quote_is_the_words_of_the_file(name: str) -> None:
    held = act(name)
    for one in [*held.claims, *held.statements]:
        assert one.evidence.ranges, one
        assert all(
            0 <= r.start < r.end <= len(held.document.source.text) for r in one.evidence.ranges
        )


@pytest.mark.parametrize("name", [REORGANISATION, SERVICE])
def test_no_clause_is_passed_over(name: str) -> None:
    assert act(name).unread == []
