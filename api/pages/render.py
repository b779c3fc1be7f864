"""From a template to an answer: escaped, in one language, under a strict content policy."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.pages.texts import LANGUAGES
from api.pages.visit import Visit

_ROOM = Path(__file__).parent.parent
STATIC = _ROOM / "static"
#: Nothing but the server's own files; no inline script or style, no frame, no plug-in.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Vary": "Accept, Accept-Language",
}


@cache
def environment() -> Environment:
    """The templates: everything is escaped, a missing value is an error."""
    made = Environment(
        loader=FileSystemLoader(_ROOM / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["static"] = static_address
    made.globals["languages"] = LANGUAGES
    return made


@cache
def static_address(name: str) -> str:
    """The address of a file of `api/static`, marked with its content so that it may be kept."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def render(template: str, seen: Visit, status: int = 200, **values: object) -> HTMLResponse:
    """A page: `seen` and `say` stand beside the values in every template."""
    text = environment().get_template(template).render(seen=seen, say=seen.say, **values)
    return HTMLResponse(text, status, headers={**HEADERS, "Content-Language": seen.say.language})
