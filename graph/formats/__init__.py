"""The door to files: the text of an act, its lines or marked paragraphs, and its side file."""

from graph.formats.blocks import Block, Marked, Role, Spans
from graph.formats.lines import Line, read_lines
from graph.formats.marked import read_marked
from graph.formats.raw import LIMIT, read_raw
from graph.formats.rows import day_of, read_rows, words_of
from graph.formats.side import (
    META,
    read_side,
    read_side_raw,
    side_file,
    side_of,
    side_path,
    told_in,
)
from graph.formats.source import read_source, source_of
from graph.formats.tongue import language_of

__all__ = [
    "LIMIT",
    "META",
    "Block",
    "Line",
    "Marked",
    "Role",
    "Spans",
    "day_of",
    "language_of",
    "read_lines",
    "read_marked",
    "read_raw",
    "read_rows",
    "read_side",
    "read_side_raw",
    "read_source",
    "side_file",
    "side_of",
    "side_path",
    "source_of",
    "told_in",
    "words_of",
]
