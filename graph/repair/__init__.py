"""Damaged text made whole: paragraphs with a place for every character, each repair logged."""

from graph.repair.mend import Paragraph, repair

__all__ = ["Paragraph", "repair"]
