"""What a regulation gives its body in Russian: both generations of the typical form."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from rdflib import Literal
from telling import claims, competences, get

from graph.act import read_act
from graph.claims import read_claims
from graph.formats import read_side, read_source
from graph.model import ActClaims, Mention
from ontology import ELI, LOCN, ORG, ROV, SHZ, code

ACTS = Path(__file__).parent / "golden" / "wording" / "acts"
#: The form of before 2021, and the one of today.
OLD, NEW = "rules-old.md", "rules-new.md"


@cache
def read(name: str, language: str = "ru") -> ActClaims:
    path = ACTS / language / name
    return read_claims(read_act(read_source(path), read_side(path)))


def test_the_old_form_gives_tasks_functions_rights_duties_and_the_heads_powers() -> None:
    assert competences(read(OLD)) == [
        ("goal", "1", "развитие туризма в области"),
        ("task", "1", "создание условий для отдыха"),
        ("task", "2", "поддержка предпринимателей"),
        ("function", "1", "ведет реестр"),
        ("function", "3", "проводит конкурсы: среди школ; среди районов"),
        ("function", "3-1", "издает справочники"),
        ("right", "1", "запрашивать сведения"),
        ("right", "2", "созывать совещания"),
        ("duty", "1", "отвечать на обращения граждан"),
        ("head-power", "1", "подписывает приказы"),
        ("head-power", "2", "представляет Управление в государственных органах"),
    ]


def test_the_new_form_gives_goals_powers_by_kind_and_the_functions_of_units() -> None:
    assert competences(read(NEW)) == [
        ("goal", "1", "развитие туризма"),
        ("right", "1", "запрашивать сведения"),
        ("right", "2", "созывать совещания"),
        ("duty", "1", "отвечать на обращения граждан"),
        ("function", "1", "ведет реестр"),
        ("function", "1", "размечает тропы"),
        ("function", "2", "проверяет тропы"),
        ("function", "150-3", "издает справочники"),
        ("head-power", "1", "подписывает приказы"),
    ]


def test_a_group_of_functions_keeps_its_own_heading() -> None:
    headings = {
        str(get(one, SHZ.heading)) for one in read(NEW).statements if one.type == SHZ.Competence
    }
    assert {"Функции", "функции отдела маршрутов"} <= headings


def test_a_removed_item_is_no_competence_and_tells_who_removed_it() -> None:
    act = read(OLD)
    (removed,) = [one for one in act.act.amendments if one.kind == "repealed"]
    assert removed.target == "app_1__point_16__item_2"
    assert (removed.day, removed.rule) == (date(2022, 3, 10), "publication-day")
    assert "app_1__point_16__item_2" in act.read


def test_a_note_belongs_to_the_point_that_it_names_with_each_act_it_names() -> None:
    changes = [(one.target, one.kind, one.day) for one in read(NEW).act.amendments]
    assert changes == [
        ("app_1__point_15", "amended", date(2022, 3, 10)),
        ("app_1__point_15", "amended", date(2023, 4, 11)),
    ]


def test_form_status_sphere_money_and_property_are_told_in_the_nominative() -> None:
    act = read(OLD)
    assert [str(one.object) for one in claims(act, SHZ.legalStatus)] == [
        "государственный орган Республики Казахстан",
        "юридическое лицо",
    ]
    assert [str(one.object) for one in claims(act, SHZ.leadsSphere)] == ["спорта и туризма"]
    forms = [one for one in claims(act, ROV.orgType) if one.evidence.rule == "regulation-form"]
    assert [one.object for one in forms] == [code("legal-forms", "mm")]
    for predicate, notation in (
        (SHZ.financedFrom, code("budgets", "local")),
        (SHZ.propertyRight, code("property-rights", "operative-management")),
        (SHZ.propertyOwnership, code("ownerships", "communal")),
    ):
        assert [one.object for one in claims(act, predicate)] == [notation]
    (about,) = claims(act, ELI.is_about)
    assert isinstance(about.object, Mention)
    assert about.object.own == "Управление туризма Карагандинской области"


def test_an_address_comes_whole_and_in_parts() -> None:
    (address,) = [one for one in read(OLD).statements if one.type == LOCN.Address]
    told = [(str(name).rpartition("#")[2], str(value)) for name, value in address.properties[1:]]
    assert told == [
        ("postCode", "070000"),
        ("adminUnitL1", "Республика Казахстан"),
        ("adminUnitL2", "Карагандинская область"),
        ("postName", "город Караганда"),
        ("thoroughfare", "улица Сатпаева"),
        ("locatorDesignator", "14"),
    ]


def test_head_and_deputies_are_posts_and_general_words_say_nothing() -> None:
    act = read(OLD)
    roles = [get(one, ORG.role) for one in act.statements if one.type == ORG.Post]
    assert roles == [code("post-types", "head"), code("post-types", "deputy-head")]
    assert act.unread == []


@pytest.mark.parametrize("name", [OLD, NEW])
def test_both_languages_of_a_regulation_say_the_same(name: str) -> None:
    def shapes(language: str) -> list[tuple[str, str, str]]:
        act = read(name, language)
        return [
            (one.evidence.clause, *told[:2])
            for one, told in zip(
                (one for one in act.statements if one.type == SHZ.Competence),
                competences(act),
                strict=True,
            )
        ]

    assert shapes("kk") == shapes("ru")


def test_numbers_are_literals_as_printed() -> None:
    (one,) = [
        one
        for one in read(NEW).statements
        if one.type == SHZ.Competence and get(one, SHZ.number) == Literal("150-3")
    ]
    assert one.evidence.clause == "app_1__point_15__item_150-3"
