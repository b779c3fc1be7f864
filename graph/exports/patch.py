"""The difference between two moments as an RDF patch: triples taken away and added."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.hierarchy.diff import Change, Diff
from graph.hierarchy.record import SUBORDINATIONS
from ontology import ORG, RDF, ROV, SHZ

_TYPE, _BODY = ox.NamedNode(str(RDF.type)), ox.NamedNode(str(ORG.FormalOrganization))
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_DECIMAL = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
#: The property of the view that each kind of change replaces.
_PROPERTIES = {
    "renamed": str(ROV.legalName),
    "moved": SUBORDINATIONS[0],
    "form": str(ROV.orgType),
    "staff": str(SHZ.staffTotal),
}


def patch_lines(diff: Diff) -> Iterator[str]:
    """Lines of RDF Patch: certain changes in one transaction, the others as comments.

    Format: https://afs.github.io/rdf-patch/ (rows H, TX, A, D, TC).
    """
    yield f'H from "{diff.before.day}" .'
    yield f'H to "{diff.after.day}" .'
    yield "TX ."
    for change in diff.changes:
        if change.status != "yes":
            yield f"# not known: {change.kind} {ox.NamedNode(change.body.iri)}"
            continue
        for sign, triple in _rows(change):
            yield f"{sign} {triple} ."
    yield "TC ."


def _rows(change: Change) -> Iterator[tuple[str, ox.Triple]]:
    body = ox.NamedNode(change.body.iri)
    if change.kind in ("new", "ended"):
        sign = "A" if change.kind == "new" else "D"
        yield from ((sign, triple) for triple in _whole(change))
    elif change.item:
        holder = ox.NamedNode(str(SHZ.holder))
        yield "A" if change.after else "D", ox.Triple(ox.NamedNode(change.item), holder, body)
    else:
        predicate = ox.NamedNode(_predicate(change))
        for sign, value in (("D", change.before), ("A", change.after)):
            if value is not None:
                yield sign, ox.Triple(body, predicate, _term(change.kind, value))


def _predicate(change: Change) -> str:
    territorial = any(fact.predicate == SUBORDINATIONS[1] for fact in change.body.standing.facts)
    return SUBORDINATIONS[1] if change.kind == "moved" and territorial else _PROPERTIES[change.kind]


def _whole(change: Change) -> Iterator[ox.Triple]:
    body = change.body
    node = ox.NamedNode(body.iri)
    yield ox.Triple(node, _TYPE, _BODY)
    for language, words in sorted(body.legal_names.items()):
        named = ox.Literal(words, language=language) if language else ox.Literal(words)
        yield ox.Triple(node, ox.NamedNode(_PROPERTIES["renamed"]), named)
    if body.form:
        yield ox.Triple(node, ox.NamedNode(_PROPERTIES["form"]), ox.NamedNode(body.form.iri))
    if body.standing.superior and body.standing.answer.value == "yes":
        above = ox.NamedNode(body.standing.superior)
        yield ox.Triple(node, ox.NamedNode(_PROPERTIES["moved"]), above)


def _term(kind: str, value: str) -> ox.NamedNode | ox.Literal:
    if kind == "staff":
        return ox.Literal(value, datatype=_DECIMAL if "." in value else _INTEGER)
    return ox.Literal(value, language="kk") if kind == "renamed" else ox.NamedNode(value)
