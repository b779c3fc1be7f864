"""Words: letters, endings, numbers and dates of a language, and one normal form of a name."""

from graph.words.endings import (
    CASES,
    Inflection,
    case_endings,
    forms,
    inflections,
    possessed,
    read_ending,
)
from graph.words.letters import fold, plain, rough, slug, sort_key, unmix
from graph.words.numbers import Dated, find_dates, read_date, read_number

__all__ = [
    "CASES",
    "Dated",
    "Inflection",
    "case_endings",
    "find_dates",
    "fold",
    "forms",
    "inflections",
    "plain",
    "possessed",
    "read_date",
    "read_ending",
    "read_number",
    "rough",
    "slug",
    "sort_key",
    "unmix",
]
