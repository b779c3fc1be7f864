"""A deed that two editions of one act order is one, in the words of both; else neither is lost."""

from __future__ import annotations

from pathlib import Path

from patching import record_of_acts
from rdflib import Literal, URIRef
from telling import read_text

from graph.build import build
from graph.dataset import HeldStatement
from graph.model import ActClaims
from ontology import SHZ

REQUISITES = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 134"
#: The verb stands behind all items in one language, before them in the other.
KK = """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Мына мемлекеттік мекемелер:

1) «Жайсаң облысының Су департаменті» мемлекеттік мекемесі «Жайсаң облысының Су және мұз
департаменті» мемлекеттік мекемесі;

2) «Бидайық облысының Су департаменті» мемлекеттік мекемесі «Бидайық облысының Су және мұз
департаменті» мемлекеттік мекемесі болып қайта аталсын.
"""
RU = """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Переименовать следующие государственные учреждения:

1) государственное учреждение «Департамент воды Жайсанской области» в государственное учреждение
«Департамент воды и льда Жайсанской области»;

2) государственное учреждение «Департамент воды Бидаикской области» в государственное учреждение
«Департамент воды и льда Бидаикской области».
"""
#: Nothing but the order says which school of one edition is which of the other.
KK_SCHOOLS = """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Ән мектебі», «Күй мектебі» мемлекеттік мекемелері біріктіру жолымен «Өнер үйі» мемлекеттік
мекемесі болып қайта ұйымдастырылсын.
"""
RU_SCHOOLS = """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Реорганизовать государственные учреждения «Школа пения» и «Школа напевов» путем слияния в
государственное учреждение «Дом искусств».
"""


def deeds(kk: str, ru: str) -> list[HeldStatement]:
    acts: list[ActClaims] = [read_text(kk, "kk", REQUISITES), read_text(ru, "ru", REQUISITES)]
    return [one for one in record_of_acts(acts).statements if "/event/" in one.node]


def languages(one: HeldStatement, predicate: URIRef) -> set[str | None]:
    return {v.language for n, v in one.properties if n == predicate and isinstance(v, Literal)}


def test_a_row_of_deeds_whose_verb_stands_elsewhere_keeps_the_words_of_both_editions() -> None:
    found = deeds(KK, RU)
    assert len(found) == 2
    for one in found:
        for name in (SHZ.oldName, SHZ.newName, SHZ.statedForm):
            assert languages(one, name) == {"kk", "ru"}, name
        assert one.echo is not None
        ordered = [str(v).rpartition("/")[2] for n, v in one.properties if n == SHZ.orderedBy]
        assert len(ordered) == 1


def test_deeds_on_bodies_that_are_not_known_to_be_one_stand_side_by_side() -> None:
    found = deeds(KK_SCHOOLS, RU_SCHOOLS)
    by_language = {one.document.language for one in found}
    assert by_language == {"kk", "ru"}
    assert len({one.node for one in found}) == len(found)
    assert all(one.type == SHZ.Merger for one in found)


LISTED = {
    "kk": """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қосымшаға сәйкес тізбе бекітілсін.

> *Қазақстан Республикасы*
> *Үкіметінің*
> *2014 жылғы 3 наурыздағы № 134*
> *қаулысына қосымша*

## Мұражайлардың тізбесі

| Р/с № | Атауы |
|---|---|
| 1 | Ән мұражайы |
| {row} | Күй мұражайы |
""",
    "ru": """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Утвердить перечень согласно приложению.

> *Приложение*
> *к постановлению Правительства*
> *Республики Казахстан*
> *от 3 марта 2014 года № 134*

## Перечень музеев

| № п/п | Наименование |
|---|---|
| 1 | Музей песни |
| {row} | Музей напева |
""",
}


def test_a_row_that_two_editions_number_differently_breaks_no_shape(tmp_path: Path) -> None:
    for language, row in (("kk", "2"), ("ru", "3")):
        file = tmp_path / f"act.{language}.md"
        file.write_text(LISTED[language].format(row=row), "utf-8")
        side = f'recorded: "2026-01-01"\nlanguage: {language}\nrequisites: "{REQUISITES}"\n'
        file.with_suffix(".yaml").write_text(side, "utf-8")
    report = build([tmp_path], tmp_path / "out")
    assert len(report.acts) == 2
    assert report.complete, report.violations
