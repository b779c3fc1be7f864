"""The words of a PDF document, line by line as they stand on its pages."""

from __future__ import annotations

import logging
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import NotAnActError
from graph.formats.pages import FEED

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

#: How many pages are read, and how many characters one page may hold.
PAGES, PAGE = 3_000, 200_000
#: A page with fewer letters than this on average is a picture of a page.
_FEWEST = 20


#: What the reader raises, beside its own errors, for a damaged document.
_DAMAGED = (
    *(ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError),
    *(EOFError, OSError, NotImplementedError, ZeroDivisionError, zlib.error),
)


def pdf_text(data: bytes, path: Path) -> str:
    """The words of a document: a line for each printed one, a form feed between pages.

    Lines are indented as they are printed. Raises NotAnActError for a document that asks for a
    password, has no text (a scan), has more than PAGES pages, or is damaged.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # The library warns of every slip of the writer of a file; what matters comes as an error.
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        pages = _pages(PdfReader(BytesIO(data)), path)
    except (PyPdfError, *_DAMAGED) as error:
        found = f"a damaged one ({type(error).__name__}: {str(error)[:80]})"
        raise NotAnActError("a whole PDF document", found, str(path)) from error
    letters = sum(letter.isalpha() for page in pages for letter in page)
    if letters < _FEWEST * max(1, len(pages)):
        found = f"a scan: {letters} letters on {len(pages)} pages"
        raise NotAnActError("a PDF document with text", found, str(path))
    return f"\n{FEED}".join(pages) + "\n"


def _pages(reader: PdfReader, path: Path) -> list[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise NotAnActError("a PDF document without a password", "a locked one", str(path))
    if len(reader.pages) > PAGES:
        found = f"{len(reader.pages)} pages"
        raise NotAnActError(f"a document of at most {PAGES} pages", found, str(path))
    # Who reads no PDF need not wait for the library.
    from graph.formats.pdf_page import Page

    fonts: dict[tuple[int, int], Any] = {}
    return [_page(Page(page, fonts))[:PAGE] for page in reader.pages]


def _page(page: PageObject) -> str:
    """The lines of a page as they are laid out; without layout where the page cannot tell it."""
    try:
        return page.extract_text(extraction_mode="layout")
    except (ValueError, KeyError, TypeError, ZeroDivisionError, AttributeError, IndexError):
        return page.extract_text()
