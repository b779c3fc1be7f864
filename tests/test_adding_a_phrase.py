"""Adding a phrase is adding data: the example of the README, run as it stands there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from graph.act import read_act
from graph.claims import read_claims
from graph.formats import read_side, read_source
from graph.language import load
from ontology import SHZ

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
ACT, RULE = (
    re.search(rf"```{kind}\n(.*?)```", README.partition("## Adding a phrase")[2], re.DOTALL)
    for kind in ("text", "toml")
)


def events(path: Path) -> list[str]:
    act = read_claims(read_act(read_source(path), read_side(path)))
    return [str(one.type) for one in act.statements if one.key.startswith("event/")]


@pytest.fixture
def act(tmp_path: Path) -> Path:
    assert ACT is not None
    path = tmp_path / "example.txt"
    path.write_text(ACT[1], encoding="utf-8")
    path.with_suffix(".yaml").write_text('recorded: "2026-11-21"\nlanguage: "kk"\n', "utf-8")
    return path


def test_words_that_no_phrase_knows_order_nothing(act: Path) -> None:
    assert events(act) == []


def test_a_phrase_added_as_data_is_read(act: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert RULE is not None
    section = load("kk").section("phrases")
    added = tomllib.loads(RULE[1])["event"]
    monkeypatch.setitem(section, "event", [*section["event"], *added])
    assert events(act) == [str(SHZ.Liquidation)]
