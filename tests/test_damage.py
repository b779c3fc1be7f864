"""Damaged acts are read as far as words are left, or refused by name, and never told wrongly."""

from __future__ import annotations

import sys
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE / "bench"))

from damage import DAMAGES, Act, Variant, all_acts, compare, read, variants, wrongs  # noqa: E402  bench is no package
from scores import Score  # noqa: E402  bench is no package

from graph.model import ActClaims, SideFile  # noqa: E402  behind the path above

ACTS = all_acts(corpus=False)
VARIANTS = list(variants(ACTS, each=1))


@cache
def whole(name: str, language: str) -> ActClaims:
    act = next(one for one in ACTS if (one.name, one.language) == (name, language))
    found = read(act, act.text)
    assert found is not None
    return found


@cache
def reading(number: int) -> ActClaims | None:
    return read(VARIANTS[number].act, VARIANTS[number].text)


def test_there_are_two_hundred_variants_always_the_same() -> None:
    assert len(VARIANTS) >= 200
    assert [one.text for one in variants(ACTS, each=1)] == [one.text for one in VARIANTS]
    assert any(one.text != one.act.text for one in VARIANTS)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.language}-{act.name}")
def test_what_is_read_of_a_damaged_act_stands_in_it(act: Act) -> None:
    reference = whole(act.name, act.language)
    for number, variant in enumerate(VARIANTS):
        if variant.act is act and (found := reading(number)):
            assert list(wrongs(act, found, reference)) == [], variant.damage


def test_only_an_act_without_its_beginning_or_its_end_is_refused() -> None:
    refused = {one.damage for number, one in enumerate(VARIANTS) if reading(number) is None}
    assert refused <= {"cut at the beginning", "cut at the end"}


@pytest.mark.parametrize("damage", DAMAGES)
def test_little_is_lost_by_damage_that_leaves_the_words(damage: str) -> None:
    total: dict[str, Score] = defaultdict(Score)
    for number, variant in enumerate(VARIANTS):
        if variant.damage == damage:
            for score in _compared(variant, number):
                total[variant.act.language].add(score.gold, score.found, score.right)
    assert {language: score.f1 for language, score in total.items() if score.f1 < 0.9} == {}


def _compared(variant: Variant, number: int) -> tuple[Score, Score, Score]:
    return compare(whole(variant.act.name, variant.act.language), variant, reading(number))


def test_items_whose_point_is_cut_off_are_no_title() -> None:
    words = (
        "«Диірмен» мемлекеттік мекемесі болып;\n\n"
        "   2) «Ұн бөлімі» мемлекеттік мекемесі «Жарма бөлімі» мемлекеттік мекемесі болып қайта "
        "аталсын.\n\n4. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n"
    )
    requisites = "Постановление акимата города Ак от 3 марта 2014 года № 7"
    side = SideFile(date(2026, 1, 1), "kk", requisites=requisites)
    found = read(Act("cut.md", "kk", words, side), words)
    assert found is not None
    kinds = {one.eid: one.kind.value for one in found.document.walk()}
    assert kinds == {"title": "title", "item_2": "item", "point_4": "point"}
    assert [one.key for one in found.statements if one.key.startswith("event/")] == ["event/item_2"]
