"""Which page stands at which address, and what a reader sees when one cannot be shown."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import ExceptionHandler

from api.answers import CACHE, etag, unchanged
from api.aside import aside
from api.evaluator import Query, while_there
from api.linked import describe
from api.negotiation import RDF_FORMS, RESULT_FORMS, wants_page
from api.pages.about import about_page
from api.pages.act import act_page, acts_page
from api.pages.body import body_page
from api.pages.changes import changes_page
from api.pages.desk import Archive, Desk
from api.pages.downloads import Form, lineage_file, tree_file
from api.pages.editor import MOST, Result, editor_page, read_result
from api.pages.explorer import explorer
from api.pages.findings import findings_page
from api.pages.render import HEADERS, STATIC, render
from api.pages.service import service_page, services_page
from api.pages.thing import thing_page
from api.pages.visit import visit
from api.pages.vocabulary import vocabulary_page
from api.problems import MEDIA, RefusalError
from api.question import counted, served, today
from api.served import Served
from graph.errors import CallError, QueryError, UnknownThingError

_FOUND = 50
#: A new release of the program may word the same data otherwise.
_RELEASE = version("shezhire")
#: Matches worse than this share of the best one are not shown.
_NEAR = 0.7
#: In which form a result comes that is to be shown on a page.
_SHOWN = "application/sparql-results+json, text/turtle;q=0.9"
router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


def archive(request: Request) -> Archive:
    """The archive of the generation served; made once for each generation."""
    now = served(request)
    kept = getattr(request.app.state, "archive", None)
    if kept is None or kept.name != now.name:
        kept = request.app.state.archive = _archive(now)
    found: Archive = kept
    return found


def _archive(now: Served) -> Archive:
    def find(words: str) -> list[str]:
        hits = now.search.find(words, _FOUND)
        least = _NEAR * hits[0].score if hits else 0.0
        bodies = now.hierarchy.natures
        return [h.iri for h in hits if h.score >= least and bodies.get(h.iri) == "body"]

    recorded = max((act.recorded for act in now.generation.manifest.acts), default=None)
    return Archive(now.hierarchy, find, now.name, recorded, now.reports)


def desk(request: Request) -> Desk:
    """The archive on the day of the visit."""
    return Desk(archive(request), visit(request, today()))


def _page(request: Request, make: Callable[..., Response], *path: object) -> Response:
    """A page, unless the reader holds it already; or the page that says what is wrong."""
    at = desk(request)
    days = (at.seen.today.isoformat(), at.seen.say.language)
    tag = etag(at.archive.name, _RELEASE, str(request.url), *days)
    kept = {"ETag": tag, "Cache-Control": CACHE}
    if unchanged(request, tag):
        return Response(status_code=304, headers={**HEADERS, **kept})
    try:
        answer = make(at, *path)
    except UnknownThingError as error:
        return fault_page(request, 404, str(error), f"{error.kind}")
    except CallError as error:
        return fault_page(request, 400, str(error))
    answer.headers.update(kept)
    return answer


@router.get("/")
def home(request: Request) -> Response:
    """The explorer."""
    return _page(request, explorer)


@router.get("/body/{slug}")
def body(request: Request, slug: str) -> Response:
    """One body."""
    return _page(request, body_page, slug)


@router.get("/body/{slug}/tree.{form}")
def tree(request: Request, slug: str, form: Form) -> Response:
    """The branch under a body, to take away."""
    return _page(request, tree_file, slug, form)


@router.get("/body/{slug}/lineage.svg")
def lineage(request: Request, slug: str) -> Response:
    """The drawing of the lineage of a body, to take away."""
    return _page(request, lineage_file, slug)


@router.get("/act")
def acts(request: Request) -> Response:
    """All acts."""
    return _page(request, acts_page)


@router.get("/act/{slug}")
def act(request: Request, slug: str) -> Response:
    """One act."""
    return _page(request, act_page, slug)


@router.get("/service")
def services(request: Request) -> Response:
    """All services."""
    return _page(request, services_page)


@router.get("/service/{slug}")
def service(request: Request, slug: str) -> Response:
    """One service."""
    return _page(request, service_page, slug)


@router.get("/findings")
def findings(request: Request) -> Response:
    """All findings."""
    return _page(request, findings_page)


@router.get("/changes")
def changed(request: Request) -> Response:
    """What changed, and when."""
    return _page(request, changes_page)


@router.get("/vocabulary")
def vocabulary(request: Request) -> Response:
    """The ontology, for readers."""
    return _page(request, vocabulary_page)


@router.get("/about")
def about(request: Request) -> Response:
    """What this is."""
    return _page(request, about_page)


@router.get("/doc/{path:path}")
def thing(request: Request, path: str) -> Response:
    """Where an IRI leads a reader: the page of a body, an act, a service, or of anything else."""
    kind, _, rest = path.partition("/")
    slug, _, part = rest.partition("/")
    if kind in ("body", "act", "service") and slug:
        return RedirectResponse(visit(request, today()).url(f"/{kind}/{slug}", part), 303)
    return _page(request, _thing, path, request)


def _thing(at: Desk, path: str, request: Request) -> HTMLResponse:
    triples = describe(served(request), at.hierarchy.record.iri(path))
    if not triples:
        raise UnknownThingError("thing", path[:200])
    return thing_page(at, path, triples)


def editor(request: Request) -> Response:
    """The SPARQL editor, for `GET /sparql` of a reader."""
    return _page(request, editor_page)


async def results(request: Request, query: Query) -> HTMLResponse:
    """The editor with the result of a query, for a reader whose browser runs no script."""
    held, queries = served(request), counted(request)
    try:
        with queries.gated("query"):
            media = await aside(len(query.text), held.evaluator.check, query, _SHOWN)
        with queries.run("query"):
            answer = await while_there(request, held.evaluator.run(query, media, MOST))
        queries.end("query", "cut" if answer.truncated else "answered")
        result = read_result(answer.whole(), media, held.base)
    except (CallError, QueryError) as error:
        result = Result(fault=str(error))
    return editor_page(desk(request), result)


def wants_html(request: Request) -> bool:
    """Whether who asks is a reader with a browser."""
    return wants_page(request.headers.get("accept"), (MEDIA, *RDF_FORMS, *RESULT_FORMS))


def fault_page(request: Request, status: int, detail: str, kind: str = "") -> HTMLResponse:
    """The page that says what could not be shown, and where to begin instead."""
    name = "not_found" if status == 404 else "server" if status >= 500 else "bad_call"
    return render(
        "error.html",
        visit(request, today()),
        status,
        name=name,
        detail=detail,
        kind=kind if kind in ("body", "act", "service") else "",
        section="",
        release=None,
    )


class _Files(StaticFiles):
    """The files of the page; those asked for by their content mark may be kept for good."""

    async def get_response(self, path: str, scope: Any) -> Response:
        response = await super().get_response(path, scope)
        response.headers["X-Content-Type-Options"] = "nosniff"
        if b"v=" in scope.get("query_string", b"") and response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def register(app: FastAPI) -> None:
    """Adds the pages and their files to an application; readers get faults as pages."""
    app.include_router(router)
    app.mount("/static", _Files(directory=STATIC), name="static")
    for kind in (HTTPException, UnknownThingError, RefusalError, CallError):
        if kind in app.exception_handlers:
            app.add_exception_handler(kind, _for_readers(app.exception_handlers[kind]))


def _for_readers(handler: Callable[[Request, Exception], Any]) -> ExceptionHandler:
    """The same handler, but a page for whoever asks for one."""

    async def told(request: Request, error: Exception) -> Response:
        said: Response = await handler(request, error)
        if said.status_code < 400 or not wants_html(request):
            return said
        kind = error.kind if isinstance(error, UnknownThingError) else ""
        return fault_page(request, said.status_code, str(error), kind)

    return told
