"""A record in arrays: small in memory, quick to load, from which things are made when asked for."""

from graph.hierarchy.compact.columns import (
    BASES,
    BOUNDS,
    FACT,
    SUBORDINATIONS,
    SUPERSEDED,
    Columns,
)
from graph.hierarchy.compact.index import NATURES, Compact
from graph.hierarchy.compact.scales import Ruling, Scales, Weighing
from graph.hierarchy.compact.stands import VALUES, Stands, slot, stood
from graph.hierarchy.compact.table import Inverse, Table
from graph.hierarchy.compact.terms import Terms

__all__ = [
    "BASES",
    "BOUNDS",
    "FACT",
    "NATURES",
    "SUBORDINATIONS",
    "SUPERSEDED",
    "VALUES",
    "Columns",
    "Compact",
    "Inverse",
    "Ruling",
    "Scales",
    "Stands",
    "Table",
    "Terms",
    "Weighing",
    "slot",
    "stood",
]
