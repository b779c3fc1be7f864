"""Trees of bodies and lines of descent as drawings of characters."""

from __future__ import annotations

from collections.abc import Callable

from rich.markup import escape
from rich.tree import Tree as Drawing

from graph.hierarchy import Body, Moment, Tree
from graph.hierarchy.lineage import Event, Lineage, Succession
from ontology import RDFS, SHZ

#: What became of a body by its role in an event: it began, ended, goes on, moved, got a name.
_SIGNS = {
    "created": "●",
    "ended": "✕",
    "survivor": "│",
    "transferred": "→",
    "fromBody": "←",
    "toBody": "⇥",
    "renamed": "≡",
}


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
        parts.append(f"[dim]{escape(body.form.abbreviation(language))}[/dim]")
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


def draw_lineage(moment: Moment, body: Body, lineage: Lineage, language: str) -> Drawing:
    """The events around a body in order of time, each with its bodies, clause and certainty."""
    drawing = Drawing(f"[bold]{escape(body.name(language))}[/bold]", guide_style="dim")
    for event in lineage.events:
        branch = drawing.add(_event(moment, event, language))
        for role, iris in event.roles.items():
            for iri in iris:
                branch.add(_member(moment, role, iri, language))
        if any(event.names):
            branch.add(escape(f"{event.names[0] or '…'} ⇒ {event.names[1] or '…'}"))
    for succession in lineage.successions:
        _draw_succession(drawing, moment, succession, language)
    if lineage.today != (body.iri,):
        nobody = "" if lineage.today else " nobody on record"
        today = drawing.add(f"[bold]goes on in[/bold]{nobody}")
        for iri in lineage.today:
            today.add(escape(_name(moment, iri, language)))
    return drawing


def _name(moment: Moment, iri: str, language: str) -> str:
    known = iri in moment.hierarchy.natures
    return moment.body(iri).name(language) if known else iri


def _event(moment: Moment, event: Event, language: str) -> str:
    """Days, kind as read, kind as stated where it is another, clause, and how surely."""
    first, last = event.days
    days = str(first) if first == last else f"{first or '…'} – {last or '…'}"
    labels = moment.record.seen(str(SHZ[event.kind])).labels(str(RDFS.label))
    kind, stated = labels.get(language, event.kind), event.stated_kind
    said = f"(stated: {stated.label(language)})" if stated and _differs(stated.label, kind) else ""
    clause = moment.record.path(event.ordered_by).removeprefix("act/")
    parts = [days, f"[bold]{escape(kind)}[/bold]", escape(said), f"[dim]{escape(clause)}[/dim]"]
    if event.answer.value == "not-known":
        parts.append("[yellow]not known[/yellow]")
    return " ".join(part for part in parts if part)


def _differs(label: Callable[[str], str], kind: str) -> bool:
    return all(label(language) != kind for language in ("kk", "ru", "en"))


def _member(moment: Moment, role: str, iri: str, language: str) -> str:
    """A body in its role; one that is not there on the day says so."""
    if iri not in moment.hierarchy.natures:
        return f"{_SIGNS[role]} [dim]{role}[/dim] {escape(iri)} [yellow]no body on record[/yellow]"
    body = moment.body(iri)
    mark = {"no": " [red]not there[/red]", "not-known": " [yellow]not known[/yellow]"}
    now = mark.get(body.answer.value, "")
    return f"{_SIGNS[role]} [dim]{role}[/dim] {escape(body.name(language))}{now}"


def _draw_succession(
    drawing: Drawing, moment: Moment, succession: Succession, language: str
) -> None:
    branch = drawing.add(f"[bold]succession[/bold] {escape(succession.scope or '')}".rstrip())
    for sign, iris in (("from", succession.predecessors), ("to", succession.successors)):
        for iri in iris:
            branch.add(f"{sign} {escape(_name(moment, iri, language))}")
    if succession.instrument:
        held = "" if succession.instrument_held else " [red]not held[/red]"
        branch.add(f"{escape(succession.instrument)}{held}")
