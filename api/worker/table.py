"""A table or a graph on its way to a sheet: counted, and cut where its form lets us."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, cast

import orjson
import pyoxigraph as ox

from api.worker.sheet import Full, Sheet

_OPENED = b'"bindings":['


class Table:
    """A table on its way to a sheet, its rows counted as they pass.

    JSON is cut after a whole row and says so itself. No other form can: the others are refused.
    """

    def __init__(self, sheet: Sheet, form: str, rows: int) -> None:
        self._sheet, self._rows = sheet, rows
        self._count = {"srj": self._json, "csv": self._csv, "tsv": self._tsv, "srx": self._xml}[
            form
        ]
        # The line of names is none of the rows.
        self._seen = -1 if form in ("csv", "tsv") else 0
        self._tail = b""
        self._quoted = False
        #: Where the last row begins: before that, a JSON table is whole.
        self.whole = 0
        self.full = ""

    def write(self, data: bytes) -> int:
        """Passes it on; Full at the first row or byte too many."""
        before = self.whole
        self._count(data)
        try:
            self._sheet.write(data)
            if self._seen > self._rows:
                raise Full("rows")
        except Full as full:
            self.full = str(full)
            # What could not be written cannot be ended in the middle.
            self.whole = self.whole if self.whole <= self._sheet.size else before
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def cut(self) -> None:
        """Ends a JSON table after its last whole row; its first words are to tell of it."""
        self._sheet.end_at(self.whole, b"]}}")
        self._sheet.open_with(orjson.dumps({"truncated": True, "limit": self.full})[:-1] + b",")

    def _json(self, data: bytes) -> None:
        """Quotes inside of values are escaped, so that `,{"` stands only before a row."""
        joined, began = self._tail + data, self._sheet.size - len(self._tail)
        at = 0
        if not self.whole:
            at = joined.find(_OPENED) + len(_OPENED)
            if at < len(_OPENED):
                self._tail = joined[1 - len(_OPENED) :]
                return
            self._seen, self.whole = 1, began + at
        while self._seen <= self._rows and (at := joined.find(b',{"', at)) >= 0:
            self._seen += 1
            self.whole = began + at
            at += 3
        self._tail = joined[max(at, len(joined) - 2) :] if at >= 0 else joined[-2:]

    def _csv(self, data: bytes) -> None:
        """Lines end where no quote is open."""
        if not self._quoted and b'"' not in data:
            self._seen += data.count(b"\n")
            return
        pieces = data.split(b'"')
        self._seen += sum(piece.count(b"\n") for piece in pieces[int(self._quoted) :: 2])
        self._quoted ^= len(pieces) % 2 == 0

    def _tsv(self, data: bytes) -> None:
        self._seen += data.count(b"\n")

    def _xml(self, data: bytes) -> None:
        joined = self._tail + data
        self._seen += joined.count(b"<result>")
        self._tail = joined[-len("<result") :]


def at_most(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    """The triples; Full in place of the first that is too many."""
    for number, triple in enumerate(triples):
        if number == most:
            raise Full("rows")
        yield triple


def write_table(
    results: ox.QuerySolutions | ox.QueryBoolean, media: str, sheet: Sheet, rows: int, cut: str = ""
) -> dict[str, Any]:
    """Writes a table, or yes or no; what is to be told of it: `truncated` or `fault`, by what.

    `cut` is the limit at which the results themselves break off, if they do.
    """
    form = ox.QueryResultsFormat.from_media_type(media)
    assert form is not None
    if isinstance(results, ox.QueryBoolean):
        results.serialize(cast(IO[bytes], sheet), format=form)
        return {}
    table = Table(sheet, form.file_extension, rows)
    try:
        results.serialize(cast(IO[bytes], table), format=form)
    except (Full, OSError, SyntaxError):
        table.full = table.full or cut
        if not table.full:
            raise
        if not table.whole:
            return {"fault": table.full}
        table.cut()
    return {"truncated": table.full}


def write_graph(
    triples: Iterable[ox.Triple],
    media: str,
    sheet: Sheet,
    rows: int,
    prefixes: Mapping[str, str],
) -> dict[str, Any]:
    """Writes triples; a graph is never cut: the `fault` tells which limit it would pass."""
    form = ox.RdfFormat.from_media_type(media)
    try:
        output = cast(IO[bytes], sheet)
        ox.serialize(at_most(triples, rows), output, format=form, prefixes=dict(prefixes))
    except Full as full:
        return {"fault": str(full)}
    return {}
