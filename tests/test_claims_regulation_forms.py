"""Regulations and limits of staff in the forms of several years, in both languages; invented."""

from __future__ import annotations

import pytest
from telling import claims, competences, get, read_text

from graph.model import ActClaims, Mention, Ref
from ontology import ELI, LOCN, ORG, ROV, SHZ

PAGES = {
    "ru": """# Об утверждении Положения об Агентстве мельниц

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Утвердить прилагаемое {what}.

> *Утверждено*
> *постановлением Правительства*
> *Республики Казахстан*
> *от 3 марта 2014 года № 7*

""",
    "kk": """# Диірмен агенттігі туралы ережені бекіту туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған {what} бекітілсін.

> *Қазақстан Республикасы*
> *Үкіметінің*
> *2014 жылғы 3 наурыздағы*
> *№ 7 қаулысымен*
> *бекітілген*

""",
}
HEADINGS = {
    "ru": "## Положение об Агентстве Республики Казахстан по мельницам\n\n",
    "kk": "## Қазақстан Республикасының Диірмен агенттігі туралы ереже\n\n",
}


def read(language: str, *parts: str, heading: str | None = None) -> ActClaims:
    requisites = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 7"
    top = PAGES[language].format(what="Положение" if language == "ru" else "ереже")
    head = HEADINGS[language] if heading is None else heading
    return read_text(top + head + "\n\n".join(parts) + "\n", language, requisites)


def test_a_paragraph_between_items_heads_those_after_it() -> None:
    act = read(
        "ru",
        "11. Основными задачами Агентства являются:",
        "    1) учет мельниц;",
        "    2) надзор.",
        "    Агентство в установленном порядке осуществляет следующие функции:",
        "    1) стратегические функции, обеспечивающие политику:",
        "    выработка политики помола;",
        "    защита зерна;",
        "    2) функции по надзору:",
        "    осмотр жерновов.",
    )
    assert competences(act) == [
        ("task", "1", "учет мельниц"),
        ("task", "2", "надзор"),
        ("function", "1", "выработка политики помола"),
        ("function", "2", "защита зерна"),
        ("function", "1", "осмотр жерновов"),
    ]


@pytest.mark.parametrize(
    ("language", "point", "status"),
    [
        ("kk", "1. Диірмен агенттігі (бұдан әрі – Агенттік) мемлекеттік орган болып табылады.",
         "мемлекеттік орган"),
        ("kk", "1. Диірмен агенттігі (бұдан әрі – Агенттік) бірыңғай жүйеге кіретін Министрліктің "
               "аумақтық органы болып табылады.", "Министрліктің аумақтық органы"),
        ("ru", "1. Агентство является государственным органом, осуществляющим учет мельниц.",
         "государственный орган"),
        ("ru", "1. Агентство является местным органом Министерства зерна Республики Казахстан и "
               "входит в систему.", "местный орган Министерства зерна Республики Казахстан"),
    ],
)  # fmt: skip
def test_what_a_body_is_stands_behind_its_term(language: str, point: str, status: str) -> None:
    act = read(language, point)
    assert [str(one.object) for one in claims(act, SHZ.legalStatus)] == [status]


def test_a_sphere_may_stand_behind_other_deeds() -> None:
    act = read(
        "ru",
        "1. Агентство является центральным исполнительным органом, осуществляющим в пределах, "
        "установленных законом, контрольные функции, а также межотраслевую координацию в сфере "
        "помола зерна.",
    )
    assert [str(one.object) for one in claims(act, SHZ.leadsSphere)] == ["помола зерна"]


@pytest.mark.parametrize(
    ("language", "point"),
    [
        ("kk", "21. Агенттіктің жедел басқару құқығындағы оқшауланған мүлкі болуы мүмкін."),
        ("kk", "21. Агенттіктің оқшауланған мүлкі жедел басқару құқығында болады."),
        ("ru", "21. Агентство имеет на праве оперативного управления обособленное имущество."),
    ],
)
def test_the_right_to_the_property_is_told(language: str, point: str) -> None:
    (right,) = claims(read(language, point), SHZ.propertyRight)
    assert str(right.object).endswith("/operative-management")


def test_an_address_goes_on_in_the_next_paragraph() -> None:
    act = read(
        "ru", "7. Юридический адрес Агентства: Индекс 010000,", "   город Астана, улица Зерна, 4."
    )
    (address,) = [one for one in act.statements if one.type == LOCN.Address]
    assert str(get(address, LOCN.fullAddress)) == "Индекс 010000, город Астана, улица Зерна, 4"
    assert len(address.evidence.ranges) == 2


LIMITS = {
    "ru": "## Лимиты штатной численности государственных учреждений\n\n",
    "kk": "## Мемлекеттік мекемелер штат санының лимиттері\n\n",
}
LINE = "_" * 40


def limits(act: ActClaims) -> list[tuple[str, str]]:
    found = [one for one in act.statements if one.type == SHZ.StaffLimit]
    bodies = [(get(one, SHZ.limitOf), str(get(one, SHZ.unitCount))) for one in found]
    return [(one.whole if isinstance(one, Mention) else "", count) for one, count in bodies]


def drawn(*rows: str) -> str:
    """A table drawn with lines, a paragraph for each line of a row."""
    return f"\n\n{LINE}\n\n".join(("", *(row.replace("\n", "\n\n") for row in rows), ""))


def test_rows_of_a_table_drawn_with_lines_are_limits() -> None:
    table = drawn(
        "N Атауы Штат санының лимиті", "1 2 3", "## 1 Ұн министрлігі",
        "Диірмен сараптамасы\nорталығы 84", "Ұлттық жармалар питомнигі 18\n-сынақ алаңы",
        "\"Тас\" қорығы 71*",
    )  # fmt: skip
    assert limits(read("kk", table, heading=LIMITS["kk"])) == [
        ("Диірмен сараптамасы орталығы", "84"),
        ("Ұлттық жармалар питомнигі -сынақ алаңы", "18"),
        ("«Тас» қорығы", "71"),
    ]


def test_lines_between_other_words_draw_no_table() -> None:
    points = [f"{number}. Мельница {number} мелет." for number in range(1, 5)]
    act = read("ru", f"\n\n{LINE}\n\n".join(points))
    assert [one.eid for one in act.document.walk() if "table" in one.eid] == []


def cells(*rows: str) -> str:
    inside = "".join(f"<td>{cell}</td>" for cell in ("№", "Наименование", "Лимит"))
    parts = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows
    )
    return f"<table><tr>{inside}</tr>{parts}</table>"


def test_a_part_of_a_body_and_a_cell_of_several_numbers_are_no_limit_of_a_body() -> None:
    table = cells(
        "1|Министерство муки Республики Казахстан:|182",
        "центральный аппарат министерства, за исключением ведомств|104",
        "Комитет жерновов|53",
        "2|Министерство зерна:\nотдел мельниц Комитет учета|40\n12\n7",
    )
    assert limits(read("ru", table, heading=LIMITS["ru"])) == [
        ("Министерство муки Республики Казахстан", "182"),
        ("", "104"),
        ("Комитет жерновов", "53"),
    ]


def test_a_cell_of_as_many_names_as_numbers_is_a_limit_and_its_parts() -> None:
    table = cells("1|Мельничная часть 5,\nв том числе мукомолы|791\n787", "2|Комитет жерновов|5")
    act = read("ru", table, heading=LIMITS["ru"])
    assert [count for _, count in limits(act)] == ["791", "787", "5"]
    first, second, third = [one for one in act.statements if one.type == SHZ.StaffLimit]
    assert [get(one, SHZ.partOfLimit) for one in (first, third)] == [None, None]
    assert get(second, SHZ.partOfLimit) == Ref("statement", first.key)


def test_a_seat_behind_the_name_is_no_part_of_it() -> None:
    table = cells("1|Жерновная экспедиция, город Алматы|92")
    assert limits(read("ru", table, heading=LIMITS["ru"])) == [("Жерновная экспедиция", "92")]


def test_bodies_counted_together_are_none_by_name() -> None:
    rows = ("1|Следственные изоляторы|92", "2|Жерновная экспедиция|5")
    assert [body for body, _ in limits(read("ru", cells(*rows), heading=LIMITS["ru"]))] == [
        "",
        "Жерновная экспедиция",
    ]
    table = drawn("N Атауы Штат саны", "1 2 3", "Тергеу изоляторлары 92", '"Тас" қорығы 71')
    assert [body for body, _ in limits(read("kk", table, heading=LIMITS["kk"]))] == [
        "",
        "«Тас» қорығы",
    ]


@pytest.mark.parametrize(
    ("language", "point"),
    [
        ("ru", "7. Финансовое обеспечение Агентства осуществляется из республиканского бюджета."),
        ("kk", "7. Агенттікті қаржылық қамтамасыз ету республикалық бюджеттен жүзеге асырылады."),
    ],
)
def test_financing_may_be_called_so_only_by_an_adjective(language: str, point: str) -> None:
    (financed,) = claims(read(language, point), SHZ.financedFrom)
    assert str(financed.object).endswith("/republican")


def test_functions_may_have_an_adjective() -> None:
    act = read("ru", "9. Стратегическими функциями Агентства являются:", "   1) учет муки.")
    assert competences(act) == [("function", "1", "учет муки")]


def test_what_a_body_is_stands_behind_all_that_it_does() -> None:
    act = read(
        "kk",
        "1. Қазақстан Республикасының Диірмен агенттігі (бұдан әрі - Агенттік) диірмен қызметі "
        "саласындағы органдардың қызметіне басшылықты жүзеге асыратын, Қазақстан Республикасы "
        "Үкіметінің құрамына кірмейтін орталық атқарушы орган болып табылады.",
        "2. Агенттікке бекітіп берілген мүлік республикалық меншікке жатады.",
        "3. Агенттікті Қазақстан Республикасының Үкіметі қызметке тағайындайтын және қызметтен "
        "босататын төраға басқарады.",
    )
    assert [str(one.object) for one in claims(act, SHZ.legalStatus)] == ["орталық атқарушы орган"]
    (owned,) = claims(act, SHZ.propertyOwnership)
    assert str(owned.object).endswith("republican")
    posts = [one for one in act.statements if one.type == ORG.Post]
    assert [str(get(one, ORG.role)).rpartition("/")[2] for one in posts] == ["head"]


HEADS = {
    "ru": ("Положение", "об Агентстве", "Республики Казахстан по мельницам"),
    "kk": ("Қазақстан Республикасының", "Диірмен агенттігі туралы", "Ереже"),
}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_heading_may_be_printed_in_several_lines(language: str) -> None:
    lines = "".join(f"{line}\n\n" for line in HEADS[language])
    point = {
        "ru": "3. Агентство имеет на праве оперативного управления обособленное имущество.",
        "kk": "3. Агенттіктің жедел басқару құқығында оқшауланған мүлкі болады.",
    }
    act = read(language, point[language], heading=lines)
    (heading,) = [one for one in act.document.walk() if one.eid.startswith("app_0__heading")]
    assert heading.text.string == " ".join(HEADS[language])
    assert len(claims(act, SHZ.propertyRight)) == 1


def test_a_line_that_goes_on_with_nothing_is_a_heading_of_its_own() -> None:
    act = read("ru", "1. Мука.", heading="Перечень мельниц\n\nЦентральный аппарат\n\n")
    found = [one.text.string for one in act.document.walk() if "heading" in one.eid]
    assert found == ["Перечень мельниц", "Центральный аппарат"]


def test_what_a_kazakh_list_heads_may_be_told_by_the_verb_of_its_last_item() -> None:
    act = read(
        "kk",
        "4. Агенттіктің өз құзыретінің шегінде:",
        "   1) диірмендерді есепке алуға;",
        "   2) ұн сұратуға құқылы.",
        "5. Агенттік өз құзыретінің шегінде:",
        "   1) диірмендерді есепке алады;",
        "   2) ұн сұратады.",
    )
    assert competences(act) == [
        ("right", "1", "диірмендерді есепке алуға"),
        ("right", "2", "ұн сұратуға құқылы"),
    ]


def test_kazakh_functions_may_be_called_the_main_ones() -> None:
    act = read(
        "kk",
        "10. Агенттіктің негізгі функциялары мыналар болып табылады:",
        "    диірмен есебі;",
        "    ұн сапасы;",
        "12. Агенттіктің функцияларын жүзеге асыру кезінде мыналарға құқықтары бар:",
        "    ұн сұрату;",
    )
    kinds = [(kind, words) for kind, _, words in competences(act)]
    assert kinds == [
        ("function", "диірмен есебі"),
        ("function", "ұн сапасы"),
        ("right", "ұн сұрату"),
    ]


def test_the_forms_of_the_first_years_are_told_in_both_languages() -> None:
    russian = read(
        "ru",
        "1. Агентство Республики Казахстан по мельницам (далее - Агентство) является центральным "
        "исполнительным органом, осуществляющим координацию в области помола, исключая крупы.",
        "3. Агентство является юридическим лицом, созданным в организационно-правовой форме "
        "государственного учреждения.",
        "15. Закрепленное за Агентством имущество относится к республиканской собственности.",
        "16. Председатель имеет заместителей - вице-Председателей, назначаемых на должность и "
        "освобождаемых от должности Правительством Республики Казахстан.",
    )
    kazakh = read(
        "kk",
        "1. Қазақстан Республикасының Диірмен агенттігі (бұдан әрі - Агенттік) ұн тарту саласында "
        "Агенттіктің құзыретіне жатқызылған басшылықты жүзеге асыратын, орталық атқарушы орган "
        "болып табылады.",
        "3. Агенттік мемлекеттік мекеменің ұйымдастыру-құқықтық нысанындағы заңды тұлға болып "
        "табылады.",
        "8. Осы Ереже Агенттіктің құрылтайшы құжаты болып табылады.",
        "15. Агенттікке бекітіліп берілген мүлік республикалық меншікке жатады.",
    )
    assert [str(one.object) for one in claims(russian, SHZ.leadsSphere)] == ["помола"]
    assert "юридическое лицо" in [str(one.object) for one in claims(russian, SHZ.legalStatus)]
    assert [one.type for one in russian.statements].count(ORG.Post) == 1
    assert [str(one.object) for one in claims(kazakh, SHZ.leadsSphere)] == ["ұн тарту"]
    assert [str(one.object) for one in claims(kazakh, SHZ.legalStatus)] == [
        "орталық атқарушы орган",
        "заңды тұлға",
    ]
    assert len(claims(kazakh, SHZ.foundingDocument)) == 1
    for act in (russian, kazakh):
        (owned,) = claims(act, SHZ.propertyOwnership)
        assert str(owned.object).endswith("/republican")


OLD_PAGE = """# Об утверждении лимита штатной численности

```
Правительство Республики Казахстан постановляет:
1. Утвердить прилагаемый лимит штатной численности.
Утвержден
постановлением Правительства
Республики Казахстан
от 3 марта 1999 года N 7
Лимит штатной численности
министерств и агентств
___________________________________________
п/п! Государственные органы ! Всего ! в том числе
! ! !центр. !терр.
-------------------------------------------
1 ! 2 ! 3 ! 4 ! 5
-------------------------------------------
1 Министерство муки Республики
Казахстан 10 666 728 9 938
-------------------------------------------
2 Агентство Республики Казахстан 66 66
по мельницам
-------------------------------------------
3 Агентство Республики Казахстан
по крупам 22 22 -
-------------------------------------------
4 Агентство Республики Казахстан
по жерновам 5 791
___________________________________________
(Специалисты: Мукомолова А.М.)
```
"""


def test_of_several_numbers_in_a_drawn_row_the_count_is_the_sum_of_the_others() -> None:
    requisites = "Постановление Правительства Республики Казахстан от 3 марта 1999 года № 7"
    assert limits(read_text(OLD_PAGE, "ru", requisites)) == [
        ("Министерство муки Республики Казахстан", "10666"),
        ("Агентство Республики Казахстан по мельницам", "66"),
        ("Агентство Республики Казахстан по крупам", "22"),
    ]


@pytest.mark.parametrize(
    ("language", "points"),
    [
        (
            "ru",
            (
                "3. Агентство является юридическим лицом в организационно- правовой форме "
                "государственного учреждения.",
                "7. Учредительным документом Агентства является настоящее Положение.",
                "13. Имущество Агентства относится к республиканской собственности.",
                "16. Председатель имеет заместителя, назначаемого на должность Правительством.",
            ),
        ),
        (
            "kk",
            (
                "3. Агенттік мемлекеттік мекеменің ұйымдастыру-құқықтық нысанындағы заңды тұлға "
                "болып табылады.",
                "8. Агенттік туралы ереже оның құрылтай құжаты болып табылады.",
                "15. Агенттікке бекітіліп берілген мүлік республикалық меншікке жатады.",
                "17. Төрағаның Үкімет қызметке тағайындайтын және қызметтен босататын "
                "орынбасарлары, оның ішінде бір бірінші, болады.",
            ),
        ),
    ],
)
def test_what_a_body_is_may_stand_in_another_order(language: str, points: tuple[str, ...]) -> None:
    act = read(language, *points)
    (form,) = claims(act, ROV.orgType)[:1]
    assert str(form.object).endswith("/mm")
    assert len(claims(act, SHZ.foundingDocument)) == len(claims(act, SHZ.propertyOwnership)) == 1
    posts = [one for one in act.statements if one.type == ORG.Post]
    assert [str(get(one, ORG.role)).rpartition("/")[2] for one in posts] == ["deputy-head"]


@pytest.mark.parametrize(
    ("language", "point", "told"),
    [
        (
            "ru",
            "Миссия Агентства заключается в надзоре за помолом.",
            ("goal", "надзоре за помолом"),
        ),
        ("ru", "Задача Агентства состоит в учете мельниц.", ("task", "учете мельниц")),
        (
            "kk",
            "Ұн тартуды қадағалау Агенттіктің миссиясы болып табылады.",
            ("goal", "Ұн тартуды қадағалау"),
        ),
        (
            "kk",
            "Диірмендерді есепке алу және тексеру Агенттіктің негізгі міндеті болып табылады.",
            ("task", "Диірмендерді есепке алу және тексеру"),
        ),
    ],
)
def test_a_goal_or_a_task_is_told_in_a_sentence(
    language: str, point: str, told: tuple[str, str]
) -> None:
    bodies = {"ru": "1. {} (далее – Агентство).", "kk": "1. {} (бұдан әрі – Агенттік)."}
    names = {
        "ru": "Агентство Республики Казахстан по мельницам",
        "kk": "Қазақстан Республикасының Диірмен агенттігі",
    }
    act = read(language, bodies[language].format(names[language]), f"12. {point}")
    (one,) = competences(act)
    assert (one[0], one[2]) == told


@pytest.mark.parametrize(
    ("language", "lead", "kind"),
    [
        ("ru", "Агентство в соответствии с возложенными на него задачами:", "function"),
        ("ru", "Агентству предоставляется право:", "right"),
        ("ru", "Агентству предоставляются следующие права:", "right"),
        ("kk", "Функциялар:", "function"),
        ("kk", "Құқықтар:", "right"),
        ("kk", "Міндеттемелері:", "duty"),
        ("kk", "Агенттік өзіне жүктелген міндеттерге сәйкес:", "function"),
        ("kk", "Агенттікке мынадай құқықтар беріледі:", "right"),
    ],
)
def test_other_words_head_functions_rights_and_duties(language: str, lead: str, kind: str) -> None:
    item = "тексеру" if language == "kk" else "проверка"
    act = read(language, f"14. {lead}\n\n    1) {item};\n\n    2) {item}.")
    assert [one[0] for one in competences(act)] == [kind, kind]


def test_a_paragraph_between_items_goes_on_with_the_one_before_it() -> None:
    act = read(
        "ru",
        "14. Функции Агентства:",
        "    1) учет мельниц в целях контроля;",
        "    а также запрос сведений о них;",
        "    2) надзор.",
        "    Агентство отвечает за помол.",
    )
    assert [one[2] for one in competences(act)] == [
        "учет мельниц в целях контроля; а также запрос сведений о них",
        "надзор",
    ]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("ru", "## Типовое положение об агентстве по мельницам\n\n"),
        ("kk", "## Диірмен агенттігі туралы үлгілік ереже\n\n"),
    ],
)
def test_a_model_regulation_is_of_no_body_and_says_so(language: str, heading: str) -> None:
    lead = "Функции:" if language == "ru" else "Функциялары:"
    act = read(language, f"3. {lead}\n\n    1) учет;\n\n    2) надзор.", heading=heading)
    assert competences(act) == []
    assert not claims(act, ELI.is_about)
    reasons = {one.reason for one in act.unread if one.clause.startswith("app_0__")}
    assert reasons == {"it stands in a model regulation, which is of no one body"}


def test_a_verb_behind_a_body_is_no_part_of_its_name() -> None:
    act = read(
        "ru",
        "19. Председатель Агентства руководит работой Агентства и несет персональную "
        "ответственность за помол.",
    )
    names = {one.object.whole for one in act.claims if isinstance(one.object, Mention)} | {
        one.subject.whole for one in act.claims if isinstance(one.subject, Mention)
    }
    assert not any("несет" in name for name in names)


def test_who_pays_what_it_is_and_its_deputy_are_told_in_short_sentences() -> None:
    act = read(
        "ru",
        "1. Агентство Республики Казахстан по мельницам (далее – Агентство) финансируется за счет "
        "средств республиканского бюджета.",
        "2. Агентство является юридическим лицом, имеет печать.",
        "3. Председатель имеет одного заместителя.",
    )
    assert [str(one.object) for one in claims(act, SHZ.legalStatus)] == ["юридическое лицо"]
    assert len(claims(act, SHZ.financedFrom)) == 1
    assert [one.key for one in act.statements if one.key.startswith("post/")] == [
        "post/app_0__point_3-deputy-head"
    ]


def test_headings_of_chapters_in_several_paragraphs_are_no_items() -> None:
    act = read(
        "ru",
        "I. Общие положения",
        "1. Агентство Республики Казахстан по мельницам (далее – Агентство) является "
        "государственным органом.",
        "2. Задачами Агентства являются:",
        "- учет мельниц;",
        "- надзор.",
        "II. Функции Агентства",
        "Республики Казахстан по мельницам",
        "3. Агентство и его органы в пределах компетенции выполняют следующие учетные и иные "
        "функции:",
        "- ведение списков.",
        "III. Права Агентства",
        "4. Агентство и его органы имеют право:",
        "- проверять помол.",
        "5. Работники Агентства имеют право:",
        "- на отдых.",
        heading="ПОЛОЖЕНИЕ\n\nоб Агентстве Республики Казахстан по мельницам\n\n",
    )
    assert [(one[0], one[2]) for one in competences(act)] == [
        ("task", "учет мельниц"),
        ("task", "надзор"),
        ("function", "ведение списков"),
        ("right", "проверять помол"),
    ]


def test_a_lead_in_may_stand_behind_another_sentence() -> None:
    act = read(
        "ru",
        "10. Министр помола организует работу Агентства и отвечает за нее. С этой целью Министр:",
        "утверждает списки;",
        "подписывает приказы.",
    )
    assert [one[0] for one in competences(act)] == ["head-power", "head-power"]


@pytest.mark.parametrize(
    ("language", "items", "left"),
    [
        (
            "ru",
            ("14. Функции:", "1) учет;", "2) вводится в действие с 01.01.2017;", "3) надзор."),
            ["1", "3"],
        ),
        (
            "kk",
            (
                "14. Функциялары:",
                "1) есепке алу;",
                "2) 01.01.2017 бастап қолданысқа енгізіледі;",
                "3) қадағалау.",
            ),
            ["1", "3"],
        ),
    ],
)
def test_an_item_that_enters_into_force_later_has_no_words_yet(
    language: str, items: tuple[str, ...], left: list[str]
) -> None:
    assert [one[1] for one in competences(read(language, *items))] == left


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        (
            "Утвердить структуру аппарата Агентства Республики Казахстан по мельницам, исходя из "
            "предельной численности работников аппарата в количестве 136 единиц.",
            "136",
        ),
        ("Определить численность областных управлений мельниц - 868 единиц.", "868"),
    ],
)
def test_a_number_of_staff_is_told_beside_the_structure(clause: str, count: str) -> None:
    text = f"# О мельницах\n\n1. {clause}\n"
    act = read_text(
        text, "ru", "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 7"
    )
    (limit,) = [one for one in act.statements if one.type == SHZ.StaffLimit]
    assert str(get(limit, SHZ.unitCount)) == count


def test_a_regulation_without_numbers_is_read_paragraph_by_paragraph() -> None:
    act = read(
        "ru",
        "### 1. Общие положения",
        "Министр Республики Казахстан является должностным лицом.",
        "### 2. Задачи и права",
        "Основными задачами Министра Республики Казахстан являются:",
        "учет мельниц;",
        "надзор.",
        "Министр Республики Казахстан имеет право:",
        "проверять помол.",
        heading="## Положение о Министре Республики Казахстан\n\n",
    )
    assert [(one[0], one[2]) for one in competences(act)] == [
        ("task", "учет мельниц"),
        ("task", "надзор"),
        ("right", "проверять помол"),
    ]


def test_a_form_may_stand_behind_a_dash_and_in_the_plural() -> None:
    ru = read(
        "ru",
        "3. Агентство является юридическим лицом, в организационно- правовой форме - "
        "государственное учреждение, имеющее печати.",
    )
    kk = read(
        "kk",
        "3. Агенттік мемлекеттік мекеменің ұйымдастырушылық-құқықтық нысандарындағы заңды тұлға "
        "болып табылады.",
    )
    for act in (ru, kk):
        assert [str(one.object).rpartition("/")[2] for one in claims(act, ROV.orgType)] == ["mm"]


@pytest.mark.parametrize(
    ("language", "points"),
    [
        (
            "ru",
            (
                "11. Департамент возглавляет директор, назначаемый на должность Министром.",
                "12. Директор Департамента имеет заместителя, который назначается на должность "
                "Министром.",
                "13. Агентство возглавляет Председатель, назначаемый на должность Правительством.",
            ),
        ),
        (
            "kk",
            (
                "11. Департаментті Министр қызметке тағайындайтын директор басқарады.",
                "13. Агенттікті Үкімет қызметке тағайындайтын төраға басқарады.",
            ),
        ),
    ],
)
def test_who_heads_a_unit_is_no_head_of_the_body(language: str, points: tuple[str, ...]) -> None:
    posts = [one.key for one in read(language, *points).statements if one.type == ORG.Post]
    assert posts == ["post/app_0__point_13-head"]


def test_a_sphere_ends_where_other_deeds_follow() -> None:
    act = read(
        "ru",
        "1. Агентство Республики Казахстан по мельницам (далее – Агентство) является "
        "государственным органом, осуществляющим реализационные функции в сфере помола зерна, по "
        "обеспечению полноты помола, участие в реализации политики и иные функции.",
        "2. Финансирование Агентства осуществляется за счет ассигнований, предусмотренных в "
        "республиканском бюджете.",
        "3. Структура и штатная численность Агентства определяются Правительством.",
        "4. Агентство и его территориальные органы образуют единую систему.",
        "5. Агентству не допускается вступать в договорные отношения.",
    )
    assert [str(one.object) for one in claims(act, SHZ.leadsSphere)] == ["помола зерна"]
    assert len(claims(act, SHZ.financedFrom)) == 1
    assert not act.unread
