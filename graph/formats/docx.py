"""The words of a DOCX document, taken out of it as Markdown."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, LargeZipFile, ZipFile

from graph.errors import NotAnActError
from graph.formats.numbering import Numbering
from graph.formats.styles import CENTRE, RIGHT, Styles, is_strong
from graph.formats.written import (
    W,
    boxes,
    goes_on_below,
    parts,
    rows,
    run_words,
    runs,
    words,
)

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

#: What a document may grow to when it is unpacked, in bytes, and how many files it may hold.
UNPACKED, FILES = 100_000_000, 5_000
#: What is read, as errors tell it.
_READ = "plain text, Markdown, HTML, DOCX or PDF"
#: No text shrinks to less than this part of itself.
_RATIO = 200
#: Small files shrink more than any ratio says.
_SMALL = 1_000_000

#: What the readers of archives and of XML raise for a damaged document.
_DAMAGED = (
    *(BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),
    *(SyntaxError, KeyError, IndexError, ValueError, TypeError, AttributeError, RecursionError),
)
_SPECIAL = re.compile(r"[\\*<&\[\]]")
_MARK = re.compile(r"(?m)^(\s*)([#>|]|[-_=]{3,}\s*$)")
#: Where the words are; some editors count the times that they write a document anew.
_MAIN = re.compile(r"word/document\d*\.xml")
_HEADING = re.compile(r"(?:heading|заголовок|тақырып)\s*\d", re.IGNORECASE)


def docx_text(data: bytes, path: Path) -> str:
    """The words of a document as Markdown: a blank line between paragraphs, tables as tags.

    What is set to the right is quoted (`> `), what is bold or italic as a whole stands between
    asterisks, centred bold words and headings begin with `## `, a title with `# `. Numbers that
    the document counts by itself are put before the words. Raises
    NotAnActError for an archive that is no such document, is damaged, or would unpack to more
    than UNPACKED bytes.
    """
    _check(data, path)
    from docx import Document

    try:
        document = Document(BytesIO(data))
        return "\n\n".join(_Reader(document).read()) + "\n"
    except _DAMAGED as error:
        raise NotAnActError("a whole DOCX document", _reason(error), str(path)) from error


def _reason(error: Exception) -> str:
    return f"a damaged one ({type(error).__name__}: {str(error)[:80]})"


def _check(data: bytes, path: Path) -> None:
    """Refuse an archive that is damaged, of another kind, or a bomb, before it is unpacked."""
    try:
        archive = ZipFile(BytesIO(data))
        files = archive.infolist()
    except (BadZipFile, LargeZipFile, ValueError, OSError) as error:
        raise NotAnActError("a whole DOCX document", _reason(error), str(path)) from error
    size = sum(file.file_size for file in files)
    if len(files) > FILES or size > UNPACKED or size > max(_SMALL, _RATIO * len(data)):
        found = f"a zip bomb: {len(files)} files of {size / 1_000_000:.0f} MB in all"
        raise NotAnActError("a document of a size that people write", found, str(path))
    if any(file.flag_bits & 1 for file in files):
        raise NotAnActError("a document without a password", "a locked one", str(path))
    if not any(_MAIN.fullmatch(file.filename) for file in files):
        found = "a zip archive of another kind (XLSX, ODT, EPUB or files)"
        raise NotAnActError(_READ, found, str(path))
    try:
        kinds = archive.read("[Content_Types].xml")
    except _DAMAGED as error:
        raise NotAnActError("a whole DOCX document", _reason(error), str(path)) from error
    if b"macroEnabled" in kinds or b"template.main" in kinds:
        found = "a document with macros or a template (DOCM, DOTX)"
        raise NotAnActError(_READ, found, str(path))


class _Reader:
    """A document that is read paragraph by paragraph, in the order in which a reader sees it."""

    def __init__(self, document: DocxDocument) -> None:
        self._body: Any = document.element.body
        self._styles = Styles(document)
        self._numbering = Numbering(document, self._styles)
        self._boxed = next(self._body.iter(f"{W}txbxContent"), None) is not None
        self._titled = False
        self._above = ""  # the words of paragraphs whose end was struck out
        self._aside: list[str] = []

    def read(self) -> Iterator[str]:
        """The paragraphs and tables as Markdown."""
        for part in parts(self._body):
            said = self._paragraph(part) if part.tag == f"{W}p" else self._table(part)
            if self._aside and said:
                yield self._set_aside()
            if said:
                yield said
        if self._aside:
            yield self._set_aside()

    def _set_aside(self) -> str:
        lines, self._aside = self._aside, []
        return "  \n".join(lines)

    def _paragraph(self, part: Any) -> str:
        for box in boxes(part) if self._boxed else ():
            self._aside += _aside(self._told(box))
        if goes_on_below(part):
            self._above += words(part)
            return ""
        said, self._above = self._above + words(part), ""
        if self._styles.alignment(part) == RIGHT and said.strip():
            self._aside += _aside(said)
            return ""
        return self._marked(part, _escaped(said).strip())

    def _marked(self, part: Any, said: str) -> str:
        number = self._numbering.number(part)
        if not said:
            return ""
        said = f"{number} {said}" if number else said
        style = self._styles.name(part)
        strong, centred = self._is_strong(part), self._styles.alignment(part) == CENTRE
        line = " ".join(said.split("\n"))
        first, self._titled = not self._titled, True
        if style == "Title" or (first and (_HEADING.match(style) or centred)):
            return f"# {line}"
        if _HEADING.match(style) or (strong and centred):
            return f"## {line}"
        return f"**{said}**" if strong else said

    def _is_strong(self, part: Any) -> bool:
        full = [run for run in runs(part) if run_words(run).strip()]
        whole = self._styles.is_strong(part)
        return bool(full) and all(is_strong(run, default=whole) for run in full)

    def _told(self, holder: Any) -> str:
        """The words in a cell or a box, a line for each paragraph or row."""
        lines = []
        for part in parts(holder):
            if part.tag == f"{W}p":
                number, said = self._numbering.number(part), words(part).strip()
                inside = [self._told(box) for box in boxes(part)] if self._boxed else []
                lines += [*inside, f"{number} {said}".strip()]
            else:
                lines += [" ".join(map(self._told, row)).strip() for row in rows(part)]
        return "\n".join(line for line in lines if line)

    def _table(self, table: Any) -> str:
        grid = [[self._told(cell) for cell in row] for row in rows(table)]
        full = [cell for row in grid for cell in row if cell]
        if not full:
            return ""
        if len(full) == 1:
            # A stamp is set to the right by a table with one empty cell.
            return "  \n".join(_aside(full[0]))
        lines = ["<table>"]
        for row in grid:
            cells = "".join(f"<td>{_escaped(cell)}</td>\n" for cell in row)
            lines += ["<tr>", cells.rstrip(), "</tr>"]
        return "\n".join([*lines, "</table>"])


def _aside(said: str) -> list[str]:
    return [f"> {line.strip()}" for line in _escaped(said).split("\n") if line.strip()]


def _escaped(words: str) -> str:
    """Words that Markdown would take for marks, with a backslash before the mark."""
    plain = words.replace("\r", "").replace("\v", "\n").replace("\xa0", " ")
    return _MARK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", plain))
