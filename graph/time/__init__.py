"""Date bounds, and yes / no / not known, in whole days of Kazakhstan."""

from graph.time.bounds import (
    ALWAYS,
    FIRST_DAY,
    INTERPRETED,
    LAST_DAY,
    Answer,
    Bounds,
    BoundValue,
    Four,
    Lack,
    Reason,
    answer,
    decide,
    kazakhstan_day,
    may_have_begun,
    stretch,
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
    "Four",
    "Lack",
    "Reason",
    "Supplied",
    "act_bounds",
    "answer",
    "bounds_history",
    "bounds_of",
    "decide",
    "kazakhstan_day",
    "may_have_begun",
    "stretch",
    "supplied_by",
    "together",
]
