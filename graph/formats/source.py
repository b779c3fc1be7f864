"""A file becomes a source: its decoded or extracted text and the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph.errors import EncodingError, NotAnActError, TextPlace
from graph.formats.docx import docx_text
from graph.formats.marked import is_html
from graph.formats.pdf import pdf_text
from graph.formats.raw import read_raw
from graph.formats.refused import error_page
from graph.model import Source

#: How files of other formats begin, and what they are.
_SIGNS = (
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
)
_PDF, _ZIP = b"%PDF-", (b"PK\x03\x04", b"PK\x05\x06")
#: What is read, as errors tell it.
_READ = "plain text, Markdown, HTML, DOCX or PDF"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SPACE = b" \t\r\n\xef\xbb\xbf"


def read_source(path: Path) -> Source:
    """The text of an act, from a file of at most LIMIT bytes.

    Plain text, Markdown and HTML are UTF-8, with or without a byte order mark. Offsets into the
    text count Unicode characters of the decoded file from 0; line ends and a byte order mark
    stay in it. The text of a DOCX or PDF document is what was extracted from it (`docx_text`,
    `pdf_text`): offsets count the characters of that text, the SHA-256 is of the bytes.

    Raises NotAnActError for what is no file that can be read, is empty, too large, binary, of
    another format, locked, a scan, or the page of an error, and EncodingError, with line and
    column, for bytes that are not UTF-8.
    """
    return source_of(read_raw(path), path)


def source_of(data: bytes, path: Path, name: str = "") -> Source:
    """As `read_source`, from the bytes that stand at `path`; `name` is what the file is called
    where its folder belongs to that: `2019/order/rus.md`.
    """
    name = name or path.name
    if not name.isprintable():
        raise NotAnActError("a file name without control characters", repr(name), "name")
    text = _text(data, path)
    if not text.strip("\ufeff \t\r\n\f"):
        raise NotAnActError("the text of an act", "an empty file", _start(path))
    if text.count("\r") > text.count("\n"):
        found = "lines that end in a carriage return alone: save it with other line ends"
        raise NotAnActError("lines that end in a line feed", found, _start(path))
    if is_html(path.name, text) and (error := error_page(text)):
        raise NotAnActError("the page of an act", f"the page of an error: «{error}»", str(path))
    return Source(name, text, hashlib.sha256(data).hexdigest())


def _text(data: bytes, path: Path) -> str:
    if data[:1024].lstrip(_SPACE).startswith(_PDF):
        return pdf_text(data, path)
    if data.startswith(_ZIP):
        return docx_text(data, path)
    _refuse_other_formats(data, path)
    return _decode(data, path)


def _refuse_other_formats(data: bytes, path: Path) -> None:
    for sign, name in _SIGNS:
        if data.startswith(sign):
            raise NotAnActError(_READ, name, _start(path))
    if data.startswith(_UTF16):
        raise EncodingError("text in UTF-8", "text in UTF-16", _start(path))
    if b"\x00" in data:
        raise NotAnActError(_READ, "binary data (a zero byte)", _byte(path, data, b"\x00"))


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        # What stands before the fault is valid, so its columns can be counted in characters.
        words = before[before.rfind(b"\n") + 1 :].decode("utf-8")
        expected, found = "text in UTF-8", f"the byte 0x{data[error.start]:02x}"
        if _is_cut_off(data, error):
            expected, found = "a whole file", "a file that ends inside a letter: it is cut off"
        elif before.isascii() and (guess := _legacy(data)):
            found += f" (the file reads as {guess})"
        place = TextPlace(str(path), line, len(words) + 1, words[-40:])
        raise EncodingError(expected, found, place) from error


def _is_cut_off(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether all is UTF-8 but for the last bytes, which begin a letter that is not finished."""
    last = data[error.start]
    length = 4 if last >= 0xF0 else 3 if last >= 0xE0 else 2
    return last >= 0xC2 and error.end == len(data) and len(data) - error.start < length


def _legacy(data: bytes) -> str | None:
    """The older encoding in which the bytes look like Cyrillic text."""
    sample = data[:4096]
    high = sum(byte >= 0xC0 for byte in sample)
    if high * 3 < len(sample):
        return None
    # In windows-1251 small letters are 0xE0 to 0xFF; in KOI8-R they are 0xC0 to 0xDF.
    small = sum(byte >= 0xE0 for byte in sample)
    return "windows-1251" if small * 2 > high else "KOI8-R"


def _start(path: Path) -> TextPlace:
    return TextPlace(str(path), 1, 1, "")


def _byte(path: Path, data: bytes, sought: bytes) -> TextPlace:
    before = data[: data.index(sought)]
    return TextPlace(str(path), before.count(b"\n") + 1, len(before) - before.rfind(b"\n"), "")
