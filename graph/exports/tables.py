"""The bodies as a table: CSV for programs, a workbook for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from graph.exports.bodies import COLUMNS, Row


def csv_bytes(rows: Iterable[Row]) -> bytes:
    """RFC 4180 in UTF-8, with a byte order mark so that spreadsheets see Kazakh letters."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(row.cells() for row in rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(rows: Iterable[Row]) -> bytes:
    """One sheet, its heading frozen; a name that begins with `=` stays a name."""
    # The library takes 0.15 s to load, which a server that writes no workbook need not pay.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "bodies"
    sheet.freeze_panes = "A2"
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append(row.cells())
    for cell in (cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"):
        cell.data_type = "s"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
