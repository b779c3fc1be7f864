"""The file of decisions: what people decided of two entries, who, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from graph.errors import SideFileError
from graph.formats import day_of, read_rows, words_of
from graph.register.entry import Decision

#: What the file is called in a folder of acts.
DECISIONS = "decisions.yaml"
#: What can be decided: the two are one body, called as the first; or they are two for good.
VERDICTS = ("merge", "distinct")
_NEEDED = ("verdict", "one", "other", "by", "why", "recorded")


def read_decisions(paths: Iterable[Path]) -> tuple[Decision, ...]:
    """The decisions of files, in order of the day they were recorded, then as they stand there.

    Raises SideFileError for a file that is no list of decisions.
    """
    found = [_decision(*row) for path in paths for row in read_rows(path, "decision")]
    return tuple(sorted(found, key=lambda decision: decision.when))


def _decision(row: Any, place: str) -> Decision:
    words = words_of(row, _NEEDED, place)
    if words["verdict"] not in VERDICTS:
        raise SideFileError(f"a verdict: {' or '.join(VERDICTS)}", repr(words["verdict"]), place)
    if words["one"] == words["other"]:
        raise SideFileError("two bodies", f"{words['one']} twice", place)
    day = day_of(row["recorded"], place)
    return Decision(words["verdict"], words["one"], words["other"], words["by"], day, words["why"])


def add_decision(path: Path, decision: Decision) -> None:
    """Write a decision after those that a file holds; the file is made where there is none."""
    row = {
        "verdict": decision.verdict,
        "one": decision.one,
        "other": decision.other,
        "by": decision.who,
        "why": decision.why,
        "recorded": decision.when.isoformat(),
    }
    with path.open("a", encoding="utf-8") as file:
        yaml.safe_dump([row], file, allow_unicode=True, sort_keys=False, width=1000)
