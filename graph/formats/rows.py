"""Lists of rows that people keep beside the acts, in YAML: waivers, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph.errors import SideFileError, TextPlace


def read_rows(path: Path, what: str) -> Iterator[tuple[Any, str]]:
    """The rows of a file, each with its place for errors; `what` is what the rows are.

    Raises SideFileError for a file that is no list in YAML.
    """
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = TextPlace(str(path), mark.line + 1, mark.column + 1, "") if mark else str(path)
        raise SideFileError("YAML", str(getattr(error, "problem", error)), place) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SideFileError(f"a file of {what}s in UTF-8", str(error), str(path)) from error
    if not isinstance(rows, list):
        raise SideFileError(f"a list of {what}s", type(rows).__name__, str(path))
    for number, row in enumerate(rows, 1):
        yield row, f"{path}: {what} {number}"


def words_of(
    row: Any, needed: tuple[str, ...], place: str, also: tuple[str, ...] = ()
) -> dict[str, str]:
    """The words of a row that has all that is `needed`, and beside it only what is in `also`.

    `recorded`, which is a day, is left to `day_of`.
    """
    if not isinstance(row, dict) or not set(needed) <= set(row) <= {*needed, *also}:
        more = f", and {' or '.join(also)}" if also else ""
        raise SideFileError(f"{', '.join(needed)}{more}", repr(row), place)
    words = {name: row[name] for name in row if name != "recorded"}
    for name, value in words.items():
        if not isinstance(value, str) or not value.strip():
            raise SideFileError(f"words for `{name}`", repr(value), place)
    return words


def day_of(value: object, place: str) -> date:
    """The day on which a row entered the record."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise SideFileError(
            'a day such as "2026-11-21" for `recorded`', repr(value), place
        ) from None
