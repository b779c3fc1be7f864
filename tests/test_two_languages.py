"""What two editions of one act say of services, competences and staff is one, in both languages."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from shutil import copy

from patching import hierarchy_of, record_of_acts
from rdflib import Literal, URIRef
from telling import read_text

from graph.build import build
from graph.dataset import HeldStatement, Record
from graph.findings import find
from graph.hierarchy import Hierarchy
from graph.hierarchy.services import find_service, services_of
from graph.model import ActClaims, Finding
from ontology import CPSV, PPLAN, SHZ, SKOS, code

NOW = date(2026, 11, 21)
#: Invented acts in both languages: services, regulations.
WORDING = Path(__file__).parent / "golden" / "wording" / "acts"
REQUISITES = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 134"
RU = """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Утвердить прилагаемый регламент.

> *Утвержден*
> *постановлением Правительства*
> *Республики Казахстан*
> *от 3 марта 2014 года № 134*

## Регламент государственной услуги «Выдача справки о погоде»

1. Государственная услуга «Выдача справки о погоде» оказывается местными исполнительными органами
областей (далее – услугодатель).

2. Форма оказания государственной услуги: бумажная.

3. Результат оказания государственной услуги - справка о погоде либо мотивированный ответ об
отказе в оказании государственной услуги.

4. Содержание каждой процедуры (действия), длительность выполнения:

   1) регистрация работником услугодателя заявления в течение 10 (десять) минут;

   2) выбор руководителем услугодателя исполнителя в течение 15 (пятнадцать) минут;

   3) подготовка исполнителем справки в течение двух рабочих дней.

5. Срок оказания государственной услуги составляет три рабочих дня.
"""
KK = """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған регламент бекітілсін.

> *Қазақстан Республикасы*
> *Үкіметінің*
> *2014 жылғы 3 наурыздағы № 134*
> *қаулысымен бекітілген*

## «Ауа райы туралы анықтама беру» мемлекеттік көрсетілетін қызмет регламенті

1. «Ауа райы туралы анықтама беру» мемлекеттік көрсетілетін қызметі (бұдан әрі – қызмет)
облыстардың жергілікті атқарушы органдарымен (бұдан әрі – көрсетілетін қызметті беруші)
көрсетіледі.

2. Мемлекеттік қызмет көрсету нысаны: қағаз түрінде.

3. Мемлекеттік қызмет көрсету нәтижесі – ауа райы туралы анықтама немесе мемлекеттік қызмет
көрсетуден бас тарту туралы дәлелді жауап.

4. Әрбір рәсімнің (іс-қимылдың) мазмұны, орындалу ұзақтығы:

   1) көрсетілетін қызметті беруші қызметкерінің өтінішті тіркеуі – 10 (он) минут;

   2) көрсетілетін қызметті беруші басшысының орындаушыны тағайындауы – 15 (он бес) минут;

   3) орындаушының анықтаманы екі жұмыс күні ішінде дайындауы.

5. Мемлекеттік қызмет көрсету мерзімі – үш жұмыс күні.
"""


@cache
def read(language: str) -> ActClaims:
    return read_text({"kk": KK, "ru": RU}[language], language, REQUISITES)


@cache
def record() -> Record:
    return record_of_acts([read("kk"), read("ru")])


@cache
def hierarchy() -> Hierarchy:
    return hierarchy_of(record(), NOW)


def of_type(kind: URIRef, held: Record | None = None) -> list[HeldStatement]:
    return [one for one in (held or record()).statements if one.type == kind]


def words(one: HeldStatement, predicate: URIRef) -> dict[str | None, str]:
    found = (value for name, value in one.properties if name == predicate)
    return {v.language: str(v) for v in found if isinstance(v, Literal)}


def between(*acts: ActClaims) -> list[Finding]:
    return [one for one in find(record_of_acts(list(acts))) if one.rule.startswith("edition-")]


def test_a_service_of_two_editions_is_one_with_both_names_each_from_its_clause() -> None:
    services = {c.subject for c in record().claims if c.object == CPSV.PublicService}
    assert len(services) == 1
    names = [
        c for c in record().claims if {c.subject} == services and c.predicate == SKOS.prefLabel
    ]
    assert {str(c.object): c.document.language for c in names} == {
        "Ауа райы туралы анықтама беру": "kk",
        "Выдача справки о погоде": "ru",
    }
    for name in names:
        quote = "".join(map(name.document.source.quote, name.evidence.ranges))
        assert quote == str(name.object)


def test_a_service_is_found_by_the_slug_of_either_name() -> None:
    moment = hierarchy().at(NOW)
    (service,) = services_of(moment)
    assert find_service(moment, "vydacha-spravki-o-pogode").iri == service.iri
    assert service.name("ru") == "Выдача справки о погоде"
    assert service.name("kk") == "Ауа райы туралы анықтама беру"


def test_each_step_is_one_with_the_words_of_both() -> None:
    steps = of_type(PPLAN.Step)
    assert len(steps) == 3
    assert [set(words(one, SHZ.action)) for one in steps] == [{"kk", "ru"}] * 3
    assert all(one.echo is not None for one in steps)


def test_who_acts_is_one_where_the_steps_agree() -> None:
    labels: dict[object, set[str | None]] = {}
    for claim in record().claims:
        if claim.predicate == SKOS.prefLabel and "/role/" in str(claim.subject):
            assert isinstance(claim.object, Literal)
            labels.setdefault(claim.subject, set()).add(claim.object.language)
    assert list(labels.values()) == [{"kk", "ru"}] * 3


def test_outputs_and_deadlines_are_one() -> None:
    (service,) = services_of(hierarchy().at(NOW))
    assert [one.working_days for one in service.deadlines] == [3]
    assert len(service.ties["outputs"]) == 2
    assert {len(one.labels) for one in service.ties["outputs"]} == {2}


def test_a_procedure_is_told_in_the_language_asked_for() -> None:
    told = find_service(hierarchy().at(NOW), "vydacha-spravki-o-pogode", "ru")
    assert told.plans[0].steps[2].action == "подготовка исполнителем справки"


def test_editions_that_say_the_same_of_a_service_give_no_finding() -> None:
    assert between(read("kk"), read("ru")) == []


def test_a_step_that_another_takes_is_found_with_both_quotes() -> None:
    taken = "3) подготовка исполнителем справки", "3) подготовка руководителем услугодателя справки"
    more = (
        "   4) руководитель услугодателя подписывает справку;\n\n"
        "   5) исполнитель выдает справку;\n\n   6) исполнитель заполняет журнал.\n\n5. Срок"
    )
    kk = KK.replace("5. Мемлекеттік", MORE + "5. Мемлекеттік")
    acts = [
        read_text(kk, "kk", REQUISITES),
        read_text(RU.replace(*taken).replace("5. Срок", more), "ru", REQUISITES),
    ]
    (found,) = between(*acts)
    assert (found.rule, found.spans[0][1]) == ("edition-said", "app_0__point_4__item_3")
    quotes = [
        "".join(map(act.document.source.quote, ranges))
        for act, ((_, _, ranges),) in zip(acts, (found.spans, found.beside), strict=True)
    ]
    assert [one.split()[0] for one in quotes] == ["орындаушының", "подготовка"]


#: Two more steps, so that most steps tell who is who.
MORE = """   4) көрсетілетін қызметті беруші басшысының анықтаманы бекітуі;

   5) орындаушының анықтаманы беруі;

   6) орындаушының журналды толтыруы.

"""


POWERS = {
    "kk": """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған Туризм комитеті туралы ереже бекітілсін.

> *Қазақстан Республикасы*
> *Үкіметінің*
> *2014 жылғы 3 наурыздағы № 134*
> *қаулысымен бекітілген*

## «Мәдениет министрлігінің Туризм комитеті» мемлекеттік мекемесі туралы ереже

1. «Мәдениет министрлігінің Туризм комитеті» мемлекеттік мекемесі туризм
саласындағы мемлекеттік орган болып табылады.

2. Функциялары:

   1) тізілімді жүргізеді;

   2) соқпақтарды белгілейді.
""",
    "ru": """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Утвердить прилагаемое Положение о Комитете туризма.

> *Утверждено*
> *постановлением Правительства*
> *Республики Казахстан*
> *от 3 марта 2014 года № 134*

## Положение о государственном учреждении «Комитет туризма Министерства культуры»

1. Государственное учреждение «Комитет туризма Министерства культуры»
является государственным органом в сфере туризма.

2. Функции:

   1) ведет реестр;

   2) размечает тропы.
""",
}


def powers(language: str, *changes: tuple[str, str]) -> ActClaims:
    text = POWERS[language]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read_text(text, language, REQUISITES)


def test_a_competence_of_two_editions_is_one_with_the_words_of_both() -> None:
    found = of_type(SHZ.Competence, record_of_acts([powers("kk"), powers("ru")]))
    assert [words(one, SHZ.statedText) for one in found] == [
        {"kk": "тізілімді жүргізеді", "ru": "ведет реестр"},
        {"kk": "соқпақтарды белгілейді", "ru": "размечает тропы"},
    ]


def test_a_competence_is_matched_by_kind_and_number_where_a_point_is_put_in() -> None:
    put_in = ("2. Функции:", "2. Комитет имеет печать.\n\n3. Функции:")
    found = of_type(SHZ.Competence, record_of_acts([powers("kk"), powers("ru", put_in)]))
    assert [set(words(one, SHZ.statedText)) for one in found] == [{"kk", "ru"}] * 2


def test_competences_of_two_kinds_stand_side_by_side_and_are_a_finding() -> None:
    acts = [powers("kk"), powers("ru", ("2. Функции:", "2. Права:"))]
    kinds = [
        dict(one.properties)[SHZ.competenceKind]
        for one in of_type(SHZ.Competence, record_of_acts(acts))
    ]
    assert kinds.count(code("competence-kinds", "function")) == 2
    assert kinds.count(code("competence-kinds", "right")) == 2
    found = [one for one in between(*acts) if one.rule == "edition-said"]
    assert len(found) == 2
    assert all(one.spans and one.beside for one in found)


def test_what_one_edition_alone_says_in_a_clause_of_both_is_found_once() -> None:
    acts = [powers("kk"), powers("ru", ("2. Функции:", "2. Иное:"))]
    (found,) = (one for one in between(*acts) if one.rule == "edition-unsaid")
    assert len(found.spans) == len(found.beside) == 2


def test_what_both_editions_say_conforms_to_the_shapes(tmp_path: Path) -> None:
    for path in (*WORDING.glob("*/service-*"), *WORDING.glob("*/rules-unit.*")):
        (tmp_path / path.parent.name).mkdir(exist_ok=True)
        copy(path, tmp_path / path.parent.name)
    report = build([tmp_path / "kk", tmp_path / "ru"], tmp_path / "out")
    assert not report.skipped
    assert report.violations == ()
