"""What is kept once it is made, until it is too much."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


def keep(kept: dict[_Key, _Value], key: _Key, value: _Value, most: int = 65536) -> _Value:
    """Keeps a value and gives it back; where there are `most` already, all others are let go."""
    if len(kept) >= most:
        kept.clear()
    kept[key] = value
    return value
