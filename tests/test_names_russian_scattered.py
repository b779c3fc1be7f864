"""One plural head word of a Russian text that names a body for each place; names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_russian import read
from test_names_russian import RK, mentions

from graph.model import Certainty

WEIGHTS = f"Комитета весов Министерства торговли {RK}"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Передать департаменты мер Гвоздинской, Молотской и Клещевской областей в ведение",
            [
                f"Департамент мер {one} области"
                for one in ("Гвоздинской", "Молотской", "Клещевской")
            ],
        ),
        (
            f"Упразднить департаменты мер и весов по Гвоздинской, Молотской областям и городу "
            f"Алматы {WEIGHTS}.",
            [
                f"Департамент мер и весов по {one} {WEIGHTS}"
                for one in ("Гвоздинской области", "Молотской области", "городу Алматы")
            ],
        ),
        (
            "Создать управления весов Гвоздевского, Молотковского районов Клещевской области.",
            [
                f"Управление весов {one} района Клещевской области"
                for one in ("Гвоздевского", "Молотковского")
            ],
        ),
        (
            "слияния районных отделов весов городов Астаны и Алматы",
            [f"Районный отдел весов города {one}" for one in ("Астаны", "Алматы")],
        ),
        (
            "Ликвидировать государственные учреждения - департаменты весов Гвоздинской и "
            "Молотской областей.",
            [
                f"государственное учреждение Департамент весов {one} области"
                for one in ("Гвоздинской", "Молотской")
            ],
        ),
    ],
)
def test_a_plural_head_word_names_a_body_for_each_place(words: str, names: list[str]) -> None:
    assert [one.whole for one in mentions(words)] == names


@pytest.mark.parametrize(
    "words",
    [
        "Передать департаменты весов по областям.",
        "Передать департаменты весов Гвоздинской области.",
        "имущество управления весов Гвоздинской и Молотской областей",
        "Передать в ведение департаментов весов Гвоздинской и Молотской областей",
    ],
)
def test_no_body_is_read_where_places_are_not_told_apart(words: str) -> None:
    assert mentions(words) == []


def test_a_body_of_several_places_stays_one() -> None:
    words = f"Создать Управление весов по Гвоздинской и Молотской областям {WEIGHTS}."
    assert len(mentions(words)) == 1


def test_deeds_of_bodies_read_from_a_plural_are_interpreted(tmp_path: Path) -> None:
    act = read(tmp_path, "1. Упразднить департаменты весов Гвоздинской и Молотской областей.")
    deeds = [one.evidence for one in act.statements if one.key.startswith("event/")]
    assert [(one.certainty, one.reason) for one in deeds] == [
        (Certainty.INTERPRETED, "shared-plural")
    ] * 2
