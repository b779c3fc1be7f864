"""What acts of akims, akimats, maslikhats and ministers cite, repeal and were changed by.

The acts are invented, in the forms in which the mirrors keep real ones.
"""

from __future__ import annotations

import pytest
from rdflib import URIRef
from telling import AKIM, CHAIR, claims, decision, read_text

from graph.model import ActClaims, Ref
from ontology import ELI


def acts(held: ActClaims, predicate: URIRef) -> list[str]:
    return [one.object.key for one in claims(held, predicate) if isinstance(one.object, Ref)]


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("ru", "Признать утратившим силу решение Акима области от 15 марта 2002 года N 3-47."),
        (
            "ru",
            "1. Решение акима области от 15.03.2002 г. № 3-47 «О мерах» - признать "
            "утратившим силу.",
        ),
        ("ru", "1. Считать утратившим силу решение акима № 3-47 от 15 марта 2002 года."),
        (
            "ru",
            "1. Решение Акима Павлодарской области от 15 марта 2002 г. № 3-47 отменить.",
        ),
        (
            # The last quote of a title is that of the body which ends it as well.
            "ru",
            '1. Признать утратившим силу решение акима Павлодарской области "Об утверждении '
            'Положения об учреждении "Отдел садов" от 15 марта 2002 года № 3-47.',
        ),
        (
            "ru",
            "1. Признать утратившим силу решение акима Павлодарской области «О создании "
            "государственного учреждения «Отдел садов» от 15 марта 2002 года № 3-47.",
        ),
        (
            "kk",
            "1. «Шаралар туралы» облыс әкімінің 2002 жылғы 15 наурыздағы N 3-47 "
            "шешімінің күші жойылсын.",
        ),
        (
            "kk",
            "1. Облыс әкімінің 2002 жылғы 15-наурыздағы «Шаралар туралы» N 3-47 "
            "(тіркеу N 694) шешімінің күші жойылды деп танылсын.",
        ),
        (
            "kk",
            "1. Облыс әкімінің «Шаралар туралы» 2002 жылғы 15 наурыздағы № 3-47 "
            "шешімінің күші жойылды деп есептелсін.",
        ),
        (
            "kk",
            "1. Павлодар облысы әкімінің 2002 жылғы 15 наурыздағы № 3-47 шешімі "
            "күшін жойған деп танылсын.",
        ),
    ],
)
def test_an_issuer_without_its_place_is_that_of_the_place_of_the_act(
    language: str, clause: str
) -> None:
    assert acts(decision(clause, language), ELI.repeals) == ["pavlodar-akim-2002-3-47"]


def test_an_issuer_of_another_level_is_not_taken_for_that_of_the_act() -> None:
    clause = "1. Признать утратившим силу решение акима района от 15 марта 2002 года № 3."
    assert acts(decision(clause, "ru"), ELI.repeals) == []
    clause = "1. Признать утратившим силу решение областного маслихата от 15 марта 2002 года № 3."
    assert acts(decision(clause, "ru"), ELI.repeals) == ["pavlodar-maslikhat-2002-3"]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (
            "ru",
            "Сноска. Пункт 1 в редакции решения Акима Павлодарской области № 11-414 "
            "от 5 ноября 2004 года.",
        ),
        (
            "ru",
            "Сноска. Пункт 1 в редакции решения и.о. акима Павлодарской области от "
            "05.11.2004 № 11-414.",
        ),
        (
            "kk",
            "Ескерту. 1-тармақ жаңа редакцияда - Павлодар облысы әкімінің 2004 жылғы "
            "5 қарашадағы № 11-414 шешімімен.",
        ),
        (
            "kk",
            "Ескерту. 1-тармақ жаңа редакцияда - Павлодар облысы әкімінің м.а. "
            "05.11.2004 № 11-414 шешімімен.",
        ),
    ],
)
def test_notes_name_the_act_by_number_and_day_in_any_order(language: str, note: str) -> None:
    held = decision(f"1. Орындалсын.\n\n> *{note}*", language)
    changed = [(one.target, one.by) for one in held.act.amendments]
    assert changed == [("point_1", "pavlodar-akim-2004-11-414")]


def test_the_preamble_names_its_acts_with_a_short_word_for_the_year() -> None:
    text = (
        "# О мерах\n\nВо исполнение Указа Президента Республики Казахстан, имеющего силу Закона, "
        "от 6 марта 1995 г. № 3393 «О мерах», распоряжения Премьер-Министра Республики Казахстан "
        "от 25.03.1997г. № 77-р аким области решил:\n\n1. Исполнить.\n"
    )
    held = read_text(text, "ru", AKIM)
    assert acts(held, ELI.based_on) == ["president-1995-3393", "prime-minister-1997-77-r"]


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        (
            "ru",
            "1. Признать утратившим силу приказ и.о. председателя Комитета дорог Министерства "
            "транспорта Республики Казахстан от 5 мая 2015 года № 7.",
        ),
        (
            "kk",
            "1. Қазақстан Республикасы Көлік министрлігі Жолдар комитеті төрағасының м.а. "
            "2015 жылғы 5 мамырдағы № 7 бұйрығының күші жойылды деп танылсын.",
        ),
    ],
)
def test_an_order_of_the_head_of_a_committee_is_repealed(language: str, clause: str) -> None:
    (key,) = acts(decision(clause, language, CHAIR), ELI.repeals)
    assert key.endswith("-2015-7")


def test_kazakh_laws_are_cited_with_their_day_before_the_country() -> None:
    text = (
        "# Шаралар туралы\n\n«Жолдар туралы» 2001 жылғы 23 қаңтардағы Қазақстан Республикасы "
        "Заңының 31-бабына, «Көпірлер туралы» Қазақстан Республикасы Заңының 2-бабына сәйкес "
        "облыс әкімі ШЕШТІ:\n\n1. Орындалсын.\n"
    )
    assert acts(read_text(text, "kk", AKIM), ELI.based_on) == [
        "law-2001-01-23-zholdar-turaly",
        "law-kopirler-turaly",
    ]


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        (
            "ru",
            "1. Признать утратившими силу следующие решения областного маслихата:\n\n"
            "   «О мерах» от 15 декабря 2005 года № 15-10 (опубликовано 12 января 2006 года "
            "в газете «Ойын» № 7);\n\n"
            "   от 23 января 2008 года № 5-9 «О внесении изменений в решение «О мерах».",
        ),
        (
            "ru",
            "1. Признать утратившими силу решения Павлодарского областного маслихата:\n\n"
            "   1) № 15-10 от 15.12.2005 года «О мерах»;\n\n   2) № 5-9 от 23.01.2008 года.",
        ),
        (
            "kk",
            "1. Облыстық мәслихаттың мына шешімдерінің күші жойылды деп танылсын:\n\n"
            "   «Шаралар туралы» 2005 жылғы 15 желтоқсандағы № 15-10 (2006 жылғы 12 қаңтарда "
            "«Ойын» газетінің № 7 санында жарияланған);\n\n"
            "   «Облыстық мәслихаттың «Шаралар туралы» шешіміне өзгерістер енгізу туралы» "
            "2008 жылғы 23 қаңтардағы № 5-9.",
        ),
    ],
)
def test_acts_named_by_day_and_number_are_of_the_issuer_told_above_them(
    language: str, clause: str
) -> None:
    held = decision(clause, language)
    assert acts(held, ELI.repeals) == [
        "pavlodar-maslikhat-2005-15-10",
        "pavlodar-maslikhat-2008-5-9",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "1. Отменить решение акима области «О мерах» от 15 марта 2002 года № 3-47.",
        "1. Отменить решение акима Павлодарской области «О мерах» от 15.03.2002 г. № 3-47.",
    ],
)
def test_a_title_may_stand_between_the_issuer_and_the_day(clause: str) -> None:
    assert acts(decision(clause, "ru"), ELI.repeals) == ["pavlodar-akim-2002-3-47"]
