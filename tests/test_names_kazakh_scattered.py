"""One plural head word of a Kazakh text that names a body for each name; names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act, deeds

from graph.model import Certainty, Mention, Source
from graph.names import read_mentions, text_of

WEIGHTS = "Қазақстан Республикасы Сауда министрлігі Таразы комитетінің"


def mentions(words: str) -> list[Mention]:
    return read_mentions(text_of(words), Source("", "", ""), "kk")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            f"{WEIGHTS} Шеге, Балға және Қысқаш облыстары бойынша департаменттері таратылсын.",
            [f"{WEIGHTS} {one} облысы бойынша департаменті" for one in ("Шеге", "Балға", "Қысқаш")],
        ),
        (
            "Шеге-Балға және Арқан-Жіп бассейндік басқармаларын",
            [f"{one} бассейндік басқармасы" for one in ("Шеге-Балға", "Арқан-Жіп")],
        ),
        (
            "Шеге, Балға облыстарының таразы басқармалары құрылсын.",
            [f"{one} облысының таразы басқармасы" for one in ("Шеге", "Балға")],
        ),
        (
            f"{WEIGHTS} Шеге облыстық және Балға қалалық таразы басқармаларын",
            [f"{WEIGHTS} {one} таразы басқармасы" for one in ("Шеге облыстық", "Балға қалалық")],
        ),
        (
            "Шеге және Балға аудандары, Қысқаш қаласы әкімдіктерінің таразы бөлімдері таратылсын.",
            [
                f"{one} әкімдігінің таразы бөлімі"
                for one in ("Шеге ауданы", "Балға ауданы", "Қысқаш қаласы")
            ],
        ),
        (
            f"{WEIGHTS} Шеге, Балға және Қысқаш өлшем мен салмақты қорғау жөніндегі мемлекеттік "
            "мекемелерін",
            [
                f"{WEIGHTS} {one} өлшем мен салмақты қорғау жөніндегі мемлекеттік мекемесі"
                for one in ("Шеге", "Балға", "Қысқаш")
            ],
        ),
    ],
)
def test_a_plural_head_word_names_a_body_for_each_name(words: str, names: list[str]) -> None:
    assert [one.whole for one in mentions(words)] == names
    assert all(one.parted for one in mentions(words))


@pytest.mark.parametrize(
    "words",
    [
        "Облыстардың таразы басқармалары таратылсын.",
        "Шеге облысының таразы басқармалары таратылсын.",
        "Шеге, Балға облысының таразы басқармалары таратылсын.",
        "Шеге, Балға облыстарының аудандық таразы басқармалары таратылсын.",
        "Шеге, Балға облыстарының таразы басқармаларына",
        "Бас таразы палатасының Шеге, Балға облыстары бойынша департаменттері",
    ],
)
def test_no_body_is_read_where_the_names_are_not_told_apart(words: str) -> None:
    assert not [one for one in mentions(words) if one.parted]


def test_a_body_of_several_places_stays_one() -> None:
    words = f"{WEIGHTS} Шеге және Балға облыстары бойынша департаменті құрылсын."
    assert [one.whole for one in mentions(words)] == [
        f"{WEIGHTS} Шеге және Балға облыстары бойынша департаменті"
    ]


def test_deeds_of_bodies_read_from_a_plural_are_interpreted(tmp_path: Path) -> None:
    read = act(tmp_path, "1. Шеге және Балға облыстарының таразы департаменттері таратылсын.")
    told = [one.evidence for one in read.statements if one.key.startswith("event/")]
    assert [(one.certainty, one.reason) for one in told] == [
        (Certainty.INTERPRETED, "shared-plural")
    ] * 2


def test_bodies_of_one_plural_that_become_one_are_merged(tmp_path: Path) -> None:
    read = act(
        tmp_path,
        "1. Мыналар:",
        "   1) Шеге, Балға және Қысқаш мұражайлары мемлекеттік мекемелерін қосу жолымен "
        "«Темір» қорығы» мемлекеттік мекемесі;",
        "   2) Арқан және Жіп мұражайлары мемлекеттік мекемелерін қосу жолымен «Тоқыма» қорығы» "
        "мемлекеттік мекемесі болып қайта ұйымдастырылсын.",
    )
    kinds = [(kind, len(before), len(after)) for kind, before, after in deeds(read)]
    assert kinds == [("Merger", 3, 1), ("Merger", 2, 1)]
