"""Where the dataset stands in a call: before what is asked of it, or behind `--dataset`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: How the dataset is named by an option.
OPTIONS = ("--dataset", "-d")
#: How the argument that takes it begins in the help of a command.
_ARGUMENT = "[DATASET"
#: How the way to a directory begins, and how the address of a thing on a server does.
_WAYS, _ADDRESS = ("/", "./", "../"), "/id/"


def placed(takes: Iterable[Any], words: list[str]) -> list[str]:
    """The words of a call with the dataset where the command, which `takes` these, looks for it.

    Commands on a dataset as a whole take it as an argument, and by OPTIONS; those that ask about
    something in it take it by OPTIONS, and as a first word that is a dataset directory, or can be
    nothing but the way to one.
    """
    if any(OPTIONS[0] in one.opts for one in takes):
        first = words[0] if words else ""
        return [OPTIONS[0], *words] if first and _is_meant(first) else words
    shown = [getattr(one, "metavar", None) or "" for one in takes]
    taken = next((one for one in shown if one.startswith(_ARGUMENT)), None)
    if taken is None:
        return words
    left, named = _parted(words)
    # What is asked stands behind the dataset.
    return left + named if taken.endswith("]") else named + left


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The words without OPTIONS, and what these name; one that names nothing stays."""
    left: list[str] = []
    named: list[str] = []
    rest = iter(words)
    for word in rest:
        name, sign, value = word.partition("=")
        if word in OPTIONS:
            value, sign = next(rest, ""), "="
        if sign and value and name in OPTIONS:
            named.append(value)
        else:
            left.append(word)
    return left, named


def _is_meant(word: str) -> bool:
    """Whether a word is a dataset, or the way to a directory: there none may be, which is then told
    of it. The address of a thing begins as a way does.
    """
    leads = word.startswith(_WAYS) and not word.startswith(_ADDRESS)
    return leads or _is_dataset(Path(word))


def _is_dataset(path: Path) -> bool:
    if not path.is_dir():
        return False
    from graph.store import is_dataset

    return is_dataset(path)
