"""What is one under two IRIs: what gave way is the same as what it became."""

from __future__ import annotations

from rdflib import Literal, URIRef

from graph.dataset import Iris, Record, fingerprint
from graph.dataset.decided import decision_iri, decisions_of, merged_in
from graph.register import Decision
from graph.view.ledger import Ledger
from ontology import ELI, OWL, PROV, RDF, SHZ

_RULE = Literal("merged")


def add_sameness(record: Record, ledger: Ledger) -> None:
    """`owl:sameAs` from each slug that gave way to the one it became, with what is behind it: the
    decisions on a body, the editions of an act that call a service in two languages.
    """
    _services(record, ledger)
    merges = [one for one in decisions_of(record) if one.verdict == "merge"]
    for gone, kept in merged_in(record).items():
        about = [one for one in merges if gone in (one.one, one.other)] or merges
        subject, value = record.iris.body(gone), record.iris.body(kept)
        ledger.triples.add((subject, OWL.sameAs, value))
        _derived(subject, value, about, record.iris, ledger)


def _services(record: Record, ledger: Ledger) -> None:
    for other, one in record.services.items():
        gone, kept = (record.iris.of(ref.kind, ref.key) for ref in (other, one))
        about = [c for c in record.claims if c.predicate == ELI.is_about and c.object == kept]
        ledger.derive(gone, OWL.sameAs, kept, "one-service", about)


def _derived(
    subject: URIRef, value: URIRef, about: list[Decision], iris: Iris, ledger: Ledger
) -> None:
    node = iris.of("derivation", fingerprint(iris.short(subject), OWL.sameAs, iris.short(value)))
    ledger.derivations |= {
        (node, RDF.type, SHZ.Derivation),
        (node, RDF.type, RDF.Statement),
        (node, RDF.subject, subject),
        (node, RDF.predicate, OWL.sameAs),
        (node, RDF.object, value),
        (node, SHZ.rule, _RULE),
        *((node, PROV.wasDerivedFrom, decision_iri(one, iris)) for one in about),
    }
