"""Rules of entry into force in the words of many years, in both languages; invented."""

from __future__ import annotations

from datetime import date

import pytest
from telling import claims, read_text

from graph.model import ActClaims
from ontology import ELI

REQUISITES = "Приказ Министра финансов Республики Казахстан от 3 марта 2014 года № 7"


def act(language: str, *points: str) -> ActClaims:
    title = "# О мельницах" if language == "ru" else "# Диірмендер туралы"
    return read_text("\n\n".join((title, *points)) + "\n", language, REQUISITES)


@pytest.mark.parametrize(
    ("language", "clause", "kind", "days"),
    [
        (
            "ru",
            "Настоящий приказ вводится в действие по истечении двадцати одного календарного дня "
            "после дня его первого официального опубликования.",
            "days-after-publication",
            21,
        ),
        (
            "ru",
            "Настоящий приказ вводится в действие по истечении шестидесяти календарных дней после "
            "дня его первого официального опубликования.",
            "days-after-publication",
            60,
        ),
        (
            "ru",
            "Настоящее постановление вводится в действие через десять дней после первого "
            "официального опубликования.",
            "days-after-publication",
            10,
        ),
        (
            "ru",
            "Настоящее постановление вводится в действие по истечении шести месяцев со дня "
            "опубликования.",
            "months-after-publication",
            None,
        ),
        (
            "kk",
            "Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік жиырма бір күн өткен "
            "соң қолданысқа енгізіледі.",
            "days-after-publication",
            21,
        ),
        (
            "kk",
            "Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік алпыс күн өткен соң "
            "қолданысқа енгізіледі.",
            "days-after-publication",
            60,
        ),
        (
            "kk",
            "Осы қаулы жарияланған күнінен бастап он күн өткен соң қолданысқа енгізіледі.",
            "days-after-publication",
            10,
        ),
        (
            "kk",
            "Осы қаулы алғашқы ресми жарияланған күнінен кейін алты ай өткен соң қолданысқа "
            "енгізіледі.",
            "months-after-publication",
            None,
        ),
        (
            "kk",
            "Осы бұйрық мемлекеттік тіркеуден өткен күнінен бастап қолданысқа енгізіледі.",
            "registration-day",
            None,
        ),
        (
            "kk",
            "Осы шешім Қазақстан Республикасының әділет органдарында мемлекеттік тіркелген күннен "
            "бастап күшіне енеді.",
            "registration-day",
            None,
        ),
    ],
)
def test_the_rule_and_its_number_are_told(
    language: str, clause: str, kind: str, days: int | None
) -> None:
    entry = act(language, f"1. {clause}").act.entry
    assert entry is not None
    assert (entry.kind, entry.days) == (kind, days)


def test_the_last_item_of_a_point_on_the_act_itself_has_the_rule() -> None:
    held = act(
        "kk",
        "1. Диірмендер тізбесі бекітілсін.",
        "2. Осы бұйрық:",
        "1) 2015 жылғы заң қолданысқа енгізілген күнінен кейін енетін 3-тармақты;",
        "2) 4-тармақты қоспағанда, мемлекеттік тіркеуден өткен күнінен бастап қолданысқа "
        "енгізіледі.",
    )
    assert held.act.entry is not None
    assert held.act.entry.kind == "registration-day"
    assert not any(one.clause.startswith("point_2") for one in held.unread)


def test_a_paragraph_under_a_point_on_the_act_itself_has_the_rule() -> None:
    held = act(
        "kk",
        "1. Диірмендер тізбесі бекітілсін.",
        "2. Осы қаулы:",
        "   2027 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-қосымшаның 2-тармағын "
        "қоспағанда, 2026 жылғы 1 қыркүйектен бастап қолданысқа енгізіледі.",
    )
    assert held.act.entry is not None
    assert held.act.entry.day == date(2026, 9, 1)
    assert not any(one.clause.startswith("point_2") for one in held.unread)


def test_acts_of_the_cabinet_of_ministers_are_repealed() -> None:
    held = act(
        "ru",
        "1. Признать утратившим силу постановление Кабинета Министров Республики Казахстан от 30 "
        'декабря 1991 г. N 818 "О мельницах".',
    )
    keys = [one.object.key for one in claims(held, ELI.repeals) if hasattr(one.object, "key")]
    assert keys == ["cabinet-of-ministers-1991-818"]


def test_a_stamp_may_lack_the_word_for_what_was_done() -> None:
    held = act(
        "kk",
        "1. Қоса беріліп отырған ереже бекітілсін.",
        "```\nҚазақстан Республикасының\nПремьер-Министрі\n```",
        "```\nҚазақстан Республикасы\nҮкіметінің 2014 жылғы\n3 наурыздағы\nN 7 қаулысымен\n```",
        "Қазақстан Республикасының Диірмен агенттігі туралы ереже",
        "1\\. Агенттік туралы.",
    )
    assert (
        held.document.find("app_0__point_1")
        if hasattr(held.document, "find")
        else any(one.eid == "app_0__point_1" for one in held.document.walk())
    )


@pytest.mark.parametrize(
    ("language", "point", "agreed"),
    [
        (
            "ru",
            "1. Утвердить список.",
            "> *«СОГЛАСОВАНО»*  \n> *Министр помола*  \n> *Республики Казахстан*  \n"
            "> *_________________ Б. Диірменов*  \n> *17 ноября 2014 года*",
        ),
        (
            "kk",
            "1. Тізім бекітілсін.",
            '> *"КЕЛІСІЛДІ"*  \n> *Қазақстан Республикасының*  \n> *Помол министрі*  \n'
            "> *_________________ Б. Диірменов*  \n> *2014 жылғы 17 қараша*",
        ),
    ],
)
def test_who_agreed_in_one_block_stands_behind_the_signature(
    language: str, point: str, agreed: str
) -> None:
    who = "**Министр**" if language == "ru" else "**Қаржы министрі**"
    held = act(language, point, who, "**Б. Сұлтанов**", agreed)
    assert [one.eid for one in held.document.walk() if one.eid.startswith("point_1__")] == []
    assert any(one.eid == "signature" for one in held.document.walk())
