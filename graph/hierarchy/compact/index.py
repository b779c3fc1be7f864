"""The index of a record: all that is said, in arrays, as bytes and back."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, fields

from graph.errors import DatasetError
from graph.hierarchy.compact.columns import Columns
from graph.hierarchy.compact.packing import Arrays, pack, unpack
from graph.hierarchy.compact.stands import Stands
from graph.hierarchy.compact.table import Inverse, Table
from graph.hierarchy.compact.terms import Terms
from graph.hierarchy.compact.turns import Turns

#: What a body may be; of several the first.
NATURES = ("body", "unit", "group")
#: The names of arrays in the parts of an index, in the order in which each part takes them.
_TABLE = ("subjects", "starts", "predicates", "objects")
_INVERSE = ("targets", "starts", "predicates", "rows")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies, units and groups in order of IRI: terms, places in NATURES, ranks by the alphabet.

    A body has the same place here and in the turns.
    """

    terms: array[int]
    natures: array[int]
    ranks: array[int]


@dataclass(frozen=True, slots=True)
class Compact:
    """A record in arrays: the view, the graph of claims (`held`), what was worked out (`derived`).

    `pointing` goes from a thing to what names it in the graph of claims, `reasons` to what was
    worked out about it; `codes` are the rows of the view that are codes or places.
    """

    terms: Terms
    view: Table
    held: Table
    derived: Table
    columns: Columns
    pointing: Inverse
    reasons: Inverse
    bodies: Bodies
    turns: Turns
    stands: Stands
    codes: array[int]

    def written(self) -> bytes:
        """The index as bytes: equal for equal datasets."""
        parts: dict[str, object] = {
            name: getattr(self, name)
            for name in ("view", "held", "derived", "columns", "pointing", "reasons", "bodies")
        }
        arrays: Arrays = {"ends": self.terms.ends, "codes": self.codes}
        for name, part in (*parts.items(), ("turns", self.turns), ("stands", self.stands)):
            arrays |= {f"{name}.{one}": getattr(part, one) for one in _names(part)}
        head = {"base": self.terms.base, "names": self.held.names}
        return pack(arrays, self.terms.block, head)

    @classmethod
    def read(cls, written: bytes) -> Compact | None:
        """The index of these bytes; None for one of another version, DatasetError for no index."""
        unpacked = unpack(written)
        if unpacked is None:
            return None
        arrays, words, head = unpacked
        terms = Terms(head["base"], words, arrays["ends"])
        view, held, derived = (
            Table(terms, head["names"], *_part(arrays, name, _TABLE))
            for name in ("view", "held", "derived")
        )
        return cls(
            terms,
            view,
            held,
            derived,
            Columns(*_part(arrays, "columns", _fields(Columns))),
            Inverse(*_part(arrays, "pointing", _INVERSE)),
            Inverse(*_part(arrays, "reasons", _INVERSE)),
            Bodies(*_part(arrays, "bodies", _fields(Bodies))),
            Turns(*_part(arrays, "turns", _fields(Turns))),
            Stands(*_part(arrays, "stands", _fields(Stands))),
            arrays["codes"],
        )


def _fields(part: type[Columns | Bodies | Turns | Stands]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(part))


def _names(part: object) -> tuple[str, ...]:
    if isinstance(part, Columns | Bodies | Turns | Stands):
        return _fields(type(part))
    return _TABLE if isinstance(part, Table) else _INVERSE


def _part(arrays: Arrays, name: str, parts: tuple[str, ...]) -> list[array[int]]:
    """The arrays of a part; DatasetError where one is not there."""
    try:
        return [arrays[f"{name}.{one}"] for one in parts]
    except KeyError as error:
        raise DatasetError("a whole index of the hierarchy", f"no {error}", "index") from error
