"""What differs between two days: bodies that began, ended, moved, and what of them changed."""

from graph.hierarchy.diff.change import KINDS, Change, Diff
from graph.hierarchy.diff.compare import diff
from graph.hierarchy.diff.reread import reread

__all__ = ["KINDS", "Change", "Diff", "diff", "reread"]
