"""Writing: for who holds the token alone, and to a copy beside the generation alone."""

from api.worker.scribe import Condition
from api.writing.permit import permit, refuse_shown
from api.writing.readers import Readers
from api.writing.shelf import Shelf
from api.writing.token import WriteToken, read_token
from api.writing.writer import Writer

__all__ = [
    "Condition",
    "Readers",
    "Shelf",
    "WriteToken",
    "Writer",
    "permit",
    "read_token",
    "refuse_shown",
]
