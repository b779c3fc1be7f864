"""Bodies that are reorganised into such as no name tells, and such as are named twice; invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import test_deeds_kazakh as kazakh
import test_deeds_russian as russian
from test_deeds_kazakh_columns import STAMP

from graph.model import ActClaims
from ontology import SHZ, code

RU_STAMP = russian.STAMP.format("Приложение\n> *к постановлению")
RU_BODIES = ("государственное учреждение «Цех гирь»", "государственное учреждение «Цех мер»")
KK_BODIES = ("«Гир цехы» мемлекеттік мекемесі", "«Өлшем цехы» мемлекеттік мекемесі")
RU_PARTS = "на государственные учреждения – территориальные органы Комитета мер"
KK_PARTS = "Өлшем комитетінің аумақтық органдары – мемлекеттік мекемелеріне"


def listed(stamp: str, heading: str, bodies: tuple[str, ...]) -> str:
    rows = "\n\n".join(f"{number}. {body}." for number, body in enumerate(bodies, 1))
    return f"{stamp}\n\n## {heading}\n\n{rows}"


def check_each(read: ActClaims, bodies: tuple[str, ...], stated: str, role: object) -> None:
    """Each body is reorganised by itself: what the words say of it, and what becomes of it."""
    assert kazakh.deeds(read) == [("Reorganisation", {one}, set()) for one in bodies]
    for event in (one for one in read.statements if one.key.startswith("event/")):
        told = dict(event.properties)
        assert told[SHZ.statedKind] == code("change-kinds", stated)
        assert role in told


@pytest.mark.parametrize(
    ("way", "stated", "role"),
    [
        (f" путем их разделения {RU_PARTS}", "division", SHZ.ended),
        ("", "reorganisation", SHZ.survivor),
    ],
)
def test_each_row_of_a_russian_list_is_reorganised(
    tmp_path: Path, way: str, stated: str, role: object
) -> None:
    order = f"1. Реорганизовать учреждения согласно приложению к настоящему постановлению{way}."
    rows = listed(RU_STAMP, "Перечень реорганизуемых учреждений", RU_BODIES)
    read = russian.read(tmp_path, f"{order}\n\n{rows}")
    check_each(read, RU_BODIES, stated, role)


@pytest.mark.parametrize(
    ("way", "stated", "role"),
    [
        (f"{KK_PARTS} бөлу жолымен ", "division", SHZ.ended),
        ("", "reorganisation", SHZ.survivor),
    ],
)
def test_each_row_of_a_kazakh_list_is_reorganised(
    tmp_path: Path, way: str, stated: str, role: object
) -> None:
    order = f"1. Осы қаулыға қосымшаға сәйкес {way}мекемелер қайта ұйымдастырылсын."
    rows = listed(STAMP, "Қайта ұйымдастырылатын мекемелердің тізбесі", KK_BODIES)
    read = kazakh.act(tmp_path, order, after=rows)
    check_each(read, KK_BODIES, stated, role)


def test_rows_whose_heading_says_nothing_of_reorganisation_may_be_its_results(
    tmp_path: Path,
) -> None:
    order = f"1. Реорганизовать учреждения согласно приложению путем разделения {RU_PARTS}."
    rows = listed(RU_STAMP, "Перечень учреждений", RU_BODIES)
    assert not kazakh.deeds(russian.read(tmp_path, f"{order}\n\n{rows}"))


def test_a_kazakh_body_hands_over_its_functions_before_its_verb(tmp_path: Path) -> None:
    garden, mill = KK_BODIES
    handing = f"су саласындағы функцияларын {mill}не бере отырып, {garden}"
    assert kazakh.deeds(kazakh.act(tmp_path, f"1. {handing} қайта ұйымдастырылсын.")) == [
        ("Reorganisation", {garden}, set())
    ]
    items = f"1. Мыналар:\n\n   1) {handing};\n\n   2) {mill} қайта ұйымдастырылсын."
    assert ("Reorganisation", {garden}, set()) in kazakh.deeds(kazakh.act(tmp_path, items))


@pytest.mark.parametrize(
    "way",
    [
        "присоединения государственного учреждения «Цех мер» к государственному учреждению "
        "«Цех гирь»",
        "присоединения последнего к первому",
    ],
)
def test_both_that_one_way_joins_are_named_before_it(tmp_path: Path, way: str) -> None:
    staying, joining = RU_BODIES
    read = russian.read(tmp_path, f"1. Реорганизовать {staying} и {joining} путем {way}.")
    assert kazakh.deeds(read) == [("Accession", {joining}, {staying})]
    assert not read.unread
