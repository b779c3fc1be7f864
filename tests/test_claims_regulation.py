"""What the regulation of a body gives it: against the source act, and against invented ones."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from telling import competences, get, source_act

from graph.act import read_act
from graph.claims import read_claims
from graph.model import ActClaims, Certainty, Claim, Mention, Object, SideFile, Source, Statement
from ontology import ELI, LOCN, ORG, ROV, SHZ, code

HERE = Path(__file__).parent
ACTS = HERE.parent / "graph" / "acts"
STEM = "wko-2025-299.kk"
GOLDEN = json.loads((HERE / "golden" / STEM / "regulation.json").read_text(encoding="utf-8"))
PARTS = [one["part"] for one in GOLDEN]


def real() -> ActClaims:
    return source_act(STEM)


def golden(part: str) -> dict[str, Any]:
    return next(one for one in GOLDEN if one["part"] == part)


def in_part(clause: str, part: str) -> bool:
    return clause.startswith(f"{part}__")


def statements(act: ActClaims, kind: URIRef, part: str) -> list[Statement]:
    return [
        one for one in act.statements if one.type == kind and in_part(one.evidence.clause, part)
    ]


def claims(act: ActClaims, predicate: URIRef, part: str) -> list[Claim]:
    return [
        one
        for one in act.claims
        if one.predicate == predicate and in_part(one.evidence.clause, part)
    ]


def own(value: Object | None) -> str:
    assert isinstance(value, Mention)
    return value.own


def shape(words: str, pattern: str) -> bool:
    """Whether words begin and end as a shortened quotation says."""
    start, _, end = pattern.partition(" … ")
    return words.startswith(start) and words.endswith(end)


@pytest.mark.parametrize("part", PARTS)
def test_a_regulation_is_about_the_body_in_its_heading(part: str) -> None:
    (about,) = claims(real(), ELI.is_about, part)
    assert isinstance(about.object, Mention)
    assert about.object.whole == golden(part)["body"]
    assert about.evidence.clause == f"{part}__heading"


@pytest.mark.parametrize("part", PARTS)
def test_sphere_and_status_are_told_in_the_words_of_the_act(part: str) -> None:
    (sphere,) = claims(real(), SHZ.leadsSphere, part)
    assert str(sphere.object) == golden(part)["sphere"]
    status = {one.evidence.clause: str(one.object) for one in claims(real(), SHZ.legalStatus, part)}
    assert status == golden(part)["status"]


@pytest.mark.parametrize("part", PARTS)
def test_an_address_comes_whole_and_in_parts(part: str) -> None:
    (address,) = statements(real(), LOCN.Address, part)
    told = {str(name).rpartition("#")[2]: str(value) for name, value in address.properties}
    assert {"clause": address.evidence.clause, **told} == golden(part)["address"]
    assert address.of is not None
    assert address.of[1] == LOCN.address


@pytest.mark.parametrize("part", PARTS)
def test_founding_document_money_and_property_are_told(part: str) -> None:
    (founding,) = claims(real(), SHZ.foundingDocument, part)
    assert founding.evidence.clause == golden(part)["founding"]
    for name, predicate in (
        ("financed", SHZ.financedFrom),
        ("right", SHZ.propertyRight),
        ("ownership", SHZ.propertyOwnership),
    ):
        (one,) = claims(real(), predicate, part)
        clause, notation = golden(part)[name]
        assert (one.evidence.clause, one.object) == (clause, code(*notation.split("/")))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("number", range(5))
def test_competences_come_item_by_item_under_their_heading(part: str, number: int) -> None:
    expected = golden(part)["competences"][number]
    kind = code("competence-kinds", expected["kind"])
    held = [
        s for s in statements(real(), SHZ.Competence, part) if get(s, SHZ.competenceKind) == kind
    ]
    assert len(held) == len(expected["items"])
    for place, (one, words) in enumerate(zip(held, expected["items"], strict=True), 1):
        assert one.evidence.clause.startswith(expected["under"] + "__")
        assert shape(str(get(one, SHZ.statedText)), words)
        assert str(get(one, SHZ.heading)) == expected["heading"]
        assert get(one, SHZ.number) == Literal(str(place))
        assert get(one, SHZ.position) == Literal(place)
        assert one.evidence.certainty is Certainty.STATED


@pytest.mark.parametrize("part", PARTS)
def test_nothing_but_the_items_is_a_competence(part: str) -> None:
    expected = sum(len(one["items"]) for one in golden(part)["competences"])
    assert len(statements(real(), SHZ.Competence, part)) == expected


@pytest.mark.parametrize("part", PARTS)
def test_posts_and_appointments_are_those_printed(part: str) -> None:
    posts = {
        one.evidence.clause: str(get(one, ORG.role)).rpartition("/")[2]
        for one in statements(real(), ORG.Post, part)
    }
    appointed = golden(part)["appointments"]
    assert posts == golden(part)["posts"] | dict.fromkeys(appointed, "head")
    heads = {one.evidence.clause: one for one in claims(real(), SHZ.appointsHeadOf, part)}
    assert heads.keys() == appointed.keys()
    for clause, one in heads.items():
        assert own(one.object) == appointed[clause]["of"]
        assert one.evidence.certainty is Certainty.INTERPRETED
        assert one.evidence.reason == "class-of-bodies"


@pytest.mark.parametrize("part", PARTS)
def test_consent_to_an_appointment_belongs_to_the_post(part: str) -> None:
    for one in statements(real(), ORG.Post, part):
        expected = golden(part)["appointments"].get(one.evidence.clause)
        consent = get(one, SHZ.withConsentOf)
        assert (own(consent) if consent else None) == (expected and expected["consent"])


@pytest.mark.parametrize("part", PARTS)
def test_a_commission_is_named_by_what_it_is_for(part: str) -> None:
    told = {
        one.evidence.clause: own(one.object) for one in claims(real(), SHZ.organisesWorkOf, part)
    }
    assert told == golden(part)["organises"]


@pytest.mark.parametrize("part", PARTS)
def test_missing_words_are_faults_and_nothing_is_invented_for_them(part: str) -> None:
    kinds = {"legal-form-missing", "object-missing"}
    faults = {
        one.clause: one.kind
        for one in real().document.faults
        if in_part(one.clause, part) and one.kind in kinds
    }
    assert faults == golden(part)["faults"]
    assert not [one for one in claims(real(), ROV.orgType, part) if one.evidence.clause in faults]


HEAD = """
"Сарыарқа облысының мәдениет басқармасы" мемлекеттік мекемесі туралы ережені бекіту туралы

Сарыарқа облысы әкімдігінің 2021 жылғы 9 сәуірдегі № 7 қаулысы
      1. Қоса беріліп отырған ереже бекітілсін.
      Облыс әкімі Н. Асанов

Сарыарқа облысы әкімдігінің
2021 жылғы 9 сәуірдегі
№ 7 қаулысына
1-қосымша

"Сарыарқа облысының мәдениет басқармасы" мемлекеттік мекемесі туралы ереже

"""


def invented(points: str) -> ActClaims:
    text = HEAD + "\n".join(f"      {line.strip()}" for line in points.strip().splitlines()) + "\n"
    source = Source("invented.txt", text, sha256(text.encode()).hexdigest())
    return read_claims(read_act(source, SideFile(date(2026, 1, 1), "kk")))


def kinds(act: ActClaims) -> list[tuple[str, str | None]]:
    return [
        (str(get(one, SHZ.competenceKind)).rpartition("/")[2], one.evidence.reason)
        for one in act.statements
        if one.type == SHZ.Competence
    ]


def test_tasks_stand_alone_and_duties_under_powers() -> None:
    act = invented(
        """1. Міндеттері:
        1) мұраны сақтау;
        2. Өкілеттіктері:
        1) құқықтары:
        сұрау салады;
        2) міндеттері:
        жауап береді."""
    )
    assert kinds(act) == [("task", None), ("right", None), ("duty", None)]


def test_a_heading_of_two_kinds_is_an_interpretation() -> None:
    act = invented("1. Басқарманың құқықтары мен міндеттері:\n1) сұрау салады;\n2) жауап береді.")
    assert kinds(act) == [("right", "heading-joins-kinds")] * 2


def test_powers_without_a_kind_are_an_interpretation() -> None:
    act = invented("1. Өкілеттіктері:\n1) сұрау салады;\n2) жауап береді.")
    assert kinds(act) == [("right", "heading-names-no-kind")] * 2


def test_a_goal_may_follow_its_heading_on_the_line() -> None:
    act = invented("1. Мақсаты: мәдени мұраны сақтау.")
    (goal,) = [one for one in act.statements if one.type == SHZ.Competence]
    assert str(get(goal, SHZ.statedText)) == "мәдени мұраны сақтау"


def test_powers_of_other_officers_are_not_the_heads() -> None:
    act = invented("1. Аппарат басшысының өкілеттіктері:\n1) аппаратты басқарады.")
    assert kinds(act) == []


def test_who_stands_in_for_the_head_is_no_item() -> None:
    act = invented(
        """1. Басқарма басшысының өкілеттіктері:
        бұйрық шығарады;
        қол қояды.
        Басқарма басшысы болмаған кезеңде оны орынбасары алмастырады."""
    )
    assert kinds(act) == [("head-power", None)] * 2


def test_a_printed_legal_form_is_no_fault() -> None:
    act = invented(
        "1. Басқарма мемлекеттік мекеме ұйымдық-құқықтық нысанындағы заңды тұлға болып табылады."
    )
    forms = [one.object for one in act.claims if one.evidence.rule == "regulation-form"]
    assert forms == [code("legal-forms", "mm")]
    assert "legal-form-missing" not in {one.kind for one in act.document.faults}


def test_an_address_with_district_avenue_and_building_is_taken_apart() -> None:
    act = invented(
        "1. Заңды тұлғаның орналасқан жері: 010000, Астана қаласы, Есіл ауданы, "
        "Мәңгілік ел даңғылы, 8-үй."
    )
    (address,) = [one for one in act.statements if one.type == LOCN.Address]
    told = [(str(name).rpartition("#")[2], str(value)) for name, value in address.properties[1:]]
    assert told == [
        ("postCode", "010000"),
        ("postName", "Астана қаласы"),
        ("addressArea", "Есіл ауданы"),
        ("thoroughfare", "Мәңгілік ел даңғылы"),
        ("locatorDesignator", "8-үй"),
    ]


def test_heads_are_appointed_without_anybodys_consent_too() -> None:
    act = invented(
        "1. Басқарма басшысының өкілеттіктері:\n"
        "1) қызметкерлерін және аудандық мәдениет бөлімдерінің басшыларын қызметке тағайындайды."
    )
    (post,) = [one for one in act.statements if one.type == ORG.Post]
    assert own(get(post, ORG.postIn)) == "аудандық мәдениет бөлімдері"
    assert get(post, SHZ.withConsentOf) is None


def test_what_is_organised_must_be_a_board() -> None:
    act = invented("1. Функциялары:\n1) мұражайлардың жұмысын ұйымдастырады.")
    assert not [one for one in act.claims if one.predicate == SHZ.organisesWorkOf]


def test_general_words_on_reorganisation_are_read_and_say_nothing() -> None:
    act = invented(
        "1. Басқарманы қайта ұйымдастыру және тарату Қазақстан Республикасының заңнамасына сәйкес "
        "жүзеге асырылады."
    )
    assert "app_1__point_1" in act.read
    assert not [one for one in act.statements if one.key.startswith("event/")]


WORDS = st.text(alphabet="абвгдежәіңғүұқөһ ,-;", min_size=1, max_size=60).filter(
    lambda words: any(map(str.isalpha, words))
)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_every_numbered_item_under_a_heading_is_one_competence(items: list[str]) -> None:
    lines = [f"{number}) міндет {words}" for number, words in enumerate(items, 1)]
    act = invented("1. Функциялары:\n" + "\n".join(lines))
    numbers = [str(get(one, SHZ.number)) for one in act.statements if one.type == SHZ.Competence]
    assert numbers == [str(number) for number in range(1, len(items) + 1)]


def test_a_mission_may_be_a_sentence_of_its_own() -> None:
    act = invented("1. Басқарманың миссиясы өңірдің мәдени мұрасын сақтау болып табылады.")
    assert competences(act) == [("goal", "1", "өңірдің мәдени мұрасын сақтау")]


def test_functions_may_be_headed_by_a_sentence() -> None:
    act = invented(
        """1. Басқарма заңнамаға сәйкес мынадай функцияларды жүзеге асырады:
        1) тізілім жүргізеді;
        2) алып тасталды - Сарыарқа облысы әкімдігінің 10.03.2022 № 44 қаулысымен;
        2-1) байқау өткізеді.
        2. Басқарманың құқығы бар:
        1) мәлімет сұратады.
        3. Басқарма мүшелерінің өкілеттіктері:
        1) отырысқа қатысады."""
    )
    assert competences(act) == [
        ("function", "1", "тізілім жүргізеді"),
        ("function", "2-1", "байқау өткізеді"),
        ("right", "1", "мәлімет сұратады"),
    ]
    (removed,) = act.act.amendments
    assert (removed.target, removed.kind) == ("app_1__point_1__item_2", "repealed")
    assert removed.day == date(2022, 3, 10)


def test_a_note_belongs_to_the_point_that_it_names() -> None:
    act = invented(
        "1. Функциялары:\n1) тізілім жүргізеді.\nЕскерту. 1-тармақ жаңа редакцияда - "
        "Сарыарқа облысы әкімдігінің 10.03.2022 № 44; 11.04.2023 № 55 қаулыларымен."
    )
    changes = [(one.target, one.kind, one.day) for one in act.act.amendments]
    assert changes == [
        ("app_1__point_1", "reworded", date(2022, 3, 10)),
        ("app_1__point_1", "reworded", date(2023, 4, 11)),
    ]


def test_who_serves_a_maslikhat_is_headed_by_its_secretary() -> None:
    act = invented(
        """1. Басқарманың ведомстволары жоқ.
        2. Облыстық мәслихат хатшысының өкілеттігі:
        1) өкімдер шығарады."""
    )
    assert competences(act) == [("head-power", "1", "өкімдер шығарады")]
    assert "app_1__point_1" in act.read


def test_items_may_be_numbered_as_points_inside_an_item() -> None:
    act = invented(
        """13. Өкілеттіктері:
        1) құқықтары:
        1. сұрау салады;
        2. тексереді;
        2) міндеттері:
        1. жауап береді.
        14. Функциялары:
        1) тізілім жүргізеді."""
    )
    assert competences(act) == [
        ("right", "1", "сұрау салады"),
        ("right", "2", "тексереді"),
        ("duty", "1", "жауап береді"),
        ("function", "1", "тізілім жүргізеді"),
    ]
