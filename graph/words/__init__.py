"""Words: letters, endings, numbers and dates of a language, and one normal form of a name."""

from graph.words.declension import adjective, agreed, analyses, declines, head_of, proper
from graph.words.endings import (
    CASES,
    case_endings,
    forms,
    inflections,
    inflects,
    possessed,
    read_ending,
)
from graph.words.inflection import Inflection
from graph.words.letters import fold, plain, rough, slug, sort_key, unmix
from graph.words.numbers import Dated, find_dates, read_date, read_number
from graph.words.terms import term_case, term_is_plural, term_pattern

__all__ = [
    "CASES",
    "Dated",
    "Inflection",
    "adjective",
    "agreed",
    "analyses",
    "case_endings",
    "declines",
    "find_dates",
    "fold",
    "forms",
    "head_of",
    "inflections",
    "inflects",
    "plain",
    "possessed",
    "proper",
    "read_date",
    "read_ending",
    "read_number",
    "rough",
    "slug",
    "sort_key",
    "term_case",
    "term_is_plural",
    "term_pattern",
    "unmix",
]
