"""Whose list an edit changes, where the list names its owner by a kind alone; all invented."""

import pytest
from telling import read_text

from graph.model import ActClaims, Mention
from ontology import SHZ

HEADS = {
    "ru": "Постановление Правительства Республики Казахстан от 7 июня 2014 года № 3",
    "kk": "Қазақстан Республикасы Үкіметінің 2014 жылғы 7 маусымдағы № 3 қаулысы",
}
ACTS = {
    "ru": """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Министерству финансов Республики Казахстан принять меры.

2. В постановлении Правительства Республики Казахстан от 9 апреля 2010 года № 1 «Вопросы
Министерства туризма Республики Казахстан»:

   в Положении о Министерстве туризма Республики Казахстан:

   в перечне организаций, находящихся в ведении {owner}:

   дополнить пунктом 3 следующего содержания:

   «3. Государственное учреждение «Музей воды».».
""",
    "kk": """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қазақстан Республикасы Қаржы министрлігі шаралар қабылдасын.

2. «Қазақстан Республикасы Туризм министрлігінің мәселелері» туралы Қазақстан Республикасы
Үкіметінің 2010 жылғы 9 сәуірдегі № 1 қаулысында:

   Қазақстан Республикасы Туризм министрлігі туралы ережеде:

   {owner} қарамағындағы ұйымдардың тізбесі:

   мынадай мазмұндағы 3-тармақпен толықтырылсын:

   «3. «Су музейі» мемлекеттік мекемесі.».
""",
}


def owners(language: str, owner: str) -> list[str]:
    """Under whom the act lists its bodies."""
    held: ActClaims = read_text(ACTS[language].format(owner=owner), language, HEADS[language])
    return [
        one.object.own
        for one in held.claims
        if one.predicate == SHZ.subordinateTo
        and one.basis == "list"
        and isinstance(one.object, Mention)
    ]


@pytest.mark.parametrize(
    ("language", "owner", "name"),
    [
        ("ru", "Министерства", "Министерство туризма Республики Казахстан"),
        (
            "ru",
            "Министерства и территориальных подразделений его ведомств",
            "Министерство туризма Республики Казахстан",
        ),
        ("kk", "Министрліктің", "Қазақстан Республикасы Туризм министрлігі"),
    ],
)
def test_a_bare_kind_is_the_body_of_the_act_that_the_point_amends(
    language: str, owner: str, name: str
) -> None:
    assert owners(language, owner) == [name]
