"""A source becomes a document: its parts in order, the repairs made, the faults seen."""

from __future__ import annotations

from dataclasses import replace

from graph.act.appendices import read_appendix
from graph.act.body import read_clauses
from graph.act.clauses import Clauses
from graph.act.faults import look_for_faults
from graph.act.front import joined, read_front
from graph.act.glued import part_glued
from graph.act.marks import read_mark
from graph.act.page import Page
from graph.act.quotes import mark_quotes
from graph.act.requisites import check_requisites, check_title
from graph.act.rules import Rules, rules_of
from graph.act.single import check_single
from graph.act.stamps import part_stamps, stamp_at
from graph.errors import NotAnActError, TextPlace
from graph.formats import Role, language_of
from graph.language import load
from graph.model import Document, Provision, ProvisionKind, SideFile, Source, Text
from graph.repair import Paragraph, repair

#: The beginning of a signatory's title is shorter than this, in characters.
_TITLE = 60
#: A signatory's title takes at most this many paragraphs.
_LINES = 3


def read_act(source: Source, side: SideFile) -> Document:
    """The structure of an act, with repaired words and their places in the source.

    The language is the one that the side file says, or is told by the letters. Raises
    NotAnActError for a text in another language than those that are read, one that holds a second
    act, or that has neither enacting words, nor a line of requisites (there or in the side file),
    nor the stamp of an appendix, and SideFileError where the side file contradicts the text.
    """
    language = load(language_of(source, side.language))
    rules = rules_of(language)
    paragraphs, repairs = repair(source, language)
    check_single(paragraphs, source)
    page = Page(source)
    parted = _set_out(part_glued(list(part_stamps(paragraphs, rules))), rules)
    parts = _read_parts(page, mark_quotes(parted, rules), rules)
    if not (side.requisites and any(part.kind is ProvisionKind.POINT for part in parts)):
        _check_is_act(parts, source, language.code)
    document = Document(source, side, language.code, parts, repairs, page.faults)
    check_requisites(document, rules)
    check_title(document)
    look_for_faults(page, document, rules)
    return document


def _set_out(paragraphs: list[Paragraph], rules: Rules) -> list[Paragraph]:
    """The paragraphs, what follows the signature without the indent that a page with markup gives
    to all of it, as if it stood under the last point.
    """
    for at, first in enumerate(paragraphs):
        if not first.depth or not rules.first.match(first.text.string):
            continue
        rest = [_outdented(one, first.depth) for one in paragraphs[at:]]
        if _signed(paragraphs, at, rules) and stamp_at(rest, 0, rules):
            return paragraphs[:at] + rest
    return paragraphs


def _outdented(paragraph: Paragraph, by: int) -> Paragraph:
    depth = max(0, paragraph.depth - by)
    return replace(paragraph, depth=depth, indented=depth > 0)


def _read_parts(page: Page, paragraphs: list[Paragraph], rules: Rules) -> list[Provision]:
    stamps = _first_stamp(paragraphs, rules)
    parts, left = read_front(page, paragraphs[:stamps], rules)
    parts += _read_body(page, left, rules)
    at = stamps
    while at < len(paragraphs):
        at = read_appendix(page, paragraphs, at, parts, rules)
    return parts


def _first_stamp(paragraphs: list[Paragraph], rules: Rules) -> int:
    for index in range(len(paragraphs)):
        if stamp_at(paragraphs, index, rules):
            return index
    return len(paragraphs)


def _read_body(page: Page, paragraphs: list[Paragraph], rules: Rules) -> list[Provision]:
    """The points of the act itself, and its signature with what stands after it."""
    parts: list[Provision] = []
    kept = _without_aside(paragraphs, rules)
    end = _signature(paragraphs[: min(kept, _agreed(paragraphs, rules))], rules)
    clauses = Clauses(page, "", parts)
    read_clauses(clauses, paragraphs[:end], rules)
    signed = [text for paragraph in paragraphs[end:kept] for text in _texts(paragraph)]
    if signed:
        parts.append(page.provision("signature", ProvisionKind.SIGNATURE, joined(signed)))
    if aside := [one.text for one in paragraphs[kept:]]:
        parts.append(page.ordinal("", "note", ProvisionKind.NOTE, joined(aside)))
    return parts


def _without_aside(paragraphs: list[Paragraph], rules: Rules) -> int:
    """Where a bracket of those who keep the copy begins behind a signature: «(Специалисты: …)»;
    the end of the paragraphs where none stands there.
    """
    last = len(paragraphs)
    for at in range(last - 1, max(0, last - 1 - _LINES), -1):
        words = " ".join(one.text.string.strip() for one in paragraphs[at:])
        if words.startswith("(") and words.endswith(")") and _signed(paragraphs, at, rules):
            return at
    return last


def _agreed(paragraphs: list[Paragraph], rules: Rules) -> int:
    """Where those begin to sign with whom the act was agreed, behind the signature."""
    lines = range(len(paragraphs))
    return next(
        (at for at in lines if rules.agreed.fullmatch(paragraphs[at].text.string)), len(lines)
    )


def _signature(paragraphs: list[Paragraph], rules: Rules) -> int:
    """Where the signature begins: the first of the last paragraphs that read like one.

    A short unfinished paragraph before them is the beginning of the signatory's title.
    """
    end = len(paragraphs)
    while count := _signed(paragraphs, end, rules):
        end -= count
    if 0 < end < len(paragraphs) and _is_title_begun(paragraphs[end - 1].text):
        end -= 1
    return end


def _signed(paragraphs: list[Paragraph], end: int, rules: Rules) -> int:
    """How many paragraphs before `end` are a signature: one, or a title in short lines."""
    if end and _is_signed(paragraphs[end - 1], rules):
        return 1
    for count in range(2, min(_LINES, end) + 1):
        run = paragraphs[end - count : end]
        # The last line may end with initials: «… градостроительства Ойданов В.А.».
        begun = all(_is_title_begun(one.text) for one in run[:-1]) and len(run[-1].text) < _TITLE
        if not begun or any(one.rows or one.quoted for one in run):
            return 0
        if rules.signature.fullmatch(joined([one.text for one in run]).string):
            return count
    return 0


def _is_signed(paragraph: Paragraph, rules: Rules) -> bool:
    words = paragraph.text
    if paragraph.quoted:
        return False
    if paragraph.rows:
        rows = [" ".join(cell.string for cell in row if len(cell)) for row in paragraph.rows]
        signs = rules.signature.fullmatch
        return len(rows) <= _LINES and bool(signs(" ".join(rows)) or all(map(signs, rows)))
    if paragraph.role is Role.STRONG and read_mark(words).kind is ProvisionKind.PARAGRAPH:
        unfinished = not words.string.endswith((".", ";", ":"))
        return unfinished or rules.signature.fullmatch(words.string) is not None
    return rules.signature.fullmatch(words.string) is not None


def _texts(paragraph: Paragraph) -> list[Text]:
    """The words of a paragraph, or of the cells of a table that are not empty."""
    if not paragraph.rows:
        return [paragraph.text]
    return [cell for row in paragraph.rows for cell in row if len(cell)]


def _is_title_begun(text: Text) -> bool:
    short = len(text) < _TITLE and not text.string.endswith((".", ";", ":", '"', "»"))
    return short and read_mark(text).kind is ProvisionKind.PARAGRAPH


def _check_is_act(parts: list[Provision], source: Source, language: str) -> None:
    sure = (ProvisionKind.PREAMBLE, ProvisionKind.REQUISITES, ProvisionKind.APPENDIX)
    if any(part.kind in sure for part in parts):
        return
    start = len(source.text) - len(source.text.lstrip("\ufeff \t\r\n\f"))
    line, column = source.line_and_column(start)
    words = source.text[start : start + 60].partition("\n")[0].strip()
    expected = "an act: a line of requisites or enacting words such as «ҚАУЛЫ ЕТЕДІ:»"
    raise NotAnActError(
        expected,
        f"neither (read as «{language}»)",
        TextPlace(source.name, line, column, words),
    )
