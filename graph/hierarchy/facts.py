"""What the record holds: claims and statements with their period, read from their nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.hierarchy.nodes import Node, Nodes, text_of
from graph.time import ALWAYS, Answer, Bounds, BoundValue, Lack, Reason, answer
from ontology import PROV, RDF, SHZ

_CERTAINTY, _REASON, _CLAUSE = str(SHZ.certainty), str(SHZ.readingReason), str(SHZ.clause)
_RULE, _BASIS = str(SHZ.rule), str(SHZ.subordinationBasis)
_SUBJECT, _PREDICATE, _OBJECT = str(RDF.subject), str(RDF.predicate), str(RDF.object)
_FROM, _UNTIL = str(SHZ.recordedFrom), str(SHZ.recordedUntil)
_BOUNDED_BY, _PROPERTY = str(SHZ.boundedBy), str(SHZ.boundProperty)
_DATE, _WHY = str(SHZ.boundDate), str(SHZ.boundReason)
_MISSING, _LACKS = str(SHZ.missing), str(SHZ.lacks)
#: The four bounds in RDF, and the fields of `Bounds` that hold them.
_BOUNDS = {
    str(SHZ.startsNotBefore): "starts_not_before",
    str(SHZ.startsNotAfter): "starts_not_after",
    str(SHZ.endsNotBefore): "ends_not_before",
    str(SHZ.endsNotAfter): "ends_not_after",
}


@dataclass(frozen=True, slots=True)
class HeldBound:
    """A bound with the days from and until which the record held it (None: since ever, still)."""

    name: str
    value: BoundValue
    since: date | None
    until: date | None

    def known(self, at: date | None) -> bool:
        """Whether the record held it on that day; None stands for the record as it is now."""
        return _known(self.since, self.until, at)


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim or a statement node: what it says, how surely, by which clause, and when.

    `subject`, `predicate`, `object` are set for claims only; `node` holds the properties of a
    statement. `basis` is what a subordination rests on (`order`, `name`, `list`), else "".
    `bounds` are those held now and name clauses and acts by IRI; `superseded` is empty unless the
    record once held others.
    """

    iri: str
    node: Node = field(repr=False)
    subject: str
    predicate: str
    object: str
    certainty: str
    reason: str | None
    clause: str
    rule: str | None
    basis: str
    bounds: Bounds = field(repr=False)
    superseded: tuple[HeldBound, ...] = field(repr=False)
    recorded_from: date | None
    recorded_until: date | None

    def known(self, at: date | None) -> bool:
        """Whether the record held it on that day; None stands for the record as it is now."""
        return _known(self.recorded_from, self.recorded_until, at)

    def at(self, day: date, known: date | None = None) -> Answer:
        """Whether it holds on a day, as far as was known on another."""
        return answer(self.bounds_known(known), day)

    def bounds_known(self, at: date | None) -> Bounds:
        """The bounds as the record held them on a day."""
        if at is None or not self.superseded:
            return self.bounds
        return _bounds(bound for bound in self.superseded if bound.known(at))

    @property
    def start(self) -> date:
        """The first day of which it speaks; the beginning of time where no day is held."""
        for bound in (self.bounds.starts_not_before, self.bounds.starts_not_after):
            if bound and bound.day:
                return bound.day
        return date.min


def _known(since: date | None, until: date | None, at: date | None) -> bool:
    if at is None:
        return until is None
    return (since is None or since <= at) and (until is None or at < until)


#: Properties that say how a fact is known, not what it says.
EVIDENCE = frozenset(
    {_CERTAINTY, _REASON, _CLAUSE, _RULE, _FROM, _UNTIL, _BOUNDED_BY, *_BOUNDS}
    | {str(RDF.type), str(SHZ.release), str(PROV.wasDerivedFrom)}
)


def read_facts(nodes: Nodes) -> Iterator[Fact]:
    """Every claim and statement of the graph of claims, in order of IRI; not the bounds."""
    bounds = {iri: _held(node) for iri, node in nodes.items() if _PROPERTY in node.values}
    for iri in sorted(nodes):
        if _CERTAINTY in nodes[iri].values and iri not in bounds:
            yield _fact(nodes[iri], bounds)


def _fact(node: Node, bounds: Mapping[str, HeldBound]) -> Fact:
    held = [bounds[text_of(bound)] for bound in node.values.get(_BOUNDED_BY, ())]
    return Fact(
        node.iri,
        node,
        node.first(_SUBJECT) or "",
        node.first(_PREDICATE) or "",
        node.first(_OBJECT) or "",
        local_name(node.first(_CERTAINTY) or ""),
        local_name(node.first(_REASON) or "") or None,
        node.first(_CLAUSE) or "",
        node.first(_RULE),
        local_name(node.first(_BASIS) or ""),
        _bounds(bound for bound in held if bound.known(None)),
        tuple(held) if any(bound.since or bound.until for bound in held) else (),
        node.day(_FROM),
        node.day(_UNTIL),
    )


def read_bounds(node: Node, nodes: Nodes, known: date | None = None) -> Bounds:
    """The period of a thing that is no claim, such as an act, as the record held it on a day."""
    held = (_held(nodes[text_of(bound)]) for bound in node.values.get(_BOUNDED_BY, ()))
    return _bounds(bound for bound in held if bound.known(known))


def _bounds(held: Iterable[HeldBound]) -> Bounds:
    """A fact without any bound has no period to keep: it holds always."""
    values = {bound.name: bound.value for bound in held}
    if not values:
        return ALWAYS
    first, last, ends, ended = (values.get(name) for name in _BOUNDS.values())
    return Bounds(first, last, ends, ended)


def _held(bound: Node) -> HeldBound:
    lacks = bound.first(_LACKS)
    value = BoundValue(
        bound.day(_DATE),
        Reason(local_name(bound.first(_WHY) or "")),
        "",
        bound.first(_CLAUSE) or "",
        bound.first(_MISSING),
        Lack(local_name(lacks)) if lacks else None,
    )
    name = _BOUNDS[bound.first(_PROPERTY) or ""]
    return HeldBound(name, value, bound.day(_FROM), bound.day(_UNTIL))


def local_name(iri: str) -> str:
    """The last part of an IRI, which is its code."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
