"""Lists whose heading tells the owner by the end of its name, and names of bodies that head the
sections of a list; all acts are invented.
"""

from __future__ import annotations

import pytest
from telling import read_text
from test_claims_lists import REQUISITES, owners, read, rows

from graph.model import Mention
from ontology import SHZ

KK = """# Қазақстан Республикасының Таулы өңірлер комитеті туралы ережені бекіту туралы

ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған ереже бекітілсін.

> *Қазақстан Республикасы*
> *Үкіметінің*
> *2021 жылғы 9 сәуірдегі*
> *№ 7 қаулысымен*
> *бекітілген*

## {heading}

1\\. Қазақстан Республикасы Таулы өңірлер комитетінің Ақтөбе облысы бойынша департаменті.

2\\. Қазақстан Республикасы Таулы өңірлер комитетінің Асу академиясы.
"""

RUSSIAN = """## Перечень организаций, находящихся в ведении Комитета гор Республики Казахстан

Комитет гор

1\\. Департамент Комитета гор Республики Казахстан по Актюбинской области.

2\\. Академия перевалов Комитета гор Республики Казахстан.

Служба троп Комитета гор

1\\. Управление приютов Службы троп Комитета гор Республики Казахстан.
"""


@pytest.mark.parametrize(
    "heading",
    [
        "Таулы өңірлер комитетінің қарамағындағы ұйымдардың тізбесі",
        "Таулы өңірлер комитетінің және оның ведомстволарының қарамағындағы республикалық "
        "мемлекеттік мекемелердің тізбесі",
        "Таулы өңірлер комитетінің және оның ведомстволарының қарамағындағы республикалық "
        "мемлекеттік мекемелердің – аумақтық органдардың тізбесі",
    ],
)
def test_an_owner_may_be_told_by_the_end_of_its_name(heading: str) -> None:
    act = read_text(KK.format(heading=heading), "kk", REQUISITES)
    entries = [dict(one.properties) for one in act.statements if one.type == SHZ.ListEntry]
    assert [str(one[SHZ.number]) for one in entries] == ["1", "2"]
    told = {
        one.object.whole
        for one in act.claims
        if one.basis == "list" and isinstance(one.object, Mention)
    }
    assert told == {"Қазақстан Республикасының Таулы өңірлер комитеті"}


def test_no_other_body_is_the_owner_for_a_common_last_word() -> None:
    heading = "Өзендер комитетінің қарамағындағы ұйымдардың тізбесі"
    act = read_text(KK.format(heading=heading), "kk", REQUISITES)
    assert [one for one in act.claims if one.basis == "list"] == []


def test_a_body_over_numbered_rows_heads_them_and_is_no_row() -> None:
    assert rows("ru", RUSSIAN) == [
        ("1", "Департамент Комитета гор Республики Казахстан по Актюбинской области"),
        ("2", "Академия перевалов Комитета гор Республики Казахстан"),
        ("1", "Управление приютов Службы троп Комитета гор Республики Казахстан"),
    ]
    entries = [dict(one.properties) for one in read("ru", RUSSIAN).statements]
    sections = [str(one[SHZ.section]) for one in entries if SHZ.entryFor in one]
    assert sections == ["Комитет гор", "Комитет гор", "Служба троп Комитета гор"]
    assert owners("ru", RUSSIAN) == {"Комитет гор Республики Казахстан"}


@pytest.mark.parametrize(
    "name",
    [
        "Научно-исследовательский институт законодательства",
        "Институт законодательства и правовой информации",
    ],
)
def test_an_institute_may_be_of_legislation(name: str) -> None:
    heading = (
        "Перечень организаций, находящихся в ведении Министерства юстиции Республики Казахстан"
    )
    listed = f"## {heading}\n\n1\\. {name}.\n\n2\\. Национальное юридическое агентство.\n"
    assert [one for _, one in rows("ru", listed)] == [name, "Национальное юридическое агентство"]


def test_a_town_behind_the_superior_says_where_the_row_sits() -> None:
    heading = "Перечень организаций, находящихся в ведении Комитета гор Республики Казахстан"
    name = "Горный госпиталь Комитета гор Республики Казахстан в городе Алматы"
    act = read("ru", f"## {heading}\n\n1\\. {name}.\n\n2\\. Академия троп.\n")
    (body,) = (
        dict(one.properties)[SHZ.entryFor]
        for one in act.statements
        if one.type == SHZ.ListEntry and "госпиталь" in str(dict(one.properties)[SHZ.entryFor])
    )
    assert isinstance(body, Mention)
    assert (body.whole, body.own) == (name, "Горный госпиталь в городе Алматы")
    assert body.chain == ("Комитет гор Республики Казахстан",)


@pytest.mark.parametrize(
    ("language", "heading", "forms", "names"),
    [
        (
            "ru",
            "Перечень организаций, находящихся в ведении Комитета гор Республики Казахстан",
            ("Государственные учреждения", "Государственные казенные предприятия:"),
            (
                "государственное учреждение «Тропа»",
                "государственное казенное предприятие «Перевал»",
            ),
        ),
        (
            "kk",
            "Қазақстан Республикасы Таулар комитетінің қарамағындағы ұйымдардың тізбесі",
            ("Мемлекеттік мекемелер", "Мемлекеттік қазыналық кәсіпорындар:"),
            ("«Сүрлеу» мемлекеттік мекемесі", "«Асу» мемлекеттік қазыналық кәсіпорны"),
        ),
    ],
)
def test_items_under_a_numbered_legal_form_are_rows(
    language: str, heading: str, forms: tuple[str, str], names: tuple[str, str]
) -> None:
    told = "\n\n".join(
        f"{at}\\. {form}\n\n{at}) {name};"
        for at, (form, name) in enumerate(zip(forms, names, strict=True), 1)
    )
    assert rows(language, f"## {heading}\n\n{told}\n") == [("1", names[0]), ("2", names[1])]
