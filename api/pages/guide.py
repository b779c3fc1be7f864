"""The guide to the interface: drawn from its OpenAPI document, without a script in the page."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.pages.render import environment

#: Where the files of Swagger UI are served from.
VENDORED = "/static-offline-docs"
#: Swagger UI draws its arrows from data.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
router = APIRouter()


@router.get("/docs", include_in_schema=False, response_class=HTMLResponse)
async def guide() -> HTMLResponse:
    """Every path, with forms to try it."""
    page = environment().get_template("guide.html").render(vendored=VENDORED)
    return HTMLResponse(page, headers={"Content-Security-Policy": _POLICY})
