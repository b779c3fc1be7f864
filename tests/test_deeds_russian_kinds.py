"""Bodies that a Russian deed names by their kind alone, without a legal form; all are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_russian import deeds

COMMITTEE = "Комитет рек Республики Казахстан"
OF_COMMITTEE = "Комитета рек Республики Казахстан"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Упразднить Государственный фонд рек.", [("Liquidation", "Государственный фонд рек")]),
        (
            "Создать Национальный музей рек и Дирекцию строящихся мостов.",
            [
                ("Establishment", "Национальный музей рек"),
                ("Establishment", "Дирекция строящихся мостов"),
            ],
        ),
        (
            "Преобразовать Рудненскую компанию в Рудненскую корпорацию «Мост и время».",
            [
                (
                    "Conversion",
                    "Рудненская компания",
                    "Рудненская корпорация «Мост и время»",
                )
            ],
        ),
        (
            "Создать Фонд «Мост» по поддержке рек.",
            [("Establishment", "Фонд «Мост»")],
        ),
        (
            f"Передать санаторий «Ивовый» и филиал «Мост» в ведение {OF_COMMITTEE}.",
            [
                ("Transfer", "санаторий «Ивовый»", COMMITTEE),
                ("Transfer", "филиал «Мост»", COMMITTEE),
            ],
        ),
        (
            f"Передать в ведение {OF_COMMITTEE}:\n\n"
            "объединение речных и озерных предприятий «Камыш» (с сетью пристаней);\n\n"
            "Ивовый плодовый лесхоз, с выделением его из состава комбината «Мост»;\n\n"
            "Камышовый, Кара-Тауский государственные заповедники - из состава Министерства озер.",
            [
                ("Transfer", "объединение речных и озерных предприятий «Камыш»", COMMITTEE),
                ("Transfer", "Ивовый плодовый лесхоз", COMMITTEE),
                ("Transfer", "Камышовый государственный заповедник", COMMITTEE),
                ("Transfer", "Кара-Тауский государственный заповедник", COMMITTEE),
            ],
        ),
        (
            f"Передать в ведение {OF_COMMITTEE} с имеющимися штатами;\n\nИвовый лесхоз рек.",
            [("Transfer", "Ивовый лесхоз рек", COMMITTEE)],
        ),
        (
            f"Передать в ведение {OF_COMMITTEE} Камышовый и Ивовый государственные заповедники.",
            [
                ("Transfer", "Камышовый государственный заповедник", COMMITTEE),
                ("Transfer", "Ивовый государственный заповедник", COMMITTEE),
            ],
        ),
    ],
)
def test_a_deed_tells_a_body_of_any_kind(
    words: str, expected: list[tuple[str, ...]], tmp_path: Path
) -> None:
    assert deeds(tmp_path, f"1. {words}") == expected


@pytest.mark.parametrize(
    "words",
    [
        "Создать фонд поддержки рек.",
        "Передать Фонду поддержки рек здание музея.",
        "Создать условия для работы Государственного фонда рек.",
        "Внести в Государственный фонд рек десять тенге.",
        "Открыть в музее «Мост» выставку.",
    ],
)
def test_what_is_no_body_of_a_deed(words: str, tmp_path: Path) -> None:
    assert deeds(tmp_path, f"1. {words}") == []
