"""Which reader a source needs, and what it reads."""

from __future__ import annotations

import re
from pathlib import PurePath

from graph.formats.blocks import Marked
from graph.formats.html import read_html
from graph.formats.markdown import read_markdown
from graph.model import Source

# What documents hold is taken out of them as Markdown.
_MARKDOWN = (".md", ".markdown", ".docx")
_HTML = (".html", ".htm", ".xhtml")
_HTML_BEGINS = re.compile(
    r"[\ufeff\s]*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?(?:<!doctype\s+html|<html)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_marked(source: Source) -> Marked | None:
    """The paragraphs of a source with markup; None for plain text, whose lines tell them."""
    if is_html(source.name, source.text):
        return read_html(source.text)
    return read_markdown(source.text) if _is_markdown(source) else None


def is_html(name: str, text: str) -> bool:
    """Whether a file is a page of HTML, by its name or its first words."""
    if PurePath(name).suffix.lower() in _HTML:
        return True
    return _HTML_BEGINS.match(text[:1000]) is not None


def _is_markdown(source: Source) -> bool:
    if PurePath(source.name).suffix.lower() in _MARKDOWN:
        return True
    return source.text[:80].lstrip("\ufeff \t\r\n").startswith("# ")
