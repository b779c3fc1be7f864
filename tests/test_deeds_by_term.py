"""Deeds to the rows of a list that a clause means by the term which the act defines; invented."""

from __future__ import annotations

import pytest
from telling import read_text

from graph.model import ActClaims
from ontology import SHZ

REQUISITES = "Постановление Правительства Республики Казахстан от 9 апреля 2001 года № 7"
RU = """# Вопросы Министерства туризма Республики Казахстан

Правительство Республики Казахстан постановляет:

1. Утвердить прилагаемые:

1) Положение о Министерстве туризма Республики Казахстан;

2) перечень организаций, находящихся в ведении Министерства туризма Республики Казахстан{term}.

2. {clause}

3. Настоящее постановление вступает в силу со дня подписания.

```
Утвержден
постановлением Правительства
Республики Казахстан
от 9 апреля 2001 года № 7
```

Перечень организаций, находящихся в ведении

Министерства {of} Республики Казахстан

1. Республиканское государственное предприятие "Ивовый мост"

2. (исключена)

3. Государственное учреждение "Музей троп"
"""
KK = """# Қазақстан Республикасы Туризм министрлігінің мәселелері

Қазақстан Республикасының Үкіметі қаулы етеді:

1. Қоса беріліп отырған:

1) Қазақстан Республикасының Туризм министрлігі туралы ереже;

2) Қазақстан Республикасы Туризм министрлігінің қарауындағы ұйымдардың тізбесі{term} бекітілсін.

2. {clause}

3. Осы қаулы қол қойылған күнінен бастап күшіне енеді.

```
Қазақстан Республикасы Үкіметінің
2001 жылғы 9 сәуірдегі
№ 7 қаулысымен
бекітілген
```

Қазақстан Республикасы {of} министрлігінің қарауындағы ұйымдардың тізбесі

1. "Талды көпір" республикалық мемлекеттік кәсіпорны

2. "Жол мұражайы" мемлекеттік мекемесі
"""
TERM = {"ru": " (далее - Перечень)", "kk": " (бұдан әрі - Тізбе)"}
OF = {"ru": "туризма", "kk": "Туризм"}
ORDER = {
    "ru": "Передать государственные организации, указанные в Перечне, в подчинение Министерству "
    "туризма Республики Казахстан.",
    "kk": "Тізбеде көрсетілген мемлекеттік ұйымдар Қазақстан Республикасы Туризм министрлігінің "
    "бағынысына берілсін.",
}


def read(language: str, *, term: str = "", clause: str = "", of: str = "") -> ActClaims:
    text = {"ru": RU, "kk": KK}[language].format(
        term=term, clause=clause or ORDER[language], of=of or OF[language]
    )
    return read_text(text, language, REQUISITES)


def told(act: ActClaims) -> tuple[int, int]:
    """How many deeds an act has, and how many rows its list."""
    deeds = sum(one.key.startswith("event/") for one in act.statements)
    return deeds, sum(one.type == SHZ.ListEntry for one in act.statements)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_rows_of_a_list_meant_by_its_term_are_handed_over_and_listed(language: str) -> None:
    act = read(language, term=TERM[language])
    assert told(act) == (2, 2)
    assert "point_2" not in {one.clause for one in act.unread}


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(
    "words",
    [
        {},
        {"of": {"ru": "финансов", "kk": "Қаржы"}},
        {
            "clause": {
                "ru": "Организации, указанные в Перечне, представляют отчеты в Министерство "
                "туризма Республики Казахстан.",
                "kk": "Тізбеде көрсетілген ұйымдар Қазақстан Республикасы Туризм министрлігіне "
                "есеп береді.",
            }
        },
        {
            "clause": {
                "ru": "Передать организации, указанные в Перечне, утвержденном другим "
                "постановлением, в подчинение Министерству туризма Республики Казахстан.",
            }
        },
    ],
)
def test_no_term_or_another_list_or_no_deed_hands_no_rows_over(
    language: str, words: dict[str, dict[str, str]]
) -> None:
    given = {name: value.get(language, "") for name, value in words.items()}
    term = TERM[language] if words else ""
    if words and not any(given.values()):
        return
    assert told(read(language, term=term, **given)) == (0, 2)
