"""No enacting clause is passed over: it is in a statement, or in the report with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from telling import get, read_text

from graph.build.acts import read_one
from graph.model import ActClaims, Provision, ProvisionKind, Ref
from ontology import SHZ

HOUSE = Path(__file__).parent.parent
CORPUS = HOUSE.parent / "shared" / "acts" / "corpus"
WORDING = HOUSE / "tests" / "golden" / "wording" / "acts"
FILES = sorted((*CORPUS.glob("*/*.md"), *WORDING.glob("*/*.md")))
CLAUSES = {
    ProvisionKind.POINT,
    ProvisionKind.ITEM,
    ProvisionKind.INDENT,
    ProvisionKind.PARAGRAPH,
}
REQUISITES = "Постановление Правительства Республики Казахстан от 3 марта 2014 года № 134"


def clauses(held: ActClaims) -> Iterator[Provision]:
    return (part for part in held.document.walk() if part.kind in CLAUSES)


def told(held: ActClaims) -> set[str]:
    """Clauses that evidence lies in, or that statements name: as what orders, as what lists."""
    found = {one.evidence.clause for one in (*held.statements, *held.claims)}
    for one in held.statements:
        values = (value for _, value in one.properties if isinstance(value, Ref))
        found |= {value.key.partition("/")[2] for value in values if value.kind == "clause"}
    return found


def silent(held: ActClaims) -> list[str]:
    """Clauses that are neither read nor reported, and do not lead to one that is."""
    known = held.read | {one.clause for one in held.unread}
    return [
        part.eid
        for part in clauses(held)
        if part.eid not in known
        and not (part.text.string.endswith(":") and any(p.eid in known for p in part.walk()))
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_clause_is_read_or_reported_with_a_reason(path: Path) -> None:
    held = read_one(path)
    assert silent(held) == []
    assert all(one.reason and one.ranges for one in held.unread)
    enacting = [
        part
        for part in clauses(held)
        if not part.eid.startswith("app_")
        and not part.text.string.endswith(":")
        and not any(one.kind in CLAUSES for one in part.children)
    ]
    known = told(held) | {one.clause for one in held.unread}
    lost = [
        part.eid
        for part in enacting
        if not any(one == part.eid or one.startswith(f"{part.eid}__") for one in known)
    ]
    assert lost == []


ACT = """# О некоторых вопросах

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Провести праздник песни на берегу.

   1) создать государственное учреждение «Дом песни».

2. Создать государственные учреждения согласно приложению к настоящему постановлению.

> *Приложение*
> *к постановлению Правительства*
> *Республики Казахстан*
> *от 3 марта 2014 года № 134*

## Перечень создаваемых государственных учреждений

1. Государственное учреждение «Школа пения».

2. Государственное учреждение «Школа напевов».
"""


def test_words_above_an_item_that_was_read_are_reported_where_they_lead_to_nothing() -> None:
    assert "point_1" in {one.clause for one in read_text(ACT, "ru", REQUISITES).unread}


def test_a_deed_in_a_row_of_an_appendix_names_the_clause_that_orders_it() -> None:
    held = read_text(ACT, "ru", REQUISITES)
    rows = [one for one in held.statements if one.key.startswith("event/app_")]
    assert len(rows) == 2
    for one in rows:
        ordered = get(one, SHZ.orderedBy)
        assert isinstance(ordered, Ref)
        assert ordered.key.endswith("/point_2")
