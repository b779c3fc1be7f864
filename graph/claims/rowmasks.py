"""The ways in which the bodies of a row may be told, where the row may be nothing but a deed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from graph.claims.context import Context
from graph.claims.halves import halves
from graph.claims.listed import is_no_row, listed_body, quoted_bodies
from graph.grammar import Masked, mask
from graph.model import Provision


class RowMasks:
    """A row with its bodies masked in one way after the other, each made once for all rules.

    `named` tells that the rows are known to be names.
    """

    def __init__(self, context: Context, row: Provision, *, named: bool) -> None:
        self.row = row
        self._context = context
        self._known = named

    def in_turn(self) -> Iterator[tuple[Masked, bool]]:
        """The row by its words, then as a name, then by its quotes or its halves, then by any kind
        of body, then by its words behind a superior that a column has torn (the second value tells
        that).
        """
        smoothed = self._context.smoothed(self.row)
        yield smoothed, False
        if self._known and self._named:
            yield self._named, False
        if self._known and self._quoted:
            yield self._quoted, False
        if self._known and self._halved:
            yield self._halved, False
        ordered = self._context.ordered(self.row)
        if ordered is not smoothed:
            yield ordered, False
        yield smoothed, True

    @cached_property
    def _named(self) -> Masked | None:
        """A row that is nothing but a name which no word tells as one."""
        context, row = self._context, self.row
        body = None if is_no_row(context, row) else listed_body(context, self._without_verb())
        if body is None:
            return None
        left_out = [(body.end, body.after)] if body.after > body.end else []
        return mask(row.text.string, [body], left_out)

    def _without_verb(self) -> Provision:
        """The row without the verb of all rows, which stands behind the last of them."""
        verb = self._context.language.section("phrases")["list"].get("verb")
        told = re.search(verb, self.row.text.string) if verb else None
        text = self.row.text.cut(0, told.start()) if told else self.row.text
        return replace(self.row, text=text)

    @cached_property
    def _quoted(self) -> Masked | None:
        """A row whose names in quotes no word tells as such."""
        bodies = quoted_bodies(self._context, self.row)
        told = list(self._context.smoothed(self.row).found)
        return None if bodies == told else mask(self.row.text.string, bodies)

    @cached_property
    def _halved(self) -> Masked | None:
        """A row of two names that nothing but words for their kinds tells."""
        told = self._context.smoothed(self.row).found
        bodies = [] if told else halves(self._context, self.row)
        return mask(self.row.text.string, bodies) if bodies else None
