"""Which reader a source needs, and what it reads."""

from __future__ import annotations

from pathlib import PurePath

from graph.formats.blocks import Marked
from graph.formats.markdown import read_markdown
from graph.model import Source

_MARKDOWN = (".md", ".markdown")


def read_marked(source: Source) -> Marked | None:
    """The paragraphs of a source with markup; None for plain text, whose lines tell them."""
    return read_markdown(source.text) if _is_markdown(source) else None


def _is_markdown(source: Source) -> bool:
    if PurePath(source.name).suffix.lower() in _MARKDOWN:
        return True
    return source.text[:80].lstrip("\ufeff \t\r\n").startswith("# ")
