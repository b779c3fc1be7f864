"""Slips in the name of a body: mended by the known forms, marked as read, kept as printed."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from patching import hierarchy_of, record_of_acts
from telling import get, read_text

from graph.hierarchy.why import why
from graph.model import ActClaims, Certainty, Mention, Statement
from ontology import SHZ, SKOSXL, code

TEXT = {
    "ru": """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Переименовать Депратамент мелиорации города Тасболата в Департамент воды города Тасболата.

2. Департаменту мелиорации города Каракоспы принять меры.
""",
    "kk": """# Кейбір мәселелер туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Тасболат қаласының мелиорация баскармасы Тасболат қаласының су басқармасы болып қайта аталсын.

2. Қаракоспа қаласының мелиорация басқармасы шаралар қабылдасын.
""",
}
PRINTED = {"ru": "Депратамент мелиорации", "kk": "Тасболат қаласының мелиорация баскармасы"}
#: In Kazakh the letters that keyboards lack are read, and printed as the act prints them.
SHOWN = {"ru": "Департамент мелиорации", "kk": "Тасболат қаласының мелиорация баскармасы"}


@cache
def read(language: str) -> ActClaims:
    requisites = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 134"
    return read_text(TEXT[language], language, requisites)


def slipped(one: Statement) -> bool:
    return one.evidence.certainty is Certainty.INTERPRETED and one.evidence.reason == "slip-mended"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_event_of_a_body_whose_name_was_mended_is_marked(language: str) -> None:
    (event,) = (one for one in read(language).statements if one.type == SHZ.Renaming)
    renamed = get(event, SHZ.renamed)
    assert isinstance(renamed, Mention)
    assert renamed.whole.startswith(SHOWN[language])
    assert renamed.kind
    assert slipped(event)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_printed_words_are_kept_as_a_damaged_name(language: str) -> None:
    act = read(language)
    (name,) = (
        one for one in act.statements if get(one, SHZ.nameKind) == code("name-kinds", "damaged")
    )
    words = str(get(name, SKOSXL.literalForm))
    assert words.startswith(PRINTED[language])
    assert slipped(name)
    assert "".join(map(act.document.source.quote, name.evidence.ranges)) == words


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_names_without_a_slip_are_said(language: str) -> None:
    words = {"ru": "Каракосп", "kk": "Қаракоспа"}[language]
    said = [
        one
        for one in read(language).statements
        if one.type == SKOSXL.Label and words in str(get(one, SKOSXL.literalForm))
    ]
    assert said
    assert not any(map(slipped, said))


def test_why_shows_the_reason_and_the_printed_words() -> None:
    record = record_of_acts([read("ru")])
    hierarchy = hierarchy_of(record, date(2026, 11, 21))
    (damaged,) = (
        one
        for one in record.statements
        if (SHZ.nameKind, code("name-kinds", "damaged")) in one.properties
    )
    assert damaged.of is not None
    grounds = {one.fact.iri: one.fact for one in why(hierarchy, str(damaged.of[0]))}
    fact = grounds[str(damaged.node)]
    assert fact.certainty == "Interpreted"
    assert fact.reason == "slip-mended"
    assert "Депратамент мелиорации города Тасболата" in str(
        fact.node.values[str(SKOSXL.literalForm)]
    )
