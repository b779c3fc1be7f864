"""Deeds that share a verb, or stand beside one another in a sentence; the bodies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_deeds_kazakh import act
from test_deeds_kazakh import deeds as kazakh_deeds
from test_deeds_russian import deeds

A, B, C, D = (f"государственное учреждение «Отдел {word}»" for word in ("А", "Б", "В", "Г"))
RK = "Республики Казахстан"
WITH_B = B.replace("ое учреждение", "ым учреждением")
OF_B, OF_D = (one.replace("ое учреждение", "ого учреждения") for one in (B, D))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"Переименовать {A} в {B} и {C} в {D}.", [("Renaming", A, B), ("Renaming", C, D)]),
        (f"Переименовать {A} в {B}, а {C} – в {D}.", [("Renaming", A, B), ("Renaming", C, D)]),
        (
            f"Переименовать {A} и {C} соответственно в {B} и {D}.",
            [("Renaming", A, B), ("Renaming", C, D)],
        ),
        (f"Преобразовать {A} в {B} и {C} в {D}.", [("Conversion", A, B), ("Conversion", C, D)]),
        (f"Переименовать {A} и {B} в {C}.", []),
        (
            f"Реорганизовать путем слияния {A} и {B} и создать на их базе {C}.",
            [("Merger", A, B, C)],
        ),
        (
            f"Реорганизовать путем слияния и преобразования {A} и {B} в {C}.",
            [("Merger", A, B, C)],
        ),
        (f"Слить {A} и {B} в {C}.", [("Merger", A, B, C)]),
        (
            f"Реорганизовать {A} путем выделения из его состава филиала «Север» и создания на его "
            f"базе {OF_B}.",
            [("SpinOff", A, B)],
        ),
        (
            f"Реорганизовать {A} путем присоединения к нему {OF_B} и преобразования в {C}.",
            [("Accession", B, A), ("Conversion", A, C)],
        ),
        (
            f"Реорганизовать {A}, выделив из его состава {B}, и переименовать в {C}.",
            [("SpinOff", A, B), ("Renaming", A, C)],
        ),
        (f"Реорганизовать {A} путем слияния с {WITH_B} в {C}.", [("Merger", A, B, C)]),
        (
            f"Реорганизовать {A} путем слияния с {WITH_B} и образования {OF_D}.",
            [("Merger", A, B, D)],
        ),
        (
            f"Преобразовать {A} в республиканское государственное казенное предприятие.",
            [("Conversion", A)],
        ),
        (
            f"Реорганизовать {A} путем преобразования в акционерное общество со стопроцентным "
            "участием государства в уставном капитале.",
            [("Conversion", A)],
        ),
        (
            f"Реорганизовать {A} и {B} путем объединения в {C}.",
            [("Merger", A, B, C)],
        ),
        (
            f"Создать {A} путем его выделения из {OF_B}.",
            [("SpinOff", B, A)],
        ),
        (f"Создать {A} путем их слияния.", []),
        (f"Реорганизовать {A} с выделением из его состава {OF_B}.", [("SpinOff", A, B)]),
        (
            f"Реорганизовать {A} с последующим его переименованием в {B}.",
            [("Renaming", A, B)],
        ),
        (
            f"Изъять из ведения Министерства финансов {RK} {A} и передать его Министерству "
            f"юстиции {RK}.",
            [("Transfer", A, f"Министерство юстиции {RK}")],
        ),
        (
            f"Создать в пределах штатной численности органов внутренних дел {A}.",
            [("Establishment", A)],
        ),
        (
            "Создать Восточную и Южную речные службы надзора на границе и транспорте, в "
            f"качестве органов Комитета весов {RK}.",
            [
                ("Establishment", "Восточная речная служба надзора на границе и транспорте"),
                ("Establishment", "Южная речная служба надзора на границе и транспорте"),
            ],
        ),
        (f"Создать на территории Акмолинской области {A}.", [("Establishment", A)]),
        (
            f"Согласиться с предложением Министерства финансов и создать {A}.",
            [("Establishment", A)],
        ),
        (f"Принять предложение Министерства финансов создать {A} и ликвидировать {B}.", []),
        (
            "Создать в составе Министерства финансов Республики Казахстан: Комитет рек, Комитет "
            "мостов.",
            [("Establishment", "Комитет рек"), ("Establishment", "Комитет мостов")],
        ),
        (
            f"Переименовать Речной департамент Комитета рек {RK} «Востокреки» в Межречный "
            f"департамент Комитета рек {RK} «Востокреки».",
            [
                (
                    "Renaming",
                    f"Речной департамент Комитета рек {RK} «Востокреки»",
                    f"Межречный департамент Комитета рек {RK} «Востокреки»",
                )
            ],
        ),
        (f"Создать на базе их имущества {A}.", [("Establishment", A)]),
        (
            f"Учредить совместно с Правительством Республики Беларусь {A}.",
            [("Establishment", A)],
        ),
        (f"Организовать на базе {OF_B} {A}.", [("Establishment", A)]),
        (f"Организовать выставку работ {OF_B}.", []),
        (
            f"Создать:\n\n1) {A}, упразднив {B};\n\n2) {C}.",
            [("Establishment", A), ("Liquidation", B), ("Establishment", C)],
        ),
    ],
)
def test_each_deed_of_a_sentence_is_read(
    words: str, expected: list[tuple[str, ...]], tmp_path: Path
) -> None:
    told = [(one[0], *dict.fromkeys(one[1:])) for one in deeds(tmp_path, f"1. {words}")]
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize("joined", [",", ", ал", " және"])
def test_kazakh_renamings_share_the_verb_that_stands_last(joined: str, tmp_path: Path) -> None:
    a, b, c, d = (
        f"«{word} бөлімі» мемлекеттік мекемесі" for word in ("Алма", "Өрік", "Шие", "Жүзім")
    )
    words = f"1. {a} {b} болып{joined} {c} {d} болып қайта аталсын."
    found = kazakh_deeds(act(tmp_path, words))
    assert {(*old, *new) for _, old, new in found} == {(a, b), (c, d)}


def test_kazakh_accession_and_conversion_are_two_deeds(tmp_path: Path) -> None:
    a, b, c = (f"«{word} бөлімі» мемлекеттік мекемесі" for word in ("Алма", "Өрік", "Шие"))
    words = f"1. {a} оған {b[:-1]}ін қосу және {c} етіп қайта құру жолымен қайта ұйымдастырылсын."
    assert [one[0] for one in kazakh_deeds(act(tmp_path, words))] == ["Accession", "Conversion"]


def test_a_kazakh_body_merges_with_another(tmp_path: Path) -> None:
    a, b, c = (f"«{word} бөлімі» мемлекеттік мекемесі" for word in ("Алма", "Өрік", "Шие"))
    words = f"1. {a} {b}мен біріктіру жолымен {c} болып қайта ұйымдастырылсын."
    assert kazakh_deeds(act(tmp_path, words)) == [("Merger", {a, b}, {c})]


@pytest.mark.parametrize(
    "name",
    [
        "Кадетский корпус «Жас улан»",
        "Актауский морской порт",
        "Технологический парк «Алатау»",
        "Торговое представительство Республики Казахстан в Республике Беларусь",
        "Дирекция особо охраняемых территорий",
    ],
)
def test_more_kinds_of_bodies_are_made_by_their_names(name: str, tmp_path: Path) -> None:
    assert deeds(tmp_path, f"1. Создать {name.replace('Дирекция', 'Дирекцию')}.") == [
        ("Establishment", name)
    ]
