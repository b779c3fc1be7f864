"""The one door to the engine: queries of strangers are run in processes that can be ended."""

from api.evaluator.answer import TRUNCATED, Answer
from api.evaluator.client import while_there
from api.evaluator.limits import Limits, told_limits
from api.evaluator.pool import Evaluator
from api.evaluator.query import Query
from api.evaluator.writing import placed, triples_bytes

__all__ = [
    "TRUNCATED",
    "Answer",
    "Evaluator",
    "Limits",
    "Query",
    "placed",
    "told_limits",
    "triples_bytes",
    "while_there",
]
