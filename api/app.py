"""The application: routes, and what it answers when something fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from importlib.metadata import version
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi_offline import FastAPIOffline
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute
from starlette.types import Lifespan

from api import (
    acts,
    bodies,
    describe,
    differences,
    events,
    findings,
    graphs,
    health,
    linked,
    parts,
    search,
    services,
    sparql,
    why,
)
from api.elsewhere import Endpoint
from api.evaluator import Limits, told_limits
from api.faults import handlers
from api.following import Following
from api.frame import Frame
from api.guard import Bodies, Budget, Budgets
from api.guide import describe_truly
from api.keep import Keep
from api.methods import Methods
from api.pages import guide
from api.pages import routes as pages
from api.question import today
from api.served import serve_generation
from api.statuses import ANYWHERE, Told, told
from api.watch import Counters, Log
from api.writing import WriteToken
from graph.store import Generation

_DATA = told(304, 400, 404, 406)
_WRITTEN = told(400, 401, 403, 404, 409, 412, 503)
#: In the order of the guide, with what they may answer beside 200; `graphs` before `linked`, whose
#: paths would take in the dumps.
ROUTERS: tuple[tuple[APIRouter, Told], ...] = (
    (bodies.router, {}),
    (parts.router, {}),
    (events.router, {}),
    (differences.router, {}),
    (acts.router, {}),
    (services.router, {}),
    (why.router, {}),
    (findings.router, {}),
    (search.router, {}),
    (sparql.router, told(304, 400, 401, 403, 406, 409, 502, 503)),
    (graphs.reading, _DATA),
    (graphs.writing, _WRITTEN),
    (linked.router, _DATA),
    (describe.router, _DATA),
    (health.router, {}),
)
#: Bytes of a body, and seconds that it may take; routes have narrower bounds.
_LARGEST_BODY, _SLOWEST_BODY = 64_000_000, 60.0
#: Answers shorter than this are not worth packing.
_PACKED_FROM = 1024
#: Of the nine levels: the last of those that cost little.
_PACKED = 4


def create_app(
    dataset: Path | Generation,
    limits: Limits | None = None,
    *,
    budget: Budget | None = None,
    log: Log | None = None,
    write_token: WriteToken | None = None,
    store: Endpoint | None = None,
) -> FastAPI:
    """The application over a dataset directory or an open generation.

    `budget` bounds what each client may spend; nothing does without one. Nothing can be written
    without a token. `store` is the endpoint that the generation was fetched from, if it was: then
    it answers the queries.
    DatasetError when there is none to open.
    """
    held = serve_generation(dataset, limits, write_token, store)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        held.start()
        try:
            async with _following(app, dataset):
                yield
        finally:
            app.state.served.close()

    app = _application(lifespan)
    app.description = told_limits(held.evaluator.limits)
    app.state.served = held
    app.state.counters = Counters(lambda: app.state.served.state)
    app.add_middleware(GZipMiddleware, minimum_size=_PACKED_FROM, compresslevel=_PACKED)
    app.add_middleware(Keep, edition=lambda: (*app.state.served.edition, today()))
    app.add_middleware(Bodies, largest=_LARGEST_BODY, seconds=_SLOWEST_BODY)
    if budget is not None:
        app.add_middleware(Budgets, budget=budget)
    methods = Methods(_routes(app, write_token is not None))
    app.add_middleware(Frame, counters=app.state.counters, log=log or Log(), methods=methods)
    return app


def _application(lifespan: Lifespan[FastAPI]) -> FastAPI:
    """The application with its paths and its guide."""
    app = FastAPIOffline(
        docs_url=None,
        redoc_url=None,
        static_url=guide.VENDORED,
        title="Shezhire",
        summary="Who stands under whom, who came from whom, who may do what.",
        version=version("shezhire"),
        lifespan=lifespan,
        exception_handlers=handlers(),
        responses=told(*ANYWHERE),
    )
    describe_truly(app)
    for router, statuses in ROUTERS:
        app.include_router(router, responses=statuses)
    app.include_router(guide.router)
    pages.register(app)
    return app


def _routes(app: FastAPI, writing: bool) -> list[BaseRoute]:
    """All routes; those that write only where somebody may."""
    held = [router for router, _ in ROUTERS if writing or router is not graphs.writing]
    return [*app.routes, *(route for router in (*held, pages.router) for route in router.routes)]


def _following(app: FastAPI, dataset: Path | Generation) -> AbstractAsyncContextManager[None]:
    """Newer generations are taken from a directory."""
    if isinstance(dataset, Generation):
        return nullcontext()
    return Following(app, dataset).running()
