"""Data held against the shapes by pySHACL, after a sieve has cleared what plainly conforms."""

from collections.abc import Collection, Iterable
from itertools import chain

from rdflib import Graph, URIRef
from rdflib.term import Node

from ontology import CODE, SHZ, SKOS, load_vocabulary
from shapes.facts import Facts, Triple
from shapes.report import Report, read_results
from shapes.sieve import sieve
from shapes.turtle import load_shapes

#: Data that holds this list brings the vocabulary with it.
_BROUGHT = CODE["legal-forms"]


def validate(data: Collection[Triple] | Graph, *, thorough: bool = False) -> Report:
    """The report on data: a view, claims, or all graphs of a dataset merged into one.

    Shapes of evidence are applied where the data holds claims. The vocabulary is added for the
    validation where the data brings no code lists. `thorough` has pySHACL judge every focus node,
    about fifty times slower. Raises ReportableRuntimeError when pySHACL itself fails, which would
    be a fault of the shapes.
    """
    facts = Facts()
    facts.add(data)
    shapes = load_shapes(evidence=bool(facts.instances(SHZ.Claim)))
    codes = () if _BROUGHT in facts.instances(SKOS.ConceptScheme) else load_vocabulary()
    facts.add(codes)
    sieved = sieve(facts, shapes)
    if not sieved.suspects and not thorough:
        return Report((), sieved.checked)
    report = _judge(_merged(data, codes), shapes, None if thorough else sieved.suspects)
    return Report(read_results(report, shapes), sieved.checked)


def _merged(data: Iterable[Triple], codes: Iterable[Triple]) -> Graph:
    whole = Graph(bind_namespaces="none")
    for triple in chain(data, codes):
        whole.add(triple)
    return whole


def _judge(data: Graph, shapes: Graph, focus: set[Node] | None) -> Graph:
    """pySHACL's report; it returns a failure in place of the report instead of raising it."""
    # Opened here: it takes a third of a second, and most data has no suspects.
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError

    # pySHACL takes no focus nodes but IRIs: with any other it has to judge all.
    named = focus is not None and all(isinstance(node, URIRef) for node in focus)
    nodes = sorted(map(str, focus)) if focus and named else None
    _, report, text = pyshacl.validate(
        data, shacl_graph=shapes, inplace=True, focus_nodes=nodes, do_owl_imports=False
    )
    if not isinstance(report, Graph):
        raise ReportableRuntimeError(text)
    return report
