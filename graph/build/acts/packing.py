"""What was read of an act as bytes, and back: for caches, for other processes, other machines.

The form is JSON, never pickle: whoever can change a cache, or answers for a worker, could make
pickle run any program. What is packed is data alone, and unpacks into the classes of `graph.model`
alone.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from itertools import chain, repeat
from operator import attrgetter
from typing import Any, cast

import orjson
from rdflib import Literal, URIRef

from graph import model
from graph.model import NOWHERE, ActClaims, Evidence, Mention, Text
from graph.register import Roll, roll_of
from graph.register.resolution import written_order
from graph.register.roll import Part
from graph.runs import rows_of

#: Classes by the number that stands before their fields; a new one goes to the end.
_CLASSES: tuple[type[Any], ...] = (
    *(model.Source, model.Range, model.Provision, model.Repair, model.Fault, model.SideFile),
    *(model.Document, model.Mention, model.Ref, model.Evidence, model.Claim, model.Statement),
    *(model.Amendment, model.EntryRule, model.ActInfo, model.Unread, model.ActClaims),
    *(Roll, Part),
)
_ENUMS = (model.ProvisionKind, model.Certainty, model.When)
_TUPLE, _LIST, _SET, _DAY, _IRI, _LITERAL, _TEXT, _SHARED = range(8)
_ENUM = 8
_CLASS = _ENUM + len(_ENUMS)
#: What an act repeats: written once, then by its number.
_REPEATED = frozenset({Mention, Evidence, URIRef, Literal})
_PLAIN = frozenset({str, int, bool, type(None)})
_LEVEL = 1  # of compression: more costs more time than it saves


@dataclass(frozen=True, slots=True)
class Packed:
    """An act packed, and what must be known of it without unpacking: which edition of which act,
    its place in the order of acts, the name of its file; and its roll, packed by itself.
    """

    key: str
    language: str
    order: tuple[str, int, str, str, str]
    name: str
    roll: bytes
    data: bytes


def packed(held: ActClaims) -> Packed:
    """An act packed, with what tells it apart."""
    act, order, listed = held.act, written_order(held), pack(roll_of(held))
    return Packed(act.key, act.language, order, held.document.source.name, listed, pack(held))


def pack(one: ActClaims | Roll) -> bytes:
    """What was read of an act, or its roll; equals are equal bytes, in any process."""
    packer = _Packer()
    top = packer.value(one)
    return zlib.compress(orjson.dumps([packer.shared, top]), _LEVEL)


def unpack(data: bytes) -> ActClaims:
    """What `pack` was given. Any other bytes are an error of the caller, who checks their hash."""
    return cast(ActClaims, _unpacked(data))


def unpack_roll(data: bytes) -> Roll:
    """As `unpack`, of the roll of an act."""
    return cast(Roll, _unpacked(data))


def _unpacked(data: bytes) -> Any:
    shared, top = orjson.loads(zlib.decompress(data))
    unpacker = _Unpacker()
    for one in shared:
        unpacker.shared.append(unpacker.value(one))
    return unpacker.value(top)


class _Packer:
    """Objects become numbers, words and lists whose first entry says what they are."""

    def __init__(self) -> None:
        self.shared: list[Any] = []
        self._known: dict[Any, list[int]] = {}
        # By identity first: mentions are long, and most are one object.
        self._met: dict[int, list[int]] = {}

    def value(self, one: Any) -> Any:
        kind = type(one)
        if kind in _PLAIN:
            return one
        if kind in _REPEATED:
            return self._met.get(id(one)) or self._repeated(kind, one)
        return _WRITERS[kind](self, one)

    def _repeated(self, kind: type[Any], one: Any) -> list[int]:
        known = self._known.get((kind, one))
        if known is None:
            self.shared.append(_WRITERS[kind](self, one))
            known = self._known[kind, one] = [_SHARED, len(self.shared) - 1]
        self._met[id(one)] = known
        return known

    def values(self, sign: int, values: Any) -> list[Any]:
        """The sign and the values behind it."""
        return [sign, *map(self.value, values)]


def _text(_: _Packer, text: Text) -> list[Any]:
    stretches: list[tuple[int, int]] = []
    for first, after in rows_of(text.places):
        count = after - first
        if first == NOWHERE and stretches and stretches[-1][0] == NOWHERE:
            count += stretches.pop()[1]
        stretches.append((first, count))
    return [_TEXT, text.string, *chain.from_iterable(stretches)]


def _literal(_: _Packer, one: Literal) -> list[Any]:
    return [_LITERAL, str(one), one.language, one.datatype and str(one.datatype)]


def _enum(sign: int) -> Callable[[_Packer, Any], list[Any]]:
    return lambda _, one: [sign, one.value]


def _object(sign: int, names: Sequence[str]) -> Callable[[_Packer, Any], list[Any]]:
    taken = attrgetter(*names)
    return lambda packer, one: packer.values(sign, taken(one))


_WRITERS: dict[type[Any], Callable[[_Packer, Any], list[Any]]] = {
    tuple: lambda packer, one: packer.values(_TUPLE, one),
    list: lambda packer, one: packer.values(_LIST, one),
    set: lambda packer, one: packer.values(_SET, sorted(one)),
    date: lambda _, one: [_DAY, one.isoformat()],
    URIRef: lambda _, one: [_IRI, str(one)],
    Literal: _literal,
    Text: _text,
    **{kind: _enum(_ENUM + number) for number, kind in enumerate(_ENUMS)},
    **{
        kind: _object(_CLASS + number, [field.name for field in fields(kind)])
        for number, kind in enumerate(_CLASSES)
    },
}


class _Unpacker:
    """The way back."""

    def __init__(self) -> None:
        self.shared: list[Any] = []

    def value(self, one: Any) -> Any:
        if type(one) is not list:
            return one
        sign = one[0]
        if sign == _SHARED:
            return self.shared[one[1]]
        if sign >= _CLASS:
            return _CLASSES[sign - _CLASS](*map(self.value, one[1:]))
        if sign >= _ENUM:
            return _ENUMS[sign - _ENUM](one[1])
        return _READERS[sign](self, one)


def _read_text(_: _Unpacker, one: list[Any]) -> Text:
    places = array("I")
    for first, count in zip(one[2::2], one[3::2], strict=True):
        places.extend(repeat(first, count) if first == NOWHERE else range(first, first + count))
    return Text(one[1], places)


@cache
def _iri(iri: str) -> URIRef:
    """Terms of the vocabulary come in every act."""
    return URIRef(iri)


def _read_literal(_: _Unpacker, one: list[Any]) -> Literal:
    words, language, datatype = one[1:]
    return Literal(words, lang=language, datatype=datatype and _iri(datatype), normalize=False)


_READERS: tuple[Callable[[_Unpacker, list[Any]], Any], ...] = (
    lambda unpacker, one: tuple(map(unpacker.value, one[1:])),
    lambda unpacker, one: list(map(unpacker.value, one[1:])),
    lambda unpacker, one: set(map(unpacker.value, one[1:])),
    lambda _, one: date.fromisoformat(one[1]),
    lambda _, one: URIRef(one[1]),
    _read_literal,
    _read_text,
)
