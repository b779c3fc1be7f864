"""The SPARQL editor: a plain text field, examples, and the result as a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi.responses import HTMLResponse

from api.pages.desk import Desk
from api.pages.render import render
from api.pages.texts import LANGUAGES
from ontology import PREFIXES

_QUERIES = Path(__file__).parent.parent / "queries"
_DEFAULT = """PREFIX shz: <https://w3id.org/shezhire/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?superior (COUNT(?body) AS ?subordinates) WHERE {
  ?body shz:subordinateTo/skos:prefLabel ?superior .
}
GROUP BY ?superior
ORDER BY DESC(?subordinates)
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its query; labels by language from the first comment lines of the file."""

    name: str
    labels: dict[str, str]
    query: str

    def label(self, language: str) -> str:
        """The question in a language; the name of the file where it has none."""
        return self.labels.get(language) or self.labels.get("en") or self.name


def editor_page(desk: Desk) -> HTMLResponse:
    """The page at `/sparql` for people; `query` fills the field."""
    chosen = next((e for e in examples() if e.name == desk.seen.given("example")), None)
    query = desk.seen.given("query") or (chosen.query if chosen else _DEFAULT)
    return render(
        "sparql.html",
        desk.seen,
        query=query,
        examples=examples(),
        prefixes=PREFIXES,
        section="sparql",
        release=desk.archive.release,
    )


@cache
def examples() -> tuple[Example, ...]:
    """The queries of `api/queries`, by name."""
    return tuple(_example(path) for path in sorted(_QUERIES.glob("*.rq")))


def _example(path: Path) -> Example:
    text = path.read_text("utf-8")
    comments = [line[1:].strip() for line in text.splitlines() if line.startswith("#")]
    labels = {lang: words for lang in LANGUAGES for words in _labelled(comments, lang)}
    if not labels and comments:
        labels["en"] = comments[0]
    return Example(path.stem.replace("_", " "), labels, text)


def _labelled(comments: list[str], language: str) -> list[str]:
    mark = f"{language}:"
    return [line.removeprefix(mark).strip() for line in comments if line.startswith(mark)]
