"""The token that lets its holder write: compared in constant time, never shown."""

from __future__ import annotations

import os
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path

from graph.errors import CallError

VARIABLE = "SHEZHIRE_WRITE_TOKEN"
#: Characters of a token at least: shorter ones can be guessed.
SHORTEST = 16


class WriteToken:
    """Holds no more of the token than its hash, so that nothing can show it."""

    __slots__ = ("_hash",)

    def __init__(self, secret: str) -> None:
        if len(secret) < SHORTEST or not secret.isascii() or not secret.isprintable():
            raise CallError(f"expected a write token of at least {SHORTEST} characters of ASCII")
        self._hash = _hash(secret)

    def admits(self, given: str) -> bool:
        """Whether this is the token; how long the answer takes tells nothing of it."""
        return compare_digest(_hash(given), self._hash)


def _hash(secret: str) -> bytes:
    return sha256(secret.encode("utf-8", "surrogateescape")).digest()


def read_token(file: Path | None) -> WriteToken | None:
    """The token of a file, else of the environment; None where neither has one.

    The variable is taken out of the environment, so that no process started later inherits it.
    CallError when the file cannot be read or the token is too short.
    """
    secret = os.environ.pop(VARIABLE, None)
    if file is not None:
        try:
            secret = file.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise CallError(f"{file}: expected a file with a write token: {error}") from error
    return WriteToken(secret) if secret is not None else None
