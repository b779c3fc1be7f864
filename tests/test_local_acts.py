"""Acts of akims, akimats, maslikhats and ministers: who passed them, what they repeal and change.

The acts are invented, in the forms in which the mirrors keep real ones.
"""

from __future__ import annotations

import pytest
from rdflib import URIRef
from telling import claims, get, read_text

from graph.model import ActClaims, Ref, Source
from graph.names import read_mentions, text_of
from ontology import ELI, SHZ

AKIM = "Решение акима Павлодарской области от 20 августа 2003 года за № 8-140"
DECISION = {
    "ru": "# О мерах\n\nВ соответствии с законом аким области РЕШИЛ:\n\n{rest}\n",
    "kk": "# Шаралар туралы\n\nЗаңға сәйкес облыс әкімі ШЕШІМ қабылдады:\n\n{rest}\n",
}


def decision(rest: str, language: str, requisites: str = AKIM) -> ActClaims:
    return read_text(DECISION[language].format(rest=rest), language, requisites)


def acts(held: ActClaims, predicate: URIRef) -> list[str]:
    return [one.object.key for one in claims(held, predicate) if isinstance(one.object, Ref)]


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


CHAIR = (
    "Приказ Председателя Комитета дорог Министерства транспорта Республики Казахстан "
    "от 9 февраля 2018 года № 66"
)


def test_a_committee_is_known_by_the_order_of_its_head() -> None:
    held = decision("1. Исполнить.", "ru", CHAIR)
    assert held.act.issuer is not None
    assert held.act.issuer.own == "Комитет дорог"
    assert held.act.number == "66"


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


@pytest.mark.parametrize("way", ["путем разделения", "в форме разделения"])
def test_what_is_established_by_a_division_is_one_event(way: str) -> None:
    old, one, two = (f"государственное учреждение «{name}»" for name in ("Алтын", "Ал", "Тын"))
    gone = old.replace("ое учреждение", "ого учреждения")
    held = decision(f"1. Образовать {two} {way} {gone} на {one} и {two}.", "ru")
    kinds = [statement.type for statement in held.statements]
    assert SHZ.Division in kinds
    assert SHZ.Establishment not in kinds
