"""All that is held, in terms of the graph: each claim and statement with its node and period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from rdflib import URIRef
from rdflib.term import Node

from graph.dataset.cardinality import as_kept
from graph.dataset.earlier import told_apart
from graph.dataset.edited import with_edits
from graph.dataset.held import Held, HeldClaim, HeldStatement
from graph.dataset.iris import Iris
from graph.dataset.maker import Maker
from graph.dataset.renamed import with_ends
from graph.model import ActClaims, Mention, Object, Ref
from graph.register import Resolution, Same, one_service, same_things
from graph.register.resolution import act_order
from graph.time import Chronicle

__all__ = ["Held", "HeldClaim", "HeldStatement", "Record", "make_record"]


@dataclass(frozen=True)
class Record:
    """Acts in order of day, number and key; bodies by their mention; facts in order of the text.

    `earlier` is what the record held until a decision on who is who, and holds no more. `services`
    leads from what an edition in another language would call a service to the one that it is.
    """

    iris: Iris
    acts: tuple[ActClaims, ...]
    bodies: Mapping[Mention, str]
    chronicle: Chronicle
    claims: tuple[HeldClaim, ...]
    statements: tuple[HeldStatement, ...]
    earlier: tuple[HeldClaim | HeldStatement, ...] = ()
    services: Mapping[Ref, Ref] = field(default_factory=dict)

    def editions(self) -> list[dict[str, ActClaims]]:
        """The first edition of each act by its key, then the second of those that have one …"""
        layers: list[dict[str, ActClaims]] = []
        for held in self.acts:
            place = next((one for one in layers if held.act.key not in one), None)
            if place is None:
                layers.append(place := {})
            place[held.act.key] = held
        return layers

    def term(self, value: Object, act: str) -> Node:
        """A subject or object of a claim of the act `act`, as a term of the graph."""
        return _term(value, act, self.iris, _of_act(self.bodies, act))


def make_record(acts: Iterable[ActClaims], bodies: Mapping[Mention, str], base: str) -> Record:
    """The record of these acts; their order does not matter."""
    ordered = tuple(sorted(acts, key=act_order))
    iris, chronicle = Iris(base), Chronicle.of(ordered)
    claims: dict[URIRef, HeldClaim] = {}
    statements: dict[URIRef, HeldStatement] = {}
    before: dict[URIRef, HeldClaim | HeldStatement] = {}
    same = _same(ordered)
    for held, known in zip(ordered, same, strict=True):
        maker = Maker(held, iris, _of_act(bodies, held.act.key), chronicle, same=known)
        told = told_apart(maker, _epochs(bodies, held.act.key))
        for claim in told.claims:
            claims.setdefault(claim.node, claim)
        for statement in told.statements:
            first = statements.get(statement.node, statement)
            told_so = first.beside(statement)
            first = statements.setdefault(told_so.node, told_so)
            statements[first.node] = first.heard(told_so)
        for fact in told.earlier:
            before.setdefault(fact.node, fact)
    edited = with_edits(with_ends(as_kept(statements.values())), claims.values())
    return Record(
        iris,
        ordered,
        bodies,
        chronicle,
        tuple(edited.claims),
        tuple(edited.statements),
        tuple(before.values()),
        _services(same),
    )


def _same(acts: Sequence[ActClaims]) -> list[Same]:
    """For each act what it tells that an edition before it told in another language."""
    first: dict[str, ActClaims] = {}
    found = [same_things(first.setdefault(held.act.key, held), held) for held in acts]
    services = one_service(one.refs for one in found)
    return [replace(one, refs={**one.refs, **services}) for one in found]


def _services(same: Sequence[Same]) -> dict[Ref, Ref]:
    return {a: b for one in same[:1] for a, b in one.refs.items() if a.kind == "service"}


def _epochs(bodies: Mapping[Mention, str], act: str) -> list[tuple[date, Mapping[Mention, str]]]:
    """What was held of the bodies of an act until the days of decisions."""
    earlier = bodies.earlier if isinstance(bodies, Resolution) else ()
    return [(one.until, one.by_act.get(act, {})) for one in earlier]


def _of_act(bodies: Mapping[Mention, str], act: str) -> Mapping[Mention, str]:
    """The bodies as one act means them: the same words may mean others in another act."""
    return bodies.of(act) if isinstance(bodies, Resolution) else bodies


def _term(value: Object, act: str, iris: Iris, bodies: Mapping[Mention, str]) -> Node:
    if isinstance(value, Mention):
        return iris.body(bodies[value])
    return iris.ref(value, act) if isinstance(value, Ref) else value
