"""Every error that this project raises on purpose."""

from dataclasses import dataclass


class ShezhireError(Exception):
    """The root of the tree: catch this one to catch all of them."""


@dataclass(frozen=True)
class TextPlace:
    """A place in a text: file, line and column counted from 1, and the words that stand there."""

    file: str
    line: int
    column: int
    words: str

    def __str__(self) -> str:
        words = f": «{self.words}»" if self.words else ""
        return f"{self.file}:{self.line}:{self.column}{words}"


class DataError(ShezhireError):
    """The data is at fault: what was expected, what was found, and where (exit code 1)."""

    def __init__(self, expected: str, found: str, place: TextPlace | str) -> None:
        self.expected = expected
        self.found = found
        self.place = place
        super().__init__(f"{place}: expected {expected}; found {found}")


class NotAnActError(DataError):
    """A text that cannot be read as an act."""


class EncodingError(DataError):
    """Bytes that are not text in the expected encoding."""


class SideFileError(DataError):
    """A side file that is missing, malformed, or contradicts the text."""


class DatasetError(DataError):
    """A dataset directory that is missing, damaged, or not readable."""


class NoDatasetError(DatasetError):
    """A dataset directory that is not there at all (exit code 2: the call names it)."""


class QueryError(DataError):
    """A query that cannot be parsed or is not allowed (exit code 2: it is part of the call)."""


class CallError(ShezhireError):
    """The call is at fault: an unknown body, a malformed date, a port in use (exit code 2)."""


class UnknownThingError(CallError):
    """Nothing of that name is in the record."""

    def __init__(self, kind: str, key: str) -> None:
        self.kind = kind
        self.key = key
        super().__init__(f"no {kind} «{key}» in this dataset")
