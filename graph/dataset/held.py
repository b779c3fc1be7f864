"""What is held, in terms of the graph: a claim or a statement with its node and its history."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.model import ActInfo, Document, Evidence
from graph.time import Bounds
from ontology import DCT, SHZ

History = list[tuple[date, Bounds]]

#: Words that a statement of two editions has in the language of each.
IN_EACH_LANGUAGE = (
    SHZ.statedForm,
    SHZ.oldName,
    SHZ.newName,
    SHZ.statedText,
    SHZ.heading,
    SHZ.section,
    SHZ.editedList,
    SHZ.postName,
    SHZ.action,
    SHZ.condition,
    SHZ.branchCondition,
    DCT.title,
)
#: What two editions may tell differently of one and the same step, line or deed: the verb of a row
#: of deeds stands before it in one language, behind it in the other.
_LOOSE = (
    SHZ.performedBy,
    SHZ.usesSystem,
    SHZ.maxDuration,
    SHZ.workingDays,
    SHZ.ofPostType,
    SHZ.orderedBy,
)


@dataclass(frozen=True, slots=True)
class Held:
    """What every held fact has: its node, its evidence, and what was known of its period, since.

    `until` is the day on which the record held it no more; None while it does.
    """

    node: URIRef
    act: ActInfo
    document: Document
    evidence: Evidence
    history: History
    until: date | None = field(default=None, kw_only=True)

    @property
    def bounds(self) -> Bounds:
        """The bounds as the record has them now."""
        return self.history[-1][1]

    def known(self, at: date | None) -> Bounds | None:
        """The bounds as the record had them on a day; None before the fact was recorded."""
        if at is None:
            return self.bounds
        return next((bounds for since, bounds in reversed(self.history) if since <= at), None)


@dataclass(frozen=True, slots=True)
class HeldClaim(Held):
    """A binary fact; `basis` is a code of subordination-bases, where it says who is superior."""

    subject: URIRef
    predicate: URIRef
    object: Node
    basis: str | None


@dataclass(frozen=True, slots=True)
class HeldStatement(Held):
    """A fact that is a node of its own; `of` is what leads to it.

    `echo` is where another edition of the act says the same; `read_as` is the class of an event as
    it was read, where it misses the cardinality of that class and is kept as a reorganisation.
    """

    type: URIRef
    properties: tuple[tuple[URIRef, Node], ...]
    of: tuple[URIRef, URIRef] | None
    echo: tuple[Document, Evidence] | None = None
    read_as: URIRef | None = None

    def heard(self, other: HeldStatement) -> HeldStatement:
        """This with what another edition adds; as it is where the two do not say the same."""
        if self.document is other.document or not self.agrees(other):
            return self
        named = {name for name, _ in self.properties}
        more = tuple(
            (name, value)
            for name, value in other.properties
            if (_language(value) is None and name not in named)
            or (name in IN_EACH_LANGUAGE and _language(value) != self.act.language)
        )
        echo = self.echo or (other.document, other.evidence)
        return replace(self, properties=self.properties + more, echo=echo)

    def beside(self, other: HeldStatement) -> HeldStatement:
        """What another edition tells under the same name: under a name of its own where the two
        are different competences, or deeds with other bodies: neither edition is passed over.
        """
        apart = other.type == SHZ.Competence or SHZ.orderedBy in dict(other.properties)
        if self.document is other.document or not apart or self.agrees(other):
            return other
        return replace(other, node=URIRef(f"{other.node}-{other.act.language}"))

    def agrees(self, other: HeldStatement) -> bool:
        """Whether no property tells one thing here and another there, words apart."""
        ones, others = _things(self), _things(other)
        same = all(ones[name] == others[name] for name in ones.keys() & others.keys())
        return same and self.type == other.type and self.of == other.of


def _language(value: Node) -> str | None:
    return value.language if isinstance(value, Literal) else None


def _digits(number: Node) -> Node:
    """A printed number without the words around it, of whatever language."""
    return Literal("".join(filter(str.isdigit, str(number))) or str(number))


def _things(statement: HeldStatement) -> dict[URIRef, set[Node]]:
    """What is not words of a language, by property."""
    found: dict[URIRef, set[Node]] = defaultdict(set)
    for name, value in statement.properties:
        if _language(value) is None and name not in _LOOSE:
            found[name].add(_digits(value) if name == SHZ.number else value)
    return found
