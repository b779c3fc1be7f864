"""The register: which names mean one body, and the IRI that it keeps."""

from graph.register.book import Register
from graph.register.decisions import DECISIONS, add_decision, read_decisions
from graph.register.doubt import Doubt, series_of
from graph.register.editions import match_editions
from graph.register.entry import Decision, Entry
from graph.register.pairs import Pair
from graph.register.resolution import Ordered, Resolution
from graph.register.roll import Roll, roll_of
from graph.register.same import Same, one_service, same_things

__all__ = [
    "DECISIONS",
    "Decision",
    "Doubt",
    "Entry",
    "Ordered",
    "Pair",
    "Register",
    "Resolution",
    "Roll",
    "Same",
    "add_decision",
    "match_editions",
    "one_service",
    "read_decisions",
    "roll_of",
    "same_things",
    "series_of",
]
