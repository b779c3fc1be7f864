"""Waivers: findings that somebody closed, with a reason and a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph.dataset import Record
from graph.errors import SideFileError, TextPlace
from graph.findings.hit import messages
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
        clauses = {f"{act}/{eid}" for act, eid, _ in finding.spans}
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
    found = [waiver for path in paths for waiver in _read(path)]
    return tuple(sorted(found, key=lambda w: (w.recorded, w.rule, w.clause or "", w.body or "")))


def _read(path: Path) -> Iterator[Waiver]:
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = TextPlace(str(path), mark.line + 1, mark.column + 1, "") if mark else str(path)
        raise SideFileError("YAML", str(getattr(error, "problem", error)), place) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SideFileError("a file of waivers in UTF-8", str(error), str(path)) from error
    if not isinstance(rows, list):
        raise SideFileError("a list of waivers", type(rows).__name__, str(path))
    for number, row in enumerate(rows, 1):
        yield _waiver(row, f"{path}: waiver {number}")


def _waiver(row: Any, place: str) -> Waiver:
    if not isinstance(row, dict) or not set(_NEEDED) <= set(row) <= {*_NEEDED, *_MEANT}:
        raise SideFileError(f"{', '.join(_NEEDED)}, and clause or body", repr(row), place)
    words = {name: row[name] for name in row if name != "recorded"}
    for name, value in words.items():
        if not isinstance(value, str) or not value.strip():
            raise SideFileError(f"words for `{name}`", repr(value), place)
    if not set(_MEANT) & set(words):
        raise SideFileError("a clause or a body", "neither", place)
    if words["rule"] not in messages():
        raise SideFileError("a rule of findings", repr(words["rule"]), place)
    return Waiver(**words, recorded=_day(row["recorded"], place))


def _day(value: object, place: str) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise SideFileError(
            'a day such as "2026-11-21" for `recorded`', repr(value), place
        ) from None
