"""Terms of a dataset as numbers: each IRI and each literal is held once, in one block of bytes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

import pyoxigraph as ox

from graph.errors import DatasetError
from graph.hierarchy.compact.keeping import keep

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
#: The first byte of what lies under the base, of a blank node and of a literal; other IRIs have
#: none, as a scheme begins with a letter.
_OWN, _BLANK, _LITERAL = b"\x01", b"_", b'"'
_PLAIN = "http://www.w3.org/2001/XMLSchema#string"


class Terms:
    """Terms by number, sorted by their bytes: those of one kind of thing under the base adjoin.

    `ends` tells where each term ends in `block`.
    """

    def __init__(self, base: str, block: bytes, ends: array[int]) -> None:
        self.base = base
        self.block = block
        self.ends = ends
        self._found: dict[str, int | None] = {}

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> bytes:
        return self.block[self.ends[number - 1] if number else 0 : self.ends[number]]

    def find(self, iri: str) -> int | None:
        """The number of an IRI; None where the dataset does not speak of it."""
        if iri in self._found:
            return self._found[iri]
        wanted = written_iri(iri, self.base)
        number = bisect_left(self, wanted)
        found = number if number < len(self) and self[number] == wanted else None
        return keep(self._found, iri, found)

    def within(self, path: str) -> range:
        """The numbers of all that lies under a path of the base, such as `body/`."""
        low = _OWN + path.encode()
        return range(bisect_left(self, low), bisect_left(self, low + b"\xff"))

    def text(self, number: int) -> str:
        """The IRI, the label of a blank node, or the words of a literal."""
        term = self[number]
        kind = term[:1]
        if kind == _OWN:
            return self.base + term[1:].decode()
        if kind == _LITERAL:
            return term[term.index(b'"', 1) + 1 :].decode()
        return term[2:].decode() if kind == _BLANK else term.decode()

    def value(self, number: int) -> Value:
        """The term as the store has it."""
        term = self[number]
        kind = term[:1]
        if kind == _LITERAL:
            marked, _, words = term[1:].decode().partition('"')
            if marked.startswith("@"):
                return ox.Literal(words, language=marked[1:])
            return ox.Literal(words, datatype=ox.NamedNode(marked)) if marked else ox.Literal(words)
        if kind == _BLANK:
            return ox.BlankNode(term[2:].decode())
        return ox.NamedNode(self.text(number))


class TermsMaker:
    """Numbers terms as they come; `sorted` gives them their places for good.

    IRIs that begin with `without` are left out: their number is -1.
    """

    def __init__(self, base: str, without: str | None = None) -> None:
        self.base, self.without = base, without
        self.numbers: dict[Value, int] = {}
        self._count = 0

    def number(self, value: Value) -> int:
        """The number of a term until all are sorted."""
        found = self.numbers.get(value)
        if found is None:
            found = -1 if self._left_out(value) else self._count
            self.numbers[value] = found
            self._count += found >= 0
        return found

    def _left_out(self, value: Value) -> bool:
        iri = value.value if isinstance(value, ox.NamedNode) else ""
        return self.without is not None and iri.startswith(self.without)

    def sorted(self) -> tuple[Terms, array[int]]:
        """The terms, and for each number given before the one it has now."""
        words = [written(value, self.base) for value, n in self.numbers.items() if n >= 0]
        self.numbers.clear()
        order = sorted(range(len(words)), key=words.__getitem__)
        places = array("I", bytes(4 * len(order)))
        for place, number in enumerate(order):
            places[number] = place
        words.sort()
        return Terms(self.base, b"".join(words), _ends(words)), places


def _ends(terms: Iterable[bytes]) -> array[int]:
    ends, end = array("I"), 0
    for term in terms:
        end += len(term)
        ends.append(end)
    return ends


def written(value: Value, base: str) -> bytes:
    """A term in bytes: what tells its kind comes first, so that all terms can be sorted."""
    if isinstance(value, ox.NamedNode):
        return written_iri(value.value, base)
    if isinstance(value, ox.Literal):
        marked = f"@{value.language}" if value.language else value.datatype.value
        return f'"{"" if marked == _PLAIN else marked}"{value.value}'.encode()
    if isinstance(value, ox.BlankNode):
        return f"_:{value.value}".encode()
    raise DatasetError("terms of RDF 1.1", str(value), "the dataset")


def written_iri(iri: str, base: str) -> bytes:
    """An IRI in bytes, the base as one."""
    return _OWN + iri[len(base) :].encode() if iri.startswith(base) else iri.encode()
