"""From which day an act holds, in the wordings of akimats, maslikhats and ministries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import test_deeds_kazakh as kazakh
import test_deeds_russian as russian

from graph.model import EntryRule

#: The words of a rule; its kind, its days after publication and its printed days.
Case = tuple[str, str, int | None, str | None, str | None]

KAZAKH: list[Case] = [
    ("қабылданған күнінен бастап қолданысқа енгізіледі", "adoption-day", None, None, None),
    ("қабылданған сәтінен бастап күшіне енеді", "adoption-day", None, None, None),
    ("әділет органдарында тіркелген күннен бастап күшіне енеді",
     "registration-day", None, None, None),
    ("мемлекеттік тіркеуден өткен күннен бастап күшіне енеді",
     "registration-day", None, None, None),
    ("мемлекеттік тіркелген күнінен бастап күшіне енеді және алғашқы ресми жарияланған күннен "
     "бастап қолданысқа енгізіледі", "publication-day", None, None, None),
    ("қол қойылған күннен күшіне енеді", "signature-day", None, None, None),
    ("жарияланған күннен бастап он күн өткеннен кейін күшіне енеді",
     "days-after-publication", 10, None, None),
    ("ресми жарияланған соң он күн өткеннен кейін қолданысқа енгізіледі",
     "days-after-publication", 10, None, None),
    ("ресми жарияланған күнінен бастап күнтізбелік алпыс күн өткен соң қолданысқа енгізіледі",
     "days-after-publication", 60, None, None),
    ("алғашқы ресми жарияланған күнінен кейін жиырма бір күнтізбелік күн өткен соң қолданысқа "
     "енгізіледі", "days-after-publication", 21, None, None),
    ("алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі, "
     "бірақ 2015 жылғы 1 қаңтардан ерте емес", "days-after-publication", 10, None, "2015-01-01"),
    ("жарияланғаннан кейін қолданысқа енгізіледі", "days-after-publication", None, None, None),
    ("01.01.2013 жылдан бастап күшіне енеді", "fixed-day", None, "2013-01-01", None),
]  # fmt: skip
RUSSIAN: list[Case] = [
    ("вступает в силу со дня принятия", "adoption-day", None, None, None),
    ("вступает в силу со дня государственной регистрации", "registration-day", None, None, None),
    ("вводится в действие по истечении двадцати одного календарного дня после дня его первого "
     "официального опубликования", "days-after-publication", 21, None, None),
    ("вступает в силу через десять календарных дней после его опубликования",
     "days-after-publication", 10, None, None),
    ("вводится в действие по истечении шестидесяти календарных дней после дня его первого "
     "официального опубликования, но не ранее 1 января 2015 года",
     "days-after-publication", 60, None, "2015-01-01"),
    ("вступает в силу со дня его официального обнародования", "publication-day", None, None, None),
    ("вступает в силу с 1 июля 2013 г", "fixed-day", None, "2013-07-01", None),
    ("вводится в действие со дня введения в действие Закона", "event-day", None, None, None),
]  # fmt: skip


def check(rule: EntryRule | None, case: Case) -> None:
    _, kind, days, day, from_day = case
    assert rule is not None
    assert (rule.kind, rule.days) == (kind, days)
    printed = (str(one) if one else None for one in (rule.day, rule.from_day))
    assert tuple(printed) == (day, from_day)


@pytest.mark.parametrize("case", KAZAKH, ids=[one[0] for one in KAZAKH])
def test_a_kazakh_rule_of_entry_is_read(tmp_path: Path, case: Case) -> None:
    read = kazakh.act(tmp_path, f"1. Осы шешім {case[0]}.")
    check(read.act.entry, case)
    assert not read.unread


@pytest.mark.parametrize("case", RUSSIAN, ids=[one[0] for one in RUSSIAN])
def test_a_russian_rule_of_entry_is_read(tmp_path: Path, case: Case) -> None:
    read = russian.read(tmp_path, f"1. Настоящее постановление {case[0]}.")
    check(read.act.entry, case)
    assert not read.unread


def test_an_act_may_bring_itself_into_force(tmp_path: Path) -> None:
    order = "1. Ввести настоящее постановление в действие с 1 июля 2013 года."
    entry = russian.read(tmp_path, order).act.entry
    assert entry is not None
    assert (entry.kind, entry.day) == ("fixed-day", date(2013, 7, 1))


def test_an_act_waits_for_the_day_on_which_another_takes_effect(tmp_path: Path) -> None:
    other = "постановления Правительства Республики Казахстан от 5 июля 2013 года № 7"
    order = f"1. Настоящее постановление вводится в действие со дня введения в действие {other}."
    entry = russian.read(tmp_path, order).act.entry
    assert entry is not None
    assert (entry.kind, entry.not_before) == ("event-day", "government-2013-7")


def test_working_days_are_not_counted_as_days_of_the_calendar(tmp_path: Path) -> None:
    order = (
        "1. Настоящее постановление вводится в действие по истечении десяти рабочих дней со дня "
    )
    assert russian.read(tmp_path, f"{order}официального опубликования.").act.entry is None
