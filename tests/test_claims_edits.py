"""What an act does to other acts: repeals, and changes of their text, in both languages."""

from __future__ import annotations

import pytest
from telling import get, read_text

from graph.model import ActClaims, Ref
from ontology import ELI, SHZ, code

REQUISITES = "Постановление Правительства Республики Казахстан от 9 апреля 2021 года № 7"

RU = """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Внести в постановление Правительства Республики Казахстан от 5 мая 2010 года № 12 «О мерах»
следующие изменения:

в перечне организаций, утвержденном указанным постановлением:

строку, порядковый номер 3, исключить;

пункт 2 изложить в следующей редакции:

«2. Образовать Комитет туризма.».

2. Признать утратившими силу:

1) постановление Правительства Республики Казахстан от 1 марта 2001 года № 3 «О внесении изменений
в постановление Правительства Республики Казахстан от 5 мая 1999 года № 1»;

2) пункт 4 постановления Правительства Республики Казахстан от 2 марта 2002 года № 4 «О хлебе».

3. Настоящее постановление вводится в действие со дня его подписания.
"""

KK = """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. «Шаралар туралы» Қазақстан Республикасы Үкіметінің 2010 жылғы 5 мамырдағы № 12 қаулысына мынадай
өзгерістер енгізілсін:

көрсетілген қаулымен бекітілген ұйымдардың тізбесінде:

реттік нөмірі 3-жол алып тасталсын;

2-тармақ мынадай редакцияда жазылсын:

«2. Туризм комитеті құрылсын.».

2. Мыналардың:

1) «Қазақстан Республикасы Үкіметінің 1999 жылғы 5 мамырдағы № 1 қаулысына өзгерістер енгізу туралы»
Қазақстан Республикасы Үкіметінің 2001 жылғы 1 наурыздағы № 3 қаулысының;

2) «Нан туралы» Қазақстан Республикасы Үкіметінің 2002 жылғы 2 наурыздағы № 4 қаулысының
4-тармағының күші жойылды деп танылсын.

3. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.
"""


def read(language: str) -> ActClaims:
    return read_text({"ru": RU, "kk": KK}[language], language, REQUISITES)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_each_change_says_what_is_done_to_which_act(language: str) -> None:
    act = Ref("act", "government-2010-12")
    edits = [
        (one.evidence.clause, get(one, SHZ.editKind), get(one, SHZ.ofAct))
        for one in read(language).statements
        if one.type == SHZ.Edit
    ]
    assert edits == [
        ("point_1__para_2", code("edit-kinds", "remove"), act),
        ("point_1__para_3", code("edit-kinds", "reword"), act),
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_act_repeals_the_acts_named_outside_titles_and_changes_where_a_part_is_named(
    language: str,
) -> None:
    told = {
        (claim.predicate, claim.object)
        for claim in read(language).claims
        if claim.predicate in (ELI.repeals, ELI.amends)
    }
    assert told == {
        (ELI.amends, Ref("act", "government-2010-12")),
        (ELI.repeals, Ref("act", "government-2001-3")),
        (ELI.amends, Ref("act", "government-2002-4")),
    }


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_clause_of_changes_is_understood_and_no_deed_is_read(language: str) -> None:
    act = read(language)
    assert act.unread == []
    assert not [one for one in act.statements if one.key.startswith("event/")]
