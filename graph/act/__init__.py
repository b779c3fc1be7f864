"""The structure of an act: points, items, appendices, tables, notes, each with its words."""

from graph.act.dump import document_json
from graph.act.faults import balanced
from graph.act.reader import read_act

__all__ = ["balanced", "document_json", "read_act"]
