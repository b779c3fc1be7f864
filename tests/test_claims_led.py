"""What the words above items say of each body that they make: form, superior; invented acts."""

from __future__ import annotations

from pathlib import Path

import pytest
import test_deeds_kazakh as kazakh
import test_deeds_russian as russian
from rdflib import URIRef

from graph.model import ActClaims, Certainty, Claim, Mention
from ontology import ROV, SHZ, code

RU = (
    "1. Создать следующие государственные учреждения Министерства мер Республики Казахстан:\n\n"
    '   1) "Республиканский центр гирь";\n\n   2) "Республиканский центр весов".'
)
KK = (
    "1. Қазақстан Республикасы Өлшем министрлігінің мынадай мемлекеттік мекемелері құрылсын:\n\n"
    '   1) "Республикалық гир орталығы";\n\n   2) "Республикалық таразы орталығы".'
)


def of(act: ActClaims, predicate: URIRef) -> dict[str, Claim]:
    """The claims of a predicate about bodies, by own name."""
    return {
        one.subject.own: one
        for one in act.claims
        if one.predicate == predicate and isinstance(one.subject, Mention)
    }


@pytest.fixture(params=["ru", "kk"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[ActClaims, str, str, str]:
    """An act, the own names of its first and second body, and of their superior."""
    if request.param == "ru":
        return (
            russian.read(tmp_path, RU),
            "Республиканский центр гирь",
            "Республиканский центр весов",
            "Министерство мер Республики Казахстан",
        )
    return (
        kazakh.act(tmp_path, KK),
        "Республикалық гир орталығы",
        "Республикалық таразы орталығы",
        "Қазақстан Республикасы Өлшем министрлігі",
    )


def test_the_form_above_items_is_that_of_each(told: tuple[ActClaims, str, str, str]) -> None:
    act, *bodies, _ = told
    forms = of(act, ROV.orgType)
    for body in bodies:
        assert forms[body].object == code("legal-forms", "mm")
        assert forms[body].evidence.certainty is Certainty.INTERPRETED
        assert forms[body].evidence.reason == "said-above"
        # The words above and those of the item are both quoted.
        assert len(forms[body].evidence.ranges) == 2


def test_whose_they_are_above_items_is_the_superior_of_each(
    told: tuple[ActClaims, str, str, str],
) -> None:
    act, *bodies, above = told
    superiors = of(act, SHZ.subordinateTo)
    for body in bodies:
        superior = superiors[body].object
        assert isinstance(superior, Mention)
        assert superior.whole == above
        assert superiors[body].evidence.reason == "said-above"


def test_a_form_that_an_item_prints_itself_is_not_taken_from_above(tmp_path: Path) -> None:
    points = RU.replace('"Республиканский центр весов"', 'предприятие "Весовой завод"')
    points = points.replace('предприятие "В', 'государственное предприятие "В')
    forms = of(russian.read(tmp_path, points), ROV.orgType)
    assert forms["Весовой завод"].object == code("legal-forms", "mk")
    assert forms["Весовой завод"].evidence.certainty is Certainty.STATED


def test_nothing_is_taken_from_words_above_that_name_no_form(tmp_path: Path) -> None:
    points = RU.replace(
        "следующие государственные учреждения Министерства мер", "при Министерстве мер"
    )
    act = russian.read(tmp_path, points)
    assert "Республиканский центр гирь" not in of(act, ROV.orgType)
