"""The door to files: the text of an act, its printed lines, and its side file."""

from graph.formats.lines import Line, read_lines
from graph.formats.side import read_side, side_path
from graph.formats.source import LIMIT, read_source

__all__ = ["LIMIT", "Line", "read_lines", "read_side", "read_source", "side_path"]
