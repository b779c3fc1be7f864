"""Which facts a finding makes contested: those read from its words, of the kinds its rule names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rdflib import URIRef

from graph.dataset import HeldClaim, HeldStatement, Record
from graph.findings.hit import messages
from graph.model import Document, Evidence, Finding, Range, When
from ontology import PREFIXES

_Fact = HeldClaim | HeldStatement
#: What stands for every change, and for any fact at all, beside prefixed names.
_EVENT, _ANY = "event", "*"


class Contests:
    """The facts of a record by the clause that they were read from."""

    def __init__(self, record: Record) -> None:
        self.editions = record.editions()
        self.events = record.iris.of("event", "")
        self.held: dict[tuple[int, str], list[tuple[_Fact, Evidence]]] = defaultdict(list)
        facts: tuple[_Fact, ...] = (*record.claims, *record.statements)
        for fact in facts:
            for document, evidence in _read_from(fact):
                self.held[id(document), evidence.clause].append((fact, evidence))

    def by(self, finding: Finding) -> list[URIRef]:
        """The nodes of the claims and statements that a finding makes contested, in order."""
        kinds = messages()[finding.rule].get("contests", ())
        found: dict[URIRef, None] = {}
        for edition, act, clause, ranges in finding.placed() if kinds else ():
            document = self.editions[edition][act].document
            for fact, evidence in self.held.get((id(document), clause), ()):
                about = not finding.subjects or _is_about(fact, finding.subjects)
                # what a clause takes to be so until it takes effect is not what it says itself
                about &= evidence.when is not When.UNTIL_EFFECT
                if about and self._is_of(fact, kinds) and _meet(evidence.ranges, ranges):
                    found[fact.node] = None
        return sorted(found)

    def _is_of(self, fact: _Fact, kinds: Iterable[str]) -> bool:
        name = fact.predicate if isinstance(fact, HeldClaim) else fact.type
        event = str(fact.node).startswith(self.events)
        return any(
            kind == _ANY or (event if kind == _EVENT else _term(kind) == name) for kind in kinds
        )


def _read_from(fact: _Fact) -> Iterator[tuple[Document, Evidence]]:
    """Where a fact was read: a statement may be read from two editions."""
    yield fact.document, fact.evidence
    if isinstance(fact, HeldStatement) and fact.echo is not None:
        yield fact.echo


def _is_about(fact: _Fact, subjects: tuple[URIRef, ...]) -> bool:
    """Whether the fact ties together what the finding is about: of a claim both ends are."""
    if isinstance(fact, HeldClaim):
        return fact.subject in subjects and (fact.basis is None or fact.object in subjects)
    return fact.node in subjects or any(value in subjects for _, value in fact.properties)


def _meet(ones: Iterable[Range], others: tuple[Range, ...]) -> bool:
    """Whether some words of the one are words of the other."""
    return any(one.start < other.end and other.start < one.end for one in ones for other in others)


def _term(kind: str) -> URIRef:
    prefix, _, name = kind.partition(":")
    return URIRef(PREFIXES[prefix] + name)
