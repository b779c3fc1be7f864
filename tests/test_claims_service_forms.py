"""Regulations of services in the forms of several years and bodies, in both languages; invented."""

from __future__ import annotations

import pytest
from rdflib import Literal
from telling import SERVICE_PAGES, claims, get, read_service_page, read_text

from graph.model import ActClaims, Mention, Ref
from ontology import CPSV, CV, DCT, PPLAN, SHZ, SKOS


def providers(act: ActClaims) -> list[str]:
    found = [one.object for one in claims(act, CV.hasCompetentAuthority)]
    return [one.whole for one in found if isinstance(one, Mention)]


def outputs(act: ActClaims) -> list[str]:
    made = [one for one in act.statements if one.of and one.of[1] == CPSV.produces]
    return [str(get(one, DCT.title)) for one in made]


def channels(act: ActClaims) -> list[str]:
    made = [one for one in act.statements if one.type == CV.Channel]
    return [str(get(one, DCT.type)).rpartition("/")[2] for one in made]


@pytest.mark.parametrize("acting", ["и.о. ", "исполняющего обязанности ", "Вр.и.о. ", ""])
def test_an_order_may_be_of_who_acts_for_the_minister(acting: str) -> None:
    act = read_service_page("ru", "1. Мельницы считают.", issuer=f"{acting}Министра ремесел")
    assert (act.act.number, act.act.issuer is not None) == ("7", True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Государственная услуга оказывается Комитетом мельниц Министерства ремесел Республики "
            "Казахстан (далее – услугодатель), в том числе через веб-портал «Жернов» (далее – "
            "портал).",
            ["Комитет мельниц Министерства ремесел Республики Казахстан"],
        ),
        (
            "Государственная услуга оказывается Министерством ремесел Республики Казахстан (далее "
            "- Министерство), Департаментами ремесел областей, городов Астаны и Алматы (далее - "
            "Департамент) (далее - услугодатели).",
            [
                "Министерство ремесел Республики Казахстан",
                "Департаменты ремесел областей, городов Астаны и Алматы",
            ],
        ),
    ],
)
def test_providers_stand_in_a_row_each_with_its_bracket(sentence: str, expected: list[str]) -> None:
    assert providers(read_service_page("ru", f"1. {sentence}")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Мемлекеттік көрсетілетін қызметті Қазақстан Республикасы Қолөнер министрінің 2014 жылғы "
        "2 наурыздағы № 5 бұйрығымен бекітілген «Диірмендерді есепке алу» мемлекеттік көрсетілетін "
        "қызмет стандартына сәйкес (тізілімде № 10 болып тіркелді) аумақтық қолөнер органдары "
        "(бұдан әрі – көрсетілетін қызметті беруші) көрсетеді.",
        "«Диірмендерді есепке алу» мемлекеттік көрсетілетін қызметін (бұдан әрі – мемлекеттік "
        "қызмет) стандарт негізінде, аумақтық қолөнер органдары көрсетеді (бұдан әрі - "
        "көрсетілетін қызметті беруші), оның ішінде «Жернов» веб-порталы арқылы көрсетіледі.",
    ],
)
def test_what_is_cited_before_the_providers_is_none_of_them(sentence: str) -> None:
    assert providers(read_service_page("kk", f"1. {sentence}")) == ["аумақтық қолөнер органдары"]


def test_providers_may_stand_behind_the_standard_and_have_a_seat() -> None:
    act = read_service_page(
        "ru",
        "2. Государственная услуга «Учет мельниц» (далее - государственная услуга) оказывается на "
        "основании Стандарта «Учет», утвержденного постановлением Правительства Республики "
        "Казахстан от 5 мая 2009 года № 1 (далее - Стандарт) Комитетом мельниц Министерства "
        "ремесел Республики Казахстан (далее - Комитет) по адресу: город Астана, дом № 8 и "
        "территориальными органами ремесел (далее - уполномоченные органы) через центры "
        "обслуживания населения (далее - Центр).",
    )
    assert providers(act) == [
        "Комитет мельниц Министерства ремесел Республики Казахстан",
        "территориальные органы ремесел",
    ]
    assert channels(act) == ["state-corporation"]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "ru",
            "Государственная услуга оказывается Комитетом мельниц (далее – услугодатель), в том "
            "числе через веб-портал «Жернов» www.mill.kz.",
            ["web-portal"],
        ),
        (
            "ru",
            "Прием заявления и выдача результата осуществляются через канцелярию услугодателя и "
            "Государственную корпорацию «Правительство для граждан».",
            ["state-corporation", "chancellery"],
        ),
        (
            "ru",
            "Прием документов осуществляется посредством «окон», на которых указана фамилия "
            "работника услугодателя.",
            [],
        ),
        (
            "kk",
            "Өтінішті қабылдау және нәтижені беру көрсетілетін қызметті берушінің кеңсесі немесе "
            "www.un.kz, www.tas.kz веб-порталы (бұдан әрі - портал) арқылы жүзеге асырылады.",
            ["web-portal", "chancellery"],
        ),
        (
            "ru",
            "Прием и выдача результата осуществляется на альтернативной основе через:\n\n"
            "   услугодателя;\n\n   веб-портал «Жернов»: www.mill.kz.",
            ["chancellery", "web-portal"],
        ),
        (
            "kk",
            "Мемлекеттік көрсетілетін қызметті қолөнер органдары көрсетеді (бұдан әрі - "
            "көрсетілетін қызметті беруші), оның ішінде «Жернов» веб-порталы арқылы көрсетіледі.",
            ["web-portal"],
        ),
    ],
)
def test_a_sentence_may_name_the_channels(
    language: str, sentence: str, expected: list[str]
) -> None:
    assert channels(read_service_page(language, f"1. {sentence}")) == expected


@pytest.mark.parametrize(
    ("language", "point", "expected"),
    [
        (
            "ru",
            "3. Результат оказания государственной услуги – справка на бумажном или электронном "
            "носителе (далее – справка) либо мотивированный ответ об отказе, с удостоверенной "
            "подписью (далее – ЭЦП) начальника.",
            ["справка на бумажном или", "мотивированный ответ об отказе"],
        ),
        (
            "ru",
            "3. Результат оказания государственной услуги:\n\n   1) справка о мельнице;\n\n"
            "   2) мотивированный ответ об отказе.",
            ["справка о мельнице", "мотивированный ответ об отказе"],
        ),
        (
            "ru",
            "3. Результат оказания государственной услуги:\n\n   Справка о мельнице либо "
            "мотивированный ответ об отказе.\n\n   На портале направляется уведомление.",
            ["Справка о мельнице", "мотивированный ответ об отказе"],
        ),
        (
            "ru",
            "3. Результат оказания государственной услуги:\n\n   1) у услугодателя:\n\n"
            "      справка о мельнице или об отсутствии мельниц;\n\n      копия.\n\n"
            "   2) на портале – уведомление о приеме.",
            ["справка о мельнице или", "копия", "уведомление о приеме"],
        ),
        (
            "kk",
            "3. Мемлекеттік қызмет көрсету нәтижесі – сынақтан өткендігі не өтпегендігі туралы.",
            ["сынақтан өткендігі не"],
        ),
        (
            "kk",
            "3. Мемлекеттік қызметті көрсету нәтижесі: диірмендер жөніндегі комиссияның (бұдан әрі "
            "- Комиссия) қағаз немесе электронды түрдегі шешімі немесе дәлелді бас тарту.",
            ["диірмендер жөніндегі", "дәлелді бас тарту"],
        ),
    ],
)
def test_outputs_are_parted_where_one_ends(language: str, point: str, expected: list[str]) -> None:
    found = outputs(read_service_page(language, point))
    assert len(found) == len(expected)
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True))


STEP = {
    "ru": "\n\n   1) услугодатель считает;",
    "kk": "\n\n   1) көрсетілетін қызметті беруші санайды;",
}


@pytest.mark.parametrize(
    ("language", "lead", "plans"),
    [
        ("ru", "Процесс оказания государственной услуги состоит из процедур (действий)", 1),
        ("ru", "Процедуры (действия), входящие в состав процесса оказания услуги", 1),
        ("ru", "Описание последовательности процедур (действий) между подразделениями при "
               "поступлении документа через портал", 1),
        ("ru", "Порядок обращения услугополучателя через портал", 1),
        ("ru", "Этапы оказания государственной услуги с момента получения заявления", 1),
        ("ru", "Результат процедуры (действия), который служит основанием для следующей", 0),
        ("ru", "Основанием для начала процедуры (действия) является", 0),
        ("ru", "Перечень подразделений, участвующих в процедурах (действиях)", 0),
        ("kk", "Мемлекеттік қызмет көрсету процесінің құрамына кіретін рәсімдер (іс-қимылдар)", 1),
        ("kk", "Бөлімшелер арасындағы рәсімдердің (іс-қимылдардың) кезектілігін сипаттау", 1),
        ("kk", "Портал арқылы жүгіну тәртібін сипаттау", 1),
        ("kk", "Қызмет көрсету процесі рәсімдерден (әрекеттерден) тұрады", 1),
        ("kk", "Келесі рәсімді (іс-қимылды) бастауға негіздеме болатын рәсімнің нәтижесі", 0),
        ("kk", "Рәсімдерге (іс-қимылдарға) қатысатын бөлімшелердің тізбесі", 0),
    ],
)  # fmt: skip
def test_procedures_are_told_by_their_lead_in(language: str, lead: str, plans: int) -> None:
    act = read_service_page(language, f"5. {lead}:{STEP[language]}")
    assert sum(one.type == PPLAN.Plan for one in act.statements) == plans


def test_a_paragraph_between_rows_heads_the_procedure_after_it() -> None:
    act = read_service_page(
        "kk",
        "6. Қызмет көрсету процесі (қолма-қол) рәсімдерден (әрекеттерден) тұрады:",
        "   1\\) 1-процесс – тіркеу;",
        "   2\\) 2-процесс – тексеру.",
        "   Қызмет көрсету процесі (электрондық) рәсімдерден (әрекеттерден) тұрады:",
        "   1\\) 1-процесс – сынау;",
    )
    plans = [one for one in act.statements if one.type == PPLAN.Plan]
    rows = [get(one, PPLAN.isStepOfPlan) for one in act.statements if one.type == PPLAN.Step]
    assert [rows.count(Ref("statement", one.key)) for one in plans] == [2, 1]


def test_rows_without_numbers_are_no_items_of_the_list_in_one_of_them() -> None:
    act = read_service_page(
        "kk",
        "5. Әрбір рәсімнің (іс-қимылдың) мазмұны, оның орындалу ұзақтығы:",
        "   қызметкер құжатты тіркейді – орындау уақыты 4 (төрт) сағат;",
        "   комиссия шешімдердің бірін қабылдайды:",
        "   1) берілді;",
        "   2) берілмеді.",
    )
    steps = [one for one in act.statements if one.type == PPLAN.Step]
    assert [str(get(one, SHZ.maxDuration)) for one in steps] == ["PT4H", "None"]


def test_a_procedure_goes_through_the_channel_of_its_lead_in() -> None:
    act = read_service_page(
        "ru",
        "1. Прием и выдача результата осуществляются через канцелярию услугодателя и портал.",
        f"5. Описание последовательности процедур (действий) через портал:{STEP['ru']}",
    )
    (plan,) = [one for one in act.statements if one.type == PPLAN.Plan]
    channel = get(plan, SHZ.channel)
    assert isinstance(channel, Ref)
    (kind,) = [get(one, DCT.type) for one in act.statements if one.key == channel.key]
    assert str(kind).endswith("/web-portal")


def test_what_is_drawn_elsewhere_is_no_procedure() -> None:
    act = read_service_page(
        "kk",
        "5. Портал арқылы қызмет көрсету кезіндегі рәсімдер (іс-қимылдар) реттілігінің сипаттамасы "
        "осы Регламенттің 1-қосымшасында келтірілген.\n\n   Көрсетілетін қызметті алушы "
        "терезелердегі деректерді:\n\n   1) диірмен туралы;\n\n   2) тас туралы толтырады.",
    )
    assert not [one for one in act.statements if one.type == PPLAN.Step]


def test_systems_that_take_part_leave_a_procedure_one() -> None:
    act = read_service_page(
        "ru",
        "5. Описание порядка обращения и последовательности процедур (действий) услугодателя в "
        "виде диаграммы информационных систем, задействованных в оказании государственной услуги "
        "(приведены в приложении 1 к Регламенту):\n\n   1) специалист услугодателя в течение 2 "
        "(двух) рабочих проверяет бумаги, в течение 15 (пятнадцати) рабочих дней ждет;",
    )
    (step,) = [one for one in act.statements if one.type == PPLAN.Step]
    assert get(step, SHZ.workingDays) == Literal(2)


def test_an_output_stands_behind_how_one_turned_for_it() -> None:
    act = read_service_page(
        "ru",
        "3. Результат оказания государственной услуги:\n\n   1) при обращении к услугодателю – "
        "справка о жернове;\n\n   2) при обращении через портал – выписка о жернове.",
    )
    assert outputs(act) == ["справка о жернове", "выписка о жернове"]


def test_a_heading_printed_on_with_the_next_ends_with_its_quotes() -> None:
    page = SERVICE_PAGES["ru"].rstrip() + " 1. Общие положения\n\n1. Мельницы считают.\n"
    requisites = "Приказ Министра ремесел Республики Казахстан от 3 марта 2014 года № 7"
    act = read_text(page, "ru", requisites)
    assert [str(one.object) for one in claims(act, SKOS.prefLabel)] == ["Учет мельниц"]


def test_a_thing_in_quotes_is_no_channel() -> None:
    act = read_service_page(
        "kk",
        "5. Мемлекеттік корпорацияда құжаттарды қабылдау «кедергісіз қызмет» арқылы залда жүзеге "
        "асырылады.",
    )
    assert channels(act) == []


STANDARDS = {
    "ru": (
        "## Стандарт государственной услуги «Учет мельниц»",
        "1. Государственная услуга оказывается Министерством ремесел Республики Казахстан (далее – "
        "уполномоченный орган), а также через веб-портал «Мельница» (далее – портал).",
        "5. Результатом оказываемой государственной услуги являются выдача справки либо "
        "мотивированный отказ.",
        "7. Сроки оказания государственной услуги:",
        "   выдача справки – в течение пяти рабочих дней со дня подачи;",
        "   выдача дубликата – в течение двух рабочих дней.",
        "   Уполномоченный орган в течение одного рабочего дня проверяет документы.",
    ),
    "kk": (
        "## «Диірмендерді есепке алу» мемлекеттік қызмет көрсету стандарты",
        "1. Мемлекеттік қызмет Қазақстан Республикасы Қолөнер министрлігі (бұдан әрі – орган) "
        "тарапынан, сондай-ақ «Диірмен» веб-порталы (бұдан әрі – портал) арқылы көрсетіледі.",
        "5. Көрсетілетін мемлекеттік қызметтің нәтижесі анықтама беру не дәлелді бас тарту болып "
        "табылады.",
        "7. Мемлекеттік қызмет көрсетудің мерзімдері:",
        "   анықтама беру – құжаттарды тапсырған күннен бастап бес жұмыс күні ішінде;",
        "   телнұсқа беру – екі жұмыс күні ішінде.",
        "   Уәкілетті орган бір жұмыс күні ішінде құжаттарды тексереді.",
    ),
}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_standard_of_a_service_says_what_its_regulation_does(language: str) -> None:
    top = SERVICE_PAGES[language].rpartition("##")[0]
    requisites = "Приказ Министра ремесел Республики Казахстан от 3 марта 2014 года № 7"
    act = read_text(top + "\n\n".join(STANDARDS[language]) + "\n", language, requisites)
    (provider,) = claims(act, CV.hasCompetentAuthority)
    assert isinstance(provider.object, Mention)
    assert provider.object.whole.endswith(("ремесел Республики Казахстан", "Қолөнер министрлігі"))
    outputs = [one for one in act.statements if one.of and one.of[1] == CPSV.produces]
    assert len(outputs) == 2
    deadlines = [one for one in act.statements if one.type == SHZ.ConditionalDeadline]
    assert [str(get(one, SHZ.workingDays)) for one in deadlines] == ["5", "2"]
