"""The SPARQL editor: a plain text field, examples, and the result as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import orjson
from fastapi.responses import HTMLResponse

from api.links import questions
from api.pages.desk import Desk
from api.pages.render import render
from ontology import PREFIXES

#: The prefixes that most queries need.
_USUAL = ("shz", "code", "org", "rov", "skos", "eli", "cpsv", "cv", "pplan", "dct", "rdf", "xsd")
#: Rows of a result that the page shows, and bytes of what it is made of: that is done in the
#: process that answers everybody. The whole of a result is to be had as data.
_ROWS, MOST = 500, 1_000_000
_DEFAULT = """PREFIX shz: <https://w3id.org/shezhire/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?superior (COUNT(?body) AS ?subordinates) WHERE {
  ?body shz:subordinateTo/skos:prefLabel ?superior .
}
GROUP BY ?superior
ORDER BY DESC(?subordinates)
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a result; `href` for an IRI, of the site itself where it is one of ours."""

    words: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A result for the page: a table, yes or no, a graph as text, or what went wrong."""

    names: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    cut: bool = False
    said: bool | None = None
    text: str = ""
    fault: str = ""


def editor_page(desk: Desk, result: Result | None = None) -> HTMLResponse:
    """The page at `/sparql` for people; `query` fills the field, `example` names a question."""
    chosen = questions().get(desk.seen.given("example"))
    query = desk.seen.given("query") or (chosen.text if chosen else _DEFAULT)
    return render(
        "sparql.html",
        desk.seen,
        400 if result and result.fault else 200,
        query=query,
        result=result,
        examples=list(questions().values()),
        prefixes={name: PREFIXES[name] for name in _USUAL},
        base=desk.hierarchy.record.base,
        section="sparql",
        release=desk.archive.release,
    )


def read_result(answer: bytes, media: str, base: str) -> Result:
    """A result as the endpoint gives it, made ready for the page."""
    if "json" not in media:
        return Result(text=answer.decode("utf-8"))
    held = orjson.loads(answer)
    if "boolean" in held:
        return Result(said=held["boolean"])
    names, rows = tuple(held["head"]["vars"]), held["results"]["bindings"]
    shown = (tuple(_cell(row.get(name), base) for name in names) for row in rows[:_ROWS])
    return Result(names, tuple(shown), len(rows), "truncated" in held)


def _cell(value: dict[str, Any] | None, base: str) -> Cell:
    if value is None:
        return Cell("")
    words = value["value"]
    if value["type"] != "uri":
        return Cell(words, language=value.get("xml:lang", ""))
    if words.startswith(base):
        return Cell(words, f"/id/{words.removeprefix(base)}")
    return Cell(words, words if words.startswith(("http://", "https://")) else "")
