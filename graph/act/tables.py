"""Printed lines without a full stop become the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from graph.act.page import Page
from graph.act.rules import Rules
from graph.model import Provision, ProvisionKind, Text
from graph.repair import Paragraph
from graph.repair.texts import SPACE, put_together, stripped

_ROW = re.compile(
    r"(?:(?P<number>\d{1,3})[.)]?\s+)?(?P<name>\S.*\S|\S)\s+(?P<count>\d{1,4}(?:[.,]\d)?)"
)
_FINISHED = (".", ";", ":")


def find_tables(paragraphs: Sequence[Paragraph], start: int, rules: Rules) -> list[range]:
    """The runs of paragraphs from `start` on that are tables, in order.

    A run of lines without a full stop is one if two of them, and a third of all, end in a number.
    """
    runs: list[range] = []
    for row, group in groupby(
        range(start, len(paragraphs)), key=lambda at: _may_be_row(paragraphs[at], rules)
    ):
        run = list(group)
        if row and _is_table([paragraphs[at].text.string for at in run]):
            runs.append(range(run[0], run[-1] + 1))
    return runs


def _is_table(rows: Sequence[str]) -> bool:
    counted = sum(_counted(row) is not None for row in rows)
    return counted >= 2 and counted * 3 >= len(rows)


def _counted(row: str) -> re.Match[str] | None:
    """The row read as name and number, None without a number at its end."""
    return _ROW.fullmatch(row) if row[-1:].isdigit() else None


def _may_be_row(paragraph: Paragraph, rules: Rules) -> bool:
    words = paragraph.text.string
    return not (paragraph.indented or words.endswith(_FINISHED) or rules.note.match(words))


def read_table(page: Page, table: Provision, rows: Sequence[Text], rules: Rules) -> Provision:
    """Fill a table with the given printed rows; those before the first body row are its head."""
    head = 0
    while head < len(rows) and rules.head.fullmatch(rows[head].string):
        head += 1
    if head:
        table.children.append(_head(page, table, rows[:head], rules))
    for row in rows[head:]:
        table.children.append(_row(page, table, row))
    return table


def _head(page: Page, table: Provision, rows: Sequence[Text], rules: Rules) -> Provision:
    text = put_together([part for row in rows for part in (SPACE, row)][1:])
    part = page.provision(f"{table.eid}__row_1", ProvisionKind.ROW, text)
    found = [match.span() for row in rows for match in rules.cells.finditer(row.string)]
    if len(rows) > 1:
        part.cells = tuple(rows)
    else:
        part.cells = tuple(stripped(text.cut(*span)) for span in found) or (text,)
    return part


def _row(page: Page, table: Provision, text: Text) -> Provision:
    eid = f"{table.eid}__row_{len(table.children) + 1}"
    match = _counted(text.string)
    if match is None:
        part = page.provision(eid, ProvisionKind.ROW, text)
        part.cells = (text,)
        return part
    words = text.cut(match.start("name"), len(text))
    part = page.provision(eid, ProvisionKind.ROW, words, match["number"])
    part.cells = (text.cut(*match.span("name")), text.cut(*match.span("count")))
    return part
