"""Drawings and tables of one body to take away: its branch, its lineage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from fastapi import Response
from markupsafe import Markup

from api.drawings.tree import Branch, draw_tree
from api.pages.desk import Desk
from api.pages.faces import named
from api.pages.lineage import history_of
from api.pages.proof import Proofs
from api.pages.render import HEADERS, STATIC
from graph.errors import UnknownThingError
from graph.exports import Row, export_rows, rows
from graph.hierarchy import Step, Tree

Form = Literal["mermaid", "dot", "csv", "svg"]
_MEDIA = {
    "mermaid": "text/vnd.mermaid; charset=utf-8",
    "dot": "text/vnd.graphviz; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
}


def tree_file(desk: Desk, slug: str, form: Form) -> Response:
    """The branch under a body on the day of the visit; UnknownThingError for no body."""
    tree = desk.moment.tree(desk.hierarchy.find(slug))
    if form == "svg":
        drawn = list(_drawn(desk, tree, 0))
        title = desk.seen.say("body.subordinates")
        content = standalone(draw_tree(drawn, title, drawn[0].name))
    else:
        content = export_rows(_rows(desk, tree), form)
    return _file(content, form, f"{slug}-tree")


def lineage_file(desk: Desk, slug: str) -> Response:
    """The drawing of the lineage of a body; UnknownThingError where there is nothing to draw."""
    history = history_of(desk, Proofs(desk.hierarchy, desk.seen), desk.hierarchy.find(slug))
    if not history.wide:
        raise UnknownThingError("drawing", f"{slug}/lineage.svg")
    return _file(standalone(history.wide), "svg", f"{slug}-lineage")


def _file(content: bytes, form: Form, name: str) -> Response:
    """A file to save: shown in the site, its own style would break the policy of the site."""
    kept = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return Response(content, headers=kept, media_type=_MEDIA[form])


def _rows(desk: Desk, tree: Tree) -> list[Row]:
    inside = {step.body.slug for step in _steps(tree)}
    language = desk.seen.say.language
    return [row for row in rows(desk.moment, language) if row.slug in inside]


def _steps(tree: Tree) -> Iterator[Step]:
    yield tree.step
    for child in tree.children:
        yield from _steps(child)


def _drawn(desk: Desk, tree: Tree, level: int) -> Iterator[Branch]:
    yield Branch(named(tree.step.body, desk.seen.say.language)[0], level)
    for child in tree.children:
        yield from _drawn(desk, child, level + 1)


def standalone(drawing: Markup) -> bytes:
    """A drawing as a file of its own, with the style that the site gives it, in light colours."""
    style = Markup("<style>{}</style>").format(Markup(_style()))
    opened = str(drawing).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    head, sign, rest = opened.partition(">")
    return f"{head}{sign}{style}{rest}".encode()


@cache
def _style() -> str:
    """What the style sheet says of drawings, its variables filled in."""
    sheet = (STATIC / "style.css").read_text("utf-8")
    values = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", sheet.partition("@media")[0]))
    rules = re.findall(r"(?m)^(?:svg)?\.drawing[^{]*\{[^}]*\}", sheet)
    filled = "\n".join(rules)
    return re.sub(r"var\((--[\w-]+)\)", lambda found: values[found[1]], filled)
