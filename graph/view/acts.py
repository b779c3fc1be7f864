"""Whether the acts that are held are in force on the day."""

from __future__ import annotations

from graph.time import act_bounds, answer
from graph.view.ledger import Ledger
from graph.view.standing import Standing
from ontology import ELI

_IN_FORCE = {"yes": ELI["InForce-inForce"], "no": ELI["InForce-notInForce"]}


def add_acts(standing: Standing, ledger: Ledger) -> None:
    """`eli:in_force` of each act held, where it is known for the day."""
    chronicle, iris = standing.record.chronicle, standing.record.iris
    known = chronicle.known(standing.known_at) if standing.known_at else chronicle
    said = standing.by_predicate[ELI.in_force]
    for key, info in known.acts.items():
        value = _IN_FORCE.get(answer(act_bounds(info, known), standing.at).value)
        act = iris.act(key)
        if value is not None:
            sources = [c for c in said if (c.subject, c.object) == (act, value)]
            ledger.derive(act, ELI.in_force, value, "in-force", sources)
