"""The rows under a part that may state deeds: numbered, under a heading, behind a colon."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims.bare import bare_rows, is_bare
from graph.claims.citing import referring
from graph.claims.context import Context
from graph.claims.listed import is_told
from graph.claims.printed import index_in
from graph.model import Provision, ProvisionKind

ROWS = {ProvisionKind.POINT, ProvisionKind.ITEM, ProvisionKind.INDENT, ProvisionKind.ROW}
_TABLE = ProvisionKind.TABLE


def rows_under(context: Context, part: Provision) -> list[Provision]:
    """The parts under a part that may be its rows; a table under words that lead to it has them."""
    rows = [child for child in part.children if child.kind in ROWS]
    if rows and part.kind is ProvisionKind.APPENDIX:
        # An only row under the heading of its section bears no number.
        rows = [child for child in part.children if child.kind in ROWS or _is_only(child, part)]
    if not rows and is_bare(part) and referring(context, part):
        rows = list(_bare(context, part))
    if not rows and _leads_on(part):
        under = part.children or _behind(context, part)
        rows = [child for child in under if child.kind is ProvisionKind.PARAGRAPH]
    if not rows and _leads_on(part):
        rows = [one for table in part.children if table.kind is _TABLE for one in table.children]
    return rows


def _bare(context: Context, part: Provision) -> Iterator[Provision]:
    """The rows without numbers in an appendix that a clause refers to, each alone in its line under
    the heading, which tell by themselves that they are names of bodies.
    """
    lines = [one for one in part.children if one.kind is not ProvisionKind.STAMP]
    for line in lines[1:]:
        if line.kind in (ProvisionKind.HEADING, ProvisionKind.PARAGRAPH):
            rows = bare_rows(context, part, line)
            yield from (row for row in rows if len(rows) == 1 and is_told(context, row))


def _behind(context: Context, part: Provision) -> list[Provision]:
    """The paragraphs behind one that leads on to them, as far as the sentence goes."""
    above = context.lead_in(part) if part.kind is ProvisionKind.PARAGRAPH else None
    at = index_in(above.children, part) + 1 if above else 0
    rows: list[Provision] = []
    for one in above.children[at:] if above else ():
        if one.kind is not ProvisionKind.PARAGRAPH or one.text.string.endswith(":"):
            break
        rows.append(one)
        if one.text.string.endswith("."):
            break
    return rows


def _leads_on(part: Provision) -> bool:
    """Whether words lead on to the rows under them; behind those of a point a misprinted sign may
    stand for the colon.
    """
    point = part.kind is ProvisionKind.POINT
    return part.text.string.endswith((":", ";") if point else ":")


def _is_only(row: Provision, part: Provision) -> bool:
    """Whether a paragraph stands alone under a heading of an appendix."""
    at = index_in(part.children, row)
    heads = (ProvisionKind.HEADING, ProvisionKind.CHAPTER)
    ends = part.children[at + 1 :]
    alone = not ends or ends[0].kind in heads
    under = at > 0 and part.children[at - 1].kind in heads
    return row.kind is ProvisionKind.PARAGRAPH and under and alone
