"""What a client sends to a graph: triples in one form or several, and on what condition."""

from __future__ import annotations

from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP

from fastapi import Request

from api.problems import RefusalError
from api.sparql.fields import check_charset, media_type, read_body
from api.writing import Condition
from graph.store import Part

#: Bytes of a graph that are taken at most.
LARGEST = 16_000_000
#: What is read: a graph has no names of graphs in it, so neither has its form.
BODY_FORMS = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
)
_PARTS = "multipart/form-data"
_MOST_PARTS = 100


async def read_parts(request: Request, base: str) -> list[Part]:
    """The triples of a request, of each file of a form for itself; RefusalError 400, 413, 415."""
    kind = media_type(request)
    if kind != _PARTS:
        form = _form(kind)
        return [(await read_body(request, LARGEST), form, base)]
    body = await read_body(request, LARGEST)
    written = request.headers["content-type"].encode("latin-1")
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: %s\r\n\r\n%s" % (written, body))
    assert isinstance(message, EmailMessage)
    files = list(message.iter_parts())
    if not 0 < len(files) <= _MOST_PARTS or message.defects:
        raise RefusalError(400, f"from 1 to {_MOST_PARTS} files", "another form", "body")
    return [_part(file, base) for file in files]


def _part(file: object, base: str) -> Part:
    assert isinstance(file, EmailMessage)
    check_charset(file.get_content_charset("utf-8"))
    form = _form(file.get_content_type())
    data = file.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data, form, base


def _form(kind: str) -> str:
    if kind not in BODY_FORMS:
        offers = ", ".join(BODY_FORMS)
        raise RefusalError(415, f"one of {offers}", kind, "Content-Type", Accept=offers)
    return kind


def read_condition(request: Request) -> Condition:
    """The condition of `If-Match` and `If-None-Match` (RFC 9110, 13.1)."""
    return Condition(_tags(request, "if-match"), _tags(request, "if-none-match"))


def _tags(request: Request, header: str) -> tuple[str, ...] | None:
    """The tags of a header; a weak one proves nothing. All forms of a graph share their digits."""
    given = request.headers.get(header)
    if given is None:
        return None
    tags = (tag.strip() for tag in given.split(","))
    return tuple(t.strip('"').partition("-")[0] for t in tags if not t.startswith("W/"))


def tag_of(digits: str, media: str) -> str:
    """The tag of one form of a graph: strong, for the same triples are written alike."""
    return f'"{digits}-{media.rpartition("/")[2]}"'
