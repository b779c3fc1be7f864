"""A process that runs queries over one store until its server is gone; it opens nothing else.

It imports nothing of the project but this room: each new process waits for what it imports.
"""

from api.worker.asked import LENGTHS, Worker, main, start
from api.worker.sheet import INLINE, Full, Sheet, files_allowed
from api.worker.table import write_graph, write_table

__all__ = [
    "INLINE",
    "LENGTHS",
    "Full",
    "Sheet",
    "Worker",
    "files_allowed",
    "main",
    "start",
    "write_graph",
    "write_table",
]
