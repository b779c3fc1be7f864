"""A side file says what is known of an act from outside its text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph.errors import SideFileError, TextPlace
from graph.model import SideFile


def side_path(path: Path) -> Path:
    """Where the side file of an act stands: beside it, with the suffix `.yaml`."""
    return path.with_suffix(".yaml")


def read_side(path: Path) -> SideFile:
    """What the side file of the act at `path` says.

    Raises SideFileError when there is none (the recorded day stands nowhere else), when it is no
    YAML mapping, and when a value has another form than the one expected.
    """
    file = side_path(path)
    values = _load(file)
    recorded = values.get("recorded")
    if recorded is None:
        raise SideFileError(
            "the day on which the act entered the record (`shezhire add` writes it)",
            "no `recorded`",
            str(file),
        )
    return SideFile(
        recorded=_day(recorded, "recorded", file),
        language=_word(values, "language", file) or "",
        act_code=_word(values, "act_code", file),
        requisites=_word(values, "requisites", file),
        complete=_yes_or_no(values, "complete", file),
        supplied=_supplied(values.get("supplied"), file),
    )


def _load(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise SideFileError(
            "a side file with the recorded day (`shezhire add` makes it)", "none", str(file)
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SideFileError(
            "a side file that can be read, in UTF-8", str(error), str(file)
        ) from error
    try:
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SideFileError("YAML", _problem(error), _mark(error, file)) from error
    if not isinstance(values, dict):
        raise SideFileError("a YAML mapping", type(values).__name__, str(file))
    return values


def _problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error)


def _mark(error: yaml.YAMLError, file: Path) -> TextPlace | str:
    mark = getattr(error, "problem_mark", None)
    return TextPlace(str(file), mark.line + 1, mark.column + 1, "") if mark else str(file)


def _word(values: dict[str, Any], key: str, file: Path) -> str | None:
    value = values.get(key)
    if value is None or isinstance(value, str):
        return value
    raise SideFileError(f"words in quotes for `{key}`", repr(value), str(file))


def _yes_or_no(values: dict[str, Any], key: str, file: Path) -> bool:
    value = values.get(key, True)
    if isinstance(value, bool):
        return value
    raise SideFileError(f"`true` or `false` for `{key}`", repr(value), str(file))


def _day(value: object, key: str, file: Path) -> date:
    """A day given as `"2026-11-21"` or, without quotes, as YAML's own date."""
    if type(value) is date:
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # told below, with the key
    raise SideFileError(f'a day such as "2026-11-21" for `{key}`', repr(value), str(file))


def _supplied(values: object, file: Path) -> tuple[tuple[str, date, date], ...]:
    """Dates given from outside: `{what: {date: day, recorded: day}}`, in order of the keys."""
    if values is None:
        return ()
    if not isinstance(values, dict):
        raise SideFileError("a mapping for `supplied`", repr(values), str(file))
    return tuple(_given(str(key), values[key], file) for key in sorted(values, key=str))


def _given(key: str, value: object, file: Path) -> tuple[str, date, date]:
    if not isinstance(value, dict) or set(value) != {"date", "recorded"}:
        raise SideFileError(f"`date` and `recorded` for `{key}`", repr(value), str(file))
    return key, _day(value["date"], key, file), _day(value["recorded"], key, file)
