"""Rows of old and new names that only words for their kinds tell, and rows with other duties."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_claims_lists import rows
from test_deeds_kazakh import act, deeds, events_of
from test_deeds_russian import read


@pytest.mark.parametrize(
    ("lead", "row", "pair"),
    [
        ("Мына органдар қайта аталсын:", "бақ басқармасы - бақ және шие департаменті болып;",
         ("бақ басқармасы", "бақ және шие департаменті")),
        ("Мына мекемелердің атаулары өзгертілсін:", "1) Бақ басқармасы – Шие басқармасы деп.",
         ("Бақ басқармасы", "Шие басқармасы")),
        # streets, posts and rows of one name
        ("Мына көшелер қайта аталсын:", "Бақ көшесі – Шие көшесі.", None),
        ("Органдардағы лауазымдар қайта аталсын:", "бөлім бастығы – бөлім басшысы.", None),
        ("Мына органдар қайта аталсын:", "бақ басқармасы;", None),
    ],
)  # fmt: skip
def test_a_row_may_tell_its_two_names_by_their_kinds_alone(
    lead: str, row: str, pair: tuple[str, str] | None, tmp_path: Path
) -> None:
    expected = [("Renaming", {pair[0]}, {pair[1]})] if pair else []
    assert deeds(act(tmp_path, f"1. {lead}\n\n   {row}")) == expected


@pytest.mark.parametrize(
    ("lead", "row", "pair"),
    [
        ("Переименовать исполнительные органы:", "управление садов - в департамент садов;",
         ("управление садов", "департамент садов")),
        ("Переименовать следующие организации:", "1) дирекция садов в дирекцию лесов.",
         ("дирекция садов", "дирекция лесов")),
        ("Переименовать улицы:", "Садовая - в Лесную;", None),
        ("Переименовать должности в организациях:", "начальник отдела – директор отдела.", None),
    ],
)  # fmt: skip
def test_the_same_in_russian(
    lead: str, row: str, pair: tuple[str, str] | None, tmp_path: Path
) -> None:
    found = events_of(read(tmp_path, f"1. {lead}\n\n   {row}"))
    told = [(one.kind, list(one.originals), list(one.results)) for one in found]
    assert told == ([("Renaming", [pair[0]], [pair[1]])] if pair else [])


def test_a_change_of_names_is_a_renaming(tmp_path: Path) -> None:
    names = [f"«{one}» мемлекеттік мекемесі" for one in ("Алма", "Шие", "Өрік", "Алмұрт")]
    order = "1. {} {} болып, {} {} болып атауларына өзгеріс енгізілсін.".format(*names)
    assert sorted(deeds(act(tmp_path, order)), key=str) == sorted(
        [("Renaming", {names[0]}, {names[1]}), ("Renaming", {names[2]}, {names[3]})], key=str
    )


def test_whose_work_a_body_of_a_row_does_besides_is_no_part_of_its_name() -> None:
    listed = (
        "## Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесі\n\n"
        "1) Тау бөлімшелік сапар басқармасының функцияларын орындаумен Тау аймақтық сапар "
        "басқармасы;\n\n2) Өзен аймақтық сапар басқармасы.\n"
    )
    assert rows("kk", listed) == [
        ("1", "Тау аймақтық сапар басқармасы"),
        ("2", "Өзен аймақтық сапар басқармасы"),
    ]
