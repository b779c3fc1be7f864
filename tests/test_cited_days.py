"""Acts of which others tell different days: the contradiction is shown, and nothing is chosen."""

from __future__ import annotations

from datetime import date

import pytest
from rdflib import Literal, URIRef
from telling import read_text

from graph.dataset import Record, make_record
from graph.findings import find
from graph.findings.contests import Contests
from graph.model import ActClaims
from graph.register import Register
from graph.view import build_view
from ontology import BASE, ELI

AT = date(2022, 1, 1)
CITED = URIRef(f"{BASE}act/government-2016-39")


def resting(number: int, *days: int) -> ActClaims:
    """An act that rests on acts of these days of January 2016, all of number 39."""
    cited = " и ".join(
        f"постановлением Правительства Республики Казахстан от {day} января 2016 года № 39"
        for day in days
    )
    text = f"""# О создании государственного учреждения «Тропа»

В соответствии с {cited} Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Создать государственное учреждение «Тропа {number}» Министерства туризма.
"""
    own = f"Постановление Правительства Республики Казахстан от 9 апреля 2021 года № {number}"
    return read_text(text, "ru", own)


def itself() -> ActClaims:
    text = """# О создании государственного учреждения «Гора»

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Создать государственное учреждение «Гора» Министерства туризма.
"""
    own = "Постановление Правительства Республики Казахстан от 29 января 2016 года № 39"
    return read_text(f"{text}\n{own}\n", "ru", own)


def recorded(*acts: ActClaims) -> Record:
    return make_record(acts, Register().resolve(acts), BASE)


def days(record: Record) -> list[object]:
    triples = build_view(record, AT).triples
    return [o for s, p, o in triples if (s, p) == (CITED, ELI.date_document)]


def january(day: int) -> Literal:
    return Literal(date(2016, 1, day))


@pytest.mark.parametrize(
    "acts",
    [(resting(1, 26), resting(2, 29)), (resting(1, 26, 29),)],
    ids=["in two acts", "in one act"],
)
def test_days_that_differ_are_a_contradiction_and_none_of_them_is_taken(
    acts: tuple[ActClaims, ...],
) -> None:
    record = recorded(*acts)
    assert days(record) == []
    (found,) = [one for one in find(record) if one.rule == "act-day-differs"]
    assert found.subjects == (CITED,)
    assert "26.01.2016, 29.01.2016" in dict(found.messages)["ru"]
    assert len(found.spans) == 2
    contested = Contests(record).by(found)
    assert {claim.object for claim in record.claims if claim.node in contested} == {
        january(26),
        january(29),
    }


def test_one_day_told_by_several_acts_is_theirs() -> None:
    record = recorded(resting(1, 26), resting(2, 26))
    assert days(record) == [january(26)]
    assert "act-day-differs" not in {one.rule for one in find(record)}


def test_an_act_that_is_held_knows_its_own_day() -> None:
    record = recorded(resting(1, 26), itself())
    assert days(record) == [january(29)]
    (found,) = [one for one in find(record) if one.rule == "act-day-differs"]
    assert "26.01.2016, 29.01.2016" in dict(found.messages)["kk"]
    assert days(recorded(resting(1, 29), itself())) == [january(29)]
