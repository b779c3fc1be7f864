"""Staffing tables: every printed line under its unit, against the source act and invented ones."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal
from telling import get, source_act

from graph.act import read_act
from graph.claims import read_claims
from graph.formats import read_side, read_source
from graph.model import ActClaims, Mention, Object, Ref, SideFile, Source, Statement
from ontology import ORG, QB, SHZ

HERE = Path(__file__).parent
ACTS = HERE.parent / "graph" / "acts"
STEM = "wko-2025-299.kk"
GOLDEN = json.loads((HERE / "golden" / STEM / "staffing.json").read_text(encoding="utf-8"))
PARTS = [one["part"] for one in GOLDEN]


def real() -> ActClaims:
    return source_act(STEM)


def golden(part: str) -> dict[str, Any]:
    return next(one for one in GOLDEN if one["part"] == part)


def mention(value: Object | None) -> Mention:
    assert isinstance(value, Mention)
    return value


def count(one: Statement) -> int:
    value = get(one, SHZ.unitCount)
    assert isinstance(value, Literal)
    return int(value)


def lines(act: ActClaims, part: str) -> list[Statement]:
    table = Ref("statement", f"staff-table/{part}")
    return [one for one in act.statements if get(one, QB.dataSet) == table]


def table(act: ActClaims, part: str) -> Statement:
    (found,) = [one for one in act.statements if one.key == f"staff-table/{part}"]
    return found


def by_unit(held: list[Statement]) -> list[list[object]]:
    """Lines in their order, as the golden file groups them."""
    units: list[list[Any]] = []
    for one in held:
        unit = mention(get(one, SHZ.ofUnit))
        if not units or units[-1][1] != unit.own:
            units.append([unit.nature, unit.own, []])
        post = str(get(one, SHZ.ofPostType)).rpartition("/")[2]
        units[-1][2].append([str(get(one, SHZ.postName)), post, count(one)])
    return units


@pytest.mark.parametrize("part", PARTS)
def test_every_line_stands_under_its_unit(part: str) -> None:
    assert by_unit(lines(real(), part)) == golden(part)["units"]


@pytest.mark.parametrize("part", PARTS)
def test_the_printed_total_is_kept_and_is_the_sum(part: str) -> None:
    stated = get(table(real(), part), SHZ.statedTotal)
    assert stated == Literal(golden(part)["total"])
    assert sum(map(count, lines(real(), part))) == golden(part)["total"]


@pytest.mark.parametrize("part", PARTS)
def test_the_table_is_of_the_body_in_its_heading(part: str) -> None:
    assert mention(get(table(real(), part), SHZ.tableOf)).own == golden(part)["body"]


def test_own_units_are_counted_apart_from_sections_with_legal_personality() -> None:
    own, sections = 0, 0
    for one in lines(real(), "app_3"):
        unit = mention(get(one, SHZ.ofUnit))
        if unit.nature == "unit" or unit.own == golden("app_3")["body"]:
            own += count(one)
        else:
            assert unit.form == "mm"
            sections += count(one)
    assert (own, sections) == (33, 48)


def test_an_inner_unit_belongs_to_the_body_of_the_table() -> None:
    units = [one for one in real().claims if one.predicate == ORG.unitOf]
    owners = {(mention(one.subject).nature, mention(one.object).own) for one in units}
    assert owners == {("unit", one["body"]) for one in GOLDEN}


def test_a_line_is_quoted_whole() -> None:
    source = real().document.source
    for part in PARTS:
        for one in lines(real(), part):
            quote = " ".join(source.quote(place) for place in one.evidence.ranges)
            assert quote.endswith(f"{get(one, SHZ.postName)} {count(one)}")


HEAD = """
"Сарыарқа облысының мәдениет басқармасы" мемлекеттік мекемесінің құрылымын бекіту туралы

Сарыарқа облысы әкімдігінің 2021 жылғы 9 сәуірдегі № 7 қаулысы
      1. Қоса беріліп отырған құрылым бекітілсін.
      Облыс әкімі Н. Асанов

Сарыарқа облысы әкімдігінің
2021 жылғы 9 сәуірдегі
№ 7 қаулысына
1-қосымша

"Сарыарқа облысының мәдениет басқармасы" мемлекеттік мекемесінің құрылымы мен штат саны

"""


def invented(rows: str) -> ActClaims:
    text = HEAD + "\n\n".join(line.strip() for line in rows.strip().splitlines()) + "\n"
    source = Source("invented.txt", text, sha256(text.encode()).hexdigest())
    return read_claims(read_act(source, SideFile(date(2026, 1, 1), "kk")))


def told(act: ActClaims) -> list[tuple[str, str, object]]:
    return [
        (
            mention(get(one, SHZ.ofUnit)).own,
            str(get(one, SHZ.postName)),
            one.properties[-2][1].toPython() if isinstance(one.properties[-2][1], Literal) else 0,
        )
        for one in lines(act, "app_1")
    ]


def test_numbered_rows_lose_their_number() -> None:
    act = invented(
        """№ Лауазымы Бірлік саны
        1. Басқарма басшысы 1
        Мұражайлар бөлімі
        2. Бөлім басшысы 1
        3. Бас маман 5
        Барлығы 7"""
    )
    assert told(act) == [
        ("Сарыарқа облысының мәдениет басқармасы", "Басқарма басшысы", 1),
        ("Мұражайлар бөлімі", "Бөлім басшысы", 1),
        ("Мұражайлар бөлімі", "Бас маман", 5),
    ]
    assert get(table(act, "app_1"), SHZ.statedTotal) == Literal(7)


def test_half_a_unit_is_half_a_unit() -> None:
    act = invented("Басқарма басшысы 1\nКеңесші 0,5\nБарлығы 1,5")
    assert [one[2] for one in told(act)] == [1, Decimal("0.5")]
    assert get(table(act, "app_1"), SHZ.statedTotal) == Literal(Decimal("1.5"))


def test_a_table_without_a_total_has_none() -> None:
    act = invented("Басқарма басшысы 1\nБас маман 2")
    assert get(table(act, "app_1"), SHZ.statedTotal) is None
    assert len(lines(act, "app_1")) == 2


def test_a_post_that_no_list_knows_is_kept_by_its_name() -> None:
    act = invented("Басқарма басшысы 1\nЖарық суретшісі 2")
    (post,) = [one for one in lines(act, "app_1") if count(one) == 2]
    assert str(get(post, SHZ.postName)) == "Жарық суретшісі"
    assert get(post, SHZ.ofPostType) is None


@given(st.lists(st.integers(1, 99), min_size=1, max_size=12))
def test_every_printed_line_is_one_line(counts: list[int]) -> None:
    rows = [f"Бас маман {number}" for number in counts]
    act = invented("\n".join([*rows, f"Барлығы {sum(counts)}"]))
    assert [count(one) for one in lines(act, "app_1")] == counts
    assert get(table(act, "app_1"), SHZ.statedTotal) == Literal(sum(counts))


WORDING = HERE / "golden" / "wording" / "acts"


@cache
def limits(language: str) -> ActClaims:
    path = WORDING / language / "staff.md"
    return read_claims(read_act(read_source(path), read_side(path)))


def limit_of(act: ActClaims) -> dict[str, str]:
    return {
        one.evidence.clause: str(get(one, SHZ.unitCount))
        for one in act.statements
        if one.type == SHZ.StaffLimit
    }


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_limits_are_read_in_a_sentence_in_items_and_in_a_table(language: str) -> None:
    assert limit_of(limits(language)) == {
        "point_1": "33",
        "point_2__item_1": "12.5",
        "point_2__item_2": "20",
        "app_1__table_1__row_2": "45",
        "app_1__table_1__row_3": "15",
        "app_1__table_1__row_4": "30",
    }


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_limit_inside_another_says_so_and_the_total_stays_as_printed(language: str) -> None:
    act = limits(language)
    inner = {
        one.key: get(one, SHZ.partOfLimit)
        for one in act.statements
        if get(one, SHZ.partOfLimit) is not None
    }
    outer = Ref("statement", "limit/app_1__table_1__row_2")
    assert inner == {"limit/app_1__table_1__row_3": outer}
    totals = [get(one, SHZ.statedTotal) for one in act.statements if one.type == SHZ.StaffLimitList]
    assert totals == [None, Literal(76)]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_staffing_table_of_bars_counts_halves_under_its_units(language: str) -> None:
    found = [
        (mention(get(one, SHZ.ofUnit)).nature, str(get(one, SHZ.unitCount)))
        for one in lines(limits(language), "app_2")
    ]
    assert found == [("body", "1"), ("body", "1"), ("unit", "1"), ("unit", "4.5")]
