"""No fact speaks of a body that has no name: all acts are invented."""

from __future__ import annotations

import pytest
from rdflib import RDF
from telling import read_text
from test_claims_lists import KK, REQUISITES

from graph.model import ActClaims, Mention
from ontology import ORG, SHZ

ACTS = {
    "rows of a deed": (
        "ru",
        """# О реорганизации учреждений

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Реорганизовать путем слияния:

   1) Горный лыжный университет, Снежный технологический институт в Таразский лыжный университет;

   2) Восточная горнолыжная экспедиция, Западная горнолыжная экспедиция в Горнолыжная экспедиция.
""",
    ),
    "rows of a list": (
        "kk",
        KK
        + """## Қазақстан Республикасы Туризм министрлігінің қарамағындағы ұйымдардың тізбесі

1\\. Шымкент тау шаңғысы- сараптама орталығы.

2\\. Батыс шаңғы көлігіндегі тау- сараптама орталығы.
""",
    ),
    "the owner of a section": (
        "ru",
        """# О внесении изменений

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Внести в постановление Правительства Республики Казахстан от 4 мая 2019 года № 5 изменения:

в перечне организаций, находящихся в ведении Министерства туризма Республики Казахстан:

дополнить разделом следующего содержания:

«Комитет гор Министерства туризма Республики Казахстан

1. Республиканское государственное учреждение «Перевал».».
""",
    ),
}


def bodies(act: ActClaims) -> set[Mention]:
    """Those that take part in what the act says."""
    ends = (one for claim in act.claims for one in (claim.subject, claim.object))
    values = (value for one in act.statements for _, value in one.properties)
    return {one for one in (*ends, *values) if isinstance(one, Mention)}


@pytest.mark.parametrize("name", list(ACTS))
def test_every_body_that_facts_speak_of_has_a_name(name: str) -> None:
    language, text = ACTS[name]
    act = read_text(text, language, REQUISITES)
    named = {
        one.of[0].whole
        for one in act.statements
        if one.of and one.of[1] == SHZ.nameForm and isinstance(one.of[0], Mention)
    }
    spoken = {one.whole for one in bodies(act)}
    assert spoken <= named
    assert len(spoken) > 2


def test_a_body_told_by_its_place_in_a_list_is_one_by_type() -> None:
    language, text = ACTS["rows of a list"]
    act = read_text(text, language, REQUISITES)
    listed = {
        value.whole
        for one in act.statements
        if one.type == SHZ.ListEntry
        for name, value in one.properties
        if name == SHZ.entryFor and isinstance(value, Mention)
    }
    typed = {
        claim.subject.whole
        for claim in act.claims
        if (claim.predicate, claim.object) == (RDF.type, ORG.FormalOrganization)
        and isinstance(claim.subject, Mention)
    }
    assert len(listed) == 2
    assert listed <= typed
