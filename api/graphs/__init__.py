"""The graphs of the dataset: SPARQL 1.1 Graph Store Protocol, and the dumps."""

from api.graphs.reading import router as reading
from api.graphs.writing import router as writing

__all__ = ["reading", "writing"]
