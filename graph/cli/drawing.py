"""A tree of bodies as a drawing of characters."""

from __future__ import annotations

from rich.markup import escape
from rich.tree import Tree as Drawing

from graph.hierarchy import Body, Tree


def draw(tree: Tree, language: str) -> Drawing:
    """The tree with the number of all below each body, contested and uncertain ones marked."""
    drawing = Drawing(_words(tree, language), guide_style="dim")
    for child in tree.children:
        drawing.children.append(draw(child, language))
    return drawing


def _words(tree: Tree, language: str) -> str:
    body = tree.step.body
    parts = [escape(body.name(language))]
    if body.form:
        parts.append(f"[dim]{escape(body.form.label(language))}[/dim]")
    if tree.children:
        parts.append(f"[bold]{tree.total}[/bold]")
    return " ".join([*parts, *_marks(tree, body)])


def _marks(tree: Tree, body: Body) -> list[str]:
    marks = []
    if tree.step.answer.value == "not-known":
        marks.append("[yellow]not known[/yellow]")
    if body.standing.others:
        marks.append("[magenta]contested[/magenta]")
    return marks
