"""The triples of one graph in arrays: what is said of a thing, and what points to it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from graph.hierarchy.compact.terms import Terms, Value
from graph.hierarchy.nodes import Node


class Table(Mapping[str, Node]):
    """The things of a graph, by row in the order of their terms; nodes are made when asked for.

    `subjects` are the terms of the rows. What is said of row `n` lies in `predicates` (places in
    `names`) and `objects` (terms) from `starts[n]` to `starts[n + 1]`.
    """

    def __init__(
        self,
        terms: Terms,
        names: list[str],
        subjects: array[int],
        starts: array[int],
        predicates: array[int],
        objects: array[int],
    ) -> None:
        self.terms, self.names = terms, names
        self._places = {name: place for place, name in enumerate(names)}
        self.subjects, self.starts = subjects, starts
        self.predicates, self.objects = predicates, objects

    def __len__(self) -> int:
        return len(self.subjects)

    def __iter__(self) -> Iterator[str]:
        return map(self.terms.text, self.subjects)

    def __contains__(self, iri: object) -> bool:
        return isinstance(iri, str) and self.row(iri) is not None

    def __getitem__(self, iri: str) -> Node:
        row = self.row(iri)
        if row is None:
            raise KeyError(iri)
        return self.node(row)

    def row(self, iri: str) -> int | None:
        """The row of a thing; None where the graph says nothing of it."""
        term = self.terms.find(iri)
        return None if term is None else self.row_of(term)

    def row_of(self, term: int) -> int | None:
        """The row of a term."""
        row = bisect_left(self.subjects, term)
        return row if row < len(self.subjects) and self.subjects[row] == term else None

    def rows(self, terms: range) -> range:
        """The rows of terms that adjoin."""
        first = bisect_left(self.subjects, terms.start)
        return range(first, bisect_left(self.subjects, terms.stop))

    def iri(self, row: int) -> str:
        """The IRI of a row."""
        return self.terms.text(self.subjects[row])

    def node(self, row: int) -> Node:
        """A thing with its properties, of which only those asked for are made."""
        return _Row(self, row)

    def said(self, row: int) -> Iterator[tuple[int, int]]:
        """Pairs of property (a place in `names`) and term."""
        part = slice(self.starts[row], self.starts[row + 1])
        return zip(self.predicates[part], self.objects[part], strict=True)

    def objects_of(self, row: int, name: int | None) -> list[int]:
        """The terms of a property of a row."""
        return [term for held, term in self.said(row) if held == name]

    def first(self, row: int, name: int | None) -> int | None:
        """The first term of a property of a row."""
        return next((term for held, term in self.said(row) if held == name), None)

    def name(self, predicate: str) -> int | None:
        """The place of a property in `names`; None for one that nothing has."""
        return self._places.get(predicate)


class _Row(Node):
    """A node that lies in a table until it is asked for."""

    __slots__ = ("_made", "_row", "_table")

    def __init__(self, table: Table, row: int) -> None:
        super().__init__(table.iri(row))
        self._table, self._row = table, row
        self._made = False

    @property
    def values(self) -> dict[str, list[Value]]:
        if not self._made:
            table, found = self._table, dict[str, list[Value]]()
            for name, term in table.said(self._row):
                found.setdefault(table.names[name], []).append(table.terms.value(term))
            # whole at once, as other threads may ask for the same
            self._values, self._made = found, True
        return self._values

    def __bool__(self) -> bool:
        return True

    def _objects(self, predicate: str) -> list[int]:
        name = self._table.name(predicate)
        return [] if name is None else self._table.objects_of(self._row, name)

    def held(self, predicate: str) -> list[Value]:
        return [self._table.terms.value(term) for term in self._objects(predicate)]

    def texts(self, predicate: str) -> list[str]:
        return [self._table.terms.text(term) for term in self._objects(predicate)]


class Inverse:
    """What points to a thing: rows of a table by term and property, in order of the rows."""

    def __init__(
        self, targets: array[int], starts: array[int], predicates: array[int], rows: array[int]
    ) -> None:
        self.targets, self.starts = targets, starts
        self.predicates, self.rows = predicates, rows

    def names(self, term: int) -> set[int]:
        """The properties by which anything has the term."""
        place, found = bisect_left(self.targets, term), set[int]()
        if place == len(self.targets) or self.targets[place] != term:
            return found
        at, high = self.starts[place], self.starts[place + 1]
        while at < high:
            found.add(self.predicates[at])
            at = bisect_right(self.predicates, self.predicates[at], at, high)
        return found

    def pointing(self, term: int, name: int) -> array[int]:
        """The rows that have the term by this property."""
        place = bisect_left(self.targets, term)
        if place == len(self.targets) or self.targets[place] != term:
            return array("I")
        low, high = self.starts[place], self.starts[place + 1]
        first = bisect_left(self.predicates, name, low, high)
        return self.rows[first : bisect_left(self.predicates, name + 1, first, high)]


def tabulate(triples: Iterable[tuple[int, int, int]], terms: Terms, names: list[str]) -> Table:
    """The table of triples of subject term, property and object term; each is held once."""
    subjects, starts, predicates, objects = _grouped(triples)
    return Table(terms, names, subjects, starts, predicates, objects)


def invert(table: Table, names: frozenset[int]) -> Inverse:
    """What points to what by these properties."""
    triples = (
        (term, name, row)
        for row in range(len(table))
        for name, term in table.said(row)
        if name in names
    )
    return Inverse(*_grouped(triples))


def _grouped(
    triples: Iterable[tuple[int, int, int]],
) -> tuple[array[int], array[int], array[int], array[int]]:
    # one number for each triple is sorted several times faster than a tuple
    keys = sorted(first << 48 | middle << 32 | last for first, middle, last in triples)
    heads, starts, middles, lasts = array("I"), array("I"), array("H"), array("I")
    head = -1
    for place, key in enumerate(keys):
        if key >> 48 != head:
            head = key >> 48
            heads.append(head)
            starts.append(place)
        middles.append(key >> 32 & 0xFFFF)
        lasts.append(key & 0xFFFFFFFF)
    starts.append(len(keys))
    return heads, starts, middles, lasts
