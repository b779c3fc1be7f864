"""Approvals, duties and designations, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from telling import get, read_text

from graph.model import ActClaims, Mention
from ontology import SHZ

REQUISITES = "Постановление Правительства Республики Казахстан от 9 апреля 2021 года № 7"
END = {
    "ru": "\n\n9. Настоящее постановление вводится в действие со дня его подписания.\n",
    "kk": "\n\n9. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
}
BEGIN = {
    "ru": "# О некоторых вопросах\n\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n\n",
    "kk": "# Кейбір мәселелер туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n",
}


def read(language: str, points: str) -> ActClaims:
    return read_text(BEGIN[language] + points + END[language], language, REQUISITES)


DUTIES = {
    "ru": """1. Департаменту полиции города Астаны обеспечить:

   1) государственную регистрацию настоящего приказа;

   2) официальное опубликование настоящего приказа;

   3) принятие иных мер, вытекающих из настоящего приказа.""",
    "kk": """1. Астана қаласының Полиция департаменті:

   1) осы бұйрықты мемлекеттік тіркеуді;

   2) осы бұйрықты ресми жариялауды;

   3) осы бұйрықтан туындайтын өзге де шараларды қабылдауды қамтамасыз етсін.""",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_each_item_under_one_verb_is_a_duty_of_its_own_kind(language: str) -> None:
    duties = [one for one in read(language, DUTIES[language]).statements if one.type == SHZ.Duty]
    assert [str(get(one, SHZ.dutyKind)).rpartition("/")[2] for one in duties] == [
        "registration",
        "publication",
        "measures",
    ]
    for one in duties:
        told = get(one, SHZ.performedBy)
        assert isinstance(told, Mention)


AUTHORITY = {
    "ru": """1. Создать республиканское государственное учреждение «Академия полиции»
(далее – Академия).

2. Определить Комитет науки Министерства образования и науки Республики Казахстан уполномоченным
органом, осуществляющим руководство деятельностью Академии.

3. Определить основным предметом деятельности Академии:

   1) подготовку специалистов;

   2) ведение научной работы.""",
    "kk": """1. «Полиция академиясы» республикалық мемлекеттік мекемесі
(бұдан әрі – Академия) құрылсын.

2. Қазақстан Республикасы Білім және ғылым министрлігінің Ғылым комитеті Академия қызметіне
басшылықты жүзеге асыратын уәкілетті орган болып белгіленсін.

3. Академия қызметінің негізгі мәні:

   1) мамандар даярлау;

   2) ғылыми жұмыс жүргізу болып белгіленсін.""",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_sector_authority_and_a_subject_of_activity_belong_to_the_body_named(
    language: str,
) -> None:
    act = read(language, AUTHORITY[language])
    (claim,) = [one for one in act.claims if one.predicate == SHZ.sectorAuthority]
    assert isinstance(claim.subject, Mention)
    assert isinstance(claim.object, Mention)
    assert claim.subject.form == "rmm"
    goals = [one for one in act.statements if one.type == SHZ.Competence]
    assert [one.evidence.clause for one in goals] == ["point_3__item_1", "point_3__item_2"]
    assert all(get(one, SHZ.holder) == claim.subject for one in goals)
    assert all(one.evidence.reason == "subject-of-activity" for one in goals)
    assert {"kk": "ғылыми жұмыс жүргізу", "ru": "ведение научной работы"}[language] == str(
        get(goals[1], SHZ.statedText)
    )


def test_an_approval_is_closed_by_the_verb_behind_its_last_item() -> None:
    act = read(
        "kk", "1. Қоса беріліп отырған:\n\n   1) ереже;\n\n   2) ұйымдардың тізбесі бекітілсін."
    )
    approved = [one for one in act.statements if one.type == SHZ.Approval]
    assert [one.evidence.clause for one in approved] == ["point_1__item_1", "point_1__item_2"]
    assert str(get(approved[1], SHZ.statedText)) == "ұйымдардың тізбесі"


def test_who_is_told_to_approve_approves_nothing_here() -> None:
    act = read("ru", "1. Министерству юстиции Республики Казахстан утвердить устав общества.")
    assert not [one for one in act.statements if one.type == SHZ.Approval]


@pytest.mark.parametrize(
    ("language", "points"),
    [
        (
            "ru",
            "1. Правительству:\n\n   1) исключен постановлением Правительства РК от 05.08.2013 "
            "№ 796;\n\n   2) обеспечить порядок.",
        ),
        (
            "kk",
            "1. Мыналар:\n\n   1) алып тасталды - ҚР Үкіметінің 05.08.2013 № 796 қаулысымен;\n\n"
            "   2) тәртіпті қамтамасыз етсін.",
        ),
    ],
)
def test_a_removed_item_of_the_act_itself_is_noted(language: str, points: str) -> None:
    (change,) = read(language, points).act.amendments
    assert (change.target, change.kind, change.by) == (
        "point_1__item_1",
        "repealed",
        "government-2013-796",
    )


def test_older_pages_print_in_brackets_that_a_point_was_repealed() -> None:
    act = read(
        "ru",
        "1. Министерству юстиции Республики Казахстан принять меры.\n\n2. (Пункт 2 утратил силу - "
        "постановлением Правительства РК от 1 июня 2004 г. N 604 )",
    )
    (change,) = act.act.amendments
    assert (change.target, change.kind, change.by, change.day) == (
        "point_2",
        "repealed",
        "government-2004-604",
        date(2004, 6, 1),
    )
    assert not act.unread
