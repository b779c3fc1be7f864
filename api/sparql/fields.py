"""What a request says: the fields of its address and of a form, its body, the type of that."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

import pyoxigraph as ox
from fastapi import Request

from api.problems import RefusalError

FORM, QUERY, UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_MOST_FIELDS = 100
Fields = Mapping[str, list[str]]


def media_type(request: Request, default: str = "") -> str:
    """The type of the body in lower case; RefusalError 415 for another charset than UTF-8."""
    kind, *parameters = request.headers.get("content-type", default).split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            check_charset(value.strip().strip('"').lower())
    return kind.strip().lower()


def check_charset(charset: str) -> None:
    """RefusalError 415 for what is not read as UTF-8."""
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise RefusalError(415, "UTF-8", charset, "Content-Type")


def read_fields(encoded: str | bytes) -> Fields:
    """Form fields in order; RefusalError 400 for what is no UTF-8, or for too many."""
    written = encoded if isinstance(encoded, str) else read_text(encoded)
    try:
        pairs = parse_qsl(
            written, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except UnicodeDecodeError as error:
        raise RefusalError(400, "percent-encoded UTF-8", str(error), "query") from None
    except ValueError as error:
        raise RefusalError(400, f"at most {_MOST_FIELDS} fields", str(error), "query") from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def joined(first: Fields, second: Fields) -> Fields:
    """The fields of both, those of the first before those of the second."""
    return {name: [*first.get(name, []), *second.get(name, [])] for name in {**first, **second}}


def graph_names(fields: Fields, name: str) -> tuple[str, ...]:
    """The IRIs of graphs in the fields of a name; RefusalError 400 for what is no absolute IRI."""
    return tuple(graph_name(given, name) for given in fields.get(name, []))


def graph_name(given: str, place: str) -> str:
    """An absolute IRI as it was given; RefusalError 400 for anything else."""
    try:
        return ox.NamedNode(given).value
    except ValueError:
        raise RefusalError(400, "an absolute IRI", given, place) from None


def read_text(body: bytes) -> str:
    """A body as text; RefusalError 400 for what is no UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError(400, "UTF-8", str(error), "body") from None


async def read_body(request: Request, largest: int) -> bytes:
    """The body of a request; RefusalError 413 as soon as it is larger than that."""
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > largest:
            raise RefusalError(413, f"at most {largest} bytes", "more", "body")
    return bytes(read)
