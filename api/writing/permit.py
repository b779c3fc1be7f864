"""Who may write: who shows the token, in the one place where no log and no history keeps it."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from api.problems import RefusalError
from api.writing.writer import Writer

_REALM = 'Bearer realm="shezhire"'
#: Where RFC 6750 would let a token stand in an address or a form: there others would read it.
_PARAMETER = "access_token"
Fields = Mapping[str, list[str]]


def permit(request: Request, fields: Fields, writer: Writer | None) -> Writer:
    """The writer, for a request that may write; RefusalError 400, 401 or 403 for others.

    `fields` are those of the address and of a form: a token must not stand there.
    """
    refuse_shown(fields, writer)
    if writer is None:
        raise RefusalError(403, "a query: this endpoint is read-only", "a write", "method")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise _unauthorised("the write token as Bearer", scheme or "none", _REALM)
    if not writer.token.admits(given.strip()):
        raise _unauthorised("the write token", "another", f'{_REALM}, error="invalid_token"')
    return writer


def _unauthorised(expected: str, found: str, challenge: str) -> RefusalError:
    return RefusalError(401, expected, found, "Authorization", WWW_Authenticate=challenge)


def refuse_shown(fields: Fields, writer: Writer | None) -> None:
    """RefusalError 400 for a token in an address or a form: it is no secret any more."""
    given = (value for values in fields.values() for value in values)
    if _PARAMETER in fields or (writer and any(map(writer.token.admits, given))):
        raise RefusalError(400, "the write token in a header alone", "a field", "Authorization")
