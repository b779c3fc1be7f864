"""Acts made for tests: from invented words, or of names alone; and what an act says, asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, URIRef

from graph.__main__ import main
from graph.act import read_act
from graph.claims import read_claims
from graph.formats import read_side, read_source
from graph.model import (
    ActClaims,
    ActInfo,
    Claim,
    Document,
    Evidence,
    Mention,
    Object,
    Range,
    SideFile,
    Source,
    Statement,
)
from graph.names import read_name
from graph.register import Resolution
from ontology import ORG, SHZ


@dataclass(frozen=True)
class Ran:
    """How a command ended: its exit code, what it printed, what it told."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]

#: An invented act of one order, as an akimat prints it.
INVENTED = """{title} туралы

Батыс Қазақстан облысы әкімдігінің {day} № {number} қаулысы

Батыс Қазақстан облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. {order}
      2. Осы қаулы қол қойылған күнінен бастап күшіне енеді.

      Батыс Қазақстан облысының әкімі                      А. Ойдан
"""

RECORDED = date(2026, 11, 21)

#: Requisites of a decision of an akim, and of an order of the head of a committee.
AKIM = "Решение акима Павлодарской области от 20 августа 2003 года за № 8-140"
CHAIR = (
    "Приказ Председателя Комитета дорог Министерства транспорта Республики Казахстан "
    "от 9 февраля 2018 года № 66"
)
_DECISION = {
    "ru": "# О мерах\n\nВ соответствии с законом {enacts}:\n\n{rest}\n",
    "kk": "# Шаралар туралы\n\nЗаңға сәйкес {enacts}:\n\n{rest}\n",
}
_ENACTS = {
    "ru": ("аким области РЕШИЛ", "ПРИКАЗЫВАЮ"),
    "kk": ("облыс әкімі ШЕШІМ қабылдады", "БҰЙЫРАМЫН"),
}
ACTS = Path(__file__).parents[1] / "graph" / "acts"


def tell(
    clauses: Iterable[Sequence[str]],
    language: str,
    *,
    key: str,
    issuer: str | None,
    day: date,
    number: str = "1",
    renamings: Iterable[tuple[str, str]] = (),
) -> ActClaims:
    """An act, or an edition of one, whose clauses name these bodies one after another.

    `renamings` are an old and a new name each, ordered in clauses after those.
    """
    claims, position, clause = [], 0, -1
    for clause, names in enumerate(clauses):
        for name in names:
            mention = read_name(name, language, (Range(position, position + 1),))
            evidence = Evidence(f"point_{clause}", mention.ranges, "name")
            claims.append(Claim(mention, RDF.type, ORG.FormalOrganization, evidence))
            position += 1
    statements = []
    for place, (old, new) in enumerate(renamings, clause + 1):
        where = (Range(1000 + place, 1001 + place),)
        terms = tuple(
            (role, read_name(name, language, where))
            for role, name in ((SHZ.renamed, old), (SHZ.newName, new))
        )
        evidence = Evidence(f"point_{place}", where, "renaming")
        statements.append(Statement(f"event/{place}", SHZ.Renaming, terms, evidence))
    document = Document(
        Source(key, "", f"{key}.{language}"), SideFile(RECORDED, language), language, [], [], []
    )
    named = read_name(issuer, language) if issuer else None
    info = ActInfo(key, "resolution", named, day, number, "", language)
    return ActClaims(document, info, claims, statements, [], set())


def slugs_in(resolution: Resolution, held: ActClaims) -> list[str]:
    """The slug of each body that the clauses of an act name, in their order."""
    named = resolution.of(held.act.key)
    return [named[claim.subject] for claim in held.claims if isinstance(claim.subject, Mention)]


def read_text(text: str, language: str, requisites: str) -> ActClaims:
    """The claims of an act in Markdown."""
    source = Source("invented.md", text, sha256(text.encode()).hexdigest())
    return read_claims(
        read_act(source, SideFile(date(2026, 1, 1), language, requisites=requisites))
    )


@cache
def source_act(stem: str) -> ActClaims:
    """The claims of a source act of the project, by the stem of its file."""
    path = ACTS / f"{stem}.txt"
    return read_claims(read_act(read_source(path), read_side(path)))


def decision(rest: str, language: str, requisites: str = AKIM) -> ActClaims:
    """A decision, or an order, that orders what `rest` says, in Markdown."""
    enacts = _ENACTS[language][requisites.startswith("Приказ")]
    return read_text(_DECISION[language].format(enacts=enacts, rest=rest), language, requisites)


def get(one: Statement, predicate: URIRef) -> Object | None:
    """The first value of a property."""
    return next((value for name, value in one.properties if name == predicate), None)


def claims(act: ActClaims, predicate: URIRef) -> list[Claim]:
    """The claims of a predicate, in order."""
    return [one for one in act.claims if one.predicate == predicate]


def competences(act: ActClaims) -> list[tuple[str, str, str]]:
    """The kind, the number and the words of each competence, in order."""
    return [
        (
            str(get(one, SHZ.competenceKind)).rpartition("/")[2],
            str(get(one, SHZ.number)),
            str(get(one, SHZ.statedText)),
        )
        for one in act.statements
        if one.type == SHZ.Competence
    ]


def told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: object
) -> str:
    """What a command prints; it must end well."""
    monkeypatch.setattr(sys, "argv", ["shezhire", *map(str, words)])
    with pytest.raises(SystemExit) as end:
        main()
    out, err = capsys.readouterr()
    assert not end.value.code, err
    return out


#: Over an invented regulation of a service.
SERVICE_PAGES = {
    "ru": """# Об утверждении регламента государственной услуги «Учет мельниц»

ПРИКАЗЫВАЮ:

1. Утвердить прилагаемый регламент.

> *Утвержден*
> *приказом Министра ремесел*
> *Республики Казахстан*
> *от 3 марта 2014 года № 7*

## Регламент государственной услуги «Учет мельниц»

""",
    "kk": """# «Диірмендерді есепке алу» мемлекеттік көрсетілетін қызмет регламентін бекіту туралы

БҰЙЫРАМЫН:

1. Қоса беріліп отырған регламент бекітілсін.

> *Қазақстан Республикасы*
> *Қолөнер министрінің*
> *2014 жылғы 3 наурыздағы*
> *№ 7 бұйрығымен бекітілді*

## «Диірмендерді есепке алу» мемлекеттік көрсетілетін қызмет регламенті

""",
}


def read_service_page(language: str, *points: str, issuer: str = "Министра ремесел") -> ActClaims:
    """An invented regulation of a service in Markdown, of these points."""
    requisites = f"Приказ {issuer} Республики Казахстан от 3 марта 2014 года № 7"
    return read_text(SERVICE_PAGES[language] + "\n\n".join(points) + "\n", language, requisites)


def label_told(act: ActClaims, ref: object) -> str:
    """What something is called; nothing where it has no name."""
    return next((str(one.object) for one in claims(act, SKOS.prefLabel) if one.subject == ref), "")
