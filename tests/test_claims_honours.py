"""Orders that a body bears the name of a person; bodies and persons are invented."""

from __future__ import annotations

import pytest
from telling import claims, read_text

from graph.model import ActClaims, Mention
from ontology import SHZ, SKOS

REQUISITES = "Постановление Правительства Республики Казахстан от 5 мая 2021 года № 33"
HEADS = {
    "ru": "# О присвоении имен\n\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n\n",
    "kk": "# Есім беру туралы\n\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n\n",
}


def read(language: str, words: str) -> ActClaims:
    return read_text(HEADS[language] + words, language, REQUISITES)


def honours(act: ActClaims) -> list[tuple[str, str]]:
    """The own name of each body that an order names after a person, and that person."""
    persons = {one.subject: str(one.object) for one in claims(act, SKOS.prefLabel)}
    return [
        (one.subject.own, persons[one.object])
        for one in claims(act, SHZ.namedAfter)
        if isinstance(one.subject, Mention) and one.evidence.rule == "named-after"
    ]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        (
            "ru",
            "1. Присвоить коммунальному государственному учреждению «Школа № 5» отдела образования "
            "города Рудного имя Есена Тасболатулы.",
            [("Школа № 5", "Есен Тасболатулы")],
        ),
        (
            "ru",
            "1. Присвоить следующим организациям:\n\n1) коммунальному государственному учреждению "
            "«Школа искусств» Рудненского городского отдела образования имя Айжан Таловой;\n\n"
            "2) коммунальному государственному учреждению «Лицей № 2» имя аль-Тараби.",
            [("Школа искусств", "Айжан Талова"), ("Лицей № 2", "аль-Тараби")],
        ),
        (
            "kk",
            "1. «Арна ауданының білім бөлімі» мемлекеттік мекемесінің «№ 5 орта мектебі» "
            "коммуналдық мемлекеттік мекемесіне Есен Тасболатовтың есімі берілсін.",
            [("№ 5 орта мектебі", "Есен Тасболатов")],
        ),
        (
            "kk",
            "1. Мынадай ұйымдарға:\n\n1) Арна аудандық білім бөлімінің «Өнер мектебі» коммуналдық "
            "мемлекеттік мекемесіне Айжан Талқызының есімі;\n\n2) Арна аудандық білім бөлімінің "
            "«№ 2 лицей» коммуналдық мемлекеттік мекемесіне әл-Тарабидің есімі берілсін.",
            [("Өнер мектебі", "Айжан Талқызы"), ("№ 2 лицей", "әл-Тараби")],
        ),
    ],
)
def test_a_body_is_named_after_a_person_by_order(
    language: str, words: str, expected: list[tuple[str, str]]
) -> None:
    act = read(language, words)
    assert honours(act) == expected
    assert not act.unread


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "1. Присвоить государственному учреждению «Школа № 5» имя, указанное в приложении."),
        ("ru", "1. Присвоить государственному учреждению «Школа № 5» категорию первой группы."),
        ("kk", "1. «№ 5 мектеп» мемлекеттік мекемесіне қосымшада көрсетілген есімі берілсін."),
    ],
)
def test_what_is_no_name_of_a_person_is_left_unread(language: str, words: str) -> None:
    act = read(language, words)
    assert honours(act) == []
    assert [one.clause for one in act.unread] == ["point_1"]


def test_the_new_name_is_not_made_up() -> None:
    words = "1. Присвоить государственному учреждению «Школа № 5» имя Есена Тасболатулы."
    assert not [one for one in read("ru", words).statements if one.key.startswith("event/")]
