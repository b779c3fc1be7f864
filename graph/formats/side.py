"""A side file says what is known of an act from outside its text."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from graph.errors import NotAnActError, SideFileError, TextPlace, UnknownThingError
from graph.formats.raw import read_raw
from graph.language import load
from graph.model import SideFile

#: The largest side file, in bytes: it holds a few dates.
LIMIT = 1_000_000
#: What the public mirror of law calls its description of an act, one for all of its editions.
META = "meta.yaml"
#: How the mirror calls languages.
_TONGUES = {"kaz": "kk", "rus": "ru"}


def side_path(path: Path) -> Path:
    """Where the side file of an act stands: beside it, with the suffix `.yaml`."""
    return path.with_suffix(".yaml")


def side_file(path: Path) -> Path | None:
    """The side file of an act that is there: its own, else the description META in its folder."""
    beside = (side_path(path), path.with_name(META))
    return next((one for one in beside if os.path.lexists(one)), None)


def read_side(path: Path) -> SideFile:
    """What the side file of the act at `path` says.

    Raises SideFileError when there is none (the recorded day stands nowhere else), when it is no
    YAML mapping, and when a value has another form than the one expected.
    """
    return side_of(read_side_raw(path), side_path(path))


def read_side_raw(path: Path) -> bytes:
    """The bytes of the side file of the act at `path`; SideFileError when they cannot be had."""
    file = side_file(path)
    if file is None:
        expected = "a side file with the recorded day (`shezhire add` makes it)"
        raise SideFileError(expected, "none", str(side_path(path)))
    try:
        return read_raw(file, LIMIT)
    except NotAnActError as error:
        raise SideFileError(f"a side file: {error.expected}", error.found, str(file)) from error


def side_of(data: bytes, file: Path) -> SideFile:
    """As `read_side`, from the bytes of the side file `file`."""
    values = _load(data, file)
    recorded = values.get("recorded")
    if recorded is None:
        raise SideFileError(
            "the day on which the act entered the record (`shezhire add` writes it)",
            "no `recorded`",
            str(file),
        )
    return _side(values, _day(recorded, "recorded", file), file)


def told_in(path: Path, recorded: date) -> SideFile:
    """What the description META beside the act at `path` says of an act that is recorded on that
    day; nothing where there is none. Errors as of `read_side`.
    """
    file = path.with_name(META)
    return _side(_load(read_raw(file, LIMIT), file) if file.exists() else {}, recorded, file)


def _side(values: dict[str, Any], recorded: date, file: Path) -> SideFile:
    key = "requisites" if "requisites" in values else "requisite"
    return SideFile(
        recorded=recorded,
        language=_language(values, file),
        act_code=_word(values, "act_code", file),
        requisites=_word(values, key, file),
        complete=_yes_or_no(values, "complete", file),
        supplied=_supplied(values.get("supplied"), file),
        titles=_titles(values.get("title"), file),
    )


def _titles(values: object, file: Path) -> tuple[tuple[str, str], ...]:
    """Titles by language: `{rus: words, kaz: words}`; other keys are of no use here."""
    if values is None:
        return ()
    if not isinstance(values, dict):
        raise SideFileError("a mapping for `title`", repr(values), str(file))
    return tuple(
        (code, words)
        for name, code in sorted(_TONGUES.items())
        if (words := _word(values, name, file)) is not None
    )


def _load(data: bytes, file: Path) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SideFileError("a side file in UTF-8", str(error), str(file)) from error
    try:
        values = yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        raise SideFileError("YAML", _problem(error), _mark(error, file)) from error
    except (ValueError, RecursionError) as error:
        raise SideFileError("YAML", str(error), str(file)) from error
    if not isinstance(values, dict):
        raise SideFileError("a YAML mapping", type(values).__name__, str(file))
    return values


class _Loader(yaml.SafeLoader):
    """Plain data without aliases: a few of them, one in another, stand for more than fits; and
    without a key that is given twice, of which one value would be passed over.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and keys.count(key.value) > 1:
                raise yaml.MarkedYAMLError(
                    problem=f"`{key.value}` more than once", problem_mark=key.start_mark
                )
        return super().construct_mapping(node, deep)

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias (`*`)")
        return super().compose_node(parent, index)


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


def _language(values: dict[str, Any], file: Path) -> str:
    said = _word(values, "language", file) or ""
    try:
        return load(said).code if said else ""
    except UnknownThingError as error:
        expected = "a language that acts are read in (`kk`, `ru`)"
        raise SideFileError(expected, f"«{said}»", str(file)) from error


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
