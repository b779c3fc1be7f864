"""Sections that an act gives anew of a list which it calls only by the appendix it stands in."""

from __future__ import annotations

import pytest
from test_list_edits import read

from graph.model import Mention
from ontology import SHZ

ACTS = {
    "ru": """# О некоторых вопросах Министерства туризма Республики Казахстан

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. В постановлении Правительства Республики Казахстан от 9 апреля 2010 года № 1 «О передаче прав»:

в приложении к указанному постановлению:

раздел «{}» изложить в следующей редакции:

«{}

17. АЛА-003812 АО «Музей песка» (г. Рудный) 100 %

20-4. {}.».

2. Настоящее постановление вводится в действие со дня подписания.
""",
    "kk": """# Қазақстан Республикасы Туризм министрлігінің кейбір мәселелері

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Құқықтарды беру туралы» Қазақстан Республикасы Үкіметінің 2010 жылғы 9 сәуірдегі № 1 қаулысында:

көрсетілген қаулыға қосымшада:

«{}» деген бөлім мынадай редакцияда жазылсын:

«{}

17. АЛА-003812 «Музей песка» АҚ (Рудный қаласы) 100 %

20-4. {}».

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
""",
}
TOURISM = {
    "ru": "Министерству туризма Республики Казахстан",
    "kk": "Қазақстан Республикасы Туризм министрлігіне",
}
CASES = [
    ("ru", "ТОО «Музей соли»", ["Музей песка", "Музей соли"]),
    ("kk", "«Музей соли» ЖШС", ["Музей песка", "Музей соли"]),
    # nothing tells that these words name a body, or they are nothing but a legal form
    ("ru", "Музей соли", ["Музей песка"]),
    ("kk", "Музей соли", ["Музей песка"]),
    ("ru", "Товарищество с ограниченной ответственностью", ["Музей песка"]),
]


@pytest.mark.parametrize(("language", "row", "names"), CASES)
def test_a_section_named_after_a_body_tells_of_a_list_of_bodies(
    language: str, row: str, names: list[str]
) -> None:
    assert entries(language, TOURISM[language], row) == names


@pytest.mark.parametrize(("language", "section"), [("ru", "Общие меры"), ("kk", "Жалпы шаралар")])
def test_a_section_of_no_body_tells_of_none(language: str, section: str) -> None:
    assert entries(language, section, CASES[language == "kk"][1]) == []


def entries(language: str, section: str, row: str) -> list[str]:
    act = read(ACTS[language].format(section, section, row), language, 2)
    bodies = [dict(one.properties) for one in act.statements if one.type == SHZ.ListEntry]
    found = [one[SHZ.entryFor] for one in bodies]
    return [one.own for one in found if isinstance(one, Mention)]
