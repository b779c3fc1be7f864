"""What the regulation of a service says in Russian: an invented one in the usual form."""

from __future__ import annotations

from functools import cache

from telling import get, read_text

from graph.model import ActClaims, Mention, Ref
from ontology import CPSV, CV, PPLAN, SHZ, SKOS, code

TEXT = """# Об утверждении регламента

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

4. Основанием для начала процедуры (действия) является заявление.

5. Содержание каждой процедуры (действия), длительность выполнения:

   1) регистрация работником канцелярии услугодателя заявления в течение десяти минут;

   2) выбор руководством услугодателя исполнителя в течение 15 (пятнадцать) минут;

   3) подготовка исполнителем справки в течение двух рабочих дней;

   4) после прихода услугополучателя выдача справки.

6. Срок оказания государственной услуги составляет три рабочих дня.
"""


@cache
def read() -> ActClaims:
    requisites = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 134"
    return read_text(TEXT, "ru", requisites)


def test_a_service_has_its_name_its_form_and_its_providers_as_a_class() -> None:
    names = [one for one in read().claims if one.evidence.rule == "service-name"]
    assert "Выдача справки о погоде" in {str(one.object) for one in names}
    (form,) = [one for one in read().claims if one.predicate == SHZ.serviceForm]
    assert str(form.object) == "бумажная"
    (provider,) = [one for one in read().claims if one.predicate == CV.hasCompetentAuthority]
    assert isinstance(provider.object, Mention)
    assert provider.object.nature == "group"
    assert provider.object.own == "местные исполнительные органы областей"


def test_its_outputs_are_the_result_and_the_refusal() -> None:
    outputs = [one for one in read().statements if one.of and one.of[1] == CPSV.produces]
    kinds = [dict(one.properties).values() for one in outputs]
    assert [
        code("output-kinds", kind) in told
        for kind, told in zip(("result", "refusal"), kinds, strict=True)
    ] == [True, True]


def test_rows_tell_who_acts_and_how_long() -> None:
    steps = [one for one in read().statements if one.type == PPLAN.Step]
    who = [
        told.key if isinstance(told := get(one, SHZ.performedBy), Ref) else None for one in steps
    ]
    assert who == [
        "rabotnik-kantselyarii-uslugodatelya",
        "rukovodstvo-uslugodatelya",
        "ispolnitel",
        None,
    ]
    times = [str(get(one, SHZ.maxDuration) or get(one, SHZ.workingDays) or "") for one in steps]
    assert times == ["PT10M", "PT15M", "2", ""]
    roles = [one.object for one in read().claims if one.predicate == SKOS.prefLabel]
    assert "исполнитель" in {str(one) for one in roles}


def test_the_deadline_counts_working_days_and_nothing_is_left_unread() -> None:
    (deadline,) = [one for one in read().statements if one.type == SHZ.ConditionalDeadline]
    assert str(get(deadline, SHZ.workingDays)) == "3"
    assert read().unread == []
