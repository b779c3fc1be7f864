"""A body that goes on by its own name in another form or under another superior."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from patching import record_of_acts
from rdflib import URIRef
from telling import read_text

from graph.view import View, build_view
from ontology import ROV, code

REQUISITES = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 134"
EVE, AFTER = date(2014, 3, 2), date(2026, 1, 1)
#: Invented orders: a conversion in each language, into another form and another ministry.
ACTS = {
    "kk": """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Қазақстан Республикасы Әділет министрлігінің «Мұз институты» республикалық мемлекеттік
қазыналық кәсіпорны Қазақстан Республикасы Қаржы министрлігінің «Мұз институты» шаруашылық жүргізу
құқығындағы республикалық мемлекеттік кәсіпорны болып қайта құру жолымен қайта ұйымдастырылсын.

2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
""",
    "ru": """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Реорганизовать республиканское государственное казенное предприятие «Институт льда»
Министерства юстиции Республики Казахстан путем преобразования в республиканское государственное
предприятие на праве хозяйственного ведения «Институт льда» Министерства финансов Республики
Казахстан.

2. Настоящее постановление вводится в действие со дня подписания.
""",
}
MINISTRY = {"kk": ("Әділет", "Қаржы"), "ru": ("юстиции", "финансов")}


@cache
def view(language: str, day: date) -> View:
    return build_view(record_of_acts([read_text(ACTS[language], language, REQUISITES)]), day)


def told(language: str, day: date, predicate: URIRef, part: str) -> set[str]:
    """What the view says of the institute."""
    return {str(o) for s, p, o in view(language, day).triples if p == predicate and part in str(s)}


@pytest.mark.parametrize(("language", "slug"), [("kk", "muz-instituty"), ("ru", "institut-lda")])
def test_after_a_conversion_a_body_bears_the_new_name_and_form(language: str, slug: str) -> None:
    old, new = MINISTRY[language]
    (before,) = told(language, EVE, ROV.legalName, slug)
    (after,) = told(language, AFTER, ROV.legalName, slug)
    assert old in before
    assert new in after
    assert told(language, AFTER, ROV.orgType, slug) == {str(code("legal-forms", "shzhq-rmk"))}
