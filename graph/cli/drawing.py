"""Trees of bodies and lines of descent as drawings of characters."""

from __future__ import annotations

from rich.markup import escape
from rich.tree import Tree as Drawing

from graph.cli.words import say
from graph.hierarchy import Body, Code, Moment, Tree
from graph.hierarchy.disputes import disputes_of
from graph.hierarchy.lineage import Event, Lineage, Succession
from ontology import SHZ

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
    return " ".join([*parts, *_marks(tree, body, language)])


def _marks(tree: Tree, body: Body, language: str) -> list[str]:
    marks = [_there(tree.step.answer.value, language)] if tree.step.answer.value != "yes" else []
    if body.standing.others or disputes_of(body.moment).of_body(body.moment, body):
        marks.append(_contested(language))
    return marks


def _contested(language: str) -> str:
    return f"[magenta]{say('contested', language)}[/magenta]"


def _there(answer: str, language: str) -> str:
    """What is said of a body that is not there on the day, or perhaps not."""
    return f"[red]{say('not-there', language)}[/red]" if answer == "no" else _unsure(language)


def _unsure(language: str) -> str:
    return f"[yellow]{say('not-known', language)}[/yellow]"


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
        nobody = "" if lineage.today else f" {say('nobody', language)}"
        today = drawing.add(f"[bold]{say('goes-on-in', language)}[/bold]{nobody}")
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
    kind, stated = _label(moment, event.kind, language), event.stated_kind
    said = _stated(stated, language) if stated and _differs(stated, kind) else ""
    clause = moment.record.path(event.ordered_by).removeprefix("act/")
    parts = [days, f"[bold]{escape(kind)}[/bold]", escape(said), f"[dim]{escape(clause)}[/dim]"]
    if event.answer.value == "not-known":
        parts.append(_unsure(language))
    if disputes_of(moment).of(moment, [event.fact]):
        parts.append(_contested(language))
    return " ".join(part for part in parts if part)


def _label(moment: Moment, term: str, language: str) -> str:
    return moment.hierarchy.label(str(SHZ[term]), language)


def _stated(kind: Code, language: str) -> str:
    return f"({say('stated', language, kind=kind.label(language))})"


def _differs(stated: Code, kind: str) -> bool:
    return all(stated.label(language) != kind for language in ("kk", "ru", "en"))


def _member(moment: Moment, role: str, iri: str, language: str) -> str:
    """A body in its role; one that is not there on the day says so."""
    sign = f"{_SIGNS[role]} [dim]{_label(moment, role, language)}[/dim]"
    if iri not in moment.hierarchy.natures:
        return f"{sign} {escape(iri)} [yellow]{say('no-body', language)}[/yellow]"
    body = moment.body(iri)
    mark = f" {_there(body.answer.value, language)}" if body.answer.value != "yes" else ""
    return f"{sign} {escape(body.name(language))}{mark}"


def _draw_succession(
    drawing: Drawing, moment: Moment, succession: Succession, language: str
) -> None:
    title = f"[bold]{_label(moment, 'LegalSuccession', language)}[/bold]"
    branch = drawing.add(f"{title} {escape(succession.scope or '')}".rstrip())
    sides = (("predecessor", succession.predecessors), ("successor", succession.successors))
    for role, iris in sides:
        for iri in iris:
            side = _label(moment, role, language)
            branch.add(f"[dim]{side}[/dim] {escape(_name(moment, iri, language))}")
    if succession.instrument:
        lacking = f" [red]{say('not-held', language)}[/red]"
        held = "" if succession.instrument_held else lacking
        branch.add(f"{escape(succession.instrument)}{held}")
