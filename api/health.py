"""Whether the server lives, what it serves, and what it has done."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from api.question import served

router = APIRouter(tags=["operation"])


@router.get("/health")
async def health() -> dict[str, str]:
    """Answers as long as the server lives."""
    return {"status": "ok"}


@router.get("/ready")
async def ready(request: Request) -> dict[str, object]:
    """The generation that is served: its name, its day, what it holds."""
    manifest = served(request).generation.manifest
    return {
        "status": "ready",
        "generation": manifest.generation,
        "as_of": manifest.as_of.isoformat(),
        "release": manifest.release,
        "counts": manifest.counts,
    }


@router.get("/metrics", response_class=Response)
async def metrics(request: Request) -> Response:
    """Counts and times of requests, as Prometheus reads them."""
    written = generate_latest(request.app.state.counters.registry)
    return Response(written, media_type=CONTENT_TYPE_LATEST)
