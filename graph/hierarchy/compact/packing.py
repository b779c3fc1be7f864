"""The index of a record as one block of bytes, and back: numbers and words, nothing that runs."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping
from typing import Any

import orjson

from graph.errors import DatasetError

#: Grows when an index of an older program can no longer be read: it is then made from the dump.
VERSION = 3
_MARK = b"shezhire hierarchy\n"
_LENGTH = 8
Arrays = dict[str, "array[int]"]


def pack(arrays: Mapping[str, array[int]], words: bytes, head: Mapping[str, object]) -> bytes:
    """Mark, length of the head, the head in JSON, the numbers (little-endian), the words."""
    counts = {name: [held.typecode, len(held)] for name, held in arrays.items()}
    told = orjson.dumps({**head, "version": VERSION, "arrays": counts, "words": len(words)})
    parts = [_MARK, len(told).to_bytes(_LENGTH, "little"), told]
    return b"".join([*parts, *map(_bytes, arrays.values()), words])


def unpack(packed: bytes) -> tuple[Arrays, bytes, dict[str, Any]] | None:
    """The arrays, the words and the head; None for an index of another version.

    DatasetError for anything that is no whole index.
    """
    try:
        start = len(_MARK) + _LENGTH
        length = int.from_bytes(packed[len(_MARK) : start], "little")
        if not packed.startswith(_MARK):
            raise ValueError("another mark")
        head = orjson.loads(packed[start : start + length])
        if head["version"] != VERSION:
            return None
        arrays, end = _arrays(packed, start + length, head["arrays"])
        if len(packed) - end != head["words"]:
            raise ValueError(f"{len(packed) - end} bytes of words")
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError("a whole index of the hierarchy", str(error), "index") from error
    return arrays, packed[end:], head


def _arrays(packed: bytes, start: int, counts: dict[str, list[str | int]]) -> tuple[Arrays, int]:
    arrays: Arrays = {}
    view = memoryview(packed)
    for name, (typecode, count) in counts.items():
        held = array(str(typecode))
        end = start + int(count) * held.itemsize
        held.frombytes(view[start:end])
        if len(held) != count:
            raise ValueError(f"{len(held)} numbers of {name}")
        arrays[name], start = _turned(held), end
    return arrays, start


def _bytes(held: array[int]) -> bytes:
    return _turned(held).tobytes()


def _turned(held: array[int]) -> array[int]:
    """The numbers from or for a file, whose bytes are little-endian on every machine."""
    if sys.byteorder == "big":
        held = held[:]
        held.byteswap()
    return held
