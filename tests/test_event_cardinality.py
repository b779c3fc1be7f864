"""Events with fewer bodies than their words admit; the acts and their bodies are invented."""

from __future__ import annotations

from datetime import date

import pytest
from telling import read_text

from graph.build.making import make
from graph.dataset import Record, make_record
from graph.findings import find
from graph.model import ActClaims
from graph.register import Register
from ontology import BASE, SHZ

HEAD = "Постановление акимата Талаской области от 5 марта 2024 года № 7"
MERGED = "государственное учреждение «Сад»"


def read(point: str) -> ActClaims:
    text = f"# О садах\n\nАкимат Талаской области ПОСТАНОВЛЯЕТ:\n\n1. {point}\n\n*Аким А. Асанов*\n"
    return read_text(text, "ru", HEAD)


def record(act: ActClaims) -> Record:
    return make_record([act], Register().resolve([act]), BASE)


def quiet(_name: str, _done: int, _of: int) -> None:
    """Nobody watches."""


@pytest.fixture
def merger() -> Record:
    """Of two that are one: the form of a name is printed in two ways."""
    other = MERGED.replace("государственное учреждение", "ГУ")
    words = f"Реорганизовать {MERGED} и {other} путем слияния в государственное учреждение «Роща»."
    return record(read(words))


def test_a_merger_of_one_body_is_kept_as_a_reorganisation(merger: Record) -> None:
    (event,) = [one for one in merger.statements if "/event/" in one.node]
    assert event.type == SHZ.Reorganisation
    assert not make(merger, date(2024, 6, 1), quiet).breaks


def test_what_it_lacks_is_one_finding(merger: Record) -> None:
    found = [
        one for one in find(merger) if one.rule in ("event-cardinality", "stated-kind-differs")
    ]
    assert [one.rule for one in found] == ["event-cardinality"]


def test_a_merger_of_two_is_one() -> None:
    words = f"{MERGED} и государственное учреждение «Лес» путем слияния в учреждение «Роща»"
    held = record(
        read(f"Реорганизовать {words.replace('в учреждение', 'в государственное учреждение')}.")
    )
    (event,) = [one for one in held.statements if "/event/" in one.node]
    assert event.type == SHZ.Merger
