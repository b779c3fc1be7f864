"""The words of a DOCX document, taken out of it as Markdown."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, LargeZipFile, ZipFile

from graph.errors import NotAnActError
from graph.formats.numbering import Numbering
from graph.formats.styles import Styles

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

#: What a document may grow to when it is unpacked, in bytes, and how many files it may hold.
UNPACKED, FILES = 100_000_000, 5_000
#: No text shrinks to less than this part of itself.
_RATIO = 200
#: Small files shrink more than any ratio says.
_SMALL = 1_000_000

#: What the readers of archives and of XML raise for a damaged document.
_DAMAGED = (
    *(BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),
    *(SyntaxError, KeyError, IndexError, ValueError, TypeError, AttributeError),
)
_SPECIAL = re.compile(r"[\\*<&\[\]]")
_MARK = re.compile(r"(?m)^(\s*)([#>|]|[-_=]{3,}\s*$)")
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
        return "\n\n".join(_paragraphs(document)) + "\n"
    except _DAMAGED as error:
        raise NotAnActError("a whole DOCX document", _reason(error), str(path)) from error


def _reason(error: Exception) -> str:
    return f"a damaged one ({type(error).__name__}: {str(error)[:80]})"


def _check(data: bytes, path: Path) -> None:
    """Refuse an archive that is damaged, of another kind, or a bomb, before it is unpacked."""
    try:
        files = ZipFile(BytesIO(data)).infolist()
    except (BadZipFile, LargeZipFile, ValueError, OSError) as error:
        raise NotAnActError("a whole DOCX document", _reason(error), str(path)) from error
    size = sum(file.file_size for file in files)
    if len(files) > FILES or size > UNPACKED or size > max(_SMALL, _RATIO * len(data)):
        found = f"a zip bomb: {len(files)} files of {size / 1_000_000:.0f} MB in all"
        raise NotAnActError("a document of a size that people write", found, str(path))
    if any(file.flag_bits & 1 for file in files):
        raise NotAnActError("a document without a password", "a locked one", str(path))
    if "word/document.xml" not in {file.filename for file in files}:
        found = "a zip archive of another kind (XLSX, ODT, EPUB or files)"
        raise NotAnActError("plain text, Markdown, HTML, DOCX or PDF", found, str(path))


def _paragraphs(document: DocxDocument) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    styles = Styles()
    numbering = Numbering(document, styles)
    titled = False
    aside: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            if _is_right(part) and part.text.strip():
                aside += _aside(part.text)
                continue
            known = styles.of(part)
            name = (known.name or "") if known else ""
            words = _marked(part, name, numbering.number(part), first=not titled)
            titled = titled or bool(words)
        else:
            words = _table(part)
        if aside and words:
            yield "  \n".join(aside)
            aside = []
        if words:
            yield words
    if aside:
        yield "  \n".join(aside)


def _marked(paragraph: Paragraph, style: str, number: str, *, first: bool) -> str:
    words = _escaped(paragraph.text).strip()
    if not words:
        return ""
    words = f"{number} {words}" if number else words
    strong = _is_strong(paragraph)
    line = " ".join(words.split("\n"))
    if style == "Title" or (first and (_HEADING.match(style) or _is_centred(paragraph))):
        return f"# {line}"
    if _HEADING.match(style) or (strong and _is_centred(paragraph)):
        return f"## {line}"
    return f"**{words}**" if strong else words


def _is_strong(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold or run.italic for run in runs)


def _is_right(paragraph: Paragraph) -> bool:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return paragraph.alignment == WD_ALIGN_PARAGRAPH.RIGHT


def _is_centred(paragraph: Paragraph) -> bool:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    return paragraph.alignment == WD_ALIGN_PARAGRAPH.CENTER


def _aside(words: str) -> list[str]:
    return [f"> {line.strip()}" for line in _escaped(words).split("\n") if line.strip()]


def _table(table: Table) -> str:
    rows = [[cell.text.strip() for cell in _cells(row.cells)] for row in table.rows]
    full = [cell for row in rows for cell in row if cell]
    if not full:
        return ""
    if len(full) == 1:
        # A stamp is set to the right by a table with one empty cell.
        return "  \n".join(_aside(full[0]))
    lines = ["<table>"]
    for row in rows:
        cells = "".join(f"<td>{_escaped(cell)}</td>\n" for cell in row)
        lines += ["<tr>", cells.rstrip(), "</tr>"]
    return "\n".join([*lines, "</table>"])


def _cells(cells: Iterable[_Cell]) -> Iterator[_Cell]:
    """Each cell once: one that spans several columns comes once for each of them."""
    last: _Cell | None = None
    for cell in cells:
        if last is None or cell is not last:
            yield cell
        last = cell


def _escaped(words: str) -> str:
    """Words that Markdown would take for marks, with a backslash before the mark."""
    plain = words.replace("\r", "").replace("\v", "\n").replace("\xa0", " ")
    return _MARK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", plain))
