"""Acts of akims, akimats, maslikhats and ministers: who passed them, and how they are printed.

The acts are invented, in the forms in which the mirrors keep real ones.
"""

from __future__ import annotations

import pytest
from rdflib import URIRef
from telling import AKIM, CHAIR, claims, decision, get, read_text

from graph.model import Source
from graph.names import read_mentions, text_of
from ontology import SHZ


@pytest.mark.parametrize(
    ("words", "name", "place"),
    [
        ("акимат города Астаны ПОСТАНОВЛЯЕТ:", "акимат города Астаны", "город Астана"),
        ("маслихат города Шымкент РЕШИЛ:", "маслихат города Шымкент", "город Шымкент"),
        ("акимат района Шал акына решил", "акимат района Шал акына", "район Шал акына"),
        ("маслихат города Шымкент Б. Ойданов", "маслихат города Шымкент", "город Шымкент"),
        ("Аким области В. Ойданов", "Аким области", None),
        ("акимат города Алматы П О С Т А Н О В Л Я Е Т", "акимат города Алматы", "город Алматы"),
        ("решение Акима области № 7-179 от", "Аким области", None),
        ("задачи, возложенные на Ревизионную комиссию задач", "Ревизионная комиссия", None),
    ],
)
def test_what_stands_behind_a_local_body_is_no_part_of_its_name(
    words: str, name: str, place: str | None
) -> None:
    (one,) = read_mentions(text_of(words), Source("", "", ""), "ru")
    assert (one.whole, one.place) == (name, place)


def test_a_place_in_capitals_is_one_behind_a_noun_in_capitals() -> None:
    (one,) = read_mentions(text_of("АКИМАТ ГОРОДА АСТАНЫ"), Source("", "", ""), "ru")
    assert str(one.place).lower() == "город астана"


@pytest.mark.parametrize(
    "word", ["ШЕШІМ қабылдады:", "шешім етті:", "шешім қабылдады:", "қаулы етті:"]
)
def test_kazakh_enacting_words_may_be_printed_in_letters_of_any_size(word: str) -> None:
    text = f"# Шаралар туралы\n\nЗаңға сәйкес облыс әкімі {word}\n\n1. Орындалсын.\n"
    held = read_text(text, "kk", AKIM)
    assert [one.eid for one in held.document.parts] == ["title", "preamble", "point_1"]


@pytest.mark.parametrize(
    "title",
    [
        "1999 жылғы 10 маусымдағы № 6-188 шешімінің күшін жою туралы",
        "Облыс әкімінің 1999 жылғы 10 маусымдағы № 6-188 шешіміне өзгеріс енгізу туралы",
    ],
)
def test_a_title_that_names_another_act_holds_no_requisites(title: str) -> None:
    text = f"# {title}\n\nЗаңға сәйкес облыс әкімі ШЕШТІ:\n\n1. Орындалсын.\n"
    held = read_text(text, "kk", AKIM)
    assert (held.act.key, held.act.title) == ("pavlodar-akim-2003-8-140", title)


@pytest.mark.parametrize(
    ("requisites", "key"),
    [
        (AKIM, "pavlodar-akim-2003-8-140"),
        (
            "Решение маслихата города Шымкент от 3 июля 2019 г. № 7/60-VI",
            "shymkent-maslikhat-2019-7-60-vi",
        ),
        (
            "Постановление акимата Павлодарской области № 12 от 3 июля 2019 года",
            "pavlodar-akimat-2019-12",
        ),
        (
            "Приказ и.о. Министра юстиции Республики Казахстан от 3 июля 2019 года № 60",
            "minister-of-justice-2019-60",
        ),
        (
            "Приказ исполняющего обязанности Министра юстиции Республики Казахстан "
            "от 3 июля 2019 года № 60",
            "minister-of-justice-2019-60",
        ),
    ],
)
def test_requisites_are_read_in_every_print(requisites: str, key: str) -> None:
    assert decision("1. Исполнить.", "ru", requisites).act.key == key


def test_a_stamp_may_end_with_a_short_word_for_the_year() -> None:
    rest = (
        "1. Исполнить.\n\n**Аким области**\n\n**В. Ойданов**\n\n> *Приложение № 2*  \n"
        "> *к решению Акима области*  \n> *№ 7-179 от 19 июля 2002г.*\n\n# "
        "Положение\n\n1. Первое.\n"
    )
    eids = [one.eid for one in decision(rest, "ru").document.walk()]
    assert eids[-4:] == ["app_2", "app_2__stamp", "app_2__heading", "app_2__point_1"]


@pytest.mark.parametrize(
    ("language", "clause", "who"),
    [
        (
            "ru",
            "Контроль за исполнением настоящего решения возложить на заместителя "
            "акима В. Ойданова.",
            "заместителя акима В. Ойданова",
        ),
        ("ru", "Контроль за выполнением решения возлагаю на себя.", "себя"),
        (
            "kk",
            "Осы шешімнің атқарылуын бақылау әкімнің орынбасары В. Ойдановқа жүктелсін.",
            "әкімнің орынбасары В. Ойдановқа",
        ),
    ],
)
def test_control_names_whole_whom_it_is_laid_on(language: str, clause: str, who: str) -> None:
    (duty,) = (one for one in decision(f"1. {clause}", language).statements if one.type == SHZ.Duty)
    assert str(get(duty, SHZ.controlAssignedTo)) == who


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("в ведение управления образования Павлодарской области", "управление образования"),
        (
            "отделу архитектуры и строительства города Экибастуза",
            "отдел архитектуры и строительства",
        ),
        ("управление государственным имуществом Павлодарской области", None),
        ("схема местного управления Павлодарской области", None),
        (
            "начальник отдела кадров Министерства юстиции Республики Казахстан",
            "Министерство юстиции",
        ),
    ],
)
def test_a_department_in_small_letters_is_told_by_its_task_and_place(
    words: str, name: str | None
) -> None:
    found = [one.whole for one in read_mentions(text_of(words), Source("", "", ""), "ru")]
    assert [one.startswith(name or "?") for one in found] == [True] * (name is not None)


def test_a_committee_is_known_by_the_order_of_its_head() -> None:
    held = decision("1. Исполнить.", "ru", CHAIR)
    assert held.act.issuer is not None
    assert held.act.issuer.own == "Комитет дорог"
    assert held.act.number == "66"


def test_an_issuer_of_no_known_kind_gives_the_key_by_its_words() -> None:
    held = decision("1. Исполнить.", "ru", "Решение Наблюдательной палаты от 5 мая 2015 года № 7")
    assert (held.act.key, held.act.issuer) == ("nablyudatelnoi-palaty-2015-7", None)


@pytest.mark.parametrize(
    ("language", "lines", "signed"),
    [
        ("ru", ["**Секретарь маслихата**", "**______А.Ойданов**"], "А.Ойданов"),
        (
            "ru",
            [
                "*Аким города А. ОЙДАНОВ*",
                "*Заместитель Ойлы К.Ж.*",
                "*Директор Департамента*",
                "*дорог Ойлы В.А.*",
            ],
            "А. ОЙДАНОВ",
        ),
        ("kk", ["**Облыстық мәслихаттың хатшысы**", "**___________А. Ойданов**"], "А. Ойданов"),
    ],
)
def test_signatures_of_several_on_lines_are_one_part(
    language: str, lines: list[str], signed: str
) -> None:
    held = decision("1. Орындалсын.\n\n" + "\n\n".join(lines), language)
    assert [one.eid for one in held.document.parts][-2:] == ["point_1", "signature"]
    assert [str(one.object) for one in claims(held, SHZ.signedBy)] == [signed]


def test_a_kazakh_appendix_approved_by_a_decision_stands_under_its_own_stamp() -> None:
    rest = (
        "1. Бекітілсін.\n\n**Мәслихат хатшысы**\n\n**___А. Ойданов**\n\n"
        "> *Павлодар облыстық мәслихатының 2015*  \n> *жылғы «27» наурыздағы № 43-250*  \n"
        "> *шешімімен бекітілген қосымша*\n\n# Ереже\n\n1. Бірінші.\n"
    )
    eids = [one.eid for one in decision(rest, "kk").document.walk()]
    assert eids[-5:] == ["signature", "app_0", "app_0__stamp", "app_0__heading", "app_0__point_1"]


@pytest.mark.parametrize("way", ["путем разделения", "в форме разделения"])
def test_what_is_established_by_a_division_is_one_event(way: str) -> None:
    old, one, two = (f"государственное учреждение «{name}»" for name in ("Алтын", "Ал", "Тын"))
    gone = old.replace("ое учреждение", "ого учреждения")
    held = decision(f"1. Образовать {two} {way} {gone} на {one} и {two}.", "ru")
    kinds = [statement.type for statement in held.statements]
    assert SHZ.Division in kinds
    assert SHZ.Establishment not in kinds


def test_numbers_may_begin_with_the_letter_of_a_register() -> None:
    requisites = "Постановление акимата Аккольского района от 25 октября 2019 года № А-10/299"
    held = decision("1. Исполнить.", "ru", requisites)
    assert held.act.key == "akkol-district-akimat-2019-a-10-299"


def test_the_organ_that_governs_an_enterprise_is_its_authority() -> None:
    words = "государственное учреждение «Отдел культуры города Павлодара»"
    held = decision(
        "1. Создать государственное коммунальное казенное предприятие «Ойын» (далее – "
        f"Предприятие).\n\n2. Определить органом управления Предприятием {words}.",
        "ru",
    )
    (one,) = claims(held, SHZ.sectorAuthority)
    assert getattr(one.object, "whole", None) == words


@pytest.mark.parametrize(
    ("language", "words", "name", "place"),
    [
        (
            "ru",
            "акимат Сарыаркинского района города Астаны ПОСТАНОВЛЯЕТ",
            "акимат Сарыаркинского района города Астаны",
            "Сарыаркинский район",
        ),
        (
            "ru",
            "акимат района «Сарыарка» города Астаны решил",
            "акимат района «Сарыарка» города Астаны",
            "район Сарыарка",
        ),
        (
            "kk",
            "Астана қаласы «Сарыарқа» ауданы әкімдігінің «Ойын» коммуналдық мемлекеттік мекемесі",
            "Астана қаласы «Сарыарқа» ауданы әкімдігінің «Ойын» коммуналдық мемлекеттік мекемесі",
            "«Сарыарқа» ауданы",
        ),
        (
            "kk",
            "Астана қаласы «Сарыарқа» ауданы әкімдігінің «Ойын» клубы» мемлекеттік мекемесі",
            "Астана қаласы «Сарыарқа» ауданы әкімдігінің «Ойын» клубы» мемлекеттік мекемесі",
            "«Сарыарқа» ауданы",
        ),
    ],
)
def test_a_place_lies_in_the_one_behind_it(
    language: str, words: str, name: str, place: str
) -> None:
    (one,) = read_mentions(text_of(words), Source("", "", ""), language)
    assert (one.whole, one.place) == (name, place)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ru", "Аким области  А. Ойы\n\n«СОГЛАСОВАНО»\n\nНачальник отдела\n\n14 мая 2012 г."),
        ("kk", "Облыс әкімі  А. Ойы\n\nКЕЛІСІЛДІ:\n\nБөлім бастығы\n\n2012 жылғы 14 мамыр"),
        ("ru", "*Аким района «Сарыарка»*  \n*города Нур-Султана А. Ойы*"),
    ],
)
def test_those_with_whom_an_act_was_agreed_sign_behind_it(language: str, lines: str) -> None:
    held = decision(f"1. Орындалсын.\n\n{lines}", language)
    assert [one.eid for one in held.document.parts][-2:] == ["point_1", "signature"]
    assert [str(one.object) for one in claims(held, SHZ.signedBy)] == ["А. Ойы"]


@pytest.mark.parametrize(
    ("language", "clause", "kind"),
    [
        (
            "kk",
            "1. Қайта құрылсын:\n\n   1) «Ал» мемлекеттік мекемесі «Тын» коммуналдық мемлекеттік "
            "мекемесі болып;\n\n   2) «Ойын» мемлекеттік мекемесі «Той» коммуналдық мемлекеттік "
            "мекемесі болып.",
            SHZ.Conversion,
        ),
        (
            "kk",
            "1. «Ал» мемлекеттік мекемесі функциялары «Тын» мемлекеттік мекемесіне беріліп, "
            "таратылсын.",
            SHZ.Liquidation,
        ),
        (
            "kk",
            "1. «Кітапхана» мемлекеттік мекемесіне Алып Ойыновтың есімі берілсін және ол «Алып "
            "Ойынов атындағы кітапхана» мемлекеттік мекемесі деп аталсын.",
            SHZ.Renaming,
        ),
        (
            "ru",
            "1. Присвоить государственному учреждению «Библиотека» имя Алыпа Ойынова и впредь "
            "именовать его государственное учреждение «Библиотека имени Алыпа Ойынова».",
            SHZ.Renaming,
        ),
    ],
)
def test_deeds_of_akimats_in_forms_of_their_own(language: str, clause: str, kind: URIRef) -> None:
    kinds = [one.type for one in decision(clause, language).statements]
    assert kinds.count(kind) == clause.count("2)") + 1
