"""A file becomes a source: its decoded text and the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph.errors import EncodingError, NotAnActError, TextPlace
from graph.model import Source

#: The largest file that is read, in bytes: the longest code of law has less than a tenth of it.
LIMIT = 20_000_000

#: How files of other formats begin, and what they are.
_SIGNS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (DOCX, XLSX, ODT or EPUB)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SPACE = b" \t\r\n\xef\xbb\xbf"


def read_source(path: Path) -> Source:
    """The text of an act: UTF-8, with or without a byte order mark, of at most LIMIT bytes.

    Offsets into the text count Unicode characters of the decoded file from 0; line ends and a
    byte order mark stay in it. Raises NotAnActError for what is no file that can be read, is
    empty, too large, binary or of another format, and EncodingError, with line and column, for
    bytes that are not UTF-8.
    """
    data = _read(path)
    _refuse_other_formats(data, path)
    text = _decode(data, path)
    if not text.strip("\ufeff \t\r\n\f"):
        raise NotAnActError("the text of an act", "an empty file", _start(path))
    return Source(path.name, text, hashlib.sha256(data).hexdigest())


def _read(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise NotAnActError("a file", "a directory", str(path))
        size = path.stat().st_size
        if size > LIMIT:
            raise NotAnActError(
                f"a file of at most {LIMIT // 1_000_000} MB",
                f"{size / 1_000_000:.1f} MB",
                str(path),
            )
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotAnActError("a file that can be read", reason.lower(), str(path)) from error


def _refuse_other_formats(data: bytes, path: Path) -> None:
    head = data[:1024].lstrip(_SPACE)
    for sign, name in _SIGNS:
        if data.startswith(sign):
            raise NotAnActError("plain text", name, _start(path))
    if head.lower().startswith(_MARKUP):
        raise NotAnActError("plain text", "an HTML or XML page", _start(path))
    if data.startswith(_UTF16):
        raise EncodingError("text in UTF-8", "text in UTF-16", _start(path))
    if b"\x00" in data:
        raise NotAnActError("plain text", "binary data (a zero byte)", _byte(path, data, b"\x00"))


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        # What stands before the fault is valid, so its columns can be counted in characters.
        words = before[before.rfind(b"\n") + 1 :].decode("utf-8")
        found = f"the byte 0x{data[error.start]:02x}"
        if guess := _legacy(data):
            found += f" (the file reads as {guess})"
        place = TextPlace(str(path), line, len(words) + 1, words[-40:])
        raise EncodingError("text in UTF-8", found, place) from error


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
