"""What is looked at in a query before any engine sees it: its form, its graphs, its depth."""

from api.gate.checks import FORMS, UPDATES, inspect, inspect_update
from api.gate.reading import DEEPEST, LONGEST, LONGEST_RUN, Token, plainly, refused, tokens

__all__ = [
    "DEEPEST",
    "FORMS",
    "LONGEST",
    "LONGEST_RUN",
    "UPDATES",
    "Token",
    "inspect",
    "inspect_update",
    "plainly",
    "refused",
    "tokens",
]
