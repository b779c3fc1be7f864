"""Names of languages that put the legal form and the head word first, superiors after them."""

from graph.names.headfirst.finder import Finder, Span
from graph.names.headfirst.parts import Anatomy
from graph.names.headfirst.reader import Reader

__all__ = ["Anatomy", "Finder", "Reader", "Span"]
