"""Whether the acts that are held are in force on the day."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import Literal, URIRef

from graph.dataset import HeldClaim, Iris
from graph.model import ActInfo
from graph.time import act_bounds, answer
from graph.view.ledger import Ledger
from graph.view.standing import Standing, grouped
from ontology import ELI, RDF, code, read_codelist

_TYPES = read_codelist("act-types")

#: What an act has one of, and others may misprint.
PARTICULARS = (ELI.number, ELI.date_document)
_IN_FORCE = {"yes": ELI["InForce-inForce"], "no": ELI["InForce-notInForce"]}


def add_acts(standing: Standing, ledger: Ledger) -> None:
    """What each act held is, its number and day, and `eli:in_force` where known for the day.

    Of an act whose text prints no particulars its side file tells type, number and day.
    """
    chronicle, iris = standing.record.chronicle, standing.record.iris
    known = chronicle.known(standing.known_at) if standing.known_at else chronicle
    held = {iris.act(key) for key in known.acts}
    for predicate in PARTICULARS:
        for act, told in grouped(standing.claims(predicate)).items():
            own = [one for one in told if _is_own(one, iris)]
            _particular(own if act in held else told, ledger)
    printed = {
        one.subject for one in standing.by_predicate[ELI.date_document] if _is_own(one, iris)
    }
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


def _particular(told: Sequence[HeldClaim], ledger: Ledger) -> None:
    """What an act says of itself, or others of one that is not held; nothing where they differ."""
    if len({one.object for one in told}) == 1:
        for one in told:
            ledger.claim(one)


def _is_own(claim: HeldClaim, iris: Iris) -> bool:
    return iris.act(claim.act.key) == claim.subject


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
