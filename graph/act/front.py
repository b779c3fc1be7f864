"""What stands before the first point: title, status, requisites, notes, preamble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from graph.act.marks import read_mark
from graph.act.page import Page
from graph.act.rules import Rules
from graph.formats import Role
from graph.model import Provision, ProvisionKind, Text
from graph.repair import Paragraph
from graph.repair.texts import SPACE, put_together, stripped


def read_front(
    page: Page, paragraphs: list[Paragraph], rules: Rules
) -> tuple[list[Provision], list[Paragraph]]:
    """The parts before the first point, and the paragraphs that are left.

    The preamble ends with the enacting words; what a paragraph holds after them becomes a
    paragraph of its own. An act without enacting words has no preamble.
    """
    end = _enacting(paragraphs, rules)
    if end is None:
        end = _first_marked(paragraphs)
        front = _without_status(paragraphs[:end], rules)
        return _title_and_notes(page, front, rules), paragraphs[end:]
    paragraph = paragraphs[end]
    match = rules.enacting.search(paragraph.text.string)
    cut = match.end() if match else len(paragraph.text)
    last, rest = paragraph.text.cut(0, cut), stripped(paragraph.text.cut(cut, len(paragraph.text)))
    before, preamble = _split(_without_status(paragraphs[:end], rules), rules)
    parts = _title_and_notes(page, before, rules)
    words = joined([*(p.text for p in preamble), last])
    parts.append(page.provision("preamble", ProvisionKind.PREAMBLE, words))
    left = [Paragraph(rest, paragraph.indented, False)] if len(rest) else []
    return parts, left + paragraphs[end + 1 :]


def joined(texts: Sequence[Text]) -> Text:
    """The texts with a blank between them."""
    return put_together([part for text in texts for part in (SPACE, text)][1:])


def _enacting(paragraphs: Sequence[Paragraph], rules: Rules) -> int | None:
    for index, paragraph in enumerate(paragraphs):
        if rules.enacting.search(paragraph.text.string):
            return index
        if paragraph.quoted or (paragraph.marked and _is_point(paragraph)):
            return None
    return None


def _is_point(paragraph: Paragraph) -> bool:
    return read_mark(paragraph.text).kind is ProvisionKind.POINT


def _first_marked(paragraphs: Sequence[Paragraph]) -> int:
    """Where the clauses begin of a text without enacting words, which may be cut at its beginning:
    the first point, or the first item of a point that is cut off.
    """
    marks = (ProvisionKind.POINT, ProvisionKind.ITEM)
    for index, paragraph in enumerate(paragraphs):
        if read_mark(paragraph.text).kind in marks:
            return index
    return len(paragraphs)


def _split(
    paragraphs: Sequence[Paragraph], rules: Rules
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The paragraphs up to the last status, requisites or note, and those of the preamble."""
    kinds = _kinds(paragraphs, rules)
    set_off = (Role.TITLE, Role.HEADING)
    known = [
        index
        for index, kind in enumerate(kinds)
        if kind is not ProvisionKind.TITLE or paragraphs[index].role in set_off
    ]
    end = known[-1] + 1 if known else 1
    return paragraphs[:end], paragraphs[end:]


def _without_status(paragraphs: Sequence[Paragraph], rules: Rules) -> list[Paragraph]:
    """The paragraphs, a status that a lost line break glued to the next words parted from them."""
    parted: list[Paragraph] = []
    for paragraph in paragraphs:
        text = paragraph.text
        match = rules.status.match(text.string)
        if match and rules.requisites.search(text.string, match.end()):
            parted.append(replace(paragraph, text=text.cut(0, match.end())))
            text = stripped(text.cut(match.end(), len(text)))
        parted.append(replace(paragraph, text=text))
    return parted


def _title_and_notes(page: Page, paragraphs: Sequence[Paragraph], rules: Rules) -> list[Provision]:
    parts: list[Provision] = []
    for kind, run in groupby(
        zip(_kinds(paragraphs, rules), paragraphs, strict=True), key=lambda pair: pair[0]
    ):
        texts = [paragraph.text for _, paragraph in run]
        if kind is ProvisionKind.NOTE:
            notes = merged_notes(texts, rules)
            parts += [_note(page, text, rules) for text in notes]
        else:
            parts.append(page.provision(kind.value, kind, joined(texts)))
    return parts


def _note(page: Page, text: Text, rules: Rules) -> Provision:
    """A note; the portal's own word that the act stands is not counted among the notes."""
    if rules.standing.fullmatch(text.string):
        return page.provision("standing", ProvisionKind.NOTE, text)
    return page.ordinal("", "note", ProvisionKind.NOTE, text)


def _kinds(paragraphs: Sequence[Paragraph], rules: Rules) -> list[ProvisionKind]:
    """What each paragraph before the preamble is; what is nothing else belongs to the title."""
    kinds: list[ProvisionKind] = []
    leads = False
    for paragraph in paragraphs:
        words = paragraph.text.string
        if leads or rules.note.match(words) or rules.standing.fullmatch(words):
            kinds.append(ProvisionKind.NOTE)
        elif rules.status.fullmatch(words):
            kinds.append(ProvisionKind.STATUS)
        elif rules.requisites.search(words) and ProvisionKind.REQUISITES not in kinds:
            kinds.append(ProvisionKind.REQUISITES)
        else:
            kinds.append(ProvisionKind.TITLE)
        leads = rules.lead.fullmatch(words) is not None
    return kinds


def merged_notes(texts: Sequence[Text], rules: Rules) -> list[Text]:
    """The notes, a heading that stands alone joined to the paragraph after it."""
    notes: list[Text] = []
    for text in texts:
        if notes and rules.lead.fullmatch(notes[-1].string):
            notes[-1] = joined([notes[-1], text])
        else:
            notes.append(text)
    return notes
