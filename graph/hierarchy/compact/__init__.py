"""A record in arrays: small in memory, quick to load, from which things are made when asked for."""

from graph.hierarchy.compact.columns import BASES, BOUNDS, FACT, SUPERSEDED, Columns
from graph.hierarchy.compact.index import NATURES, Compact
from graph.hierarchy.compact.table import Inverse, Table
from graph.hierarchy.compact.terms import Terms
from graph.hierarchy.compact.turns import SUBORDINATIONS

__all__ = [
    "BASES",
    "BOUNDS",
    "FACT",
    "NATURES",
    "SUBORDINATIONS",
    "SUPERSEDED",
    "Columns",
    "Compact",
    "Inverse",
    "Table",
    "Terms",
]
