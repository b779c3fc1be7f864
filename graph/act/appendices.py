"""Appendices: a stamp, a heading, notes, then points or a table."""

from __future__ import annotations

from collections.abc import Sequence

from graph.act.body import read_clauses
from graph.act.clauses import Clauses
from graph.act.front import joined
from graph.act.marks import read_mark
from graph.act.page import Page
from graph.act.rules import Rules
from graph.act.stamps import Stamp, stamp_at
from graph.act.tables import find_tables, read_table
from graph.formats import Role
from graph.model import Provision, ProvisionKind, Text
from graph.repair import Paragraph
from graph.repair.texts import put_in

_FINISHED = (".", ";", ":")


def read_appendix(
    page: Page, paragraphs: Sequence[Paragraph], start: int, parts: list[Provision], rules: Rules
) -> int:
    """Read the appendix whose stamp begins at `start` into `parts`; where the next one begins.

    An appendix of an approved document goes under the last appendix of the act.
    """
    stamp = stamp_at(paragraphs, start, rules)
    assert stamp is not None
    owner = parts[-1] if stamp.nested and parts[-1:] and _is_appendix(parts[-1]) else None
    appendix = _opened(page, stamp, owner)
    (owner.children if owner else parts).append(appendix)
    at = start + stamp.count
    while second := stamp_at(paragraphs, at, rules):
        if not second.approved:
            break
        _add_stamp(page, appendix, second)
        at += second.count
    end = at
    while end < len(paragraphs) and not stamp_at(paragraphs, end, rules):
        end += 1
    _fill(page, appendix, paragraphs[at:end], rules)
    return end


def _is_appendix(part: Provision) -> bool:
    return part.kind is ProvisionKind.APPENDIX


def _opened(page: Page, stamp: Stamp, owner: Provision | None) -> Provision:
    number = "0" if stamp.approved else stamp.number or "1"
    prefix = f"{owner.eid}__" if owner else ""
    eid = f"{prefix}app_{number}"
    appendix = page.provision(eid, ProvisionKind.APPENDIX, put_in(""), stamp.number)
    _add_stamp(page, appendix, stamp)
    return appendix


def _add_stamp(page: Page, appendix: Provision, stamp: Stamp) -> None:
    eid = f"{appendix.eid}__stamp"
    appendix.children.append(page.provision(eid, ProvisionKind.STAMP, stamp.text))


def _fill(page: Page, appendix: Provision, paragraphs: Sequence[Paragraph], rules: Rules) -> None:
    prefix = f"{appendix.eid}__"
    clauses = Clauses(page, prefix, appendix.children)
    marked = any(paragraph.marked for paragraph in paragraphs)
    tables = [] if marked else find_tables(paragraphs, 1, rules)
    at = _read_headings(page, appendix, paragraphs, tables, rules)
    for table in tables:
        read_clauses(clauses, paragraphs[at : table.start], rules)
        rows = [paragraphs[row].text for row in table]
        part = page.ordinal(prefix, "table", ProvisionKind.TABLE, put_in(""))
        appendix.children.append(read_table(page, part, rows, rules))
        at = table.stop
    read_clauses(clauses, paragraphs[at:], rules)


def _read_headings(
    page: Page,
    appendix: Provision,
    paragraphs: Sequence[Paragraph],
    tables: Sequence[range],
    rules: Rules,
) -> int:
    """Take the heading in, which may be of several paragraphs; where it ends.

    What goes on over a line of its own is one heading.
    """
    at = 0
    texts: list[Text] = []
    while at < len(paragraphs) and _is_heading(paragraphs[at], rules):
        if any(at in table for table in tables):
            break
        text = paragraphs[at].text
        same = texts and paragraphs[at].role is paragraphs[at - 1].role
        if same and _goes_on(texts[-1].string, text.string, rules):
            texts[-1] = joined([texts[-1], text])
        else:
            texts.append(text)
        at += 1
    for text in texts:
        eid = f"{appendix.eid}__heading"
        appendix.children.append(page.provision(eid, ProvisionKind.HEADING, text))
    return at


def _goes_on(before: str, after: str, rules: Rules) -> bool:
    """Whether a heading goes on: what it is called waits for whose it is, or comes last itself."""
    waits = rules.waiting.search(before) is not None or rules.belonging.match(after) is not None
    return after[:1].islower() or waits or rules.closing.fullmatch(after) is not None


def _is_heading(paragraph: Paragraph, rules: Rules) -> bool:
    words = paragraph.text.string
    if paragraph.role is Role.HEADING:
        return rules.chapter.match(words) is None
    return not (
        paragraph.indented
        or paragraph.rows
        or paragraph.quoted
        or words.endswith(_FINISHED)
        or rules.note.match(words)
        or rules.chapter.match(words)
        or read_mark(paragraph.text).number
    )
