"""Date bounds, and yes / no / not known, in whole days of Kazakhstan."""

from graph.time.bounds import (
    ALWAYS,
    FIRST_DAY,
    INTERPRETED,
    LAST_DAY,
    Answer,
    Bounds,
    BoundValue,
    Lack,
    Reason,
    answer,
    kazakhstan_day,
    may_have_begun,
    together,
)
from graph.time.chronicle import Chronicle, Supplied, supplied_by
from graph.time.rules import act_bounds, bounds_history, bounds_of

__all__ = [
    "ALWAYS",
    "FIRST_DAY",
    "INTERPRETED",
    "LAST_DAY",
    "Answer",
    "BoundValue",
    "Bounds",
    "Chronicle",
    "Lack",
    "Reason",
    "Supplied",
    "act_bounds",
    "answer",
    "bounds_history",
    "bounds_of",
    "kazakhstan_day",
    "may_have_begun",
    "supplied_by",
    "together",
]
