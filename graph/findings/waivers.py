"""Waivers: findings that somebody closed, with a reason and a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.dataset import Record
from graph.errors import SideFileError
from graph.findings.hit import messages
from graph.formats import day_of, read_rows, words_of
from graph.model import Finding

#: What the file is called in a folder of acts.
WAIVERS = "waivers.yaml"
_NEEDED = ("rule", "reason", "by", "recorded")
_MEANT = ("clause", "body")


@dataclass(frozen=True, slots=True)
class Waiver:
    """Who closed findings of a rule and why: those on a clause (`<act>/<eId>`), on a body (slug).

    At least one of the two is set; where both are, a finding must fit both.
    """

    rule: str
    reason: str
    by: str
    recorded: date
    clause: str | None = None
    body: str | None = None

    def closes(self, finding: Finding, record: Record) -> bool:
        """Whether the finding is of the rule and on the clause and the body."""
        clauses = {f"{act}/{eid}" for _, act, eid, _ in finding.placed()}
        about = [record.iris.short(subject) for subject in finding.subjects]
        return (
            finding.rule == self.rule
            and (self.clause is None or self.clause in clauses)
            and (self.body is None or f"body/{self.body}" in about)
        )


def waived(finding: Finding, waivers: Iterable[Waiver], record: Record) -> Waiver | None:
    """The first waiver that closes a finding."""
    return next((waiver for waiver in waivers if waiver.closes(finding, record)), None)


def read_waivers(paths: Iterable[Path]) -> tuple[Waiver, ...]:
    """The waivers of files, in order of the day they were recorded, rule and place.

    Raises SideFileError for a file that is no list of waivers, and for one that names a rule that
    there is not.
    """
    found = [_waiver(*row) for path in paths for row in read_rows(path, "waiver")]
    return tuple(sorted(found, key=lambda w: (w.recorded, w.rule, w.clause or "", w.body or "")))


def _waiver(row: Any, place: str) -> Waiver:
    words = words_of(row, _NEEDED, place, _MEANT)
    if not set(_MEANT) & set(words):
        raise SideFileError("a clause or a body", "neither", place)
    if words["rule"] not in messages():
        raise SideFileError("a rule of findings", repr(words["rule"]), place)
    return Waiver(**words, recorded=day_of(row["recorded"], place))
