"""What a build holds in memory while it makes the index and the store."""

import gc
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from telling import INVENTED

from graph.build import build
from graph.dataset import Record

SIDE = "recorded: 2026-01-01\nlanguage: kk\n"


def records() -> dict[int, Record]:
    gc.collect()
    return {id(one): one for one in gc.get_objects() if isinstance(one, Record)}


def test_the_record_is_let_go_before_the_index_and_the_store_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, before = import_module("graph.build"), records()
    publish, held = room.publish, []

    def watched(*args: Any) -> Any:
        held.append(records().keys() - before.keys())
        return publish(*args)

    monkeypatch.setattr(room, "publish", watched)
    words = INVENTED.format(
        title="Құру", day="2020 жылғы 1 наурыздағы", number=7, order='"Көктем" мекемесі құрылсын.'
    )
    (tmp_path / "act.txt").write_text(words, encoding="utf-8")
    (tmp_path / "act.yaml").write_text(SIDE, encoding="utf-8")
    assert build([tmp_path / "act.txt"], tmp_path / "out").counts["acts"] == 1
    assert held == [set()]
