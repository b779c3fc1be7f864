"""Data held against the shapes by pySHACL, after a sieve has cleared what plainly conforms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Set
from itertools import chain

from rdflib import Graph, URIRef
from rdflib.term import Node

from ontology import CODE, RDF, SHZ, SKOS, vocabulary_triples
from shapes.facts import Facts, Triple
from shapes.report import Report, read_results
from shapes.sieve import meshes
from shapes.turtle import load_shapes

#: Data that holds this list brings the vocabulary with it.
_BROUGHT = CODE["legal-forms"]
#: Stands for whatever leads to a thing.
_SOMETHING = URIRef("urn:shezhire:something")


def validate(data: Collection[Triple] | Graph, *, thorough: bool = False) -> Report:
    """The report on data: a view, claims, or all graphs of a dataset merged into one.

    Shapes of evidence are applied where the data holds claims. The vocabulary is added for the
    validation where the data brings no code lists. `thorough` has pySHACL judge every focus node,
    about fifty times slower. Raises ReportableRuntimeError when pySHACL itself fails, which would
    be a fault of the shapes.
    """
    validation = Validation(set(data), evidence=None)
    return validation.thorough_report(data) if thorough else validation.report(data)


class Validation:
    """Data held against the shapes part by part, what all parts share first.

    A part is to hold all that is said, beside what is shared, of whatever has its type there. What
    it says of other things is kept until the end. Each part is forgotten once it has been held
    against the shapes; the report is that of all triples together. Without `evidence` its shapes
    are left out; by default they are where what is shared holds claims.
    """

    def __init__(self, shared: Set[Triple], *, evidence: bool | None = None) -> None:
        self._shared = shared
        self._facts = Facts()
        self._facts.add(shared)
        claims = bool(self._facts.instances(SHZ.Claim))
        self._shapes = load_shapes(evidence=claims if evidence is None else evidence)
        self._meshes = meshes(self._shapes)
        self._aiming = frozenset[Node]().union(*(one.target.objects_of for one in self._meshes))
        brought = _BROUGHT in self._facts.instances(SKOS.ConceptScheme)
        self._codes: Iterable[Triple] = () if brought else vocabulary_triples()
        self._facts.add(self._codes)
        self._named = {value for _, _, value in shared if isinstance(value, URIRef)}
        self._of_others: set[Triple] = set()
        self._judged: set[Node] = set()
        self._aimed: dict[Node, set[Node]] = defaultdict(set)
        self._suspects: set[Node] = set()
        self._around: set[Triple] = set()
        self._checked: Counter[str] = Counter()
        self._aim(shared)

    def hold(self, part: Collection[Triple]) -> None:
        """Hold a part against the shapes."""
        own = {subject for subject, predicate, _ in part if predicate == RDF.type}
        others = {triple for triple in part if triple[0] not in own} - self._shared
        self._of_others |= others
        facts = Facts(self._facts)
        facts.add(triple for triple in part if triple[0] in own)
        self._bring(own, part, facts)
        self._aim(part)
        self._sift(facts, own)
        self._remember(own, others, facts)

    def report(self, data: Iterable[Triple] | None = None) -> Report:
        """What is broken, of all parts and of what they share; `data` is all there is, where it is
        at hand.
        """
        self._facts.add(self._of_others)
        self._sift(self._facts, None)
        if not self._suspects:
            return Report((), self._checked)
        # pySHACL takes no focus nodes but IRIs: with any other it has to judge all.
        if data is not None and not all(isinstance(node, URIRef) for node in self._suspects):
            return self._judged_by_pyshacl(chain(data, self._codes), None)
        near = chain(self._around, self._facts.classes())
        return self._judged_by_pyshacl(near, self._suspects)

    def thorough_report(self, data: Iterable[Triple]) -> Report:
        """As `report`, of all data at once, each focus node judged by pySHACL."""
        self._sift(self._facts, None)
        return self._judged_by_pyshacl(chain(data, self._codes), None)

    def _judged_by_pyshacl(self, data: Iterable[Triple], focus: set[Node] | None) -> Report:
        report = _judge(_graph(data), self._shapes, focus)
        return Report(read_results(report, self._shapes), self._checked)

    def _bring(self, own: set[Node], part: Collection[Triple], facts: Facts) -> None:
        """What is shared of the things of a part, beside what the part says of them itself."""
        known = part if isinstance(part, Set) else set(part)
        for thing in own:
            if thing in self._facts:
                facts.add(triple for triple in self._facts.triples(thing) if triple not in known)

    def _aim(self, triples: Iterable[Triple]) -> None:
        """Take note of what shapes aim at by what leads to it, perhaps from another part."""
        for _, predicate, value in triples:
            if predicate in self._aiming:
                self._aimed[predicate].add(value)

    def _sift(self, facts: Facts, own: set[Node] | None) -> None:
        for mesh in self._meshes:
            aimed = [self._aimed[predicate] for predicate in mesh.target.objects_of]
            found = facts.targets(mesh.target).union(*aimed)
            focus = found - self._judged if own is None else found & own
            self._checked[str(mesh.shape)] += len(focus)
            suspects = mesh.suspects(focus, facts)
            if suspects:
                self._suspects |= suspects
                self._around.update(self._near(suspects, facts))

    def _near(self, suspects: set[Node], facts: Facts) -> Iterable[Triple]:
        """All that shapes can ask of things: what is said of them and of their values, and that
        something leads to them.
        """
        for thing in suspects:
            for triple in facts.triples(thing):
                yield triple
                yield from facts.triples(triple[2])
        for predicate, aimed in self._aimed.items():
            yield from ((_SOMETHING, predicate, thing) for thing in suspects & aimed)

    def _remember(self, own: set[Node], others: set[Triple], facts: Facts) -> None:
        """Of things that were judged: those that are shared, and the types of those that others
        name.
        """
        named = self._named | {value for _, _, value in others}
        for thing in own:
            if thing in self._facts:
                self._judged.add(thing)
            if thing in named:
                self._judged.add(thing)
                self._facts.note_types(thing, facts.values(thing, RDF.type))


def _graph(triples: Iterable[Triple]) -> Graph:
    whole = Graph(bind_namespaces="none")
    for triple in triples:
        whole.add(triple)
    return whole


def _judge(data: Graph, shapes: Graph, focus: set[Node] | None) -> Graph:
    """pySHACL's report; it returns a failure in place of the report instead of raising it."""
    # Opened here: it takes a third of a second, and most data has no suspects.
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError

    nodes = sorted(map(str, focus)) if focus is not None else None
    _, report, text = pyshacl.validate(
        data, shacl_graph=shapes, inplace=True, focus_nodes=nodes, do_owl_imports=False
    )
    if not isinstance(report, Graph):
        raise ReportableRuntimeError(text)
    return report
