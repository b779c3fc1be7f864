"""Russian deeds whose verb stands last, in a gerund, or as a noun behind another verb."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from test_deeds_russian import read

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE / "bench"))

from eval import events_of  # noqa: E402  bench is no package

LAMP, ROPE, BELL = (f"«Отдел {one}»" for one in ("ламп", "верёвок", "колоколов"))
NOM = ACC = "государственное учреждение"
GEN, DAT = "государственного учреждения", "государственному учреждению"


@pytest.mark.parametrize(
    ("words", "kind", "before", "after"),
    [
        (f"{NOM} {LAMP} присоединить к {DAT} {ROPE}", "Accession", [LAMP], [ROPE]),
        (f"К {DAT} {ROPE} присоединить {ACC} {LAMP}", "Accession", [LAMP], [ROPE]),
        (
            f"Реорганизовать {ACC} {LAMP}, присоединив его к {DAT} {ROPE}",
            "Accession",
            [LAMP],
            [ROPE],
        ),
        (
            f"Реорганизовать {ACC} {ROPE}, присоединив к нему {ACC} {LAMP}",
            "Accession",
            [LAMP],
            [ROPE],
        ),
        (f"Осуществить присоединение {GEN} {LAMP} к {DAT} {ROPE}", "Accession", [LAMP], [ROPE]),
        (f"{NOM} {LAMP} и {NOM} {ROPE} объединить в {ACC} {BELL}", "Merger", [LAMP, ROPE], [BELL]),
        (
            f"Реорганизовать {ACC} {LAMP} и {ACC} {ROPE}, объединив их в {ACC} {BELL}",
            "Merger",
            [LAMP, ROPE],
            [BELL],
        ),
        (
            f"Осуществить слияние {GEN} {LAMP} и {GEN} {ROPE} с образованием {GEN} {BELL}",
            "Merger",
            [LAMP, ROPE],
            [BELL],
        ),
        (
            f"{NOM} {LAMP} разделить на {ACC} {ROPE} и {ACC} {BELL}",
            "Division",
            [LAMP],
            [ROPE, BELL],
        ),
        (
            f"Реорганизовать {ACC} {LAMP}, разделив его на {ACC} {ROPE} и {ACC} {BELL}",
            "Division",
            [LAMP],
            [ROPE, BELL],
        ),
        (f"Из состава {GEN} {LAMP} выделить {ACC} {ROPE}", "SpinOff", [LAMP], [ROPE]),
        (f"Реорганизовать {ACC} {LAMP}, выделив из него {ACC} {ROPE}", "SpinOff", [LAMP], [ROPE]),
        (
            f"Реорганизовать {ACC} {LAMP}, преобразовав его в {ACC} {ROPE}",
            "Conversion",
            [LAMP],
            [ROPE],
        ),
        (f"Провести преобразование {GEN} {LAMP} в {ACC} {ROPE}", "Conversion", [LAMP], [ROPE]),
        (f"Образовать при акимате области {ACC} {LAMP}", "Establishment", [], [LAMP]),
        (f"Переподчинить {ACC} {LAMP} от {GEN} {BELL} {DAT} {ROPE}", "Transfer", [LAMP], [ROPE]),
        (f"Отнести к ведению {GEN} {ROPE} {ACC} {LAMP}", "Transfer", [LAMP], [ROPE]),
    ],
)
def test_a_deed_is_read_wherever_its_verb_stands(
    words: str, kind: str, before: list[str], after: list[str], tmp_path: Path
) -> None:
    (event,) = events_of(read(tmp_path, f"1. {words}."))
    whole = [[f"{NOM} {one}" for one in ones] for ones in (before, after)]
    assert (event.kind, [*event.originals], [*event.results]) == (kind, *whole)


@pytest.mark.parametrize(
    "words",
    [
        f"Департаменту юстиции осуществить регистрацию {GEN} {LAMP}",
        f"Провести инвентаризацию имущества при присоединении {GEN} {LAMP} к {DAT} {ROPE}",
    ],
)
def test_work_on_a_body_is_no_deed(words: str, tmp_path: Path) -> None:
    assert events_of(read(tmp_path, f"1. {words}.")) == []


def test_property_of_a_region_is_handed_over_to_its_akimat(tmp_path: Path) -> None:
    words = f"в коммунальную собственность акимата Гвоздинской области {ACC} {LAMP}"
    (event,) = events_of(read(tmp_path, f"1. Передать из республиканской собственности {words}."))
    told = (event.kind, [*event.originals], [*event.results])
    assert told == ("Transfer", [f"{NOM} {LAMP}"], ["акимат Гвоздинской области"])


def test_what_a_body_becomes_may_begin_with_a_small_letter(tmp_path: Path) -> None:
    old = "Инспекция весов Комитета торговли Министерства труда Республики Казахстан"
    new = "инспекция мер Комитета торговли Министерства труда Республики Казахстан"
    words = f"{old.replace('Инспекция', 'Инспекцию')} реорганизовать в {new.replace('ия', 'ию', 1)}"
    (event,) = events_of(read(tmp_path, f"1. {words}."))
    assert (event.kind, [*event.originals], [*event.results]) == ("Reorganisation", [old], [new])


def test_small_letters_behind_another_preposition_name_nobody(tmp_path: Path) -> None:
    words = "имущество в инспекции мер Комитета торговли Министерства труда Республики Казахстан"
    act = read(tmp_path, f"1. Министерству финансов Республики Казахстан учесть {words}.")
    assert events_of(act) == []


def test_a_short_name_with_a_form_in_its_bracket_is_no_body(tmp_path: Path) -> None:
    names = [f"«Национальная компания «{one}»" for one in ("Алма", "Вишня")]
    told = " и ".join(f"{one} (далее - АО «НК «{one[-5:]})" for one in names)
    act = read(tmp_path, f"1. Создать акционерные общества {told}.")
    assert not any(
        "далее" in one or "АО" in one for event in events_of(act) for one in event.results
    )
