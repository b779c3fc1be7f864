"""The index of a record, made of the quads of a dataset."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.hierarchy.body import in_language
from graph.hierarchy.compact.columns import SUBORDINATIONS, Columns, read_columns
from graph.hierarchy.compact.index import NATURES, Bodies, Compact
from graph.hierarchy.compact.scales import Scales
from graph.hierarchy.compact.stands import read_stands
from graph.hierarchy.compact.table import Table, invert, tabulate
from graph.hierarchy.compact.terms import TermsMaker, Value
from graph.hierarchy.compact.turns import read_turns
from graph.hierarchy.nodes import Source, read_triples
from graph.words import sort_key
from ontology import ORG, PROV, RDF, SHZ, SKOS

_CLASSES = (str(ORG.FormalOrganization), str(ORG.OrganizationalUnit), str(SHZ.BodyGroup))
_TYPE, _SUBJECT, _UNIT_OF = str(RDF.type), str(RDF.subject), str(ORG.unitOf)
_CODES = (str(SKOS.Concept), str(SHZ.Place))
_LABEL = str(SKOS.prefLabel)
#: Properties that say how a fact is known, or that lead from a thing to no other.
_EVIDENCE = frozenset(
    map(
        str,
        (
            *(SHZ.certainty, SHZ.readingReason, SHZ.rule, SHZ.release, SHZ.boundedBy),
            *(SHZ.recordedFrom, SHZ.recordedUntil, SHZ.subordinationBasis),
            *(SHZ.startsNotBefore, SHZ.startsNotAfter, SHZ.endsNotBefore, SHZ.endsNotAfter),
            *(RDF.type, RDF.predicate, PROV.wasDerivedFrom),
        ),
    )
)


Quad = tuple[int, Value, ox.NamedNode, Value]
#: Subjects, properties and objects of one graph.
Triples = tuple["array[int]", "array[int]", "array[int]"]


def index_of(quads: Iterable[ox.Quad], base: str) -> bytes:
    """The index of a dataset as bytes, from all its quads: equal for equal quads in any order."""
    return _compact(_of_quads(quads, _graphs(base)), base).written()


def read_compact(source: Source, base: str, quads: Iterable[ox.Quad] | None = None) -> Compact:
    """The index of a dataset: of its quads, where they are at hand, else by asking the source.

    Spans, and what leads to them, are left out: there are many, and `evidence` reads the few that
    are asked for.
    """
    graphs = _graphs(base)
    found = _of_source(source, graphs) if quads is None else _of_quads(quads, graphs)
    return _compact(found, base)


def _graphs(base: str) -> list[str]:
    """The graphs that are indexed: the default graph has no name."""
    return ["", f"{base}graph/claims", f"{base}graph/derivations"]


def _compact(quads: Iterable[Quad], base: str) -> Compact:
    maker = TermsMaker(base, f"{base}span/")
    triples, names = _numbered(quads, maker, len(_graphs(base)))
    terms, place = maker.sorted()
    ordered = sorted(name.value for name in names)
    named = {number: ordered.index(name.value) for name, number in names.items()}
    tables = []
    for columns in triples:
        sorted_ = ((place[s], named[p], place[o]) for s, p, o in zip(*columns, strict=True))
        tables.append(tabulate(sorted_, terms, ordered))
    view, held, derived = tables
    return _indexed(view, held, derived)


def _numbered(
    quads: Iterable[Quad], maker: TermsMaker, graphs: int
) -> tuple[list[Triples], dict[ox.NamedNode, int]]:
    """The triples of each graph in numbers, without those of terms left out, and the properties."""
    names = dict[ox.NamedNode, int]()
    triples: list[Triples] = [(array("I"), array("H"), array("I")) for _ in range(graphs)]
    put = [tuple(column.append for column in columns) for columns in triples]
    # asked for every quad of a country: what can be looked up once is
    number, known, named = maker.number, maker.numbers.get, names.get
    for graph, subject, predicate, value in quads:
        one, other, name = known(subject), known(value), named(predicate)
        if one is None:
            one = number(subject)
        if other is None:
            other = number(value)
        if one < 0 or other < 0:
            continue
        if name is None:
            name = names[predicate] = len(names)
        subjects, predicates, objects = put[graph]
        subjects(one)
        predicates(name)
        objects(other)
    return triples, names


def _indexed(view: Table, held: Table, derived: Table) -> Compact:
    columns = read_columns(held)
    bodies = _bodies(view, columns, view.terms.within("body/"))
    evidence = {place for place, name in enumerate(held.names) if name in _EVIDENCE}
    leading = frozenset(range(len(held.names))) - evidence
    subject = derived.name(_SUBJECT)
    pointing = invert(held, leading)
    turns = read_turns(held, columns, bodies.terms)
    scales = Scales(held, columns, pointing)
    return Compact(
        view.terms,
        view,
        held,
        derived,
        columns,
        pointing,
        invert(derived, frozenset() if subject is None else frozenset({subject})),
        bodies,
        turns,
        read_stands(scales, turns, bodies.terms, bodies.ranks),
        array("I", _codes(view)),
    )


def _bodies(view: Table, columns: Columns, bodies: range) -> Bodies:
    natures = _natures(view, columns, bodies)
    ranked = sorted(natures, key=lambda body: (sort_key(_label(view, body), "kk"), body))
    ranks = {body: rank for rank, body in enumerate(ranked)}
    found = sorted(natures)
    return Bodies(
        array("I", found),
        array("B", (natures[body] for body in found)),
        array("I", (ranks[body] for body in found)),
    )


def _natures(view: Table, columns: Columns, bodies: range) -> dict[int, int]:
    """What each body is: as the view has it, or as any claim has it."""
    find = view.terms.find
    classes = {find(iri): place for place, iri in enumerate(_CLASSES)}
    found: dict[int, set[int]] = defaultdict(set)
    typed = view.name(_TYPE)
    for row in view.rows(bodies):
        found[view.subjects[row]].update(
            classes[term] for term in view.objects_of(row, typed) if term in classes
        )
    named = {_said(find(_TYPE)): None, _said(find(_UNIT_OF)): NATURES.index("unit")}
    for row, predicate in enumerate(columns.predicates):
        if predicate and predicate in named:
            nature = named[predicate]
            if nature is None:
                nature = classes.get(columns.objects[row] - 1)
            if nature is not None:
                found[columns.subjects[row] - 1].add(nature)
    _named_as_superiors(view, columns, found)
    return {body: min(held) for body, held in found.items() if held and body in bodies}


def _named_as_superiors(view: Table, columns: Columns, found: dict[int, set[int]]) -> None:
    """Whoever has others under it is a body, even where nobody says what it is."""
    below = {_said(view.terms.find(iri)) for iri in SUBORDINATIONS} - {-1}
    for row, predicate in enumerate(columns.predicates):
        if predicate in below and not found[columns.objects[row] - 1]:
            found[columns.objects[row] - 1].add(NATURES.index("body"))


def _said(term: int | None) -> int:
    """A term as the columns have it; -1 for one that nothing is said of."""
    return -1 if term is None else term + 1


def _label(view: Table, body: int) -> str:
    row = view.row_of(body)
    return "" if row is None else in_language(view.node(row).labels(_LABEL), "kk") or ""


def _codes(view: Table) -> Iterator[int]:
    """The rows of codes and places."""
    wanted = {view.terms.find(iri) for iri in _CODES}
    name = view.name(_TYPE)
    for row in range(len(view)):
        if not wanted.isdisjoint(view.objects_of(row, name)):
            yield row


def _of_quads(quads: Iterable[ox.Quad], graphs: list[str]) -> Iterator[Quad]:
    places = {name: place for place, name in enumerate(graphs)}
    for quad in quads:
        name = quad.graph_name
        graph = places.get(name.value if isinstance(name, ox.NamedNode) else "")
        if graph is not None:
            yield graph, quad.subject, quad.predicate, quad.object


def _of_source(source: Source, graphs: list[str]) -> Iterator[Quad]:
    for place, name in enumerate(graphs):
        for subject, predicate, value in read_triples(source, name or None):
            yield place, subject, predicate, value
