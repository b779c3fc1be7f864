"""Damaged text made whole: paragraphs with a place for every character, each repair logged."""

from graph.repair.mend import repair
from graph.repair.paragraph import Paragraph

__all__ = ["Paragraph", "repair"]
