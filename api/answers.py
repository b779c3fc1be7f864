"""An answer as it leaves: the frame around the items, its tag, its links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any
from urllib.parse import quote

import orjson
from fastapi import Request, Response

from api.question import Question

#: Kept by whoever likes, asked about again each time: a new generation may have come.
CACHE = "public, max-age=0, must-revalidate"
VARY = "Accept, Accept-Language"


def frame(question: Question) -> dict[str, Any]:
    """What every JSON answer begins with.

    What has no end on record counts as going on; `recorded_until` is how far the record reaches.
    """
    return {
        "@context": f"{question.site}/context.jsonld",
        "generation": question.served.name,
        "at": question.at,
        "known_at": question.known_at,
        "recorded_until": question.served.recorded_until,
    }


def answer(
    question: Question, content: Mapping[str, Any], query: str | None = None, **links: str
) -> Response:
    """A JSON answer; `query` is the SPARQL that answers the same, `links` addresses by relation."""
    tag = etag(question.served.name, question.media, question.language, *_asked(question))
    headers = {
        "ETag": tag,
        "Cache-Control": CACHE,
        "Vary": VARY,
        "Content-Language": question.language,
    }
    if query:
        links["query"] = f"{question.site}/sparql?query={quote(query)}"
    if links:
        headers["Link"] = ", ".join(f'<{to}>; rel="{name}"' for name, to in links.items())
    if unchanged(question.request, tag):
        return Response(status_code=304, headers=headers)
    body = orjson.dumps({**frame(question), **content})
    return Response(body, headers=headers, media_type=question.media)


def items(question: Question, found: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A whole list: its items and how many they are."""
    return {"items": found, "total": len(found), "next": None}


def _asked(question: Question) -> tuple[str, ...]:
    url = question.request.url
    return str(url), question.at.isoformat(), question.known_at.isoformat()


def etag(*parts: str) -> str:
    """A weak tag for one form of one answer of one generation."""
    return f'W/"{blake2b(chr(10).join(parts).encode(), digest_size=12).hexdigest()}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the client holds this very answer (RFC 9110, 13.1.2)."""
    held = request.headers.get("if-none-match")
    if held is None:
        return False
    tags = [one.strip().removeprefix("W/") for one in held.split(",")]
    return held.strip() == "*" or tag.removeprefix("W/") in tags
