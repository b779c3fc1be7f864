"""One deed whose bodies stand in the rows of an appendix; the bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
import test_deeds_kazakh as kazakh
import test_deeds_russian as russian
from test_deeds_kazakh_columns import STAMP, table

from graph.model import ActClaims

RU_STAMP = russian.STAMP.format("Приложение\n> *к постановлению")
PLANT = "государственное предприятие «Весовой завод»"
PARTS = ("государственное предприятие «Цех гирь»", "государственное предприятие «Цех мер»")
KK_PLANT = "«Таразы зауыты» мемлекеттік мекемесі"
KK_PARTS = ("«Гир цехы» мемлекеттік мекемесі", "«Өлшем цехы» мемлекеттік мекемесі")


def listed(stamp: str, parts: tuple[str, ...], place: str, *heads: str) -> str:
    rows = ((f"{number}", part, place) for number, part in enumerate(parts, 1))
    return f"{stamp}\n\n{table(heads, *rows)}"


def the_deed(read: ActClaims) -> tuple[str, set[str], set[str], str, int]:
    """Kind, originals, results, clause and number of the quoted stretches of the only deed."""
    (deed,) = kazakh.deeds(read)
    (told,) = [one for one in read.statements if one.key.startswith("event/")]
    return (*deed, told.evidence.clause, len(told.evidence.ranges))


@pytest.mark.parametrize(
    ("order", "kind", "originals", "results"),
    [
        (
            f"После завершения мер реорганизовать {PLANT} путем разделения на 2 предприятия "
            "согласно приложению к настоящему постановлению.",
            "Division",
            {PLANT},
            {*PARTS},
        ),
        (
            f"Реорганизовать {PLANT} путем выделения из него предприятий согласно приложению к "
            "настоящему постановлению.",
            "SpinOff",
            {PLANT},
            {*PARTS},
        ),
        (
            "Реорганизовать государственные предприятия согласно приложению к настоящему "
            f"постановлению путем слияния в {PLANT}.",
            "Merger",
            {*PARTS},
            {PLANT},
        ),
    ],
)
def test_rows_of_a_russian_appendix_have_one_deed_together(
    tmp_path: Path, order: str, kind: str, originals: set[str], results: set[str]
) -> None:
    rows = listed(RU_STAMP, PARTS, "г. Рудный", "№ п/п", "Наименование", "Место")
    read = russian.read(tmp_path, f"1. {order}\n\n{rows}")
    assert the_deed(read) == (kind, originals, results, "point_1", 3)
    assert not read.unread


@pytest.mark.parametrize(
    ("order", "kind", "originals", "results"),
    [
        (
            f"Шаралар аяқталғаннан кейін {KK_PLANT} осы қаулыға қосымшаға сәйкес 2 мекемеге бөлу "
            "жолымен қайта ұйымдастырылсын.",
            "Division",
            {KK_PLANT},
            {*KK_PARTS},
        ),
        (
            "Осы қаулыға қосымшаға сәйкес мемлекеттік мекемелер біріктіру жолымен "
            f"{KK_PLANT} болып қайта ұйымдастырылсын.",
            "Merger",
            {*KK_PARTS},
            {KK_PLANT},
        ),
        (
            "Осы қаулыға қосымшада көрсетілген мекемелер оларды "
            f"{KK_PLANT}не біріктіру жолымен қайта құрылсын.",
            "Merger",
            {*KK_PARTS},
            {KK_PLANT},
        ),
    ],
)
def test_rows_of_a_kazakh_appendix_have_one_deed_together(
    tmp_path: Path, order: str, kind: str, originals: set[str], results: set[str]
) -> None:
    rows = listed(STAMP, KK_PARTS, "Талас қаласы", "Р/с №", "Атауы", "Орналасқан жері")
    read = kazakh.act(tmp_path, f"1. {order}", after=rows)
    assert the_deed(read) == (kind, originals, results, "point_1", 3)
