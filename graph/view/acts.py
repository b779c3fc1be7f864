"""Whether the acts that are held are in force on the day."""

from __future__ import annotations

from rdflib import Literal, URIRef

from graph.model import ActInfo
from graph.time import act_bounds, answer
from graph.view.ledger import Ledger
from graph.view.standing import Standing, grouped
from ontology import ELI, RDF, code, read_codelist

_TYPES = read_codelist("act-types")

_IN_FORCE = {"yes": ELI["InForce-inForce"], "no": ELI["InForce-notInForce"]}


def add_acts(standing: Standing, ledger: Ledger) -> None:
    """What each act held is, and `eli:in_force` where it is known for the day.

    Of an act whose text prints no particulars its side file tells type, number and day.
    """
    chronicle, iris = standing.record.chronicle, standing.record.iris
    known = chronicle.known(standing.known_at) if standing.known_at else chronicle
    printed = {claim.subject for claim in standing.by_predicate[ELI.date_document]}
    for key, info in known.acts.items():
        if iris.act(key) not in printed:
            _from_side_file(info, iris.act(key), ledger)
    said = grouped(standing.by_predicate[ELI.in_force])
    for key, info in known.acts.items():
        value = _IN_FORCE.get(answer(act_bounds(info, known), standing.at).value)
        act = iris.act(key)
        if value is not None:
            sources = [c for c in said.get(act, ()) if c.object == value]
            ledger.derive(act, ELI.in_force, value, "in-force", sources)


def _from_side_file(info: ActInfo, act: URIRef, ledger: Ledger) -> None:
    told = {
        RDF.type: ELI.LegalResource,
        ELI.type_document: code("act-types", info.type) if info.type in _TYPES else None,
        ELI.number: Literal(info.number) if info.number else None,
        ELI.date_document: Literal(info.day),
    }
    for predicate, value in told.items():
        if value is not None:
            ledger.derive(act, predicate, value, "side-file", [])
