"""Edits of lists as the server tells them: with the act, and on the page of a body."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest
from test_list_edits import BASE, DAYS, EDIT, NAMES

from graph.build import build

SIDE = 'act_code: "{number}"\nrecorded: "2026-11-21"\nlanguage: "ru"\nrequisites: "{head}"\n'
HEAD = "Постановление Правительства Республики Казахстан от {day} года № {number}"
EDITED, EDITING = "government-2010-1", "government-2012-2"
Serve = Callable[[Path], AbstractContextManager[str]]


@pytest.mark.parametrize("held", [True, False])
def test_an_act_tells_its_edits_and_each_body_its_rows(
    held: bool, tmp_path: Path, serve: Serve
) -> None:
    for number, text in ((1, BASE["ru"]), (2, EDIT["ru"])):
        if number == 2 or held:
            (tmp_path / f"{number}.md").write_text(text, "utf-8")
            head = HEAD.format(day=DAYS[number], number=number)
            (tmp_path / f"{number}.yaml").write_text(SIDE.format(number=number, head=head), "utf-8")
    build(sorted(tmp_path.glob("*.md")), tmp_path / "out")
    with serve(tmp_path / "out") as address, httpx.Client(base_url=address) as client:
        act = client.get(f"/api/acts/{EDITING}", params={"at": "2013-01-01"}).json()
        told = [(one["kind"]["code"], one["rows"], names(one["bodies"])) for one in act["edits"]]
        assert told == [
            ("remove", ["1"], []),
            ("reword", ["2"], [NAMES["ru"][3]]),
            ("add", ["2-1"], [NAMES["ru"][4]]),
        ]
        assert {one["section"] for one in act["edits"]} == {"1. Государственные учреждения"}
        assert {one["of"]["@id"].rsplit("/", 1)[1] for one in act["edits"]} == {EDITED}
        assert act["edited_by"] == []
        base = client.get(f"/api/acts/{EDITED}").json()
        assert [one["rows"] for one in base["edited_by"]] == [["1"], ["2"], ["2-1"]]
        assert base["held"] is held
        for body in (body for one in act["edits"] for body in one["bodies"]):
            story = client.get(f"/api/bodies/{body['slug']}/history")
            page = client.get(body["url"], headers={"Accept": "text/html"}, follow_redirects=True)
            assert story.status_code == 200, story.text
            assert page.status_code == 200, page.text


def names(bodies: list[dict[str, Any]]) -> list[str]:
    """The own names."""
    return [name for body in bodies for name in reversed(NAMES["ru"]) if name in body["name"]][:1]
