"""Tables whose cells the markup tells, and wordings of other acts, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.act.marks import read_mark
from graph.act.page import Page
from graph.model import Provision, ProvisionKind, Text
from graph.repair import Paragraph
from graph.repair.texts import SPACE, put_in, put_together

_NUMBER = re.compile(r"(\d{1,4}(?:-\d{1,3})*)\s?[.)]?")

Row = Sequence[Text]


def add_rows(
    page: Page, table: Provision, rows: Sequence[Row], kind: ProvisionKind = ProvisionKind.ROW
) -> None:
    """Fill a table: the number in the first cell of a row is the row's own number."""
    for cells in rows:
        eid = f"{table.eid}__row_{len(table.children) + 1}"
        match = _NUMBER.fullmatch(cells[0].string) if len(cells) > 1 else None
        kept = [cell for cell in cells[1 if match else 0 :] if len(cell)]
        words = put_together([part for cell in kept for part in (SPACE, cell)][1:])
        row = page.provision(eid, kind, words, match[1] if match else None)
        row.cells = tuple(kept)
        table.children.append(row)


def add_quoted(page: Page, quoted: Provision, paragraph: Paragraph) -> None:
    """Add a paragraph of a wording of another act; all its parts are of the kind QUOTED."""
    kind, within = ProvisionKind.QUOTED, f"{quoted.eid}__"
    if paragraph.rows:
        table = page.ordinal(within, "table", kind, put_in(""))
        quoted.children.append(table)
        add_rows(page, table, paragraph.rows, kind)
        return
    words = paragraph.text
    opened = 1 if words.string[:1] in ("«", '"') else 0
    number = read_mark(words.cut(opened, len(words))).number
    quoted.children.append(page.ordinal(within, "para", kind, words, number))
