"""Lists of subordinate bodies whose rows have bodies of their own under them; all are invented."""

from __future__ import annotations

import pytest
from test_claims_lists import read, rows

from graph.model import Mention
from ontology import SHZ

LISTS = {
    "ru": """## Перечень учреждений, подведомственных Министерству туризма Республики Казахстан

1\\. Государственное учреждение "Перевал".

2\\. Учреждения, осуществляющие горный надзор:

1) Алматинский региональный центр горной экспертизы с ниже перечисленными подразделениями:

   Шымкентский центр горной экспертизы;

   Таразский центр горной экспертизы;

2) Западный региональный центр горной экспертизы вместе со следующими подразделениями:

   Уральский центр горной экспертизы;

3) Восточный региональный центр горной экспертизы.
""",
    "kk": """## Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесі

1\\. "Асу" мемлекеттік мекемесі.

2\\. Тау қадағалауын жүзеге асыратын мекемелер:

1) Алматы аймақтық тау сараптамасы орталығы төменде көрсетілген аумақтық бөлімшелерімен бірге:

   Шымкент тау сараптамасы орталығы;

   Тараз тау сараптамасы орталығы;

2) Батыс аймақтық тау сараптамасы орталығы мынадай бөлімшелермен қоса:

   Орал тау сараптамасы орталығы;

3) Шығыс аймақтық тау сараптамасы орталығы.
""",
}
NAMES = {
    "ru": [
        "государственное учреждение «Перевал»",
        "Алматинский региональный центр горной экспертизы",
        "Западный региональный центр горной экспертизы",
        "Восточный региональный центр горной экспертизы",
        "Шымкентский центр горной экспертизы",
        "Таразский центр горной экспертизы",
        "Уральский центр горной экспертизы",
    ],
    "kk": [
        "«Асу» мемлекеттік мекемесі",
        "Алматы аймақтық тау сараптамасы орталығы",
        "Батыс аймақтық тау сараптамасы орталығы",
        "Шығыс аймақтық тау сараптамасы орталығы",
        "Шымкент тау сараптамасы орталығы",
        "Тараз тау сараптамасы орталығы",
        "Орал тау сараптамасы орталығы",
    ],
}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_rows_that_lead_to_their_own_bodies_are_rows_and_so_are_these(language: str) -> None:
    found = {name for _, name in rows(language, LISTS[language])}
    assert found == set(NAMES[language])


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_bodies_under_a_row_are_those_of_the_body_that_it_names(language: str) -> None:
    under = {
        claim.subject.whole: claim.object.whole
        for claim in read(language, LISTS[language]).claims
        if claim.predicate == SHZ.subordinateTo
        and isinstance(claim.subject, Mention)
        and isinstance(claim.object, Mention)
    }
    names = NAMES[language]
    assert [under[name] for name in names[4:]] == [names[1], names[1], names[2]]
    assert {under[name] for name in names[1:4]}.isdisjoint(names)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Центр горной экспертизы со следующими задачами:"),
        ("kk", "Тау сараптамасы орталығы мынадай міндеттермен қоса:"),
    ],
)
def test_what_is_no_name_under_a_row_is_no_row(language: str, words: str) -> None:
    told = LISTS[language].replace(LISTS[language].split("1) ")[1].split("\n")[0], words)
    for name in NAMES[language][4:6]:
        told = told.replace(
            name, {"ru": "проверять тропы", "kk": "соқпақтарды тексереді"}[language]
        )
    assert not {name for _, name in rows(language, told)} & {
        "проверять тропы",
        "соқпақтарды тексереді",
    }
    assert len(rows(language, told)) >= 4
