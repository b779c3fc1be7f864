"""Rows that an act takes out of, puts in, or rewords in the list of another; all acts invented."""

from __future__ import annotations

from datetime import date

import pytest
from patching import record_of_acts
from telling import read_text

from graph.build.report import not_held
from graph.dataset import HeldStatement, Record
from graph.findings import find
from graph.model import ActClaims, Mention
from graph.time import answer
from ontology import ELI, SHZ, code

DAYS = {1: "9 апреля 2010", 2: "5 мая 2012", 3: "7 июня 2014"}
KK_DAYS = {1: "2010 жылғы 9 сәуірдегі", 2: "2012 жылғы 5 мамырдағы", 3: "2014 жылғы 7 маусымдағы"}

BASE = {
    "ru": """# Вопросы Министерства туризма Республики Казахстан

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Утвердить прилагаемый перечень организаций, находящихся в ведении Министерства туризма
Республики Казахстан.

2. Настоящее постановление вводится в действие со дня подписания.

> *Утвержден*
> *постановлением Правительства*
> *Республики Казахстан*
> *от 9 апреля 2010 года № 1*

## Перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан

## 1. Государственные учреждения

1. Государственное учреждение «Музей воды».

2. Государственное учреждение «Музей камня».

## 2. Казенные предприятия

3. Государственное казенное предприятие «Дом отдыха «Кайнар».
""",
    "kk": """# Қазақстан Республикасы Туризм министрлігінің мәселелері

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың
тізбесі бекітілсін.

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.

> *Қазақстан Республикасы*
> *Үкіметінің*
> *2010 жылғы 9 сәуірдегі*
> *№ 1 қаулысымен*
> *бекітілген*

## Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесі

## 1. Мемлекеттік мекемелер

1. «Су мұражайы» мемлекеттік мекемесі.

2. «Тас мұражайы» мемлекеттік мекемесі.

## 2. Қазыналық кәсіпорындар

3. «Қайнар» демалыс үйі» мемлекеттік қазыналық кәсіпорны.
""",
}

EDIT = {
    "ru": """# О некоторых вопросах Министерства туризма Республики Казахстан

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Внести в постановление Правительства Республики Казахстан от 9 апреля 2010 года № 1 «Вопросы
Министерства туризма Республики Казахстан» следующие изменения и дополнение:

в перечне организаций, находящихся в ведении Министерства туризма Республики Казахстан,
утвержденном указанным постановлением:

в разделе «1. Государственные учреждения»:

строку, порядковый номер 1, исключить;

строку, порядковый номер 2, изложить в следующей редакции:

«2. Государственное учреждение «Музей камня и глины».»;

дополнить строкой, порядковый номер 2-1, следующего содержания:

«2-1. Государственное учреждение «Музей песка».».

2. Настоящее постановление вводится в действие со дня подписания.
""",
    "kk": """# Қазақстан Республикасы Туризм министрлігінің кейбір мәселелері

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Қазақстан Республикасы Туризм министрлігінің мәселелері» туралы Қазақстан Республикасы
Үкіметінің 2010 жылғы 9 сәуірдегі № 1 қаулысына мынадай өзгерістер мен толықтыру енгізілсін:

көрсетілген қаулымен бекітілген Қазақстан Республикасы Туризм министрлігінің қарамағындағы
ұйымдардың тізбесінде:

«1. Мемлекеттік мекемелер» деген бөлімде:

реттік нөмірі 1-жол алып тасталсын;

реттік нөмірі 2-жол мынадай редакцияда жазылсын:

«2. «Тас және балшық мұражайы» мемлекеттік мекемесі.»;

мынадай мазмұндағы реттік нөмірі 2-1-жолмен толықтырылсын:

«2-1. «Құм мұражайы» мемлекеттік мекемесі.».

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
""",
}

LATER = {
    "ru": EDIT["ru"].partition("строку, порядковый номер 1")[0]
    + "строку, порядковый номер 2-1, исключить.\n\n2. Настоящее постановление вводится в действие "
    + "со дня подписания.\n",
    "kk": EDIT["kk"].partition("реттік нөмірі 1-жол")[0]
    + "реттік нөмірі 2-1-жол алып тасталсын.\n\n2. Осы қаулы қол қойылған күнінен бастап "
    + "қолданысқа енгізіледі.\n",
}
NAMES = {
    "ru": ("Музей воды", "Музей камня", "Кайнар", "Музей камня и глины", "Музей песка"),
    "kk": ("Су мұражайы", "Тас мұражайы", "Қайнар", "Тас және балшық мұражайы", "Құм мұражайы"),
}


def read(text: str, language: str, number: int) -> ActClaims:
    requisites = (
        f"Постановление Правительства Республики Казахстан от {DAYS[number]} года № {number}"
    )
    return read_text(text, language, requisites)


def record(language: str, *texts: str, numbers: tuple[int, ...] = (1, 2, 3)) -> Record:
    told = zip(texts, numbers, strict=False)
    return record_of_acts([read(text, language, number) for text, number in told])


def entries(held: Record) -> dict[str, HeldStatement]:
    """Each entry by the name of its body, quotes and form apart."""
    found = {}
    for one in held.statements:
        if one.type == SHZ.ListEntry:
            body = next(value for name, value in one.properties if name == SHZ.entryFor)
            found[str(body).rsplit("/", 1)[1]] = one
    return found


def rows_on(held: Record, day: date) -> list[str]:
    """The printed numbers of the rows that certainly stand in a list on a day."""
    return sorted(
        str(next(value for name, value in one.properties if name == SHZ.number))
        for one in entries(held).values()
        if one.bounds and answer(one.bounds, day).value == "yes"
    )


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_edit_says_which_rows_of_which_list_it_changes(language: str) -> None:
    act = read(EDIT[language], language, 2)
    edits = []
    for one in act.statements:
        if one.type == SHZ.Edit:
            said: dict[str, list[str]] = {}
            for name, value in one.properties:
                said.setdefault(str(name).rpartition("#")[2], []).append(str(value))
            edits.append(
                (said["editKind"][0].rpartition("/")[2], said["editedRow"], said["section"])
            )
            assert ("Министерства туризма" if language == "ru" else "Туризм министрлігінің") in (
                said["editedList"][0]
            )
    section = {"ru": "1. Государственные учреждения", "kk": "1. Мемлекеттік мекемелер"}[language]
    assert edits == [
        ("remove", ["1"], [section]),
        ("reword", ["2"], [section]),
        ("add", ["2-1"], [section]),
    ]
    assert act.unread == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_rows_that_an_edit_makes_name_bodies_under_the_owner_of_the_list(language: str) -> None:
    act = read(EDIT[language], language, 2)
    listed = {
        claim.subject.own: claim.object.whole
        for claim in act.claims
        if claim.basis == "list"
        and isinstance(claim.subject, Mention)
        and isinstance(claim.object, Mention)
    }
    ministry = {
        "ru": "Министерство туризма Республики Казахстан",
        "kk": "Қазақстан Республикасы Туризм министрлігі",
    }
    assert listed == dict.fromkeys(NAMES[language][3:], ministry[language])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_edit_of_a_row_founds_renames_or_ends_a_body(language: str) -> None:
    assert not [
        one for one in read(EDIT[language], language, 2).statements if one.key.startswith("event/")
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_rows_of_a_held_list_follow_its_edits(language: str) -> None:
    held = record(language, BASE[language], EDIT[language], LATER[language])
    assert rows_on(held, date(2011, 1, 1)) == ["1", "2", "3"]
    assert rows_on(held, date(2013, 1, 1)) == ["2", "2-1", "3"]
    assert rows_on(held, date(2015, 1, 1)) == ["2", "3"]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_new_row_stands_in_the_list_of_the_edited_act(language: str) -> None:
    held = record(language, BASE[language], EDIT[language])
    lists = {
        value
        for one in entries(held).values()
        for name, value in one.properties
        if name == SHZ.list
    }
    assert lists == {held.iris.clause("government-2010-1", "app_0")}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_being_under_the_owner_ends_with_the_row_and_the_body_goes_on(language: str) -> None:
    held = record(language, BASE[language], EDIT[language])
    gone = next(one for one in held.claims if one.basis == "list")
    assert gone.bounds is not None
    assert answer(gone.bounds, date(2011, 1, 1)).value == "yes"
    assert answer(gone.bounds, date(2013, 1, 1)).value == "no"
    others = [one for one in held.claims if one.subject == gone.subject and one.basis != "list"]
    assert others
    assert all(one.bounds is None or one.bounds.ends_not_after is None for one in others)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_edit_of_an_act_that_is_not_held_is_told_and_its_rows_stand_in_the_act(
    language: str,
) -> None:
    held = record(language, EDIT[language], LATER[language], numbers=(2, 3))
    act = held.iris.act("government-2010-1")
    told = [one for one in held.statements if one.type == SHZ.Edit]
    assert {(SHZ.ofAct, act)} <= {pair for one in told for pair in one.properties}
    assert {(SHZ.list, act)} <= {pair for one in entries(held).values() for pair in one.properties}
    assert rows_on(held, date(2013, 1, 1)) == ["2", "2-1"]
    assert rows_on(held, date(2015, 1, 1)) == ["2"]
    assert any(one.predicate == ELI.amends and one.object == act for one in held.claims)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_edit_of_another_list_or_section_touches_no_row(language: str) -> None:
    other = {
        "ru": EDIT["ru"].replace("1. Государственные учреждения", "2. Казенные предприятия"),
        "kk": EDIT["kk"].replace("1. Мемлекеттік мекемелер", "2. Қазыналық кәсіпорындар"),
    }[language]
    held = record(language, BASE[language], other)
    assert rows_on(held, date(2013, 1, 1)) == ["1", "2", "2", "2-1", "3"]
    another = {
        "ru": EDIT["ru"].replace(
            "организаций, находящихся в ведении Министерства туризма Республики Казахстан,",
            "водных объектов особого значения,",
        ),
        "kk": EDIT["kk"].replace(
            "Қазақстан Республикасы Туризм министрлігінің қарамағындағы\nұйымдардың тізбесінде",
            "Ерекше маңызы бар су объектілерінің тізбесінде",
        ),
    }[language]
    assert rows_on(record(language, BASE[language], another), date(2013, 1, 1)) == ["1", "2", "3"]


def test_a_list_given_anew_ends_all_rows_of_the_one_before() -> None:
    text = (
        EDIT["ru"].partition("в перечне организаций")[0]
        + """перечень организаций, находящихся в
ведении Министерства туризма Республики Казахстан, изложить в следующей редакции:

«Перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан

1. Государственное учреждение «Музей песка».».

2. Настоящее постановление вводится в действие со дня подписания.
"""
    )
    held = record("ru", BASE["ru"], text)
    assert [rows_on(held, date(year, 1, 1)) for year in (2011, 2013)] == [list("123"), ["1"]]


def test_words_changed_inside_of_rows_take_no_row_out() -> None:
    text = EDIT["ru"].replace(
        "строку, порядковый номер 1, исключить;",
        "в строке, порядковый номер 1, слова «Музей воды» исключить;",
    )
    held = record("ru", BASE["ru"], text)
    assert "1" in rows_on(held, date(2013, 1, 1))


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("строки, порядковые номера 5 и 6, исключить;", ["5", "6"]),
        ("строки, порядковые номера 470-3; 470-47, исключить;", ["470-3", "470-47"]),
        ("строки, порядковые номера с 5 по 8, исключить;", ["5", "6", "7", "8"]),
        (
            "строку, порядковый номер 20, 21-3 АО «Кайнар 7», 21-33, исключить;",
            ["20", "21-3", "21-33"],
        ),
        ("строки, порядковые номера 7-1 - 7-3, 9, исключить;", ["7-1", "7-2", "7-3", "9"]),
        ("строки, порядковые номера 50-51, 60-61, 74, исключить;", ["50", "51", "60", "61", "74"]),
        ("строки, порядковые номера 21-72, 21-73, исключить;", ["21-72", "21-73"]),
        ("строку, порядковый номер 21-204, исключить;", ["21-204"]),
        ("пункты 3 и 4 исключить;", ["3", "4"]),
    ],
)
def test_numbers_of_rows_are_read_as_they_are_printed(words: str, numbers: list[str]) -> None:
    text = EDIT["ru"].replace("строку, порядковый номер 1, исключить;", words)
    edit = next(one for one in read(text, "ru", 2).statements if one.type == SHZ.Edit)
    assert (SHZ.editKind, code("edit-kinds", "remove")) in edit.properties
    assert [str(value) for name, value in edit.properties if name == SHZ.editedRow] == numbers


def hits(held: Record) -> list[tuple[str, int]]:
    """What findings say of edits, and of how many clauses."""
    return [(one.rule, len(one.spans)) for one in find(held) if one.rule.startswith("edited-")]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_list_that_is_not_held_and_a_row_that_it_lacks_are_findings(language: str) -> None:
    alone = record(language, EDIT[language], numbers=(2,))
    assert hits(alone) == [("edited-list-not-held", 3)]
    assert not_held(alone) == ("government-2010-1",)
    assert hits(record(language, BASE[language], EDIT[language])) == []
    number = {"ru": "порядковый номер 1,", "kk": "реттік нөмірі 1-жол"}[language]
    other = EDIT[language].replace(number, number.replace("1", "9"))
    assert hits(record(language, BASE[language], other)) == [("edited-row-absent", 1)]
